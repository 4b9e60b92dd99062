"""Broken rules as findings: the value beside its limit, and the reference position nearest to the clause."""

from __future__ import annotations

from app.comparing.anchors import finding_anchor
from app.comparing.policy import Violation
from app.comparing.positions import nearest_position
from app.models.analysis import Finding, FindingKind, Limit, Params
from app.models.provisions import Provision
from app.models.reading import Reading


def deviation(violation: Violation, reading: Reading) -> Finding:
    """The finding of a broken rule; ids are given when all findings are in order."""
    reference, rule, provision = violation.reference, violation.rule, violation.provision
    clause = reading.by_id[provision.clause] if provision else None
    kind = FindingKind.DEVIATION if provision else FindingKind.MISSING
    return Finding(
        id="",
        anchor=finding_anchor(
            kind,
            rule.id,
            [clause.anchor] if clause else [],
            provision.quote if provision else "",
        ),
        kind=kind,
        severity=rule.severity,
        code=rule.message,
        params=_params(violation, provision),
        clauses=(clause.id,) if clause else (),
        provisions=(provision.id,) if provision else (),
        evidence=provision.evidence if provision else (),
        searched=() if provision else (f"provision:{rule.provision}",),
        reference=reference.id,
        rule=rule.id,
        legal_basis=tuple(basis.norm for basis in reference.legal_basis),
        comparison=nearest_position(clause.text, reference) if clause else None,
        limit=violation.verdict.limit,
        guidance=reference.guidance,
        reference_status=reference.status.value,
    )


def _params(violation: Violation, provision: Provision | None) -> Params:
    rule, limit = violation.rule, violation.verdict.limit
    params: dict[str, str | int | float | bool | None] = {
        "kind": rule.provision.value,
        "field": rule.field,
        "comparison": rule.comparison.value,
        "reference": violation.reference.title,
    }
    if limit:
        params |= limit_params(limit)
    if provision:
        params["quote"] = provision.quote
    if rule.sentence:
        params["sentence"] = rule.sentence
    return params


def limit_params(limit: Limit) -> dict[str, str | int | float | bool | None]:
    """A value beside its limit as parameters."""
    return {
        "found": limit.found,
        "found_unit": limit.unit_found,
        "limit": limit.limit,
        "limit_unit": limit.unit_limit,
    }
