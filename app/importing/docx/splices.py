"""From characters of runs to bytes of a part: which bytes give way to which.

Strategy: an element is exchanged as a whole or not at all; a `t` that stays as it was keeps its bytes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.importing.docx.names import Element
from app.importing.docx.places import Atom, Part, atoms

Splice = tuple[int, int, bytes]
"""`[start, end)` of a part's bytes and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `[start, end)` of a run's element that give way to `text`."""

    run: Element
    start: int
    end: int
    text: str = ""


def splices(part: Part, run: Element, cuts: list[Cut]) -> list[Splice]:
    """The bytes to exchange for all cuts of one run."""
    run_atoms = atoms(run)
    by_atom: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        text = cut.text
        for index in _touched(run_atoms, cut):
            atom = run_atoms[index]
            span = (max(cut.start, atom.start) - atom.start, min(cut.end, atom.end) - atom.start)
            by_atom[index].append((*span, text))
            text = ""
    return [splice for index, spans in by_atom.items() for splice in _exchanged(part, run_atoms[index], spans)]


def _touched(run_atoms: list[Atom], cut: Cut) -> list[int]:
    if cut.start < cut.end:
        return [index for index, atom in enumerate(run_atoms) if cut.start < atom.end and atom.start < cut.end]
    at_place = [index for index, atom in enumerate(run_atoms) if atom.start <= cut.start <= atom.end]
    return sorted(at_place, key=lambda index: not run_atoms[index].is_text)[:1]


def _exchanged(part: Part, atom: Atom, spans: list[tuple[int, int, str]]) -> list[Splice]:
    extent = part.extent(atom.element)
    prefix = part.prefix(atom.element)
    text, at = "", 0
    kept = atom.text if atom.is_text else ""
    for start, end, new in spans:
        text += kept[at:start] + new
        at = end
    text += kept[at:]
    if atom.is_text:
        return [] if text == atom.text else [(extent.start, extent.end, _written(text, prefix))]
    made = _written(text, prefix)
    if any(start < end for start, end, _ in spans):
        return [(extent.start, extent.end, made)]
    place = extent.start if spans[0][0] == 0 else extent.end
    return [(place, place, made)]


def _written(text: str, prefix: str) -> bytes:
    """`t` elements with tabs between."""
    parts = [f'<{prefix}t xml:space="preserve">{escape(part)}</{prefix}t>' if part else "" for part in text.split("\t")]
    return f"<{prefix}tab/>".join(parts).encode()


def spliced(blob: bytes, exchanges: list[Splice]) -> bytes:
    """`blob` with these exchanges, which do not overlap."""
    made, at = [], 0
    for start, end, text in sorted(exchanges, key=lambda splice: splice[:2]):
        made += [blob[at:start], text]
        at = max(at, end)
    return b"".join([*made, blob[at:]])
