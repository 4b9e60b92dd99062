"""What the forms of a portfolio share: names, values in words, counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.models.analysis import Severity
from app.models.facts import GoverningLaw
from app.models.portfolio import ClausePlace, DocumentDigest, FoundValue, Portfolio, PortfolioRow
from app.models.provisions import ProvisionKind
from app.models.reading import Clause
from app.wording.batch import batch_phrase
from app.wording.findings import title
from app.wording.lang import Lang
from app.wording.terms import term
from app.wording.values import value_text

KINDS: Final = (
    *(ProvisionKind.LIABILITY_CAP, ProvisionKind.LIABILITY_EXCLUSION, ProvisionKind.NOTICE_PERIOD),
    *(ProvisionKind.OBJECTION_DEADLINE, ProvisionKind.PAYMENT_TERM, ProvisionKind.LIMITATION_PERIOD),
    *(ProvisionKind.CONTRACT_TERM, ProvisionKind.RENEWAL_TERM, ProvisionKind.WITHDRAWAL_PERIOD),
)
"""In the order of the columns: what a reader asks for first."""


def each_value(digest: DocumentDigest, kind: ProvisionKind, lang: Lang) -> tuple[tuple[str, Severity | None], ...]:
    """The values of a kind in words, each once, with the gravest severity of those that are the same."""
    found: dict[str, Severity | None] = {}
    for value in digest.of_kind(kind):
        text = value_text(value.value, lang)
        found[text] = graver(found.get(text), value.severity)
    return tuple(found.items())


def graver(one: Severity | None, other: Severity | None) -> Severity | None:
    """The worse of two, None the best."""
    return min((s for s in (one, other) if s), key=lambda severity: severity.rank, default=None)


def values_text(digest: DocumentDigest, kind: ProvisionKind, lang: Lang, mark: str = "") -> str:
    """The values of a kind in one cell; `mark` behind those with a finding."""
    return "; ".join(text + (mark if severity else "") for text, severity in each_value(digest, kind, lang))


def count_of(digest: DocumentDigest, severity: Severity) -> int:
    """Findings of a severity."""
    return dict(digest.counts).get(severity, 0)


def worst_text(digest: DocumentDigest, lang: Lang) -> str:
    """The gravest finding; where there is none, what that is worth: silence does not mean that all is well."""
    if digest.worst:
        return title(digest.worst, lang)
    if not digest.applied:
        return batch_phrase("no_rule", lang)
    code = "no_finding_open" if digest.undecided else "no_finding"
    return batch_phrase(code, lang, applied=digest.applied, count=digest.undecided)


def remarks(digest: DocumentDigest, lang: Lang) -> tuple[str, ...]:
    """What a reader must know of a document before its figures: that parts are missing, that another law governs it."""
    law = digest.facts.governing_law.value
    foreign = law not in (None, GoverningLaw.DE)
    return (
        *((batch_phrase("incomplete", lang),) if not digest.complete else ()),
        *((batch_phrase("law", lang, law=term("governing_law", law.value, lang)),) if law and foreign else ()),
    )


def clause_at(portfolio: Portfolio, place: ClausePlace) -> Clause:
    """The clause of a place."""
    digest = portfolio.rows[place.row].digest
    return next(clause for clause in digest.clauses if clause.id == place.clause) if digest else _NO_CLAUSE


_NO_CLAUSE: Final = Clause("", "", "", "", "", (), None, 0)


def kinds_found(portfolio: Portfolio) -> tuple[ProvisionKind, ...]:
    """Kinds that any document has."""
    found = {value.kind for digest in portfolio.read for value in digest.values}
    return tuple(kind for kind in KINDS if kind in found)


def all_values(portfolio: Portfolio) -> Iterable[tuple[PortfolioRow, FoundValue]]:
    """Every value of every document."""
    return ((row, value) for row in portfolio.rows if row.digest for value in row.digest.values)
