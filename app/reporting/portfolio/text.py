"""A portfolio on a terminal: one table of documents, then values and failures, as wide as the terminal is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from app.models.analysis import Severity
from app.models.corrections import name_of
from app.models.portfolio import DocumentDigest, Portfolio, PortfolioRow
from app.models.provisions import ProvisionKind
from app.reporting.options import ReportOptions
from app.reporting.portfolio.book import scope_text
from app.reporting.portfolio.rows import KINDS, clause_at, count_of, remarks, values_text, worst_text
from app.reporting.printable import printable
from app.wording.batch import batch_phrase, failure_sentence
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term

_MARK: Final = " (!)"
_LEAST, _MOST = 60, 200  # characters of a line
_NAME: Final = 40
_SHOWN: Final = 25  # groups of shared clauses
_PLACES: Final = 4  # of a group


def to_text(portfolio: Portfolio, options: ReportOptions, width: int = 120) -> bytes:
    """UTF-8; no line is longer than `width`. Only the first table cuts its texts ("…"): all of them are in the other forms."""
    wide = max(_LEAST, min(width, _MOST))
    lines = (
        line.rstrip() for long in _lines(portfolio, options.lang, wide) for line in _wrapped(printable(long), wide)
    )
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _lines(portfolio: Portfolio, lang: Lang, width: int) -> Iterator[str]:
    yield batch_phrase("title", lang)
    yield scope_text(portfolio, lang)
    yield ""
    yield from _documents(portfolio, lang, width)
    yield from ("", batch_phrase("marked", lang, mark=_MARK.strip()))
    for row in portfolio.rows:
        if row.digest:
            yield from _values(row, row.digest, lang)
    yield from _failures(portfolio, lang)
    yield from _same(portfolio, lang)
    yield from ("", phrase("no_advice", lang))


def _wrapped(line: str, width: int) -> list[str]:
    """What follows is indented below its beginning."""
    if len(line) <= width:
        return [line]
    indent = len(line) - len(line.lstrip())
    return (
        textwrap.wrap(line, width, subsequent_indent=" " * (indent + 2), break_on_hyphens=False)
        if indent
        else textwrap.wrap(line, width)
    )


def _documents(portfolio: Portfolio, lang: Lang, width: int) -> Iterator[str]:
    shown = [row for row in portfolio.rows if row.digest]
    if not shown:
        return
    counts = tuple(term("severity", severity.value, lang) for severity in Severity)
    name = min(_NAME, width // 3, max(len(row.name) for row in shown) + 2)
    head = (batch_phrase("document", lang), *counts, batch_phrase("worst", lang))
    widths = (name, *(max(len(label), 4) + 1 for label in counts), 0)
    yield _row(head, widths, width)
    yield "-" * width
    for row in shown:
        if row.digest:
            figures = (str(count_of(row.digest, severity) or "–") for severity in Severity)
            yield _row((row.name, *figures, worst_text(row.digest, lang)), widths, width)


def _row(cells: Sequence[str], widths: Sequence[int], width: int) -> str:
    """Figures to the right; the last cell takes the rest of the line."""
    first, *figures, last = (printable(cell) for cell in cells)
    middle = "".join(figure.rjust(room) for figure, room in zip(figures, widths[1:-1], strict=True))
    return _cut(f"{_cut(first, widths[0] - 1).ljust(widths[0])}{middle}  {last}", width)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _values(row: PortfolioRow, digest: DocumentDigest, lang: Lang) -> Iterator[str]:
    yield from ("", row.name)
    if row.also:
        yield "  " + batch_phrase("also_named", lang, names=", ".join(row.also))
    yield from (f"  {remark}" for remark in remarks(digest, lang))
    for kind in KINDS:
        if text := _kind(digest, kind, lang):
            yield f"  {term('provision_kind', kind.value, lang)}: {text}"


def _kind(digest: DocumentDigest, kind: ProvisionKind, lang: Lang) -> str:
    return values_text(digest, kind, lang, _MARK)


def _failures(portfolio: Portfolio, lang: Lang) -> Iterator[str]:
    failed = [row for row in portfolio.rows if row.failure]
    if failed:
        yield from ("", batch_phrase("not_read", lang))
        for row in failed:
            if row.failure:
                yield f"  {row.name}: {failure_sentence(row.failure, lang)}"
    if portfolio.left_out:
        yield from ("", batch_phrase("left_out", lang, names=", ".join(portfolio.left_out)))


def _same(portfolio: Portfolio, lang: Lang) -> Iterator[str]:
    if not portfolio.same:
        return
    yield from ("", batch_phrase("same", lang))
    for same in portfolio.same[:_SHOWN]:
        named = [f"{portfolio.rows[p.row].name}: {name_of(clause_at(portfolio, p))}" for p in same.places[:_PLACES]]
        more = len(same.places) - len(named)
        named += [batch_phrase("more", lang, count=more)] if more else []
        yield f"  {term('relation', same.relation, lang)}: {'; '.join(named)}"
    if len(portfolio.same) > _SHOWN:
        yield "  " + batch_phrase("same_more", lang, count=len(portfolio.same) - _SHOWN)
