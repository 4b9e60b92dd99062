"""Rules that are about less than they say: other people's spheres, single objects, conditions of another kind.

Strategy: only a rule that names no fault and no mandatory kind of damage is tested; without this test `keine Haftung
für Garderobe` would exclude everything. What is left out is not regulated, never guessed.
"""

from __future__ import annotations

import re

from app.models.liability import Damage, Extent
from app.nlp.liability.coverage import Box
from app.nlp.liability.parts import Part
from app.nlp.liability.statements import ABSOLUTE, Context
from app.nlp.liability.words import (
    FORCE,
    FORESEEABLE,
    NARROW,
    NARROW_START,
    RESIDUAL,
    SAME_CASE,
    SIMPLE_AGENTS,
    SPHERE,
)

OWN_LIABILITY = re.compile(
    r"haft(?:e|et|en|bar|ung\w*)\b|gehaftet|schadens?-?\s?ersatz|ersatzpflicht|ersatzanspr|einsteh|einzustehen", re.I
)
_ALSO_BY = re.compile(
    r"(?<=\S\s)(?:auch|selbst|insbesondere|einschließlich)\s+(?:(?:bei|für|wegen)\s+)?[^,;.–-]{0,80}", re.I
)
_SOME_DELAYS = re.compile(r"verzögerung\w*\s*,\s*(?:die|welche)\s+(?:durch|aus|infolge|auf)\b", re.I)
_CONTINUES = re.compile(r"\W*(?:jedoch|allerdings|danach|demnach|(?:er|sie|es)\s+\w+\s+(?:jedoch|allerdings))\b", re.I)
_SWEEPING = re.compile(
    r"\b(?:jegliche\w*|jede[nrs]?|sämtliche\w*|alle[nrs]?|rechtsgr[uü]nd\w*|\w*schadens?-?ersatz\w*|vertrag\w*|schäden|schaden)\b",
    re.I,
)


def about_less(lead: str, part: Part, context: Context, extent: Extent, cases: tuple[Box, ...]) -> bool:
    """Whether a rule with these cases is about less than the cases say."""
    if cases and _object_first(part.plain, cases):
        return True
    if any(b.faults or (b.damages & ABSOLUTE and len(b.damages) == 1) for b in cases):
        return False
    if SIMPLE_AGENTS.search(part.plain) and extent is not Extent.UNLIMITED:
        return False
    if _CONTINUES.match(part.plain) and not context.ruled:
        return True
    if extent is Extent.UNLIMITED:
        nothing_before = bool(SAME_CASE.search(part.plain)) and not context.ruled
        return not cases and bool(nothing_before or NARROW.search(part.plain) or SPHERE.search(part.plain))
    if extent is Extent.EXCLUDED and _excludes_less(part, context, cases):
        return True
    if FORESEEABLE.search(part.plain) and context.in_clause and any(s.weak for s in context.before):
        return False
    return not cases and _narrow(f"{lead} {part.plain}", part, context, extent)


def _object_first(plain: str, cases: tuple[Box, ...]) -> bool:
    """`Für Aufnahmen haftet er nur bei …`; `Verzögerungen, die durch …`; a manufacturer's guarantee."""
    if NARROW_START.match(plain) and not any(b.damages for b in cases):
        return True
    if _SOME_DELAYS.search(plain) and all(b.damages == {Damage.DELAY} and not b.faults for b in cases):
        return True
    return all(b.damages == {Damage.GUARANTEE} for b in cases) and "ersteller" in plain


def _excludes_less(part: Part, context: Context, cases: tuple[Box, ...]) -> bool:
    if FORCE.search(part.text):
        return True
    sphere = bool(SPHERE.search(part.plain))
    if cases:
        heads = frozenset[Damage]().union(*(b.damages for b in cases))
        return sphere and heads <= {Damage.DATA_LOSS, Damage.DELAY}
    if SAME_CASE.search(part.plain):  # `hierfür`, `in diesem Fall`: what is meant stands elsewhere
        return True
    known = context.headed or context.ruled or RESIDUAL.search(part.plain) or _SWEEPING.search(part.plain)
    return sphere or part.conditional or not known


def _narrow(text: str, part: Part, context: Context, extent: Extent) -> bool:
    if SAME_CASE.search(part.plain) or not OWN_LIABILITY.search(text):
        return not _carries_on(part, context, extent)
    return bool(NARROW.search(part.plain) and NARROW.search(_ALSO_BY.sub(" ", part.plain)))


def _carries_on(part: Part, context: Context, extent: Extent) -> bool:
    """Whether `in diesem Fall` has a rule before it that it can be about."""
    wanted = [s for s in context.before if extent is not Extent.EXCLUDED or s.restricts]
    return bool(wanted or context.referred) and bool(SAME_CASE.search(part.plain))
