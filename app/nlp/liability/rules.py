"""Parts → statements: who is liable in which cases how far, and which earlier rules do not apply.

Strategy: the extent is read from a part without its exceptions, the cases from `coverage`. `nur bei X` grants X and
excludes the rest; what an exception names stays unlimited; `gilt nicht bei X` lifts the rules it refers to; `in diesem
Fall` and `Dies gilt auch bei X` carry on the rule before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.models.liability import Damage, Extent, Fault
from app.nlp.liability.coverage import Box, a_fortiori, boxes, mentions
from app.nlp.liability.parts import Part, blank, part_of
from app.nlp.liability.passages import Passage
from app.nlp.liability.spheres import OWN_LIABILITY, about_less
from app.nlp.liability.statements import ABSOLUTE, Context, Reach, Statement
from app.nlp.liability.words import (
    ALSO_APPLIED,
    ANNOUNCED,
    ASIDE,
    BACKWARD,
    BEARS,
    BEYOND,
    BOUNDED,
    CAP,
    CONFIRMED,
    CONTRAST,
    EXCLUDED,
    FORESEEABLE,
    FORWARD,
    GRANTS,
    IF_ONLY,
    LIABLE,
    LIMITED,
    NEAR,
    NO_RULE,
    NOT_APPLIED,
    ONLY,
    PARTIAL,
    RESIDUAL,
    SAME_CASE,
    SIMPLE_AGENTS,
    SPHERE,
    STRONG,
    UNFORESEEN,
)


def read_part(passage: Passage, part: Part, context: Context) -> list[Statement]:
    """The statements of one part; empty where it is no rule on liability."""
    aside = ASIDE.search(part.text)
    if aside is not None:
        inner = part_of(ASIDE.sub(blank, part.text), part.start)
        return [*read_part(passage, inner, context), *_Maker(passage, part, context).aside(aside)]
    text = part.text
    if NO_RULE.search(text) or not (LIABLE.search(f"{passage.lead} {text}") or context.subject):
        return []
    maker = _Maker(passage, part, context)
    plain = _ASIDES.sub(blank, part.plain)
    also = ALSO_APPLIED.search(plain)
    if NOT_APPLIED.search(plain) and (not also or "nicht" in plain[also.start() :]):
        return maker.lifted()
    if also and context.before and not EXCLUDED.search(part.plain) and not STRONG.search(part.plain):
        return maker.extended()
    return maker.rule()


@dataclass(frozen=True, slots=True)
class _Maker:
    passage: Passage
    part: Part
    context: Context

    def _found(self) -> list[Box]:
        """Mentions outside the exceptions."""
        return [b for b in mentions(self.part.text) if not self._excepted(b)]

    def _excepted(self, box: Box) -> bool:
        return any(a <= box.at < b for a, b in self.part.exceptions)

    def aside(self, match: re.Match[str]) -> list[Statement]:
        """`(bei Verletzung des Lebens auch leichte Fahrlässigkeit)` inside a rule: granted."""
        text = " " * match.start() + match[0]
        named = [b for b in mentions(text) if b.damages]
        return [self._make(replace(b, also=False), Extent.UNLIMITED, exception=True) for b in named[:1]]

    def _lifts_before(self, weak: bool) -> bool:
        """`Eine Haftung besteht jedoch bei X` behind an exclusion in the same clause."""
        excluded = any(s.extent is Extent.EXCLUDED for s in self.context.before)
        return weak and excluded and self.context.in_clause and bool(CONTRAST.search(self.part.plain))

    def _make(self, box: Box, extent: Extent, **parts: object) -> Statement:
        exception = bool(parts.get("exception"))
        start = self.part.start
        focus = start + (box.at if box.end else self._focus())
        evidence = self.passage.evidence(
            start, start + len(self.part.text), focus, "carve_out" if exception else "rule"
        )
        return Statement(
            box, extent, self.context.liable, evidence, evidence[-1].clause,
            (evidence[-1].start, evidence[-1].end), **parts,  # type: ignore[arg-type]
        )  # fmt: skip

    def _focus(self) -> int:
        for pattern in (EXCLUDED, LIMITED, STRONG, FORESEEABLE, NOT_APPLIED, BEARS):
            if m := pattern.search(self.part.plain):
                return m.start()
        return 0

    def lifted(self) -> list[Statement]:
        """`gilt nicht bei X`, `unberührt bleibt die Haftung für X`."""
        text = self.part.text
        if SPHERE.search(text) and not mentions(text):
            return []
        cases = boxes(text, a_fortiori([replace(b, also=False) for b in mentions(text)]))
        reach = self._reach()
        if not cases or not self._about_liability(reach):
            return []
        heads = all(not b.faults and not b.damages & ABSOLUTE for b in cases)
        if heads and reach is Reach.ALL and not OWN_LIABILITY.search(text):
            return []
        weak = reach in (Reach.NEAR, Reach.BACK, Reach.CLAUSES)
        return [
            self._make(box, Extent.UNLIMITED, weak=weak, reach=reach, lifts=self.context.refers, exception=True)
            for box in cases
        ]

    def _about_liability(self, reach: Reach) -> bool:
        """`Dies gilt nicht` behind a sentence that made no rule is about something else."""
        if _THIS.match(self.part.text):
            return self.context.ruled
        return bool(LIABLE.search(self.part.text)) or self.context.ruled

    def _reach(self) -> Reach:
        text = self.part.text
        if self.context.refers:
            return Reach.CLAUSES
        if FORWARD.search(text):
            return Reach.FORWARD
        if BACKWARD.search(text):
            return Reach.BACK
        return Reach.NEAR if NEAR.search(text) else Reach.ALL

    def extended(self) -> list[Statement]:
        """`Dies gilt auch bei X`: the extent of the statements before, for X."""
        cases = boxes(self.part.text, [replace(b, also=False) for b in mentions(self.part.text)])
        before = [s for s in self.context.before if s.restricts] or list(self.context.before[-1:])
        simple = bool(SIMPLE_AGENTS.search(self.part.text))
        if simple and not before[0].restricts:
            return []
        return [
            self._make(
                _extended(box, s), s.extent, weak=s.weak, exception=s.exception, reach=s.reach, lifts=s.lifts,
                simple=simple,
            )
            for s in before
            for box in (cases or ((s.box,) if simple else ()))
        ]  # fmt: skip

    def rule(self) -> list[Statement]:
        """A grant, a limit or an exclusion with its exceptions."""
        if CONFIRMED.search(self.part.plain):
            return self._confirmed()
        found = self._found()
        only = None if PARTIAL.search(self.part.plain) else self._only(found)
        extent, weak = self._extent(bool(found), only is not None)
        if extent is None:
            return []
        if weak and all(
            (not b.faults and b.damages >= {Damage.OTHER}) or b.damages == {Damage.INDIRECT} for b in found
        ):
            return []
        if weak or only is not None:
            found = [replace(b, also=False) for b in found]
        if _ALSO_NOT.search(self.part.plain) and all(b.also for b in found):
            found = [replace(b, also=False) for b in found]
        cases, also = boxes(self.part.plain, found), [b for b in found if b.also]
        if about_less(self.passage.lead, self.part, self.context, extent, (*cases, *(b for b in also if b.faults))):
            return []
        if only is None and self._lifts_before(weak):
            return [self._make(b, Extent.UNLIMITED, reach=Reach.NEAR, exception=True) for b in cases]
        main = self._within_lead(self._cases(cases, extent), found)
        measured = cases and extent is Extent.LIMITED and all(not b.faults and b.damages <= _HEADS for b in cases)
        restricts = not STRONG.search(self.part.plain) and not measured
        left = self._within_lead(self._left(found, only), found) if only is not None and restricts else []
        excepts = self._exceptions(left or main)
        residual = bool(RESIDUAL.search(self.part.plain)) or self.part.subject_to
        made = self._stated(
            main, extent, weak, residual and not (cases and extent is Extent.UNLIMITED), excepts if not left else ()
        )
        agents = bool(SIMPLE_AGENTS.search(self.part.plain))
        simple = agents and extent is not Extent.UNLIMITED
        made += [self._make(_added(b, main), extent, excepts=excepts, simple=simple) for b in also]
        if left or extent is not Extent.UNLIMITED:
            made += [self._make(b, Extent.UNLIMITED, weak=True, exception=True) for b in excepts]
        implied = only is not None and not self.passage.lead and not any(b.at < only for b in found)
        return made + [
            self._make(
                b, Extent.EXCLUDED, residual=residual, simple=b.leading or agents, excepts=excepts, implied=implied
            )
            for b in left
        ]

    def _confirmed(self) -> list[Statement]:
        """`Diese Beschränkung gilt, soweit nicht X`: only the exceptions are new."""
        excepted = self._exceptions([Box()])
        return [self._make(b, Extent.UNLIMITED, weak=True, reach=Reach.NEAR, exception=True) for b in excepted]

    def _within_lead(self, cases: list[Box], found: Sequence[Box]) -> list[Box]:
        """An item that names no degree of fault is about those of its lead."""
        if not self.passage.lead or any(b.faults for b in found):
            return cases
        faults = frozenset[Fault]().union(*(b.faults for b in mentions(self.passage.lead)))
        return [met for b in cases if (met := _narrowed(b, Box(faults, at=b.at, end=b.end))) is not None]

    def _stated(
        self, main: list[Box], extent: Extent, weak: bool, residual: bool, excepts: tuple[Box, ...]
    ) -> list[Statement]:
        simple = extent is not Extent.UNLIMITED and bool(SIMPLE_AGENTS.search(self.part.plain))
        listed = simple and self._agents_listed(main)
        made = [
            self._make(b, extent, weak=weak, residual=residual, simple=simple and not listed, excepts=excepts)
            for b in main
        ]
        return [*made, self._make(Box(), extent, simple=True, excepts=excepts)] if listed else made

    def _agents_listed(self, found: list[Box]) -> bool:
        """`Haftung für Hilfspersonen, indirekte Schäden und entgangenen Gewinn`: agents are one item of several."""
        match = SIMPLE_AGENTS.search(self.part.plain)
        after = self.part.plain[match.end() :] if match else ""
        return bool(re.match(r"\s*(?:,|und\b|sowie\b)", after)) and any(b.damages for b in found)

    def _extent(self, cases: bool, only: bool) -> tuple[Extent | None, bool]:
        plain = self.part.plain
        limited = (self._limits(only) or bool(FORESEEABLE.search(plain))) and not self._unlimited()
        if UNFORESEEN.search(plain) or (cases and PARTIAL.search(plain)):
            return Extent.LIMITED, False
        announces = ANNOUNCED.search(plain) and not CAP.search(plain) and not EXCLUDED.search(plain)
        if announces and (not cases or plain.rstrip().endswith(":")):
            return None, False
        spoken = LIABLE.search(f"{self.passage.lead} {plain}") or (cases and self.context.headed)
        if EXCLUDED.search(plain) and not only and not spoken:
            return None, False
        if EXCLUDED.search(plain) and not only:
            beyond = limited and bool(self._limits(only) or BEYOND.search(plain))
            return (Extent.LIMITED if beyond else Extent.EXCLUDED), False
        if limited:
            return Extent.LIMITED, False
        if STRONG.search(plain) and LIABLE.search(f"{self.passage.lead} {plain}"):
            return Extent.UNLIMITED, False
        if cases and (only or GRANTS.search(f"{self.passage.lead} {plain}")):
            return Extent.UNLIMITED, True
        return None, False

    def _unlimited(self) -> bool:
        plain = self.part.plain
        return bool(STRONG.search(plain)) and not CAP.search(plain) and not BOUNDED.search(plain)

    def _limits(self, only: bool) -> bool:
        """A word of limitation; `auf Vorsatz beschränkt` limits nothing, it excludes the rest."""
        if not LIMITED.search(self.part.plain):
            return False
        return not only or bool(CAP.search(self.part.plain) or FORESEEABLE.search(self.part.plain))

    def _only(self, found: list[Box]) -> int | None:
        """Where `nur` stands that restricts liability to the cases behind it; None where there is none."""
        plain = self.part.plain
        for m in ONLY.finditer(plain) if found else ():
            if IF_ONLY.search(plain[: m.start()]):
                continue
            following = [b.at for b in found if b.at >= m.end()]
            if following and m[0].lower().startswith("beschränk") and not _TO.search(plain[m.end() : min(following)]):
                continue
            ways = [x.start() for p in (LIMITED, FORESEEABLE, STRONG) if (x := p.search(plain, m.end()))]
            if following and (not ways or min(following) < min(ways)):
                return m.end()
        return next((b.at for b in found if _restricted_to(plain, b.at, b.end, bool(b.faults))), None)

    def _left(self, found: list[Box], only: int) -> list[Box]:
        """What `nur` leaves out: within the cases named before it, what is not named behind it."""
        plain = self.part.plain
        front = boxes(plain, [b for b in found if b.at < only]) or (Box(),)
        behind = boxes(plain, [b for b in found if b.at >= only])
        named = frozenset[Fault]().union(*(b.faults for b in a_fortiori(behind) if not b.damages))
        leading = frozenset[Fault]().union(*(b.faults for b in behind if not b.damages and b.leading))
        out = [
            replace(f, faults=left, at=0, end=0)
            for f in front
            if (left := (f.faults or frozenset(Fault)) - named if named else f.faults) or not named
        ]
        return out + [Box(leading, leading=True)] * bool(leading)

    def _cases(self, cases: tuple[Box, ...], extent: Extent) -> list[Box]:
        """The rule's cases; what it carries on from the sentence before; else every case."""
        before = [s.box for s in self.context.before if s.extent is not Extent.EXCLUDED]
        if self.context.referred:
            before = [s.box for s in self.context.referred if s.extent is not Extent.EXCLUDED] or before
        reference = SAME_CASE.search(self.part.plain)
        same = bool(reference) or bool(self.context.referred)
        if reference is not None and "letzte" in reference[0].lower():
            before = before[-1:]
        if reference is not None and BACKWARD.search(self.part.plain) and not cases:
            return [Box()]
        if same and before:
            several = reference is not None and "fällen" in reference[0].lower()
            before = _duties(before) if extent is Extent.LIMITED and not several else before
            met = [m for a in before for b in cases or (Box(),) if (m := _narrowed(a, b)) is not None]
            return met or list(cases) or before
        if cases:
            return [self._fault_before(b) for b in cases]
        carried = extent is Extent.LIMITED and FORESEEABLE.search(self.part.plain) and self.context.in_clause
        if carried and before and all(s.weak for s in self.context.before if s.extent is not Extent.EXCLUDED):
            return _duties(before)
        return [Box()]

    def _fault_before(self, box: Box) -> Box:
        """`Bei Verletzung der Kardinalpflicht …` behind the sentence that grants it for slight negligence."""
        if box.faults or not box.damages or not self.context.in_clause:
            return box
        same = [s.box.faults for s in self.context.before if s.weak and s.box.faults and s.box.damages == box.damages]
        return replace(box, faults=same[0].union(*same)) if same else box

    def _exceptions(self, main: list[Box]) -> tuple[Box, ...]:
        out: list[Box] = []
        for a, b in self.part.exceptions:
            text = self.part.text[a:b]
            named = a_fortiori([replace(x, also=False) for x in mentions(text)])
            for box in boxes(text, named):
                if box.damages and not box.faults and all(box.damages == m.damages for m in main):
                    continue
                out += _within(main, replace(box, at=box.at + a, end=box.end + a))
        return tuple(out)


