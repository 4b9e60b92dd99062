"""Reference clauses (playbook positions) as data.

A reference clause is a set of positions on one subject for one side of the table: preferred wording, fallbacks, what
is unacceptable, and rules on extracted values. Which rules apply is decided by perspective, audience, contract kind
and law, never by similarity.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw, Perspective
from app.models.provisions import Duration, Party, ProvisionKind

if TYPE_CHECKING:
    from app.library.statutes import RulePack  # which is built on this module


class PositionRank(StrEnum):
    """Order of what we want: preferred, then fallbacks; unacceptable is what we never sign."""

    PREFERRED = "preferred"
    FALLBACK = "fallback"
    UNACCEPTABLE = "unacceptable"


class Comparator(StrEnum):
    """How a rule compares the value found with its limit.

    `forbidden`: any provision of the kind (after `where`) is a finding; `required`: none is a finding; both have no
    field and no value. On a list of words (`carve_outs`) `at_least` means: all of these are among those found.
    """

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    EQUALS = "equals"
    ONE_OF = "one_of"
    FORBIDDEN = "forbidden"
    REQUIRED = "required"


class Status(StrEnum):
    """Life of a reference clause; `review` is shown as „fachlich zu bestätigen“."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVED = "approved"
    RETIRED = "retired"


RuleValue = float | str | bool | Duration | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ClauseType:
    """An entry of clause_library/types.toml: the field's standard term with one definition."""

    id: str
    de: str
    en: str
    definition_de: str
    definition_en: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A limit on an extracted value.

    `provision`/`field`: which value part (`duration`, `amount`, `percent`, `factor`, `basis`, `deemed_consent`,
    `to`, `immediate`, …); `where`: pairs (field, accepted values) a provision must meet for the rule to look at it;
    `unless`: pairs (field, values); a provision one of whose named fields has some of these values and nothing else is
    not looked at. `obliged`: whose duty it must be (None: anybody's). `message`: code of the sentence in wording;
    `sentence`: the keeper's own words for the reader, said in its place.
    """

    id: str
    provision: ProvisionKind
    field: str
    comparison: Comparator
    value: RuleValue
    severity: Severity
    message: str
    obliged: Party | None = None
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    unless: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A wording on the scale from preferred to unacceptable; `examples` are further wordings that count as this one.

    Texts may hold placeholders such as `{{Auftragnehmer}}` (see `placeholders`).
    """

    rank: PositionRank
    text: str
    note: str = ""
    examples: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """The wording itself, then its examples."""
        return (self.text, *self.examples)


@dataclass(frozen=True, slots=True)
class Approval:
    """Whose consent a deviation needs: from this severity on, in contracts from this value in euros on (None: any)."""

    approver: str
    severity: Severity
    contract_value: float | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """What applies where the document says nothing: sentence, norm, and for whom that is good (None: neither).

    `severity` is what a `missing` finding gets; None: silence is no finding.
    """

    effect: str
    norm: str
    good_for: Perspective | None
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A norm as it was known on a day (`as_of`); looked up in no official source, a lawyer must confirm it."""

    norm: str
    as_of: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceClause:
    """A position set. Empty `audiences`, `contract_kinds` or `laws` mean: no restriction.

    `guidance` is internal and leaves the house in no form; `comment` is what the other side may read. `valid_from` and
    `valid_to` (both included, None: open) are days on which it applies to a document's deal. `owner`: who keeps it.
    """

    id: str
    title: str
    type: str
    perspective: Perspective
    audiences: tuple[Audience, ...]
    contract_kinds: tuple[ContractKind, ...]
    laws: tuple[GoverningLaw, ...]
    language: str
    required: bool
    silence: Silence | None
    positions: tuple[Position, ...]
    rules: tuple[Rule, ...]
    guidance: str
    legal_basis: tuple[LegalBasis, ...]
    version: int
    status: Status
    tags: tuple[str, ...] = ()
    comment: str = ""
    approvals: tuple[Approval, ...] = ()
    owner: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of a reference clause (`clause.version`) with who made it, when (UTC, whole seconds) and why.

    A clause of the starter library has no author and no time.
    """

    clause: ReferenceClause
    author: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class Library:
    """The effective library: clause types and reference clauses in order of id; `sha256` of that content.

    `rules`: the statutory rule pack, with a fingerprint of its own.
    """

    name: str
    sha256: str
    types: tuple[ClauseType, ...]
    clauses: tuple[ReferenceClause, ...]
    rules: RulePack | None = None
