"""What was not read, not decided or not checked, as rows: the report's own lists."""

from __future__ import annotations

from collections.abc import Iterator

from app.reporting.places import place_lines
from app.reporting.reportmodel import Report, Undecided
from app.ui.models.rows import Row
from app.ui.placing import quoted
from app.wording.lang import Lang
from app.wording.report import phrase


def not_checked_rows(report: Report, lang: Lang) -> tuple[Row, ...]:
    """Completeness first, then what could not be decided, then the lists of what was left out."""
    return tuple(_groups(report, lang))


def _groups(report: Report, lang: Lang) -> Iterator[Row]:
    yield Row((report.completeness,), strong=not report.complete)
    yield from (Row((sentence,)) for sentence in report.checks)
    if report.undecided:
        title = f"{phrase('undecided', lang)} ({len(report.undecided)})"
        yield Row((title,), strong=True, children=tuple(_undecided(u, lang) for u in report.undecided))
    for listing in report.unread:
        children = tuple(Row((entry,)) for entry in listing.entries)
        yield Row((f"{listing.title} ({listing.count})",), strong=True, children=children)


def _undecided(open_: Undecided, lang: Lang) -> Row:
    needs = f"{phrase('needed', lang)}: {open_.needs}" if open_.needs else open_.reason
    lines = [f"{open_.subject} – {needs}"]
    if open_.quote is not None:
        lines += [quoted(open_.quote.text, lang), *place_lines(open_.quote.places, lang)]
    return Row((lines[0],), tip="\n".join(lines), children=tuple(Row((line,)) for line in lines[1:]))
