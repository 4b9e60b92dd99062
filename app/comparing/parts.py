"""Parts of a document that separates its services: a general part and special ones.

Strategy: top-level sections that say so (`Besondere Bedingungen für …`) are special parts; other annexes stand aside. Where a
top-level section with sub-sections of its own says that it is for everything (`Allgemeines`, `Regelungen für alle
Vertragsarten`), the other top-level sections with sub-sections are special parts too. Everything else is general: the
sections of a document without parts are subjects.
"""

from __future__ import annotations

import re

from app.models.reading import Clause

_GENERAL = re.compile(r"\ballgemein|\bfür alle\b|\bgemeinsam|\bgrundleg|\bübergreifend", re.IGNORECASE)
_SPECIAL = re.compile(
    r"^\W*(?:(?:Teil|Abschnitt)\s+\w{1,4}\W+)?(?:(?:Anhang|Anlage)\b.{0,12}\b)?"
    r"(?:(?:Besondere|Ergänzende|Zusätzliche|Weitere)\s+)?(?:Zusatz|Sonder|Nutzungs|Geschäfts|Vertrags)?(?:bedingung|bestimmung|regelung)en\s+(?:für|zu)\b",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"^\W*(?:Anhang|Anlage|Annex|Appendix|Schedule)\b", re.IGNORECASE)


class Parts:
    """Which part of the document each clause belongs to."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        parent = {c.id: c.parent for c in clauses}
        with_children = {p for p in parent.values() if p is not None}
        deep = {p for c, p in parent.items() if c in with_children and p is not None}
        tops = [c for c in clauses if c.parent is None]
        general = {c.id for c in tops if c.id in deep and _GENERAL.search(c.heading) and not _says_special(c)}
        special = {c.id for c in tops if c.id in with_children and _says_special(c)}
        self._aside = {c.id for c in tops if _ANNEX.search(c.heading or c.label) and c.id not in special}
        special |= {c.id for c in tops if general and c.id in deep and c.id not in general}
        self._part: dict[str, str] = {}
        for c in clauses:
            own = c.id if c.id in special | self._aside else ""
            self._part[c.id] = own if c.parent is None else self._part.get(c.parent, "")

    def relation(self, first: str, second: str) -> str:
        """Of two clauses: same, general_special, or apart (two special parts)."""
        a, b = self._part[first], self._part[second]
        if a == b:
            return "same"
        return "apart" if (a and b) or {a, b} & self._aside else "general_special"


def _says_special(clause: Clause) -> bool:
    heading = f"{clause.label} {clause.heading}"
    return bool(_SPECIAL.search(heading) or _SPECIAL.search(clause.heading)) and not _GENERAL.search(heading)
