"""What a run of the canonical text is made of in the file: the way from offsets of the text to characters of elements.

Strategy: an exact run is found where it says. A repaired one is repaired again from what stands there: capitals, spaces
and hyphens go character for character, a ligature or a letter with its accents only as a whole.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from app.importing.docx.characters import BREAK, capitals
from app.importing.docx.names import Element
from app.importing.docx.places import Part, atoms, paragraph_of
from app.importing.repair import clean, repair
from app.models.source import Run


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `[start, end)` of the text of a run's element."""

    run: Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """`stretches` in order; `even`: there is one, and it goes character for character with the canonical text."""

    stretches: tuple[Stretch, ...]
    even: bool

    @property
    def first(self) -> Stretch:
        """Where it begins."""
        return self.stretches[0]

    @property
    def last(self) -> Stretch:
        """Where it ends."""
        return self.stretches[-1]


def origin(part: Part, run: Run, canonical: str) -> Origin | None:
    """Where the characters of `run` stand; None if what stands there does not make them."""
    element = part.element(run.element or "")
    if element is None:
        return None
    start = run.offset or 0
    written = "".join(atom.text for atom in atoms(element))[start:]
    length = len(canonical) if written.startswith(canonical) else _repaired(written, canonical)
    if length is None:
        return _across(part, Stretch(element, start, start + len(written)), written, canonical)
    return Origin((Stretch(element, start, start + length),), even=_is_even(written[:length], canonical))


def _is_even(written: str, canonical: str) -> bool:
    """Whether each character became one."""
    return len(written) == len(canonical) and all(
        shown in {clean(char), capitals(char)} or char == BREAK for char, shown in zip(written, canonical, strict=True)
    )


def _repaired(written: str, canonical: str) -> int | None:
    """How many characters of `written` the import repaired into `canonical`; None if it did not."""
    if written.startswith(BREAK):
        return 1 if canonical == " " else None
    line = written.split(BREAK, 1)[0]
    for shown in (line, capitals(line)):
        if shown.startswith(canonical):
            return len(canonical)
        text = ""
        for piece, following in pairwise([*repair(shown), None]):
            if piece is None:
                break
            marks = _marks(piece.text)
            if marks and unicodedata.normalize("NFC", text + piece.text[:marks]) == canonical:
                return piece.offset + marks
            text = unicodedata.normalize("NFC", text + piece.text)
            if text.rstrip() == canonical.rstrip():
                return following.offset if following else len(shown)
    return None


def _marks(text: str) -> int:
    """How many combining marks it begins with, invisible characters among them."""
    return next((at for at, char in enumerate(text) if not unicodedata.combining(char) and clean(char)), len(text))


def _across(part: Part, begun: Stretch, written: str, canonical: str) -> Origin | None:
    """A letter whose accents stand in the runs behind it."""
    paragraph = paragraph_of(begun.run)
    stretches = [begun]
    for run in [] if paragraph is None else part.runs_after(begun.run, paragraph):
        text = "".join(atom.text for atom in atoms(run))
        marks = _marks(text)
        written += text[:marks]
        if marks:
            stretches.append(Stretch(run, 0, marks))
        if unicodedata.normalize("NFC", clean(written)) == canonical:
            return Origin(tuple(stretches), even=False)
        if marks < len(text):
            return None
    return None
