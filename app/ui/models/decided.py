"""What the user decides, as plain rules: how a decision changes, what is added for it, what takes it back, how far the review is.

Strategy: decisions are only ever added. A step holds the entries that make a change and those that restore what was there before,
so undoing is adding too. A finding whose anchor has changed keeps its decision under the old anchor until it is decided
anew; then the old one is said to count no longer, after the new one was added: what is cut off in between loses nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

from app.models.analysis import Finding, Severity
from app.models.decisions import Decision, Verdict
from app.models.reading import Reading
from app.storage.decided import handle_of

Decided = Mapping[str, Decision]


class Said(TypedDict, total=False):
    """What is said anew of a finding; what is not in it stays as it was."""

    verdict: Verdict | None
    note: str
    severity: Severity | None
    reason: str
    assignee: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and when (UTC, whole seconds)."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """Entries that make a change (`after`), and those that take it back (`before`); `anchors` of the findings it is about."""

    anchors: tuple[str, ...]
    before: tuple[Decision, ...]
    after: tuple[Decision, ...]

    def followed_by(self, later: Step) -> Step:
        """Both as one: of each anchor the last entry."""
        return replace(self, after=tuple({entry.anchor: entry for entry in (*self.after, *later.after)}.values()))


def step(
    findings: Iterable[Finding], decided: Decided, reading: Reading, said: Said, signature: Signature
) -> Step | None:
    """The same said of some findings; None where it changes nothing. Raises ValueError as `lacking` says."""
    parts = [part for finding in findings if (part := _part(finding, decided, reading, said, signature))]
    if not parts:
        return None
    return Step(
        tuple(anchor for part in parts for anchor in part.anchors),
        tuple(entry for part in parts for entry in part.before),
        tuple(entry for part in parts for entry in part.after),
    )


def dismissal(orphans: Iterable[Decision], signature: Signature) -> Step:
    """Decisions without a finding that shall not be listed any more."""
    gone = tuple(orphans)
    return Step((), gone, tuple(taken_back(orphan, signature) for orphan in gone))


def lacking(severity: Severity | None, reason: str) -> bool:
    """Whether an own severity lacks its reason."""
    return severity is not None and not reason.strip()


def taken_back(decision: Decision, signature: Signature) -> Decision:
    """The entry that says that a decision no longer counts."""
    return Decision(
        decision.anchor,
        None,
        signature.by,
        signature.at,
        code=decision.code,
        quote=decision.quote,
        place=decision.place,
        rule=decision.rule,
    )


def _part(finding: Finding, decided: Decided, reading: Reading, said: Said, signature: Signature) -> Step | None:
    former = decided.get(finding.anchor)
    new = _said_anew(former, finding, reading, said, signature)
    if _content(new) == _content(former):
        return None
    undone = () if former is not None and former.anchor == new.anchor else (taken_back(new, signature),)
    elsewhere = (taken_back(former, signature),) if former is not None and former.anchor != new.anchor else ()
    return Step((finding.anchor,), ((former,) if former else ()) + undone, (new, *elsewhere))


def _said_anew(
    former: Decision | None, finding: Finding, reading: Reading, said: Said, signature: Signature
) -> Decision:
    handle = handle_of(finding, reading)
    base = former or Decision(finding.anchor, None, "", signature.at)
    new = replace(
        base,
        **{name: value.strip() if type(value) is str else value for name, value in said.items()},  # type: ignore[arg-type]  # Said's names and types are Decision's
        anchor=finding.anchor,
        by=signature.by,
        at=signature.at,
        code=handle.code,
        quote=handle.quote,
        place=handle.place,
        rule=handle.rule,
    )
    if lacking(new.severity, new.reason):
        raise ValueError("an own severity needs a reason")
    return new if new.severity else replace(new, reason="")


def _content(decision: Decision | None) -> tuple[object, ...]:
    if decision is None:
        return None, "", None, "", ""
    return decision.verdict, decision.note, decision.severity, decision.reason, decision.assignee


# --- how far the review is


@dataclass(frozen=True, slots=True)
class Progress:
    """How many findings have a verdict; `by_severity`: severity, decided, total, worst first, only those that occur."""

    decided: int = 0
    total: int = 0
    by_severity: tuple[tuple[Severity, int, int], ...] = ()


def progress(findings: Sequence[Finding], decided: Decided) -> Progress:
    """A note or a name alone decides nothing. A severity is the user's own where there is one."""
    total = Counter(severity_of(finding, decided) for finding in findings)
    done = Counter(severity_of(finding, decided) for finding in findings if has_verdict(finding, decided))
    rows = tuple((severity, done[severity], total[severity]) for severity in Severity if total[severity])
    return Progress(done.total(), len(findings), rows)


def has_verdict(finding: Finding, decided: Decided) -> bool:
    """Whether it is decided."""
    decision = decided.get(finding.anchor)
    return decision is not None and decision.verdict is not None


def severity_of(finding: Finding, decided: Decided) -> Severity:
    """The user's own, else the program's."""
    decision = decided.get(finding.anchor)
    return (decision.severity if decision else None) or finding.severity


def shared(findings: Iterable[Finding], decided: Decided) -> Decision | None:
    """What is said of all of them alike, other fields empty; None where nothing was decided of any."""
    given = [decided.get(finding.anchor) for finding in findings]
    known = next((decision for decision in given if decision is not None), None)
    if known is None:
        return None
    alike = [set(column) for column in zip(*map(_content, given), strict=True)]
    nothing = Decision(known.anchor, None, known.by, known.at)
    names = ("verdict", "note", "severity", "reason", "assignee")
    same = {name: next(iter(values)) for name, values in zip(names, alike, strict=True) if len(values) == 1}
    return replace(nothing, **same)


def assignees(log: Iterable[Decision]) -> tuple[str, ...]:
    """Names that were made responsible, last first, each once."""
    return tuple(dict.fromkeys(decision.assignee for decision in reversed(tuple(log)) if decision.assignee))
