"""The words of the document in the detail of a finding: quotes with their places, copies, both places side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.models.analysis import Finding
from app.reporting.places import place_lines
from app.reporting.reportmodel import FindingEntry, Place, Quote
from app.ui.detail_markup import CLAUSE, PANEL, Look, box, columns, heading, link, listed, small, text
from app.ui.models.pairs import Pair, Side
from app.ui.passages import Passage, passage_key, passage_of
from app.ui.placing import quoted
from app.wording.findingdetail import detail_phrase
from app.wording.report import phrase

_COPIES = 8  # of a repeated section; a document can have hundreds


@dataclass(frozen=True, slots=True)
class Focus:
    """The passage that is looked at; with a single one there is nothing to mark."""

    passage: Passage | None
    count: int

    def on(self, *passages: Passage) -> bool:
        """Whether it is one of these."""
        return self.count > 1 and self.passage in passages


def quotes(entry: FindingEntry, look: Look, passage: Passage | None) -> Iterator[str]:
    """The quotes it rests on, then further places."""
    focus = Focus(passage, sum(len(quote.places) for quote in (*entry.quotes, *entry.further)))
    hint = detail_phrase("places", look.lang, count=focus.count) if focus.count > 1 else ""
    for title, given in (("quote", entry.quotes), ("further_places", entry.further)):
        if given:
            yield heading(phrase(title, look.lang), hint)
            yield from (_quote(quote, look, focus) for quote in given)
            hint = ""


def _quote(quote: Quote, look: Look, focus: Focus) -> str:
    """A bar at the left marks the quote that is looked at. Hidden text may stand in no clause: then its place leads nowhere."""
    value = f"<b>{text(quote.value)}</b><br>" if quote.value else ""
    places = "<br>".join(_place(place, look) for place in quote.places)
    bar = look.hex("palette", "accent") if focus.on(*map(passage_of, quote.places)) else ""
    return box(f"{value}{text(quoted(quote.text, look.lang))}<br>{places}", look, bar=bar)


def _place(place: Place, look: Look) -> str:
    words = "; ".join(place_lines([place], look.lang))
    return link(passage_key([passage_of(place)]), words) if place.clause else text(words)


def pair(places: Pair, look: Look, passage: Passage | None) -> Iterator[str]:
    """Two places side by side, what differs marked; then the others."""
    lang = look.lang
    yield heading(detail_phrase("pair", lang), detail_phrase("places", lang, count=2 + len(places.further)))
    yield columns((_side(places.left, look), _side(places.right, look)), places.rows, look)
    code = "pair_equal" if places.equal else "pair_legend" if places.comparable else "pair_apart"
    yield small(detail_phrase(code, lang))
    if places.further:
        yield heading(detail_phrase("further_copies", lang))
        focus = Focus(passage, 2 + len(places.further))
        yield from (_quote(quote, look, focus) for quote in places.further)


def _side(side: Side, look: Look) -> str:
    value = f"<br><b>{text(side.value)}</b>" if side.value else ""
    return link(side.key, side.place) + value


def copies(finding: Finding, entry: FindingEntry, look: Look) -> Iterator[str]:
    """Where a section is repeated; all of it is for the panel of duplicates."""
    if not entry.copies:
        return
    links = [link(CLAUSE + section[0], copy) for section, copy in zip(finding.sections, entry.copies, strict=True)]
    more = [f"… (+{len(links) - _COPIES})"] if len(links) > _COPIES else []
    yield heading(phrase("copies", look.lang))
    yield listed([*links[:_COPIES], *more])
    yield f"<p>{link(PANEL + 'duplicates', detail_phrase('show_duplicates', look.lang))}</p>"
