"""What we ask the other side for, short enough for a mail: each point with its place, its words and our proposal.

Strategy: it is made of the same entries as the outward report, under the same numbers, so nothing that is ours alone can be in it and the
two never differ. The lines are made once and get two forms, plain text and simple HTML, because mail programs take either.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from app.models.analysis import Analysis
from app.reporting.options import Reader, ReportOptions
from app.reporting.outward import outward_entries
from app.reporting.pagequotes import quoted
from app.reporting.places import page_ranges, place_lines, shortened
from app.reporting.printable import printable
from app.reporting.reportmodel import FindingEntry
from app.reporting.selection import left_out
from app.wording.lang import Lang
from app.wording.mail import mail_phrase
from app.wording.report import phrase
from app.wording.reportparts import part_phrase

_QUOTED: Final = 300  # characters of the document's words; the report has all of them


@dataclass(frozen=True, slots=True)
class Point:
    """One comment: its title with its number, and labelled lines."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OutwardSummary:
    """A letter in its parts. `sender`: the names the user gave, none from the machine."""

    lang: Lang
    subject: str
    greeting: str
    opening: tuple[str, ...]
    points: tuple[Point, ...]
    closing: tuple[str, ...]
    goodbye: str
    sender: tuple[str, ...]


def outward_summary(analysis: Analysis, options: ReportOptions, *, attached: int = 0) -> OutwardSummary:
    """The letter to the other side, whatever reader `options` names; `attached`: how many files go with it."""
    outward = replace(options, reader=Reader.OUTWARD)
    lang, name = options.lang, analysis.reading.source.name
    entries = outward_entries(analysis, outward)
    return OutwardSummary(
        lang=lang,
        subject=mail_phrase("subject", lang, name=name),
        greeting=mail_phrase("greeting", lang),
        opening=tuple(_opening(analysis, len(entries), lang)),
        points=tuple(_point(entry, lang) for entry in entries),
        closing=tuple(_closing(analysis, outward, len(entries), attached)),
        goodbye=mail_phrase("goodbye", lang),
        sender=tuple(name for name in (options.reviewer, options.company) if name),
    )


def _opening(analysis: Analysis, count: int, lang: Lang) -> Iterator[str]:
    source = analysis.reading.source
    code = {0: "opening_none", 1: "opening_one"}.get(count, "opening")
    yield mail_phrase(code, lang, name=source.name, count=count)
    if not source.complete:
        places = [phrase("page_short", lang, pages=page_ranges(source.unread_pages))] if source.unread_pages else []
        places += [phrase("unread_parts", lang)] if source.unread_parts else []
        yield mail_phrase("unread", lang, places=", ".join(places))


def _point(entry: FindingEntry, lang: Lang) -> Point:
    return Point(f"{entry.number}. {entry.title}", tuple(_lines(entry, lang)))


def _lines(entry: FindingEntry, lang: Lang) -> Iterator[tuple[str, str]]:
    yield from _quotes(entry, lang)
    yield from ((mail_phrase("place", lang), copy) for copy in entry.copies)
    yield mail_phrase("asked", lang), " ".join(_asked(entry))
    if entry.legal_basis:
        yield mail_phrase("norms", lang), ", ".join(entry.legal_basis)
    if entry.proposed:
        yield mail_phrase("proposed", lang), quoted(entry.proposed.text, lang)
        if entry.proposed.gaps:
            yield mail_phrase("gaps", lang), entry.proposed.gaps


def _quotes(entry: FindingEntry, lang: Lang) -> Iterator[tuple[str, str]]:
    """Each with its place, which is said once for quotes that follow each other."""
    said = ""
    for quote in entry.quotes:
        place = "; ".join(place_lines(quote.places, lang))
        if place and place != said:
            yield mail_phrase("place", lang), place
        said = place
        yield mail_phrase("quote", lang), quoted(shortened(quote.text, _QUOTED), lang)


def _asked(entry: FindingEntry) -> Iterator[str]:
    """That we ask for another wording goes without saying where one is quoted, a reason given and one proposed."""
    if not (entry.quotes and entry.comment and entry.proposed):
        yield from entry.paragraphs
    if entry.comment:
        yield entry.comment


def _closing(analysis: Analysis, options: ReportOptions, count: int, attached: int) -> Iterator[str]:
    lang = options.lang
    if count and left_out(analysis, options):
        yield part_phrase("selection_outward", lang)
    if attached:
        yield mail_phrase("attached_one" if attached == 1 else "attached", lang)
    if count:
        yield mail_phrase("talk", lang)
    yield part_phrase("no_advice_outward", lang)


# --- its two forms


def to_plain(made: OutwardSummary) -> str:
    """For mail programs that take text only."""
    return "\n".join(_one_line(line) for line in _plain(made)) + "\n"


def _plain(made: OutwardSummary) -> Iterator[str]:
    yield made.greeting
    for paragraph in made.opening:
        yield from ("", paragraph)
    for point in made.points:
        yield from ("", point.title)
        for line in point.lines:
            yield from (f"   {part}" for part in _line(*line, made.lang).splitlines())
    for paragraph in made.closing:
        yield from ("", paragraph)
    yield from ("", made.goodbye, *made.sender)


def to_html(made: OutwardSummary) -> str:
    """Paragraphs and bold labels only: the mail's own style shall rule."""
    return f'<!DOCTYPE html>\n<html lang="{made.lang}"><head><meta charset="utf-8"></head><body>{"".join(_html(made))}</body></html>\n'


def _html(made: OutwardSummary) -> Iterator[str]:
    yield f"<p>{_text(made.greeting)}</p>"
    yield from (f"<p>{_text(paragraph)}</p>" for paragraph in made.opening)
    for point in made.points:
        lines = "".join(f"<br>{_html_line(label, text, made.lang)}" for label, text in point.lines)
        yield f"<p><b>{_text(point.title)}</b>{lines}</p>"
    yield from (f"<p>{_text(paragraph)}</p>" for paragraph in made.closing)
    yield f"<p>{'<br>'.join(_text(line) for line in (made.goodbye, *made.sender))}</p>"


def _html_line(label: str, text: str, lang: Lang) -> str:
    return mail_phrase("line", lang, label=f"<i>{_text(label)}</i>", text=_text(text))


def _line(label: str, text: str, lang: Lang) -> str:
    return mail_phrase("line", lang, label=label, text=text)


def _text(text: str) -> str:
    return "<br>".join(html.escape(printable(line)) for line in text.splitlines())


def _one_line(line: str) -> str:
    """Names are of strangers: a line end in one must not begin a line of ours."""
    return printable(" ".join(line.splitlines())) if line else ""
