"""Required subjects the document says nothing about.

One finding a subject (clause type), however many reference clauses require it: the worst severity counts. A subject
is there if a clause speaks of it or a rule of its references looks at a provision (an invoice period is no notice of
defects). Silence has its own law: what applies then, by which norm, and for whom that is good, stands in the reference. Where a page could not be read or the
document is in a language that is not analysed, nothing is called missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from app.comparing.anchors import finding_anchor
from app.comparing.applying import Applicability, applying
from app.comparing.policy import condition, unlooked_at
from app.comparing.values import Verdict
from app.library.model import Library, ReferenceClause, Rule, Silence
from app.models.analysis import Check, Finding, FindingKind, Outcome, Severity
from app.models.facts import DealFacts
from app.models.provisions import LiabilityCap, Provision
from app.models.reading import Reading

RULE_SUFFIX = "#required"


def check_required(reading: Reading, library: Library, facts: DealFacts) -> tuple[list[Check], list[Finding]]:
    """A check for every reference that is required; a finding for every subject that is missing."""
    checks: list[Check] = []
    missing: dict[str, list[ReferenceClause]] = defaultdict(list)
    subjects = _Subjects(reading, library, facts)
    applicable = applying(library, facts).of
    for reference in library.clauses:
        if not reference.required:
            continue
        check = _check(reference, applicable[reference.id], subjects)
        checks.append(check)
        if check.outcome is Outcome.FINDING:
            missing[reference.type].append(reference)
    return checks, [_finding(subject, references, subjects.rules[subject]) for subject, references in missing.items()]


class _Subjects:
    """What a reading says on the subjects of a library; looked up once a subject."""

    def __init__(self, reading: Reading, library: Library, facts: DealFacts) -> None:
        self.rules: dict[str, list[Rule]] = defaultdict(list)
        for reference in library.clauses:
            self.rules[reference.type].extend(reference.rules)
        self._reading = reading
        self._facts = facts
        self._clauses: dict[str, tuple[str, ...]] = {}

    def clauses(self, subject: str) -> tuple[str, ...]:
        """The clauses that speak of a subject, or hold what a rule on it looks at."""
        if subject not in self._clauses:
            self._clauses[subject] = _clauses_on(subject, self.rules[subject], self._reading, self._facts)
        return self._clauses[subject]

    @cached_property
    def is_free(self) -> bool:
        """Terms that ask for no payment and say that something is free."""
        return any(_FREE.search(clause.text) for clause in self._reading.clauses)

    @cached_property
    def unlooked(self) -> Verdict | None:
        """Why nothing can be called missing."""
        return unlooked_at(self._reading)


def _check(reference: ReferenceClause, applies: Applicability, subjects: _Subjects) -> Check:
    rule = reference.id + RULE_SUFFIX
    if applies.outcome is not Outcome.OK:
        return Check(rule, applies.outcome, applies.needs, reason=applies.reason)
    clauses = subjects.clauses(reference.type)
    if clauses:
        return Check(rule, Outcome.OK, clauses=clauses)
    if reference.type == "payment" and subjects.is_free:
        return Check(rule, Outcome.NOT_APPLICABLE, reason="free_of_charge")
    unlooked = subjects.unlooked
    if unlooked:
        return Check(rule, unlooked.outcome, unlooked.needs, reason=unlooked.reason)
    if reference.silence is None or reference.silence.severity is None:
        return Check(rule, Outcome.NOT_APPLICABLE, reason="silence_is_harmless")
    return Check(rule, Outcome.FINDING)


def _clauses_on(subject: str, rules: list[Rule], reading: Reading, facts: DealFacts) -> tuple[str, ...]:
    speaking = {c.id for c in reading.clauses if subject in (c.type, *c.subjects)}
    if subject == "applicable_law":  # a choice that the facts rest on may stand under another subject's heading
        speaking |= {place.clause for place in facts.governing_law.evidence}
    different = {(rule.provision, rule.where, rule.unless): rule for rule in rules}.values()
    holding = {p.clause for p in reading.provisions if any(_looks_at(rule, p) for rule in different)}
    return tuple(c.id for c in reading.clauses if c.id in speaking | holding)


_FREE = re.compile(r"\b(?:kostenlos|kostenfrei|unentgeltlich|gratis)(?:e[nrms]?)?\b", re.IGNORECASE)


def _looks_at(rule: Rule, provision: Provision) -> bool:
    value = provision.value
    if isinstance(value, LiabilityCap) and value.damage == ("delay",):
        return False  # a lump sum for delay is no rule on liability at large
    return rule.provision is provision.kind and condition(rule, provision) is None


def _finding(subject: str, references: list[ReferenceClause], rules: list[Rule]) -> Finding:
    reference, silence, severity = min(_silences(references), key=lambda found: (found[2].rank, found[0].id))
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.MISSING, subject, []),
        kind=FindingKind.MISSING,
        severity=severity,
        code="missing_clause",
        params={
            "type": subject,
            "effect": silence.effect,
            "norm": silence.norm,
            "good_for": silence.good_for.value if silence.good_for else None,
        },
        searched=(f"type:{subject}", *sorted({f"provision:{rule.provision}" for rule in rules})),
        reference=reference.id,
        rule=reference.id + RULE_SUFFIX,
        legal_basis=tuple(basis.norm for basis in reference.legal_basis),
        guidance=reference.guidance,
        reference_status=reference.status.value,
    )


def _silences(references: list[ReferenceClause]) -> Iterator[tuple[ReferenceClause, Silence, Severity]]:
    for reference in references:
        if reference.silence and reference.silence.severity:
            yield reference, reference.silence, reference.silence.severity
