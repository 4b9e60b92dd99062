"""The result: every rule that was applied and every finding, in codes and parameters.

Sentences are made in `app.wording` in the language asked for; places are ids of clauses and provisions of the
reading, so every statement leads back to a quote and its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.models.facts import DealFacts
from app.models.provisions import Evidence, Provision
from app.models.reading import NotAnalysed, Reading

Params = Mapping[str, str | int | float | bool | None]


class Severity(StrEnum):
    """How much a finding matters to us, worst first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Outcome(StrEnum):
    """What came of a rule."""

    OK = "ok"
    FINDING = "finding"
    UNDECIDABLE = "undecidable"
    NOT_APPLICABLE = "not_applicable"


class FindingKind(StrEnum):
    """Kinds of findings (contract/analysis-json)."""

    DEVIATION = "deviation"
    MISSING = "missing"
    DUPLICATE = "duplicate"
    CONTRADICTION = "contradiction"
    STATUTORY = "statutory"
    BROKEN_REFERENCE = "broken_reference"
    NUMBERING = "numbering"
    DEFINITION = "definition"
    HIDDEN_TEXT = "hidden_text"


@dataclass(frozen=True, slots=True)
class Limit:
    """A value beside its limit, both as JSON-like values for a table: what was found, how it is compared, the limit.

    `found` is None where the value is not known, `limit` where a rule forbids or asks for any provision of a kind.
    """

    rule: str
    field: str
    found: str | float | bool | None
    comparison: str
    limit: str | float | bool | None
    unit_found: str = ""
    unit_limit: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule that was applied to a provision (or to the document): `needs` names facts or value parts it lacked.

    `reason` is a code for the outcome (`other_party`, `none_found`, …), "" where the outcome says it all. `limit`: what the
    rule asks of the provision, where it looked at one.
    """

    rule: str
    outcome: Outcome
    needs: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    reason: str = ""
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class SubjectCheck:
    """Whether the document speaks of a subject (clause type), in `clauses`.

    `required`: a reference that applies asks for it. `outcome`: ok (it is there and a reference applies), finding (it is
    missing), undecidable (`needs` names what it takes), not_applicable (`reason`: a restriction of all its references,
    `not_required`, `no_reference`, `silence_is_harmless`, …); of the last two there may be clauses nevertheless.
    """

    subject: str
    required: bool
    outcome: Outcome
    clauses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    reason: str = ""


class DiffOp(StrEnum):
    """Operations of a word diff from the reference wording to the document; `filled`: a placeholder and what stands for it."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    REPLACE = "replace"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class DiffHunk:
    """`reference[a0:a1]` became `clause[b0:b1]`; the hunks in order cover both texts completely."""

    op: DiffOp
    a0: int
    a1: int
    b0: int
    b1: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The position of the applicable reference that is shown beside the clause, with the word diff.

    `position`: preferred, fallback or unacceptable; `similarity` 0..1 chose it and decides nothing else.
    """

    reference: str
    reference_title: str
    position: str
    position_index: int
    similarity: float
    reference_text: str
    clause_text: str
    hunks: tuple[DiffHunk, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What the library has on a clause's subject: the nearest acceptable wording of the references that apply."""

    clause: str
    comparison: Comparison
    reference_status: str


class MatchRank(StrEnum):
    """Which position of a reference a clause is closest to; none: to no position near enough, or one that policy rules out."""

    PREFERRED = "preferred"
    FALLBACK = "fallback"
    UNACCEPTABLE = "unacceptable"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MatchReason:
    """Why a clause matches a position, or does not; `code` and `params` become a sentence in wording."""

    code: str
    params: Params = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PositionMatch:
    """The position of a reference that a clause is closest to, and why. It decides no finding.

    `fallback`: which one, from 1; `position` and `example`: the wording nearest by its words (of a rank of none too), which
    position of the reference from 0 and which of its examples (None: its text); `similarity` 0..1 of that wording.
    """

    clause: str
    reference: str
    reference_title: str
    rank: MatchRank
    fallback: int | None
    position: int
    example: int | None
    similarity: float
    why: tuple[MatchReason, ...] = ()


@dataclass(frozen=True, slots=True)
class NeededApproval:
    """Whose consent a deviation needs; with a `contract_value`, from that value in euros on: the deal's is not known."""

    approver: str
    contract_value: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should look at. `code` and `params` become title and explanation in wording.

    `sections`: tuples of clause ids, for repeated sections; `searched`: what was looked for (kind `missing`).
    `approvals`: whose consent it needs; internal as `guidance` is. `comment`: what the other side may read of it.
    `also`: what else was found of the same words, less grave. `reference`: id of the library's clause; `legal_basis`: norms as printed ("§ 309 Nr. 7 BGB").
    """

    id: str
    anchor: str
    kind: FindingKind
    severity: Severity
    code: str
    params: Params = field(default_factory=dict, hash=False)
    clauses: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    sections: tuple[tuple[str, ...], ...] = ()
    searched: tuple[str, ...] = ()
    reference: str | None = None
    rule: str | None = None
    legal_basis: tuple[str, ...] = ()
    comparison: Comparison | None = None
    limit: Limit | None = None
    guidance: str = ""
    reference_status: str = ""
    also: tuple[Finding, ...] = ()
    approvals: tuple[NeededApproval, ...] = ()
    comment: str = ""

    @property
    def approvers(self) -> tuple[str, ...]:
        """Who must consent in any case."""
        return tuple(needed.approver for needed in self.approvals if needed.contract_value is None)


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two clauses that say the same: `exact` (after folding) or `near`; `similarity` 0..1."""

    first: str
    second: str
    relation: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Offer:
    """An acceptable position of a reference that a finding on `clause` ("": on no clause, something is missing) names.

    `position` counts from 0, `rank` is preferred or fallback. `text`: its placeholders filled in by what the clause has there; those it has
    nothing for stay as [Name] and are named in `open`. Fallbacks are internal as guidance is.
    """

    clause: str
    reference: str
    position: int
    rank: str
    text: str
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryStamp:
    """Which library was used: its name and the SHA-256 of its effective content."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Analysis:
    """The evaluated document. `not_checked` is the ledger of what no rule looked at.

    `beside`: for every clause on whose subject a reference applies, the wording to read it against; `matches`: which position
    of these references it is closest to.
    `rules`: the statutory rule pack that was used. `subjects`: which subjects the document covers. `offers`: wordings to propose
    for the findings, preferred ones and fallbacks.
    """

    reading: Reading
    facts: DealFacts
    library: LibraryStamp
    checks: tuple[Check, ...] = ()
    findings: tuple[Finding, ...] = ()
    duplicates: tuple[DuplicatePair, ...] = ()
    not_checked: tuple[NotAnalysed, ...] = ()
    beside: tuple[Beside, ...] = ()
    matches: tuple[PositionMatch, ...] = ()
    rules: LibraryStamp | None = None
    subjects: tuple[SubjectCheck, ...] = ()
    offers: tuple[Offer, ...] = ()

    @cached_property
    def provisions_by_id(self) -> dict[str, Provision]:
        """Provisions by id."""
        return {p.id: p for p in self.reading.provisions}

    def __getstate__(self) -> dict[str, object]:
        """Without the cached index."""
        return {k: v for k, v in self.__dict__.items() if k != "provisions_by_id"}
