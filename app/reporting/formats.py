"""The forms a result can take, by name: who writes them, and what they need.

Every writer is imported when it is asked for: none of them belongs into the start of the window or of the command line. `write` needs no
process of its own but where it reads the source file, which is hostile: there the faces call `written` in isolation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis, FindingKind
from app.models.source import SourceDocument
from app.reporting.copyresult import CopyReason, CopyResult, LeftOut
from app.reporting.options import Reader, ReportOptions
from app.reporting.paper import Paper
from app.reporting.proposals import proposal
from app.reporting.selection import selected
from app.settings import FILE_PATTERN

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD_SUFFIXES: Final = (".docx", ".docm", ".dotx", ".dotm")  # Word refuses a file whose name denies its kind


@dataclass(frozen=True, slots=True)
class Written:
    """A file's content, and of a copy what `CopyResult` says; `left_out`: everything the user should hear of, findings whose wording is to be completed included."""

    content: bytes
    left_out: tuple[LeftOut, ...] = ()
    placed: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    about: tuple[CopyReason, ...] = ()


Write = Callable[[Analysis, ReportOptions, bytes | None], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """`suffix`: of its files, "" where it is that of the source (`suffix_for`). `needs_source`: the bytes of the analysed file must be given.

    `takes_source`: it is better with them. `outward_only`: it never holds anything internal. `readable`: as it is, on a terminal.
    """

    name: str
    suffix: str
    write: Write
    needs_source: bool = False
    outward_only: bool = False
    takes_source: bool = False
    readable: bool = False

    def suffix_for(self, source: SourceDocument) -> str:
        """The suffix of the file made of this source."""
        if self.suffix:
            return self.suffix
        given = PurePath(source.name).suffix.lower()
        return given if source.media_type == DOCX and given in _WORD_SUFFIXES else _COPIED.get(source.media_type, "")

    def possible(self, source: SourceDocument) -> bool:
        """Whether it can be made of this source: notes are only written into PDF and Word files."""
        return not self.needs_source or source.media_type in _COPIED

    def reads(self, source: SourceDocument) -> bool:
        """Whether it is made of the file too: then it is made in isolation."""
        return (self.needs_source or self.takes_source) and source.media_type in _COPIED


_NO_COPY: Final = (ErrorCode.COPY_FORBIDDEN, ErrorCode.COPY_DAMAGED)
_COPIED: Final = {PDF: ".pdf", DOCX: ".docx"}


def written(name: str, analysis: Analysis, options: ReportOptions, source: bytes | None = None) -> Written:
    """One of `FORMATS`, as a function that can be called in another process.

    Raises ExpectedError SOURCE_CHANGED where `source` is not the file that was analysed, COPY_NOT_POSSIBLE where its kind takes no notes.
    """
    made = FORMATS[name].write(analysis, options, source)
    outward = options.outward or FORMATS[name].outward_only
    gaps = _to_fill_in(analysis, replace(options, reader=Reader.OUTWARD)) if outward else ()
    return replace(made, left_out=(*made.left_out, *gaps)) if gaps else made


def _to_fill_in(analysis: Analysis, options: ReportOptions) -> tuple[LeftOut, ...]:
    """Findings whose wording has brackets in it still: nobody shall send them without having been told."""
    return tuple(
        LeftOut(finding.anchor, CopyReason.TO_FILL_IN)
        for finding in selected(analysis, options)
        if finding.kind in (FindingKind.DEVIATION, FindingKind.MISSING)
        and (offer := proposal(finding, analysis, options.proposals)) is not None
        and offer.open
    )


# --- reports


def _json(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.tojson import to_json

    return Written(to_json(analysis, options))


def _html(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.tohtml import to_html

    return Written(to_html(_paper(analysis, options)))


def _text(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.totext import to_text

    return Written(to_text(_paper(analysis, options)))


def _docx(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.todocx import to_docx

    return Written(to_docx(_paper(analysis, options)))


def _pdf(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.topdf import to_pdf

    return Written(to_pdf(_paper(analysis, options)))


def _card(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.salescard import sales_card
    from app.reporting.topdf import to_pdf

    return Written(to_pdf(sales_card(analysis, options)))


def _card_docx(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.salescard import sales_card
    from app.reporting.todocx import to_docx

    return Written(to_docx(sales_card(analysis, options)))


def _paper(analysis: Analysis, options: ReportOptions) -> Paper:
    from app.reporting.build import build_report
    from app.reporting.pages import report_paper

    return report_paper(build_report(analysis, options), options)


# --- tables


def _xlsx(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.reportbook import report_book
    from app.reporting.toxlsx import to_xlsx

    return Written(to_xlsx(report_book(analysis, options)))


def _csv(analysis: Analysis, options: ReportOptions, _source: bytes | None) -> Written:
    from app.reporting.reportbook import findings_sheet
    from app.reporting.tocsv import to_csv

    return Written(to_csv(findings_sheet(analysis, options), options.lang))


# --- copies of the source


def _copy(analysis: Analysis, options: ReportOptions, source: bytes | None) -> Written:
    result = _copied(source, analysis, options)
    return Written(result.content, result.told, result.placed, result.proposed, result.about)


def _copied(given: bytes | None, analysis: Analysis, options: ReportOptions) -> CopyResult:
    if analysis.reading.source.media_type not in _COPIED:
        raise ExpectedError(ErrorCode.COPY_NOT_POSSIBLE)
    source = _checked(given, analysis)
    if analysis.reading.source.media_type == PDF:
        from app.reporting.notes.copying import annotated_copy

        return annotated_copy(source, analysis, options)
    from app.reporting.redline.commented import commented_copy

    return commented_copy(source, analysis, options)


def _checked(source: bytes | None, analysis: Analysis) -> bytes:
    """The source, if it is the very file that was analysed: places of another one would lead astray."""
    if source is None or hashlib.sha256(source).hexdigest() != analysis.reading.source.sha256:
        raise ExpectedError(ErrorCode.SOURCE_CHANGED)
    return source


# --- the mail


def _mail(analysis: Analysis, options: ReportOptions, source: bytes | None) -> Written:
    """The letter with the report for the other side, and with the copy where there is a source that takes notes."""
    from app.reporting.tomail import Attachment, outward_mail

    outward = replace(options, reader=Reader.OUTWARD)
    report = Attachment(_attached("pdf", analysis, outward), _pdf(analysis, outward, None).content, PDF)
    if source is None or not FORMATS["copy"].possible(analysis.reading.source):
        return Written(outward_mail(analysis, outward, (report,)))
    try:
        copied = _copy(analysis, outward, source)
    except ExpectedError as error:
        if error.code not in _NO_COPY:
            raise
        return Written(outward_mail(analysis, outward, (report,)), about=(CopyReason.NOT_COPIED,))
    name, kind = _attached("copy", analysis, outward), analysis.reading.source.media_type
    content = outward_mail(analysis, outward, (report, Attachment(name, copied.content, kind)))
    return replace(copied, content=content)


def _attached(name: str, analysis: Analysis, options: ReportOptions) -> str:
    from app.reporting.filenames import file_name

    return file_name(FILE_PATTERN, analysis, options, FORMATS[name])


FORMATS: Final[dict[str, Format]] = {
    known.name: known
    for known in (
        Format("json", ".json", _json, readable=True),
        Format("html", ".html", _html, readable=True),
        Format("text", ".txt", _text, readable=True),
        Format("docx", ".docx", _docx),
        Format("pdf", ".pdf", _pdf),
        Format("xlsx", ".xlsx", _xlsx),
        Format("csv", ".csv", _csv, readable=True),
        Format("card", ".pdf", _card),
        Format("card-docx", ".docx", _card_docx),
        Format("copy", "", _copy, needs_source=True),
        Format("mail", ".eml", _mail, outward_only=True, takes_source=True),
    )
}
