"""What was not read, not decided or not checked, as rows that lead to their places: the report's lists with a key a row.

Equal text on many pages is one row with a row for each place below it, closed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.models.analysis import Analysis, Outcome
from app.models.reading import NotAnalysed
from app.models.source import Ignored, IgnoredReason, SourceDocument, Span
from app.reporting.ledger import SURROUNDINGS, not_checked_title
from app.reporting.places import LISTED_CHARACTERS, page_ranges, place_lines, shortened
from app.reporting.reportmodel import Report, Undecided
from app.ui.asides import Aside, asides, spot
from app.ui.models.overview import FACTS, lacks_fact
from app.ui.models.rows import Row
from app.ui.passages import passage_key, passage_of
from app.ui.placing import quoted
from app.wording.imports import note_sentence
from app.wording.lang import Lang
from app.wording.overview import overview_words
from app.wording.report import phrase
from app.wording.terms import term

_Clauses = Mapping[tuple[Span, ...], str]
PAGE = "page:"  # keys of rows that lead to a page
_LONG = 40  # entries; longer lists start closed, their title tells how many there are
_TIP = 600  # characters
_NUMBER = re.compile(r"\d+")  # a running footer with the page's number is one footer


def not_checked_rows(report: Report, analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """Completeness first, then what could not be decided, then the lists of what was left out."""
    return tuple(_groups(report, analysis, lang))


def reason_text(part: NotAnalysed | Ignored, lang: Lang) -> str:
    """Why a part was left out, for a tip: "Nicht geprüft: Inhaltsverzeichnis"."""
    if isinstance(part, Ignored):
        said = f"{phrase('ignored', lang)}: {term('ignored_reason', part.reason.value, lang)}"
        return said + _whose(part, lang)
    if part.reason == SURROUNDINGS:
        return phrase("surroundings", lang)
    return not_checked_title(part.reason, lang)


def _groups(report: Report, analysis: Analysis, lang: Lang) -> Iterator[Row]:
    yield Row((report.completeness,), strong=not report.complete)
    yield from (Row((sentence,)) for sentence in report.checks)
    if report.undecided:
        title = f"{phrase('undecided', lang)} ({len(report.undecided)})"
        rows = tuple(_undecided(u, lang) for u in report.undecided)
        yield Row((title,), strong=True, children=(*_to_facts(analysis, lang), *rows))
    if warnings := tuple(_warnings(analysis, lang)):
        yield Row((f"{phrase('warnings', lang)} ({len(warnings)})",), strong=True, children=warnings)
    yield from _left_out(analysis, lang)
    lost = len(analysis.reading.lost_corrections)
    if lost:
        yield Row((f"{phrase('lost_corrections', lang)} ({lost})",), strong=True)


def _left_out(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    groups: defaultdict[str, list[Aside]] = defaultdict(list)
    for aside in asides(analysis):
        groups[_group(aside.part, lang)].append(aside)
    clauses = {clause.spans: clause.id for clause in analysis.reading.clauses}
    for title, same in groups.items():
        children = tuple(_entries(same, analysis, clauses, lang))
        yield Row((f"{title} ({len(same)})",), strong=True, children=children, closed=len(children) > _LONG)


def _group(part: NotAnalysed | Ignored, lang: Lang) -> str:
    return reason_text(replace(part, cause="", author="") if isinstance(part, Ignored) else part, lang)


def _entries(same: Sequence[Aside], analysis: Analysis, clauses: _Clauses, lang: Lang) -> Iterator[Row]:
    alike: defaultdict[str, list[Aside]] = defaultdict(list)
    for aside in same:
        alike[_likeness(aside.part)].append(aside)
    for found in alike.values():
        rows = [_row(aside, analysis, clauses, lang) for aside in found]
        yield rows[0] if len(rows) == 1 else _joined(found, rows, lang)


def _likeness(part: NotAnalysed | Ignored) -> str:
    if isinstance(part, NotAnalysed):
        return part.excerpt
    if part.reason is IgnoredReason.PAGE_NUMBER:
        return ""
    return f"{_NUMBER.sub('#', part.text)}\0{part.cause}\0{part.author}"


def _row(aside: Aside, analysis: Analysis, clauses: _Clauses, lang: Lang) -> Row:
    part = aside.part
    text = _text(part, analysis.reading.source)
    where = _where([part], lang)
    note = _whose(part, lang) if isinstance(part, Ignored) else ""
    known = clauses.get(part.spans, "") if isinstance(part, NotAnalysed) else ""
    leads = bool(part.spans if isinstance(part, NotAnalysed) and part.spans else spot(part, analysis.reading.source))
    key = known or (aside.key if leads else "")
    shown = ": ".join(piece for piece in (where, shortened(text, LISTED_CHARACTERS)) if piece)
    return Row((f"{shown or '–'}{note}",), key=key, tip=f"{text}{note}" if text else shown)


def _text(part: NotAnalysed | Ignored, source: SourceDocument) -> str:
    """Its words, from the document where they stand there."""
    if isinstance(part, Ignored):
        return part.text
    said = " ".join(source.text[start:end] for start, end in part.spans)
    return shortened(said, _TIP) or part.excerpt


def _joined(same: Sequence[Aside], rows: Sequence[Row], lang: Lang) -> Row:
    parts = [aside.part for aside in same]
    first = parts[0]
    texts = {part.text if isinstance(part, Ignored) else part.excerpt for part in parts}
    text = (
        ""
        if len(texts) > 1 and _likeness(first) == ""
        else (first.text if isinstance(first, Ignored) else first.excerpt)
    )
    times = phrase("times_changing" if len(texts) > 1 else "times", lang, count=len(parts))
    note = ", ".join(piece for piece in (times, _where(parts, lang)) if piece)
    shown = f"{shortened(text, LISTED_CHARACTERS)} ({note})" if text else _where(parts, lang) or "–"
    whose = _whose(first, lang) if isinstance(first, Ignored) else ""
    return Row((shown + whose,), key=rows[0].key, tip=text or shown, closed=True, children=tuple(rows))


def _where(parts: Iterable[NotAnalysed | Ignored], lang: Lang) -> str:
    """Pages as ranges, else paragraphs, else nothing."""
    given = list(parts)
    if pages := [part.page for part in given if part.page is not None]:
        return phrase("page_short", lang, pages=page_ranges(pages))
    paragraphs = [part.paragraph for part in given if part.paragraph is not None]
    return phrase("paragraph_short", lang, number=page_ranges(paragraphs)) if paragraphs else ""


def _whose(part: Ignored, lang: Lang) -> str:
    """Why it cannot be seen, and who wrote it."""
    cause = term("hidden_cause", part.cause, lang) if part.reason is IgnoredReason.HIDDEN and part.cause else ""
    author = f" ({part.author})" if part.author else ""
    return author + (f" – {cause}" if cause else "")


def _warnings(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    """Equal sentences of many pages once; they lead to the page."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for note in analysis.reading.source.warnings:
        pages[note_sentence(note, lang)].extend([] if note.page is None else [note.page])
    for sentence, found in pages.items():
        named = not found or (len(found) == 1 and str(found[0]) in sentence)
        where = "" if named else f" ({phrase('page_short', lang, pages=page_ranges(found))})"
        yield Row((sentence + where,), key=f"{PAGE}{found[0]}" if found else "")


def _undecided(open_: Undecided, lang: Lang) -> Row:
    needs = f"{phrase('needed', lang)}: {open_.needs}" if open_.needs else open_.reason
    lines = [f"{open_.subject} – {needs}"]
    if open_.quote is not None:
        lines += [quoted(open_.quote.text, lang), *place_lines(open_.quote.places, lang)]
    places = open_.quote.places if open_.quote is not None else ()
    key = passage_key(passage_of(place) for place in places if place.clause)
    return Row(("\n".join(lines),), key=key, tip="\n".join(lines))


def _to_facts(analysis: Analysis, lang: Lang) -> Iterator[Row]:
    """Where the user can say what is missing, if there is something to say."""
    if any(lacks_fact(check.needs) for check in analysis.checks if check.outcome is Outcome.UNDECIDABLE):
        yield Row((overview_words("to_facts", lang),), key=FACTS, tones=("link",))
