"""The reference clause in the detail of a finding: which position is nearest and why, its wording against the document's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.models.analysis import Comparison, DiffOp, PositionMatch
from app.reporting.references import reference_of
from app.reporting.reportmodel import DiffPart, Reference
from app.ui.detail_markup import LIBRARY, POSITION, Look, box, columns, heading, link, pieces, small, text
from app.ui.models.columns import AlignedRow, Mark, Piece, aligned
from app.ui.models.positions import KnownReference, compared, position_names
from app.wording.findingdetail import detail_phrase
from app.wording.matches import match_reasons, match_title, said
from app.wording.report import phrase
from app.wording.terms import term

_MARKS = {DiffOp.DELETE: Mark.GONE, DiffOp.INSERT: Mark.NEW, DiffOp.FILLED: Mark.FILLED}


@dataclass(frozen=True, slots=True)
class Held:
    """What a clause is held against: the analysis's comparison, what the library has now, the position that was asked for."""

    reference: str
    status: str = ""
    comparison: Comparison | None = None
    known: KnownReference | None = None
    position: int | None = None

    @property
    def title(self) -> str:
        """What the reference clause is called, its id where nobody knows."""
        if self.comparison is not None:
            return self.comparison.reference_title
        return self.known.title if self.known else self.reference

    @property
    def shown(self) -> Comparison | None:
        """The comparison to show: the one asked for, else the analysis's."""
        if self.position is None or self.known is None or self.comparison is None:
            return self.comparison
        if self.position == self.comparison.position_index or self.position >= len(self.known.positions):
            return self.comparison
        return compared(self.known, self.position, self.comparison.clause_text)


def reference(held: Held, matches: Iterable[PositionMatch], look: Look) -> Iterator[str]:
    """All of it, nothing where no reference clause is concerned."""
    if not held.reference:
        return
    lang = look.lang
    yield heading(detail_phrase("reference", lang, title=held.title))
    status = f"<b>{text(term('status', held.status, lang))}</b> · " if held.status else ""
    yield f"<p>{status}{link(LIBRARY + held.reference, detail_phrase('open_reference', lang))}</p>"
    near = [match for match in matches if said(match)]
    yield from nearest(near, look)
    yield from _choice(held, near[0].position if near else None, look)
    shown = held.shown
    if shown is not None:
        yield from wording(reference_of(shown, held.status, lang), shown, look)
    else:
        yield from _own_wording(held, look)


def nearest(matches: Iterable[PositionMatch], look: Look) -> Iterator[str]:
    """Which position a clause is closest to, and why."""
    for match in matches:
        if said(match):
            why = " ".join(match_reasons(match, look.lang))
            yield f"<p>{text(match_title(match, look.lang))}<br><span class='soft'>{text(why)}</span></p>"


def _choice(held: Held, near: int | None, look: Look) -> Iterator[str]:
    """The positions of the reference, to be compared with one after the other; `near`: the one the clause is closest to."""
    if held.known is None or len(held.known.positions) < 2:
        return
    now = _position(held)
    names = position_names(held.known.positions, look.lang)
    links = (_named(place, name, place == now, place == near, look) for place, name in enumerate(names))
    before = detail_phrase("compare_with" if held.comparison else "our_wordings", look.lang)
    yield f"<p><span class='soft'>{text(before)}</span> {' · '.join(links)}</p>"


def _position(held: Held) -> int:
    if held.position is not None:
        return held.position
    return held.comparison.position_index if held.comparison else 0


def _named(place: int, name: str, chosen: bool, near: bool, look: Look) -> str:
    words = f"{name} ({detail_phrase('nearest_position', look.lang)})" if near else name
    return f"<b>{text(words)}</b>" if chosen else link(f"{POSITION}{place}", words)


def wording(given: Reference, shown: Comparison, look: Look) -> Iterator[str]:
    """The word diff in one text or in two columns; both texts where a diff would not help."""
    lang = look.lang
    name = text(term("position", shown.position, lang))
    heads = (
        f"<b>{text(detail_phrase('our_wording', lang))}</b> ({name})",
        f"<b>{text(detail_phrase('in_document', lang))}</b>",
    )
    if not given.diff:
        yield from _apart(shown, heads, look)
    elif look.beside:
        yield columns(heads, aligned(given.diff), look)
    else:
        yield f"<p class='soft'>{name}</p>"
        yield box(pieces(map(_piece, given.diff), look), look)
    yield small(_legend(given, look))


def _legend(given: Reference, look: Look) -> str:
    if not given.diff:
        return phrase("not_comparable", look.lang)
    filled = [phrase("diff_filled_window", look.lang)] if given.fills else []
    return ", ".join([detail_phrase("diff_legend", look.lang), *filled])


def _apart(shown: Comparison, heads: tuple[str, str], look: Look) -> Iterator[str]:
    if look.beside:
        row = AlignedRow((Piece(shown.reference_text),), (Piece(shown.clause_text),))
        yield columns(heads, [row], look)
        return
    for head, words in zip(heads, (shown.reference_text, shown.clause_text), strict=True):
        yield f"<p>{head}</p>" + box(text(words), look)


def _own_wording(held: Held, look: Look) -> Iterator[str]:
    """Where the document says nothing: what could be put in."""
    if held.known is not None and held.known.positions:
        chosen = held.known.positions[min(_position(held), len(held.known.positions) - 1)]
        yield box(text(chosen.text), look)


def _piece(part: DiffPart) -> Piece:
    return Piece(part.text, _MARKS.get(part.op, Mark.SAME))
