"""A report's model as a paper: cover, values, liability, findings by severity, what is open, what was not read, all clauses.

Strategy: each part is a function from the model to blocks, in the modules beside this one; here is only their order. An outward
paper has fewer parts, and each part was made outward in the model already: nothing is filtered here.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.reporting.options import ReportOptions
from app.reporting.pagecover import cover_blocks
from app.reporting.pageends import annex_blocks, end_blocks
from app.reporting.pagefindings import finding_blocks
from app.reporting.pagetables import matrix_blocks, value_blocks
from app.reporting.paper import Block, Paper
from app.reporting.reportmodel import Report
from app.wording.lang import Lang


def report_paper(report: Report, options: ReportOptions) -> Paper:
    """The whole report, worded in the language it was built in."""
    return Paper(
        lang=report.lang,
        title=report.title,
        subtitle=report.name,
        blocks=tuple(_blocks(report, options.lang)),
        header=f"{report.title}: {report.name}",
        footer=" · ".join(part for part in (options.footer, report.footer) if part),
        logo=options.logo,
        company=options.company,
        made_at=options.made_at,
    )


def _blocks(report: Report, lang: Lang) -> Iterator[Block]:
    yield from cover_blocks(report, lang)
    if report.outward:
        yield from finding_blocks(report, lang)
        yield from value_blocks(report, lang)
        return
    yield from value_blocks(report, lang)
    yield from matrix_blocks(report, lang)
    yield from finding_blocks(report, lang)
    yield from end_blocks(report, lang)
    yield from annex_blocks(report, lang)
