"""References inside a document as what they lead to: `§ 5` before and `§ 6` after are the same if they are the same clause.

Strategy: each place a reference names is looked up in its own document, first counted from the clause outwards, then from the top; it
counts only where exactly one clause bears the number. What it leads to is named by the group that clause is in, if that group is in
both versions. References that cannot be followed stay the words they are.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from functools import cached_property

from app.comparing.aims import Aim, aim_of, statutory_numbers
from app.comparing.outline import Outline
from app.comparing.versions.meaning import Pointer
from app.models.reading import Clause, Reading
from app.nlp.citations import Citation, Place, find_citations, places_of

_INSIDE = ("paragraph", "letter")
_AND = re.compile(r"\s*(?:,|und|sowie)\s*")
_JOINT = re.compile(
    r"\b(?:oder|bzw|beziehungsweise|ff?|i\.\s?V\.\s?m|(?:Halbsatz|Halbs\.|Hs\.|Alt\.)\s*\d+)(?!\w)", re.IGNORECASE
)


class References:
    """The references of one version; `groups`: by id of clause, the group it is in; `both`: groups that are in both versions."""

    def __init__(self, reading: Reading, groups: Mapping[str, int], both: Container[int]) -> None:
        self._outline = Outline(reading)
        self._groups = groups
        self._both = both

    @cached_property
    def _statutory(self) -> frozenset[str]:
        return statutory_numbers(self._outline.reading)

    def of(self, clause: Clause) -> list[Pointer]:
        """What the references in a clause's text lead to; neighbours of a list are one."""
        found: list[Pointer] = []
        for pointer in self._each(clause):
            last = found[-1] if found else None
            if last and last.sure == pointer.sure and _AND.fullmatch(clause.text, last.end, pointer.start):
                target = f"{last.target},{pointer.target.removeprefix('→')}"
                found[-1] = replace(last, end=pointer.end, target=target, alone=last.alone or pointer.alone)
            else:
                found.append(pointer)
        return found

    def _each(self, clause: Clause) -> list[Pointer]:
        found: list[Pointer] = []
        law: Citation | None = None
        for citation in find_citations(clause.text):
            if citation.law:
                law = citation
                continue
            target = self._target(clause, clause.text[citation.start : citation.end])
            if target:
                aim = aim_of(clause.text, citation, law, self._outline, self._statutory)
                found.append(Pointer(citation.start, citation.end, target, aim is not Aim.ELSEWHERE, "~" in target))
        return found

    def _target(self, clause: Clause, printed: str) -> str:
        """Names of the groups a reference leads to, "" where one of its places is not found for sure."""
        places = places_of(" ".join(printed.split()))
        names = [self._name(clause, place) for place in places]
        return "→" + ",".join([*names, *_joints(printed)]) if names and all(names) else ""

    def _name(self, clause: Clause, place: Place) -> str:
        if place.unit == "attachment":
            return ""
        found = self._clauses(clause, place)
        if len(found) != 1 or found[0].id not in self._groups:
            return ""
        sentence = f"#{place.sentence}" if place.sentence else ""
        group = self._groups[found[0].id]
        return f"{'' if group in self._both else '~'}{group}{sentence}"

    def _clauses(self, clause: Clause, place: Place) -> list[Clause]:
        if place.unit in _INSIDE:
            return self._near(clause, place)
        return self._outline.at(place.path) or self._lone_paragraph(place)

    def _near(self, clause: Clause, place: Place) -> list[Clause]:
        for home in self._outline.ancestors(clause):
            found = self._outline.within(home, place.path[0])
            for part in place.path[1:]:
                found = [below for above in found for below in self._outline.within(above, part)]
            if found:
                return found
        return []

    def _lone_paragraph(self, place: Place) -> list[Clause]:
        """`§ 5 Abs. 1` where § 5 has one paragraph that bears no number."""
        if len(place.path) < 2 or place.path[-1] != "1":
            return []
        homes = self._outline.at(place.path[:-1])
        return [home for home in homes if home.text and not self._outline.under(home)]


def _joints(printed: str) -> list[str]:
    """What in a reference is no place and makes a difference: `oder`, `ff.`, half sentences."""
    return ["".join(joint.split()).casefold() for joint in _JOINT.findall(printed)]