_HEADS = frozenset(
    {Damage.DATA_LOSS, Damage.INDIRECT, Damage.DELAY}
)  # `haftet nur für den Aufwand …` leaves out no case
_ASIDES = re.compile(r"\([^()]{0,200}\)")
_THIS = re.compile(r"\W*(?:dies|das|diese)\s+(?:gilt|gelten)\b", re.I)
_ALSO_NOT = re.compile(r"\bauch\s+nicht\b", re.I)
_TO = re.compile(r"\bauf\s+(?:\S+\s+){0,5}$", re.I)
_TO_CASES = re.compile(r"\bauf\s+(?:die\s+)?(?:fälle|verletzung|schäden\s+(?:aus|durch|wegen|infolge))\b[^,;.]*$", re.I)
_LIMITED_AFTER = re.compile(r"^(?:(?!beruh)[^,;.]){0,80}\b(?:beschränkt|begrenzt)\b", re.I)
_LIMITED_BEFORE = re.compile(r"\b(?:beschränkt|begrenzt|beschränken|begrenzen)\b[^,;.]{0,60}$", re.I)


def _restricted_to(text: str, start: int, end: int, fault: bool) -> bool:
    """`ist auf Vorsatz und grobe Fahrlässigkeit beschränkt`."""
    before = text[max(0, start - 70) : start]
    if not _TO_CASES.search(before) and not fault:
        return False
    if not _TO.search(before) or CAP.search(before[_TO.search(before).start() :]):  # type: ignore[union-attr]
        return False
    return bool(_LIMITED_AFTER.search(text[end:]) or _LIMITED_BEFORE.search(before))


