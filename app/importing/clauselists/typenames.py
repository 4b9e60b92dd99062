"""Clause types by the names people give them: id, German or English name, or the nearest of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from app.importing.clauselists.model import NamedType
from app.importing.clauselists.words import folded

LIKELY: Final = 78.0  # of 100, from which a name is worth being asked about: „Gewährleistng“, „Geheimhaltungspflicht“
_CHOICES: Final = 3
_TELLING: Final = 6  # letters of a word that may stand for the whole name
_LONGEST: Final = 200  # characters of a name


class TypeNames:
    """The names of all types, folded."""

    def __init__(self, types: Sequence[NamedType]) -> None:
        self._names = {folded(name): one.id for one in types for name in (one.en, one.de, one.id)}

    def named(self, text: str) -> str | None:
        """The type of exactly this id or name."""
        return self._names.get(folded(text[:_LONGEST]))

    def nearest(self, text: str) -> tuple[str, ...]:
        """Types of a similar name, best first; the user confirms."""
        own = folded(text[:_LONGEST])
        if not own:
            return ()
        found = process.extract(own, list(self._names), scorer=_likeness, score_cutoff=LIKELY, limit=2 * _CHOICES)
        ids = dict.fromkeys(self._names[name] for name, _, _ in found)
        return tuple(ids)[:_CHOICES]


def _likeness(a: str, b: str, **_: object) -> float:
    """Likeness of the whole names; a name that is a word of the other („Haftung“) counts as likely."""
    if set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return 90.0
    whole: float = fuzz.ratio(a, b)
    begun = min(len(a), len(b)) >= _TELLING and (a.startswith(b) or b.startswith(a))
    words = [fuzz.ratio(a, word) for word in b.split() if len(word) >= _TELLING]
    return max(whole, 80.0 if begun else 0.0, 0.9 * max(words, default=0.0))
