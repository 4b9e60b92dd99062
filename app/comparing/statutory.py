"""Statutory hints: which rules of the pack apply under the facts, and where the terms trigger them.

A rule applies by governing law, audience, kind of contract and date; what it lacks is named, and a rule of another law
is not applied at all. One finding a rule, with every place: a document that says the same thing twice is one hint; so
are the rules that one and the same liability clause touches.
The finding says what to look at; whether a clause is ineffective decides a court.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.comparing.anchors import finding_anchor
from app.comparing.sides import user_of
from app.comparing.triggers import Hit, Terms, Undecided, fired, said_anywhere
from app.library.statutes import DatedBy, Effect, LimitTrigger, MatrixTrigger, Protects, RulePack, StatutoryRule
from app.models.analysis import Check, Finding, FindingKind, Outcome, Params, Severity
from app.models.facts import Audience, DealFacts, Fact, GoverningLaw, UserOfTerms
from app.models.provisions import Party
from app.models.reading import NotAnalysed, Reading


def check_statutes(reading: Reading, pack: RulePack, facts: DealFacts) -> tuple[list[Check], list[Finding]]:
    """A check for every rule in order of id; a finding for every rule that the terms trigger."""
    terms = Terms(reading, user_of(facts), facts)
    checks: list[Check] = []
    fires: list[_Fired] = []
    for rule in pack.rules:
        check = _not_applied(rule, facts) or _answered(rule, terms)
        if check is None:
            check, hits = _looked_for(rule, terms)
            fires += [_Fired(rule, tuple(hits))] if hits else []
        checks.append(check)
    return checks, [_finding(together, terms) for together in _joined(fires, facts)]


@dataclass(frozen=True, slots=True)
class _Fired:
    rule: StatutoryRule
    hits: tuple[Hit, ...]

    @property
    def matrix(self) -> int | None:
        """The first liability matrix whose cells fired, where nothing else did."""
        found = [hit.matrix for hit in self.hits if hit.matrix is not None]
        return min(found) if len(found) == len(self.hits) else None

    def severity(self, facts: DealFacts) -> Severity:
        """What the rule says for the deal's audience."""
        return next(s for audience, s in self.rule.severity if audience is facts.audience.value)


def _joined(fires: list[_Fired], facts: DealFacts) -> list[list[_Fired]]:
    """Rules that cells of one matrix fired are one finding, the worst first: the same clause touches them all."""
    groups: dict[object, list[_Fired]] = {}
    for fired_rule in fires:
        key = fired_rule.rule.id if fired_rule.matrix is None else fired_rule.matrix
        groups.setdefault(key, []).append(fired_rule)
    return [sorted(group, key=lambda f: (f.severity(facts).rank, f.rule.id)) for group in groups.values()]


def unapplied_law(reading: Reading, facts: DealFacts) -> list[NotAnalysed]:
    """The entry of the ledger where the terms are under another law than the rule pack's, or choose another than ours.

    With the place of the choice, where the document makes one.
    """
    fact, chosen = facts.governing_law, reading.document_facts.governing_law
    if fact.value not in (None, GoverningLaw.DE):
        return [_law_entry(f"statutory_law_{fact.value}", fact, reading)]
    if chosen.value not in (None, fact.value):
        return [_law_entry("law_differs", chosen, reading)]
    return []


def _law_entry(reason: str, fact: Fact[GoverningLaw], reading: Reading) -> NotAnalysed:
    place = next(iter(fact.evidence), None)
    if place is None:
        return NotAnalysed(reason, ())
    clause = reading.by_id[place.clause]
    spans = clause.canonical(place.start, place.end)
    return NotAnalysed(reason, spans, clause.page, clause.paragraph, clause.text[place.start : place.end])


def _not_applied(rule: StatutoryRule, facts: DealFacts) -> Check | None:
    """Why the rule is not applied; None where it is."""
    needs = [name for name in ("governing_law", "audience") if getattr(facts, name).value is None]
    needs += ["contract_kind"] if rule.kinds and facts.contract_kind.value is None else []
    needs += [f for f in ("perspective", "user_of_terms") if _asks_for_side(rule) and getattr(facts, f).value is None]
    if facts.governing_law.value not in (None, rule.jurisdiction):
        return Check(rule.id, Outcome.NOT_APPLICABLE, reason="governing_law")
    if facts.audience.value is not None and effect_on(rule, facts) is Effect.NONE:
        return Check(rule.id, Outcome.NOT_APPLICABLE, reason="audience")
    if _protects_nobody(rule, facts):
        return Check(rule.id, Outcome.NOT_APPLICABLE, reason="protected_side")
    kind = facts.contract_kind.value
    if kind is not None and (kind in rule.except_kinds or (rule.kinds and kind not in rule.kinds)):
        return Check(rule.id, Outcome.NOT_APPLICABLE, reason="contract_kind")
    if not _in_force(rule, facts):
        return Check(rule.id, Outcome.NOT_APPLICABLE, reason="not_in_force")
    return Check(rule.id, Outcome.UNDECIDABLE, tuple(needs), reason="facts_missing") if needs else None


def _protects_nobody(rule: StatutoryRule, facts: DealFacts) -> bool:
    """Whether the side that the norm protects wrote the terms itself; towards consumers that is the customer."""
    if rule.protects is Protects.BOTH:
        return False
    consumers = rule.protects is Protects.OTHER_PARTY and facts.audience.value is Audience.B2C
    protected = Party.SUPPLIER if rule.protects is Protects.SUPPLIER else Party.CUSTOMER
    return (consumers or rule.protects is not Protects.OTHER_PARTY) and user_of(facts) is protected