def _extended(box: Box, before: Statement) -> Box:
    if not before.restricts:
        return box
    return replace(box, damages=box.damages or before.box.damages, faults=box.faults or before.box.faults)


def _added(box: Box, main: list[Box]) -> Box:
    """`auch bei X` within the degrees of fault and the kinds of damage of its rule."""
    faults = main[0].faults if main and all(b.faults == main[0].faults for b in main) else frozenset[Fault]()
    kinds = frozenset[Damage]().union(*(b.damages for b in main)) if all(b.damages for b in main) else frozenset()
    return replace(box, faults=box.faults or faults, damages=box.damages or kinds)


def _duties(before: list[Box]) -> list[Box]:
    """Of several cases a limit `in diesem Fall` is meant for the essential duties, if they are among them."""
    essential = [b for b in before if Damage.ESSENTIAL_DUTIES in b.damages]
    return essential or before


def _narrowed(a: Box, b: Box) -> Box | None:
    faults = a.faults & b.faults if a.faults and b.faults else a.faults | b.faults
    damages = a.damages & b.damages if a.damages and b.damages else a.damages | b.damages
    if (a.faults and b.faults and not faults) or (a.damages and b.damages and not damages):
        return None
    return Box(faults, damages, b.at, b.end)


def _within(main: list[Box], box: Box) -> list[Box]:
    """An exception inside the rule it excepts from."""
    met = [m for a in main if (m := _narrowed(a, box)) is not None]
    return [replace(m, leading=box.leading) for m in met] or [box]
