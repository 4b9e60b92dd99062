"""What comes of each rule: policy, decided by facts and never by similarity.

Every rule of the effective library is listed with an outcome. The rules of the references that apply (`applying`) look at
every provision of their kind in the whole document, wherever it
stands, so that a misplaced clause cannot hide. A missing fact or value part makes a rule undecidable and is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.comparing.applying import applying
from app.comparing.audiences import speaks_to_others
from app.comparing.granted import Granted
from app.comparing.paymentcases import is_no_invoice
from app.comparing.sides import bound_by
from app.comparing.values import Verdict, demand, field_text, judge
from app.library.model import Comparator, Library, ReferenceClause, Rule
from app.models.analysis import Check, Outcome
from app.models.facts import DealFacts
from app.models.provisions import Party, Provision, ProvisionKind
from app.models.reading import Reading

ANALYSED_LANGUAGES = ("de", "und")  # "und": too short to tell


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule broken by a provision, or by the absence of one (`provision` None)."""

    reference: ReferenceClause
    rule: Rule
    provision: Provision | None
    verdict: Verdict


def check_rules(reading: Reading, library: Library, facts: DealFacts) -> tuple[list[Check], list[Violation]]:
    """Every rule on every provision of its kind: the checks in order of reference, rule and place; the violations."""
    judged = Judged(reading, facts)
    applicable = applying(library, facts).of
    checks: list[Check] = []
    violations: list[Violation] = []
    for reference in library.clauses:
        applies = applicable[reference.id]
        for rule in reference.rules:
            if applies.outcome is not Outcome.OK:
                checks.append(Check(rule.id, applies.outcome, applies.needs, reason=applies.reason))
                continue
            for provision, verdict in judged.verdicts(rule):
                checks.append(_check(rule, provision, verdict))
                if verdict.outcome is Outcome.FINDING:
                    violations.append(Violation(reference, rule, provision, verdict))
    return checks, violations


class Judged:
    """The provisions of a reading, and what rules say of them. Rules that ask the same of the same values share the answer."""

    def __init__(self, reading: Reading, facts: DealFacts) -> None:
        self._reading = reading
        self._facts = facts
        self._granted = Granted(reading)
        self._by_kind: dict[ProvisionKind, list[Provision]] = defaultdict(list)
        for provision in reading.provisions:
            self._by_kind[provision.kind].append(provision)
        self._known: dict[tuple[object, ...], list[tuple[Provision | None, Verdict]]] = {}

    def verdicts(self, rule: Rule) -> list[tuple[Provision | None, Verdict]]:
        """What comes of the rule on each provision of its kind, or on there being none (None)."""
        asks = (rule.provision, rule.field, rule.comparison, rule.value, rule.obliged, rule.where, rule.unless)
        known = self._known.get(asks)
        if known is None:
            known = self._known[asks] = list(self._verdicts(rule))
        return [(provision, _of_rule(rule, verdict)) for provision, verdict in known]

    def _verdicts(self, rule: Rule) -> Iterator[tuple[Provision | None, Verdict]]:
        verdicts = [(p, self._verdict(rule, p)) for p in self._by_kind[rule.provision]]
        looked_at = [v for _, v in verdicts if v.outcome is not Outcome.NOT_APPLICABLE]
        if rule.comparison is Comparator.REQUIRED and not looked_at:
            yield None, unlooked_at(self._reading) or Verdict(Outcome.FINDING)
        elif not verdicts:
            yield None, Verdict(Outcome.NOT_APPLICABLE, reason="none_found")
        yield from verdicts

    def _verdict(self, rule: Rule, provision: Provision) -> Verdict:
        """Whom it binds and speaks to first, then the rule's conditions, then its comparison."""
        return (
            _direction(rule, provision, self._facts)
            or condition(rule, provision)
            or _no_invoice(provision, self._reading)
            or self._other_audience(provision)
            or judge(rule, self._granted.value(provision), self._facts)
        )

    def _other_audience(self, provision: Provision) -> Verdict | None:
        clause = self._reading.by_id[provision.clause]
        if speaks_to_others(clause, provision.start, provision.end, self._facts, self._reading):
            return Verdict(Outcome.NOT_APPLICABLE, reason="other_audience")
        return None


def _of_rule(rule: Rule, verdict: Verdict) -> Verdict:
    """The verdict with this rule's name on its limit."""
    limit = verdict.limit
    return verdict if limit is None or limit.rule == rule.id else replace(verdict, limit=replace(limit, rule=rule.id))


def unlooked_at(reading: Reading) -> Verdict | None:
    """Why nothing can be called missing in this document: a part was not read, or is in a language that is not analysed."""
    if not reading.source.complete:
        return Verdict(Outcome.UNDECIDABLE, ("complete_text",), "text_incomplete")
    foreign = any(part.reason == "language" for part in reading.not_analysed)
    languages = {reading.language, *(c.language for c in reading.clauses)}
    if foreign or languages - set(ANALYSED_LANGUAGES):
        return Verdict(Outcome.UNDECIDABLE, ("german_text",), "text_foreign")
    if not _is_whole(reading):
        return Verdict(Outcome.UNDECIDABLE, ("terms",), "no_terms")
    return None


FEW_SUBJECTS = 6  # a sheet on three subjects leaves the others to the contract it belongs to
DATA_SHARE = 0.25  # of the clauses; where more are about data protection, the text is an agreement on processing


def _is_whole(reading: Reading) -> bool:
    """Whether the text is a set of terms of its own, in which a gap means something."""
    types = [clause.type for clause in reading.clauses if clause.type]
    subjects = {*types, *(subject for clause in reading.clauses for subject in clause.subjects)}
    return len(subjects) >= FEW_SUBJECTS and types.count("data_protection") <= DATA_SHARE * len(types)


def _no_invoice(provision: Provision, reading: Reading) -> Verdict | None:
    special = is_no_invoice(provision, reading)
    return Verdict(Outcome.NOT_APPLICABLE, reason="condition_not_met") if special else None


def _direction(rule: Rule, provision: Provision, facts: DealFacts) -> Verdict | None:
    if rule.obliged is None:
        return None
    party = bound_by(provision.value, facts)
    if party is None:
        return Verdict(Outcome.UNDECIDABLE, ("obliged",), "direction_unknown")
    if party not in (rule.obliged, Party.BOTH):
        return Verdict(Outcome.NOT_APPLICABLE, reason="other_party")
    return None


def condition(rule: Rule, provision: Provision) -> Verdict | None:
    """Why the rule does not look at the provision: `where` is not met, or all it says of a field is in `unless`."""
    for name, accepted in rule.where:
        found = field_text(provision.value, name)
        if found is None:
            return Verdict(Outcome.UNDECIDABLE, (name,), "value_missing")
        if not set(found) & set(accepted):
            return Verdict(Outcome.NOT_APPLICABLE, reason="condition_not_met")
    for name, excepted in rule.unless:
        found = field_text(provision.value, name)
        if found and set(found) <= set(excepted):
            return Verdict(Outcome.NOT_APPLICABLE, reason="condition_not_met")
    return None


def _check(rule: Rule, provision: Provision | None, verdict: Verdict) -> Check:
    places: Iterable[Provision] = () if provision is None else (provision,)
    looked_at = provision if verdict.outcome is not Outcome.NOT_APPLICABLE else None
    return Check(
        rule.id,
        verdict.outcome,
        verdict.needs,
        clauses=tuple(p.clause for p in places),
        provisions=tuple(p.id for p in places),
        reason=verdict.reason,
        limit=verdict.limit or (demand(rule, looked_at.value) if looked_at else None),
    )