def _asks_for_side(rule: StatutoryRule) -> bool:
    sided = any(
        (isinstance(t, LimitTrigger) and t.obliged) or (isinstance(t, MatrixTrigger) and t.liable)
        for t in rule.triggers
    )
    return sided or rule.protects is Protects.OTHER_PARTY


def effect_on(rule: StatutoryRule, facts: DealFacts) -> Effect:
    """How the norm reaches the deal's audience."""
    return next((effect for audience, effect in rule.effect if audience is facts.audience.value), Effect.NONE)


def _in_force(rule: StatutoryRule, facts: DealFacts) -> bool:
    day = _day(rule, facts)
    if day is None:
        return rule.valid_to is None
    return (rule.valid_from is None or rule.valid_from <= day) and (rule.valid_to is None or day <= rule.valid_to)


def _day(rule: StatutoryRule, facts: DealFacts) -> date | None:
    """The day that decides; a contract without a date is taken as made on the day of the review, and that is said."""
    contract = facts.contract_date.value if rule.dated_by is DatedBy.CONTRACT_DATE else None
    return contract or facts.as_of.value


def _answered(rule: StatutoryRule, terms: Terms) -> Check | None:
    if rule.unless_document and said_anywhere(rule.unless_document, terms):
        return Check(rule.id, Outcome.OK, reason="answered_elsewhere")
    return None


def _looked_for(rule: StatutoryRule, terms: Terms) -> tuple[Check, list[Hit]]:
    found = [place for trigger in rule.triggers for place in fired(trigger, terms)]
    hits = [place for place in found if isinstance(place, Hit)]
    open_ = [place for place in found if isinstance(place, Undecided)]
    if hits:
        provisions = tuple(dict.fromkeys(p for hit in hits for p in hit.provisions))
        return Check(rule.id, Outcome.FINDING, clauses=_clauses(hits, terms), provisions=provisions), hits
    if open_:
        needs = tuple(dict.fromkeys(need for place in open_ for need in place.needs))
        places = tuple(dict.fromkeys(place.clause for place in open_))
        return Check(rule.id, Outcome.UNDECIDABLE, needs, places, reason="value_missing"), []
    return Check(rule.id, Outcome.OK), []


def _clauses(hits: list[Hit], terms: Terms) -> tuple[str, ...]:
    """All clauses that the hits speak of, in reading order."""
    named = {hit.clause for hit in hits} | {place.clause for hit in hits for place in hit.evidence}
    return tuple(c.id for c in terms.reading.clauses if c.id in named)


def _finding(together: list[_Fired], terms: Terms) -> Finding:
    """One finding for the rules that fired together."""
    hits = [hit for fired_rule in together for hit in fired_rule.hits]
    clauses = _clauses(hits, terms)
    first = hits[0].evidence[0]
    quote = terms.reading.by_id[first.clause].text[first.start : first.end]
    name = together[0].rule.id if together[0].matrix is None else "liability"
    norms = tuple(dict.fromkeys(f.rule.norm for f in together))
    return Finding(
        id="",
        anchor=finding_anchor(FindingKind.STATUTORY, name, [terms.reading.by_id[c].anchor for c in clauses], quote),
        kind=FindingKind.STATUTORY,
        severity=together[0].severity(terms.facts),
        code="statutory" if len(together) == 1 else "statutory_liability",
        params=_params(together[0].rule, terms.facts) if len(together) == 1 else _joined_params(together, norms, terms),
        clauses=clauses,
        provisions=tuple(dict.fromkeys(p for hit in hits for p in hit.provisions)),
        evidence=tuple(dict.fromkeys(place for hit in hits for place in hit.evidence)),
        rule=together[0].rule.id,
        legal_basis=norms,
        reference_status=together[0].rule.status.value,
    )


def _joined_params(together: list[_Fired], norms: tuple[str, ...], terms: Terms) -> Params:
    """The reasons one after the other, what is said beside them once."""
    told = [_params(f.rule, terms.facts) for f in together]
    return {
        **told[0],
        "norm": ", ".join(norms),
        "rules": ", ".join(f.rule.id for f in together),
        "why_de": "\n".join(str(params["why_de"]) for params in told),
        "why_en": "\n".join(str(params["why_en"]) for params in told),
        "effect": "direct" if any(params["effect"] == "direct" for params in told) else told[0]["effect"],
        **{name: any(params[name] for params in told) for name in ("disputed", "kind_assumed", "date_assumed")},
        "note": " ".join(dict.fromkeys(str(params["note"]) for params in told if params["note"])),
    }


def _params(rule: StatutoryRule, facts: DealFacts) -> Params:
    ours = facts.user_of_terms.value is UserOfTerms.OURS
    told = rule.explanation
    kind = facts.contract_kind.value
    return {
        "title_de": rule.title_de,
        "title_en": rule.title_en,
        "norm": rule.norm,
        "why_de": told.ours_de if ours else told.theirs_de,
        "why_en": told.ours_en if ours else told.theirs_en,
        "effect": effect_on(rule, facts).value,
        "audience": facts.audience.value.value if facts.audience.value else None,
        "disputed": facts.audience.value in rule.disputed or kind in rule.disputed_kinds,
        "kind_assumed": kind is None and bool(rule.except_kinds or rule.disputed_kinds),
        "date_assumed": bool(rule.valid_from or rule.valid_to)
        and rule.dated_by is DatedBy.CONTRACT_DATE
        and facts.contract_date.value is None,
        "note": rule.note,
        "as_of": max(basis.as_of for basis in rule.sources).isoformat(),
    }
