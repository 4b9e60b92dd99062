"""Caps, periods and deadlines as rows: one group a kind, always there, "nothing found" where it is empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from app.models.analysis import Analysis, Finding, Outcome
from app.models.provisions import Provision, ProvisionKind
from app.reporting.places import shortened
from app.ui.models.rows import Row
from app.ui.passages import passage_key, passage_of
from app.ui.placing import place_text, quoted, short_place
from app.wording.certainty import value_mark
from app.wording.lang import Lang
from app.wording.report import phrase
from app.wording.terms import term
from app.wording.values import causes_text, detail_text, value_text

_CAUSES = 90  # characters
_FIRST = (ProvisionKind.LIABILITY_EXCLUSION, ProvisionKind.LIABILITY_CAP)
_KINDS = (*_FIRST, *(kind for kind in ProvisionKind if kind not in _FIRST))


def overview_header(lang: Lang) -> tuple[str, ...]:
    """Titles of the columns."""
    return tuple(phrase(code, lang) for code in ("value", "verdict", "place"))


def overview_rows(analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """One row a kind with its provisions below."""
    worst = _worst_findings(analysis)
    outcomes = _outcomes(analysis)
    return tuple(_group(kind, analysis, worst, outcomes, lang) for kind in _KINDS)


def _group(
    kind: ProvisionKind,
    analysis: Analysis,
    worst: Mapping[str, Finding],
    outcomes: Mapping[str, set[Outcome]],
    lang: Lang,
) -> Row:
    children = tuple(
        _row(p, analysis, worst.get(p.id), outcomes.get(p.id, set()), lang)
        for p in analysis.reading.provisions
        if p.kind is kind
    )
    nothing = Row((phrase("nothing_found", lang),))
    return Row((term("provision_kind_plural", kind.value, lang),), strong=True, children=children or (nothing,))


def _row(provision: Provision, analysis: Analysis, worst: Finding | None, outcomes: set[Outcome], lang: Lang) -> Row:
    clause = analysis.reading.by_id[provision.clause]
    place = place_text(clause, analysis.reading, lang)
    value, detail = value_text(provision.value, lang), detail_text(provision.value, lang)
    mark = value_mark(provision.confidence, lang)
    shown = [f"{value} ({mark})" if mark else value]
    if causes := causes_text(provision.value, lang):  # many are excluded "with exceptions": what for tells them apart
        shown.append(shortened(causes, _CAUSES))
    return Row(
        cells=("\n".join(shown), _verdict(worst, outcomes, lang), short_place(clause, analysis.reading, lang)),
        key=passage_key([passage_of(provision)]),
        severity=worst.severity if worst else None,
        tip="\n".join(part for part in (value, detail, quoted(provision.quote, lang), place, mark) if part),
    )


def _verdict(worst: Finding | None, outcomes: set[Outcome], lang: Lang) -> str:
    """A finding first; "within the limits" only where a rule was met and none was left open."""
    if worst is not None:
        return f"{term('outcome', Outcome.FINDING.value, lang)}: {term('severity', worst.severity.value, lang)}"
    for outcome in (Outcome.UNDECIDABLE, Outcome.OK):
        if outcome in outcomes:
            return term("outcome", outcome.value, lang)
    return phrase("no_rule", lang)


def _worst_findings(analysis: Analysis) -> dict[str, Finding]:
    worst: dict[str, Finding] = {}
    for finding in sorted(analysis.findings, key=lambda f: f.severity.rank):
        for provision in finding.provisions:
            worst.setdefault(provision, finding)
    return worst


def _outcomes(analysis: Analysis) -> dict[str, set[Outcome]]:
    found: defaultdict[str, set[Outcome]] = defaultdict(set)
    for check in analysis.checks:
        for provision in check.provisions:
            found[provision].add(check.outcome)
    return found
