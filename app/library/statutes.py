"""The statutory rule pack as data: when a clause may be ineffective, since when, towards whom, and how sure we are.

A rule never says that a clause is void. It says which norm to look at and why, in two forms: their terms (a risk for
us) and our terms (then the law applies instead, § 306 Abs. 2 BGB). Every statement names its norm and the day of its
knowledge. The files are described in clause_library/rules/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.library.model import LegalBasis, Rule, Status
from app.models.analysis import Severity
from app.models.facts import Audience, ContractKind, GoverningLaw
from app.models.liability import Damage, Extent, Fault


class Effect(StrEnum):
    """How a norm reaches an audience: as it stands, as an indication through § 307 BGB, or not at all."""

    DIRECT = "direct"
    INDICATIVE = "indicative"
    NONE = "none"


class Protects(StrEnum):
    """Whom a norm protects: the party that did not write the terms, one side of the contract, or both."""

    OTHER_PARTY = "other_party"
    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    BOTH = "both"


class Side(StrEnum):
    """Whose duty or liability a trigger looks at, seen from the terms: their user or the other party."""

    USER = "user"
    OTHER = "other"


class DatedBy(StrEnum):
    """Which day decides between versions of the law: that of the contract, or the day of the review."""

    CONTRACT_DATE = "contract_date"
    AS_OF = "as_of"


class Scope(StrEnum):
    """Where the phrases of a words trigger must stand together."""

    SENTENCE = "sentence"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class LimitTrigger:
    """A provision that breaks `rule` (a limit as in the reference clauses), by the side that must bear it."""

    rule: Rule
    obliged: Side | None = None


@dataclass(frozen=True, slots=True)
class WordsTrigger:
    """Phrases (grammar: `app.library.phrases`): every one of `all`, one of `any` if there are some, none of `none`.

    `types`: only in clauses on one of these subjects; `unless_clause`, `unless_section`: phrases that answer the
    trigger anywhere in the clause, or in its section (the top clause with all below it).
    """

    scope: Scope
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    unless_clause: tuple[str, ...] = ()
    unless_section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixTrigger:
    """A cell of the liability matrix: any of the faults × any of the damages with one of the extents."""

    fault: tuple[Fault, ...]
    damage: tuple[Damage, ...]
    extent: tuple[Extent, ...]
    liable: Side | None = Side.USER


Trigger = LimitTrigger | WordsTrigger | MatrixTrigger


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why to look: for terms of the other side and for our own, German and English."""

    theirs_de: str
    theirs_en: str
    ours_de: str
    ours_en: str


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A sentence of ours that must (`hit`) or must not trigger the rule, with the facts that differ from the usual."""

    text: str
    hit: bool
    heading: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatutoryRule:
    """A norm that may make a clause ineffective.

    `effect` and `severity` by audience (an audience without an entry: none); `disputed`: audiences for which it is an
    open question, `disputed_kinds`: kinds of contract. `unless_document`: phrases that answer the rule anywhere in the
    document. Days are inclusive.
    """

    id: str
    title_de: str
    title_en: str
    norm: str
    jurisdiction: GoverningLaw
    topic: str
    effect: tuple[tuple[Audience, Effect], ...]
    severity: tuple[tuple[Audience, Severity], ...]
    disputed: tuple[Audience, ...]
    kinds: tuple[ContractKind, ...]
    except_kinds: tuple[ContractKind, ...]
    disputed_kinds: tuple[ContractKind, ...]
    protects: Protects
    valid_from: date | None
    valid_to: date | None
    dated_by: DatedBy
    triggers: tuple[Trigger, ...]
    unless_document: tuple[str, ...]
    explanation: Explanation
    sources: tuple[LegalBasis, ...]
    tests: tuple[RuleTest, ...]
    status: Status
    note: str = ""


@dataclass(frozen=True)
class RulePack:
    """All rules in force in order of id; `sha256` of that content."""

    name: str
    sha256: str
    rules: tuple[StatutoryRule, ...]
