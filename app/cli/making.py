"""The file that was asked for, made of an analysis: with the settings of the user's house, the clock where a report says when, the source
where a copy is made of it.

Strategy: what reads the source does so in a process of its own, as the analysis did. JSON is for other programs: it has no clock in it, so
that the same document gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from app.cli.arguments import Request
from app.cli.clock import made_at
from app.cli.printing import say
from app.errors import ErrorCode, ExpectedError
from app.jobs.isolated import isolated
from app.models.analysis import Analysis
from app.reporting.formats import FORMATS, Written, written
from app.reporting.options import Reader, ReportOptions
from app.settings import load_settings, logo_bytes
from app.wording.commandline import text
from app.wording.copies import copy_reason
from app.wording.findings import title
from app.wording.lang import Lang

_TIMEOUT_S: Final = 600.0
_WITHOUT_CLOCK: Final = "json"


def make(analysis: Analysis, file: Path, request: Request, password: str | None) -> Written:
    """Raises ExpectedError or BugError."""
    form, options = FORMATS[request.format], _options(request, password)
    if not form.reads(analysis.reading.source):
        return written(form.name, analysis, options)
    return isolated(written, form.name, analysis, options, _source(file, analysis), timeout=_TIMEOUT_S)


def _options(request: Request, password: str | None) -> ReportOptions:
    settings, _ = load_settings()
    outward = request.reader is Reader.OUTWARD or FORMATS[request.format].outward_only
    return ReportOptions(
        lang=request.lang,
        reader=Reader.OUTWARD if outward else Reader.INTERNAL,
        made_at=None if request.format == _WITHOUT_CLOCK else made_at(),
        reviewer=request.reviewer,
        company=settings.company,
        footer=settings.footer,
        logo=logo_bytes(settings),
        proposals=request.proposals,
        password=password,
    )


def _source(file: Path, analysis: Analysis) -> bytes:
    """The file as it was analysed; it is not read at all where it has another size now."""
    try:
        if file.stat().st_size != analysis.reading.source.size:
            raise ExpectedError(ErrorCode.SOURCE_CHANGED)
        return file.read_bytes()
    except FileNotFoundError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_FOUND, {"name": file.name}) from error
    except OSError as error:
        raise ExpectedError(ErrorCode.FILE_NOT_READABLE, {"name": file.name}) from error


def tell(made: Written, analysis: Analysis, file: Path, lang: Lang) -> None:
    """What a copy could not hold, or not where it belongs."""
    titles = {finding.anchor: title(finding, lang) for finding in analysis.findings}
    for about in made.about:
        say(text("about_copy", lang, name=file.name, reason=copy_reason(about, lang)))
    for left in made.left_out:
        reason = copy_reason(left.reason, lang)
        say(text("noted_elsewhere", lang, name=file.name, title=titles.get(left.anchor, ""), reason=reason))
