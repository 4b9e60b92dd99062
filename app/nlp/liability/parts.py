"""Passages cut into parts, one rule each, their exceptions set apart.

Strategy: a new rule begins at `;`, `im Übrigen`, `bei leichter Fahrlässigkeit dagegen` …, where both halves say
something of their own. An exception runs from its mark (`außer`, `es sei denn`, `soweit nicht`) to the main clause that
follows it, else to the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.nlp.liability.coverage import mentions
from app.nlp.liability.words import (
    ALSO_APPLIED,
    ATTRIBUTE,
    BEARS,
    CLAUSE_END,
    EXCEPT,
    EXCEPT_END,
    EXCLUDED,
    FORESEEABLE,
    JOINED_VERB,
    LIMITED,
    NEXT_RULE,
    NO_LIMIT,
    NO_RULE,
    NOT_APPLIED,
    NOT_GROSSLY,
    ONLY,
    STRONG,
    SUBJECT_TO,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A rule's words: `[start, end)` of the passage, exceptions blanked out in `plain`."""

    text: str
    plain: str
    start: int
    exceptions: tuple[tuple[int, int], ...]
    subject_to: bool = False  # gives way to other rules by name
    conditional: bool = False  # a condition that names no fault or damage: the rule is about less than it says


def parts(text: str) -> list[Part]:
    """The rules of a passage; a part without an extent of its own carries on the one before."""
    cuts = [0]
    for m in NEXT_RULE.finditer(text):
        head, tail = text[cuts[-1] : m.start()], text[m.end() :]
        following = NEXT_RULE.split(tail, maxsplit=1)[0]
        if _ITEM.match(following) and not JOINED_VERB.search(following):
            continue
        if _says_something(head) and _says_something(following):
            cuts.append(m.end())
    return [part_of(_ruling(text[a:b]), a) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _ruling(text: str) -> str:
    """Halves of a sentence that are about something else (`; eine Änderung der Beweislast …`) blanked out."""
    halves = text.split(";")
    if len(halves) < 2:
        return text
    return ";".join(" " * len(h) if NO_RULE.search(h) and not mentions(h) else h for h in halves)


def _says_something(text: str) -> bool:
    patterns = (EXCLUDED, LIMITED, STRONG, NOT_APPLIED, FORESEEABLE, ALSO_APPLIED)
    return (
        any(p.search(text) for p in patterns) or bool(ONLY.search(text) and mentions(text)) or bool(BEARS.search(text))
    )


def blank(match: re.Match[str]) -> str:
    """As many spaces, so that places stay."""
    return " " * len(match[0])


def part_of(text: str, start: int) -> Part:
    """One rule's words with its exceptions found."""
    subject_to = SUBJECT_TO.search(text) is not None
    text = SUBJECT_TO.sub(blank, NO_LIMIT.sub(blank, text))
    found = tuple(_exceptions(text))
    plain = text
    for a, b in found:
        plain = plain[:a] + " " * (b - a) + plain[b:]
    conditional = any(_CONDITION.match(text, a) and not mentions(text[a:b]) for a, b in found)
    return Part(text, plain, start, found, subject_to, conditional)


_ITEM = re.compile(r"\(?[a-z0-9]{1,2}\)\s")
_CONDITION = re.compile(
    r"(?:soweit|sofern|wenn|falls)\b(?![^,;.]*\b(?:gesetz|recht|zwingend|vereinbart|anderweitig|abweichend|anders|geregelt))",
    re.I,
)
_NEGATION = re.compile(r"\b(?:nicht|kein\w*|weder)\b", re.I)
_VERB_BEFORE = re.compile(r"\bhaft(?:et|en|bar)\b[^,;]*$", re.I)
_AND = re.compile(r"\b(?:und|oder)\b")


def _exceptions(text: str) -> list[tuple[int, int]]:
    """Where exceptions stand: from their mark to the main clause that follows, else to the end."""
    if NOT_APPLIED.search(text) and not EXCLUDED.search(NOT_APPLIED.sub(" ", text)):
        return []
    spans: list[tuple[int, int]] = []
    at = 0
    while (m := EXCEPT.search(text, at)) is not None:
        at = m.end()
        begin = m.start()
        if m[0].lower().startswith("nicht") and NOT_GROSSLY.search(text[:begin]):
            continue
        if m[0].lower().startswith("nicht") and _VERB_BEFORE.search(text[:begin]):
            if not ATTRIBUTE.search(text[:begin]):
                continue
            spans.append((begin, _chain_end(text, begin)))
            at = spans[-1][1]
            continue
        if (negation := _NEGATION.search(m[0])) is not None and begin < m.start() + negation.start():
            named = mentions(m[0])
            if any(b.damages for b in named) and not any(b.faults for b in named):
                begin = m.start() + negation.start()
        negated = m[0].lower().startswith(("soweit", "sofern", "wenn", "falls", "insoweit", "insofern", "solange"))
        if negated and (joint := _AND.search(m[0])) is not None and mentions(m[0][: joint.start()]):
            begin = m.start() + joint.start()
        stop = _stop(text, m, begin, negated)
        spans.append((begin, stop))
        at = max(at, stop)
    return spans


def _stop(text: str, mark: re.Match[str], begin: int, subordinate: bool) -> int:
    """Where the main clause goes on behind an exception; the end of the text where it does not."""
    ends = []
    fronted = not _says_something(text[:begin])
    if (fronted or mark[0].startswith(",") or _waits(text, begin)) and (end := EXCEPT_END.search(text, mark.end())):
        ends.append(end.start())
    if subordinate and (end := CLAUSE_END.search(text, mark.end())):
        ends.append(end.end())
    return min(ends, default=len(text))


def _chain_end(text: str, begin: int) -> int:
    """Behind the degrees of fault of `von uns nicht vorsätzlich oder grob fahrlässig herbeigeführter …`."""
    ends = [begin + b.end for b in mentions(text[begin : begin + 100]) if b.faults]
    return max(ends, default=begin + len("nicht"))


def _waits(text: str, begin: int) -> bool:
    """Whether the main clause before an exception still waits for its participle."""
    head = text[:begin]
    return not (EXCLUDED.search(head) or LIMITED.search(head) or STRONG.search(head))
