"""Parts of a document that separates its services: a general part and special ones.

Strategy: where a top-level section with sub-sections of its own says that it is for everything (`Allgemeines`, `Regelungen
für alle Vertragsarten`, `Gemeinsame Bestimmungen`), the other top-level sections are special parts. A document without
such a section has no parts: its sections are subjects.
"""

from __future__ import annotations

import re

from app.models.reading import Clause

_GENERAL = re.compile(r"\ballgemein|\bfür alle\b|\bgemeinsam|\bgrundleg|\bübergreifend", re.IGNORECASE)


class Parts:
    """Which part of the document each clause belongs to."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        parent = {c.id: c.parent for c in clauses}
        with_children = set(parent.values())
        deep = {p for c, p in parent.items() if c in with_children and p is not None}
        tops = [c for c in clauses if c.parent is None]
        self._general = {c.id for c in tops if c.id in deep and _GENERAL.search(c.heading)}
        self._deep = deep
        self._top: dict[str, str] = {}
        for c in clauses:
            self._top[c.id] = self._top.get(c.parent or "", c.id)

    def relation(self, first: str, second: str) -> str:
        """Of two clauses: same, general_special, or apart (two special parts)."""
        a, b = self._top[first], self._top[second]
        if a == b or not self._general or len(self._general | self._deep) < 2:
            return "same"
        if (a in self._general) != (b in self._general):
            return "general_special" if (a in self._deep and b in self._deep) else "same"
        return "same" if a in self._general else "apart"
