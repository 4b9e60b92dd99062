"""Which cases a piece of a rule is about: boxes of degrees of fault × kinds of damage.

Strategy: mentions that stand in one enumeration are alternatives (`bei Vorsatz oder bei Verletzung des Lebens`);
a fault that directly qualifies a duty or damage is joined with it (`fahrlässige Verletzung wesentlicher Pflichten`,
`Schäden aus …, die auf grober Fahrlässigkeit beruhen`); enumerations on both sides of the verb restrict each other
(`bei leichter Fahrlässigkeit haftet er nur bei …`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.models.liability import Damage, Fault
from app.nlp.liability.words import (
    ADDITIVE,
    ALL_AGENTS,
    AND_ALSO,
    CAUSED,
    CAUSES,
    CONDITION,
    DAMAGE_WORDS,
    FAULT_WORDS,
    FOR_EXAMPLE,
    IN_CASE,
    JOINED_VERB,
    LATE_CONDITION,
    LEADING,
    LIFE_GOES_ON,
    MEASURE,
    MINOR,
    ONLY,
    RELATIVE,
    SEPARATOR,
    THIS_FAULT,
    UNION_END,
)


@dataclass(frozen=True, slots=True)
class Box:
    """Cases: `faults` × `damages`, empty meaning every one. `at`: where the words stand; `leading`: for the fault of
    leading employees only; `also`: added to a rule that is about more (`auch bei grober Fahrlässigkeit`).
    """

    faults: frozenset[Fault] = frozenset()
    damages: frozenset[Damage] = frozenset()
    at: int = 0
    end: int = 0
    leading: bool = False
    also: bool = False

    def covers(self, fault: Fault, damage: Damage) -> bool:
        """Whether the case is one of these."""
        return (not self.faults or fault in self.faults) and (not self.damages or damage in self.damages)


@lru_cache(maxsize=256)
def mentions(text: str) -> tuple[Box, ...]:
    """Every degree of fault and kind of damage that `text` names, in order, without overlaps."""
    found: list[Box] = []
    taken: list[tuple[int, int]] = []
    for faults, pattern in FAULT_WORDS:
        for m in pattern.finditer(text):
            if any(a < m.end() and m.start() < b for a, b in taken):
                continue
            before = text[max(0, m.start() - 60) : m.start()]
            if not MEASURE.search(before) and not (m[0][0].isupper() and THIS_FAULT.search(before)):
                taken.append(m.span())
                found.append(Box(faults=faults, at=m.start(), end=m.end(), leading=_leading(text, m.end())))
    for damages, pattern in DAMAGE_WORDS:
        found += (
            Box(damages=damages, at=m.start(), end=_end(text, damages, m.end()))
            for m in pattern.finditer(text)
            if not _by_the_way(text, damages, m.start(), m.end())
        )
    return tuple(_with_added(text, list(_distinct(found))))


def _distinct(found: list[Box]) -> Iterator[Box]:
    last: Box | None = None
    for box in sorted(found, key=lambda b: (b.at, -b.end, sorted(b.damages), sorted(b.faults))):
        if last is not None and box.damages and box.damages == last.damages and box.at < last.end:
            continue
        yield box
        last = box


def _leading(text: str, at: int) -> bool:
    """`grober Fahrlässigkeit der Organe oder leitender Angestellter`, with no other agents named beside them."""
    after = text[at : at + 160]
    match = LEADING.match(after)
    return (
        match is not None
        and not re.search(r"\bnicht\b", match[0])
        and not ALL_AGENTS.search(after.split("\n")[0].split(";")[0])
    )


def _end(text: str, damages: frozenset[Damage], end: int) -> int:
    """`Leben, Körper` … `und Gesundheit`."""
    while damages == {Damage.LIFE_BODY_HEALTH} and (more := LIFE_GOES_ON.match(text, end)) is not None:
        end = more.end()
    return end


def _by_the_way(text: str, damages: frozenset[Damage], start: int, end: int) -> bool:
    if Damage.ESSENTIAL_DUTIES in damages and MINOR.search(text[max(0, start - 40) : start]):
        return True
    if Damage.GUARANTEE in damages and _ASSURES.fullmatch(text, start, end):
        return True
    if Damage.DELAY in damages and len(damages) == 1:
        near = text[max(0, start - 80) : end + 80]
        if CAUSES.search(near) or FOR_EXAMPLE.search(text[max(0, start - 60) : start]):
            return True
    return False


def _with_added(text: str, found: list[Box]) -> list[Box]:
    """What follows an added case in its enumeration is added as well."""
    out: list[Box] = []
    for box in found:
        before = out[-1] if out else None
        gap = text[before.end : box.at] if before else ""
        alike = before is not None and before.also and bool(before.faults) == bool(box.faults)
        goes_on = alike and len(gap) < 40 and SEPARATOR.search(gap) and not JOINED_VERB.search(gap)
        out.append(replace(box, also=True) if goes_on else _added(text, box))
    return out


_ASSURES = re.compile(r"garantier(?:t|en|e)", re.I)


def _added(text: str, box: Box) -> Box:
    if ADDITIVE.search(text[max(0, box.at - 55) : box.at]):
        return Box(box.faults, box.damages, box.at, box.end, box.leading, also=True)
    return box


def a_fortiori(found: Sequence[Box]) -> list[Box]:
    """What is excepted for gross negligence is excepted for intent all the more, where intent is not named."""
    if any(Fault.INTENT in b.faults for b in found):
        return list(found)
    gross = frozenset({Fault.GROSS_NEGLIGENCE})
    return [replace(b, faults=gross | {Fault.INTENT}) if b.faults == gross else b for b in found]


def boxes(text: str, found: Sequence[Box]) -> tuple[Box, ...]:
    """The cases that the mentions of one rule make up together; empty where there are none."""
    plain = [b for b in found if not b.also]
    lists = _enumerations(text, _joined(text, plain))
    whole: list[Box] = []
    for boxed in lists:
        whole = _both(whole, boxed) if whole else boxed
    return tuple(whole)


def _joined(text: str, found: Sequence[Box]) -> list[Box]:
    out: list[Box] = []
    relative: tuple[Box, int] | None = None  # a damage and where the relative clause that qualifies it ends
    qualified: Box | None = None  # a damage whose degree of fault has just been read
    for box in found:
        before = out[-1] if out else None
        if relative is not None and box.at < relative[1] and box.faults and not box.damages:
            out += [both] if (both := _meet(relative[0], box)) is not None else []
        elif qualified is not None and before is not None and _goes_on(text, before, box):
            out += [both] if (both := _meet(qualified, box)) is not None else []
        elif before is not None and _belongs(text[before.end : box.at], before, box, text[box.at : box.at + 5]):
            chain = [out.pop()]
            while out and _chained(text, out[-1], chain[0], box):
                chain.insert(0, out.pop())
            out += [both for b in chain if (both := _meet(b, box)) is not None]
            qualified = before if before.damages and not before.faults else None
            end = CAUSED.search(text, box.end, box.end + 300)
            relative = (before, _relative_end(text, end)) if end and before.damages and not before.faults else None
        else:
            out.append(box)
            qualified = None
    return out


def _goes_on(text: str, before: Box, box: Box) -> bool:
    """`wegen vorsätzlichen oder grob fahrlässigen Verhaltens`."""
    return bool(box.faults) and not box.damages and text[before.end : box.at].strip().lower() in ("oder", "und", "bzw.")


def _relative_end(text: str, verb: re.Match[str]) -> int:
    """`… beruhen oder einer vorsätzlichen Pflichtverletzung …` goes on."""
    more = _GOES_ON.match(text, verb.end())
    return more.end() if more else verb.start()


_GOES_ON = re.compile(r"\s+oder\s+(?:auf\s+)?eine[rs]?\b[^;.]{0,200}")


def _belongs(gap: str, first: Box, second: Box, word: str) -> bool:
    if "\n" in gap:
        return False
    if first.faults and not first.damages and second.damages:
        return not SEPARATOR.search(gap) and not JOINED_VERB.search(gap) and len(gap) < 90
    if first.damages and not first.faults and second.faults:
        if word.startswith("ohne"):
            return len(gap) < 5
        return bool(RELATIVE.match(gap)) and not _verb_outside_relative(gap) and len(gap) < 110
    return False


def _verb_outside_relative(gap: str) -> bool:
    return not gap.lstrip().startswith(",") and bool(JOINED_VERB.search(gap))


def _chained(text: str, earlier: Box, first: Box, qualifier: Box) -> bool:
    """`vorsätzlicher oder grob fahrlässiger Verletzung`; `Leben, Körper oder Gesundheit, die fahrlässig …`."""
    gap = text[earlier.end : first.at].strip().lower()
    if qualifier.damages:
        adjectives = text[earlier.at : earlier.end].lower().startswith(("vorsätzlich", "fahrlässig", "grob", "leicht"))
        return bool(earlier.faults) and not earlier.damages and adjectives and gap in ("oder", "und", "bzw.", ",")
    return False


def _meet(a: Box, b: Box) -> Box | None:
    faults = a.faults & b.faults if a.faults and b.faults else a.faults | b.faults
    damages = a.damages & b.damages if a.damages and b.damages else a.damages | b.damages
    if (a.faults and b.faults and not faults) or (a.damages and b.damages and not damages):
        return None
    return Box(faults, damages, b.at, b.end, a.leading or b.leading)


def _enumerations(text: str, atoms: list[Box]) -> list[list[Box]]:
    lists: list[list[Box]] = []
    for atom in atoms:
        before = lists[-1][-1] if lists else None
        gap = text[before.end : atom.at] if before else ""
        if before is not None and (_parallel(text, lists[-1][0], gap) or not _new_list(gap, before, atom)):
            lists[-1].append(atom)
        else:
            lists.append([atom])
    return lists


def _parallel(text: str, first: Box, gap: str) -> bool:
    """`wenn A, wenn B oder wenn C`: conditions side by side."""
    opened = _OPENED.search(text, max(0, first.at - 80), first.at)
    again = _AGAIN.search(gap)
    return opened is not None and again is not None and opened[1].lower() == again[1].lower()


_OPENED = re.compile(r"\b(wenn|soweit|sofern|falls)\b[^,;.]*$", re.I)
_AGAIN = re.compile(r",\s*(?:(?:oder|und)\s+)?(wenn|soweit|sofern|falls)\b[^,;.]*$", re.I)


def _new_list(gap: str, before: Box, after: Box) -> bool:
    if "\n" in gap:
        return False
    both = not before.damages and not after.faults and (AND_ALSO.search(gap) or IN_CASE.search(gap))
    if CONDITION.search(gap) or both:
        return True
    if ONLY.search(gap):
        return True
    if not JOINED_VERB.search(gap):
        alike = bool(before.faults) == bool(after.faults) and bool(before.damages) == bool(after.damages)
        return not alike and not SEPARATOR.search(gap)
    tail = re.split(r"[,;•–]", gap)[-1] if re.search(r"[,;•–]", gap) else None
    if tail is not None and not JOINED_VERB.search(tail) and not LATE_CONDITION.match(tail):
        return False
    return not UNION_END.search(gap)


def _both(first: list[Box], second: list[Box]) -> list[Box]:
    met = [box for a in first for b in second if (box := _meet(a, b)) is not None]
    return met or [*first, *second]
