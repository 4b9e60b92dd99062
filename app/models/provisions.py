"""Values found in clauses: what a reader who compares terms would put into a table.

One frozen dataclass per kind of value of `docs/analysis-json.md`; the field names are the JSON names. Unknown parts
are None, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.models.source import Span


class ProvisionKind(StrEnum):
    """Kinds of provisions; the first four are the core of the program."""

    LIABILITY_CAP = "liability_cap"
    LIABILITY_EXCLUSION = "liability_exclusion"
    NOTICE_PERIOD = "notice_period"
    OBJECTION_DEADLINE = "objection_deadline"
    PAYMENT_TERM = "payment_term"
    LIMITATION_PERIOD = "limitation_period"
    CONTRACT_TERM = "contract_term"
    RENEWAL_TERM = "renewal_term"
    WITHDRAWAL_PERIOD = "withdrawal_period"


class Unit(StrEnum):
    """Units of durations; Werktag, Arbeitstag and Bankarbeitstag are `working_day` (the printed word is kept)."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Party(StrEnum):
    """Who is bound, terminates or must object."""

    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as printed: 14 Tage stays 14 day. `unit_printed` keeps the word."""

    value: float
    unit: Unit
    unit_printed: str = ""


@dataclass(frozen=True, slots=True)
class LiabilityCap:
    """A limit on what a party owes. `basis`: amount, percentage, multiple, foreseeable_damage, restoration_effort,
    order_value, insurance_cover; `amount` in `currency` (ISO 4217); `of` what a percentage or multiple refers to
    (price, remuneration, annual_fee, monthly_fee, …); `per`: event, year, total, claimant, contract, week, day;
    `carve_outs`: what the rule excepts from the limit (names as in `LiabilityExclusion`).
    """

    basis: str
    amount: float | None = None
    currency: str | None = None
    percent: float | None = None
    factor: float | None = None
    of: str | None = None
    per: str | None = None
    liable: Party | None = None
    fault: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()
    carve_outs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LiabilityExclusion:
    """A full exclusion of liability. `fault`: intent, gross_negligence, slight_negligence, …; `damage`: kinds of
    damage (indirect, lost_profit, data_loss, …); `carve_outs`: what stays excepted (intent, gross_negligence,
    life_body_health, guarantee, product_liability, essential_duties, fraudulent_concealment).
    """

    liable: Party | None = None
    fault: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()
    carve_outs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """How long before its effect an ordinary termination or non-renewal must be declared; `by`: who terminates;
    `form`: text_form, written_form, registered_letter.
    """

    duration: Duration | None = None
    to: str | None = None
    immediate: bool = False
    by: Party | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class ObjectionDeadline:
    """Within what time a party must object or loses a right or is taken to agree; `by`: who must object.

    `start`: from when the time runs (receipt, delivery, discovery, notice, invoice_date, …); `form` as in `NoticePeriod`.
    """

    duration: Duration | None = None
    immediate: bool = False
    subject: str = "other"
    deemed_consent: bool = False
    by: Party | None = None
    start: str | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """Payment term, limitation period, contract term or withdrawal period; `by`: who must pay, whose claims become
    barred, who may withdraw.
    """

    duration: Duration | None = None
    immediate: bool = False
    by: Party | None = None


@dataclass(frozen=True, slots=True)
class RenewalTerm:
    """Automatic renewal for a duration or for an indefinite time."""

    duration: Duration | None = None
    indefinite: bool = False


ProvisionValue = LiabilityCap | LiabilityExclusion | NoticePeriod | ObjectionDeadline | Term | RenewalTerm


@dataclass(frozen=True, slots=True)
class Evidence:
    """A further place a provision rests on: span in the text of `clause`; `part` names what it shows."""

    clause: str
    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A value with its verbatim quote: `clause_text[start:end] == quote`, at most 300 characters.

    `rule` names what found it; `group`/`relation` (ceiling_of, max_of, min_of, alternative) link values that
    belong together.
    """

    id: str
    kind: ProvisionKind
    clause: str
    start: int
    end: int
    quote: str
    value: ProvisionValue
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    group: str | None = None
    relation: str | None = None

    @property
    def span(self) -> Span:
        """Half-open span in the clause's text."""
        return self.start, self.end


def obliged(value: ProvisionValue) -> Party | None:
    """The party whose duty the value describes, None where unknown or where the kind has none."""
    match value:
        case LiabilityCap() | LiabilityExclusion():
            return value.liable
        case NoticePeriod() | ObjectionDeadline() | Term():
            return value.by
        case RenewalTerm():
            return None
