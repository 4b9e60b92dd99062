"""What a changed reference clause would change: in the stored cases, and in the document in front.

Strategy: every stored reading is judged twice with the facts it was last evaluated with, by the library as it is and as it would
be; nothing is read again and nothing is stored. What is found under every library alike (contradictions, statutory hints) is left out. Findings of both are told apart by their anchors. What differs only
inside the library (guidance, status) is no difference for a reader. Cases that cannot be read are named, so that silence never reads
as "no effect".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.comparing.applying import Applicability, applicability
from app.comparing.approvals import answered
from app.comparing.delta import by_place, difference, flat
from app.comparing.joining import joined
from app.comparing.libraryfindings import library_findings
from app.comparing.matches import position_matches
from app.comparing.missing import RULE_SUFFIX
from app.errors import ExpectedError
from app.library.model import ClauseType, Library, ReferenceClause, Status
from app.models.analysis import Check, Finding, PositionMatch
from app.models.facts import DealFacts
from app.models.reading import Reading
from app.pipeline.libraries import open_library
from app.progress import Progress, silent
from app.storage.casestore import CaseStore, StoredReading


@dataclass(frozen=True, slots=True)
class CaseEffect:
    """What changes in one case; `changed`: findings before and after. The worst first, then in the order of the document."""

    case: str
    title: str
    appeared: tuple[Finding, ...]
    vanished: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """Every case that was evaluated, changed or not; `unread`: title and reason of those that could not be read."""

    cases: tuple[CaseEffect, ...]
    unread: tuple[tuple[str, ExpectedError], ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """How one reference clause meets a document, as if it stood alone in the library."""

    applies: Applicability
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    matches: tuple[PositionMatch, ...]


def effect_on_cases(
    cases: Path,
    library: Path,
    clause: ReferenceClause,
    earlier: ReferenceClause | None = None,
    *,
    progress: Progress = silent,
) -> Effect:
    """What this version of a clause would change in the stored cases. For a process of its own (`jobs.task`).

    `earlier`: compared with this version of it, else with what is in force now. Raises ExpectedError where the cases or the library cannot be opened.
    """
    now = open_library(library)
    before = library_with(now, earlier) if earlier else now
    with CaseStore(cases) as store:
        return effect(store.readings(), before, library_with(now, clause), total=store.count(), progress=progress)


def effect(
    readings: Iterable[StoredReading], before: Library, after: Library, *, total: int = 0, progress: Progress = silent
) -> Effect:
    """The difference that another library makes for these readings. `progress` may raise Cancelled."""
    cases: list[CaseEffect] = []
    unread: list[tuple[str, ExpectedError]] = []
    for number, stored in enumerate(readings, 1):
        progress((number - 1) / max(number, total), "evaluating_case", {"number": number, "total": max(number, total)})
        if stored.reading is not None and stored.facts is not None:
            cases.append(_case_effect(stored, stored.reading, stored.facts, before, after))
        elif stored.problem is not None:
            unread.append((stored.title, stored.problem))
    return Effect(tuple(cases), tuple(unread))


def library_with(library: Library, clause: ReferenceClause) -> Library:
    """With this version of the clause in force in place of its own; without the clause where this version takes no effect.

    It is never stored: what it is made of has no fingerprint.
    """
    others = [known for known in library.clauses if known.id != clause.id]
    own = [] if clause.status in (Status.DRAFT, Status.RETIRED) else [clause]
    return replace(library, sha256="", clauses=tuple(sorted([*others, *own], key=lambda known: known.id)))


def meeting(reading: Reading, facts: DealFacts, clause: ReferenceClause, types: tuple[ClauseType, ...]) -> Meeting:
    """How a clause meets a document under the facts that hold."""
    library = Library("", "", types, (clause,))
    judged = library_findings(reading, library, facts)
    rules = {*(rule.id for rule in clause.rules), clause.id + RULE_SUFFIX}
    return Meeting(
        applies=applicability(clause, facts),
        findings=_in_order(answered(joined(judged.findings, reading), library, facts), reading),
        checks=tuple(check for check in judged.checks if check.rule in rules),
        matches=position_matches(reading, library, facts, judged.violations),
    )


# --- the difference


def _case_effect(
    stored: StoredReading, reading: Reading, facts: DealFacts, before: Library, after: Library
) -> CaseEffect:
    old, new = (_findings(reading, library, facts) for library in (before, after))
    found = difference(old, new, [(by_place, by_place)])
    return CaseEffect(stored.case, stored.title, found.appeared, found.vanished, found.changed)


def _findings(reading: Reading, library: Library, facts: DealFacts) -> dict[str, Finding]:
    """By anchor, with those that were joined under a graver one."""
    found = joined(library_findings(reading, library, facts).findings, reading)
    return flat(_in_order(answered(found, library, facts), reading))


def _in_order(findings: Iterable[Finding], reading: Reading) -> tuple[Finding, ...]:
    """The worst first, then in the order of the document."""
    place = {clause.id: number for number, clause in enumerate(reading.clauses)}

    def order(finding: Finding) -> tuple[int, int, str, str]:
        clause = min((place[c] for c in finding.clauses), default=len(place))
        return finding.severity.rank, clause, finding.rule or finding.code, finding.anchor

    return tuple(sorted(findings, key=order))
