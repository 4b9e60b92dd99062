"""Decisions and the findings they are about, also after a new analysis.

Strategy: a decision hangs on a finding's anchor and is found there again exactly. Where the anchor has changed (another version of
the program cut the clause otherwise, a rule has another name), the finding of the same kind with the same words is taken, of several
the one of the same rule, of these the one in the same place. What is found in neither way, or more than once, is listed and never
guessed: other words may need another decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.models.analysis import Analysis, Finding
from app.models.decisions import Decision
from app.models.provisions import Provision
from app.models.reading import Reading

_LENGTH = 160  # of the words that are kept: enough to tell findings apart and to be shown


@dataclass(frozen=True, slots=True)
class Handle:
    """What finds a finding again without its anchor: the last fields of `Decision`."""

    code: str
    quote: str
    place: str
    rule: str


@dataclass(frozen=True, slots=True)
class Placed:
    """`decided`: the decision that counts, by anchor of the finding as it is now; `orphans`: those without a finding."""

    decided: Mapping[str, Decision]
    orphans: tuple[Decision, ...]


def handle_of(finding: Finding, reading: Reading) -> Handle:
    """Code, words and place of a finding."""
    clause = reading.by_id.get(_clause_of(finding))
    place = " ".join(clause.path) if clause else ""
    return Handle(finding.code, _words(finding, reading)[:_LENGTH], place, finding.rule or "")


def placed(decisions: Iterable[Decision], analysis: Analysis) -> Placed:
    """Where the decisions (oldest first) belong in an analysis."""
    findings = {finding.anchor: finding for finding in _all(analysis.findings)}
    standing = standing_of(decisions)
    decided = {anchor: decision for anchor, decision in standing.items() if anchor in findings}
    lost = [decision for anchor, decision in standing.items() if anchor not in findings]
    free = [finding for anchor, finding in findings.items() if anchor not in decided] if lost else []
    handles = {finding.anchor: handle_of(finding, analysis.reading) for finding in free}
    orphans = []
    for decision in lost:
        again = _found_again(decision, handles)
        if again is None or again in decided:
            orphans.append(decision)
        else:
            decided[again] = decision
    return Placed(decided, tuple(orphans))


def standing_of(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The last decision of each anchor, unless it took back what was decided."""
    last = {decision.anchor: decision for decision in decisions}
    return {anchor: decision for anchor, decision in last.items() if decision.stands}


def _all(findings: Iterable[Finding]) -> Iterator[Finding]:
    """With what was also found of the same words."""
    for finding in findings:
        yield finding
        yield from _all(finding.also)


def _found_again(decision: Decision, handles: Mapping[str, Handle]) -> str | None:
    """Anchor of the one finding that is meant."""
    alike = [anchor for anchor, handle in handles.items() if _same_words(decision, handle)]
    for part in ("rule", "place"):
        if len(alike) > 1:
            alike = [anchor for anchor in alike if getattr(handles[anchor], part) == getattr(decision, part)]
    return alike[0] if len(alike) == 1 else None


def _same_words(decision: Decision, handle: Handle) -> bool:
    """What is missing has no words: there the rule says what it is."""
    if not decision.quote and (not decision.rule or decision.rule != handle.rule):
        return False
    return decision.code == handle.code and _folded(decision.quote) == _folded(handle.quote)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _clause_of(finding: Finding) -> str:
    places = finding.clauses or tuple(evidence.clause for evidence in finding.evidence)
    return places[0] if places else ""


def _words(finding: Finding, reading: Reading) -> str:
    """The value's quote, else the words it rests on, else the beginning of its clause."""
    provision = _provision(finding, reading)
    if provision is not None:
        return provision.quote
    for place in finding.evidence:
        clause = reading.by_id.get(place.clause)
        if clause is not None and place.start < place.end:
            return clause.text[place.start : place.end]
    clause = reading.by_id.get(_clause_of(finding))
    return (clause.text or clause.heading) if clause else ""


def _provision(finding: Finding, reading: Reading) -> Provision | None:
    wanted = finding.provisions[:1]
    return next((p for p in reading.provisions if p.id in wanted), None)
