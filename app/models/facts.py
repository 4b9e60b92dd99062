"""Deal facts: what decides which rules apply, each with the source it was taken from.

`as_of` is never read from the clock here: the faces (window, command line) hand it in.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from app.models.provisions import Evidence

T = TypeVar("T")


class FactSource(StrEnum):
    """Where a fact comes from."""

    USER = "user"
    DOCUMENT = "document"
    DEFAULT = "default"


class Perspective(StrEnum):
    """Who we are."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"


class UserOfTerms(StrEnum):
    """Whose terms these are (who is their user, § 305 Abs. 1 BGB)."""

    OURS = "ours"
    THEIRS = "theirs"


class Audience(StrEnum):
    """Towards whom the terms are used: consumers, businesses, merchants (Kaufleute)."""

    B2C = "b2c"
    B2B = "b2b"
    MERCHANTS = "merchants"


class ContractKind(StrEnum):
    """Kinds of contracts that rules may be limited to."""

    PURCHASE = "purchase"
    SERVICE = "service"
    WORK = "work"
    RENTAL = "rental"
    SAAS = "saas"
    LICENCE = "licence"
    MAINTENANCE = "maintenance"
    TELECOM = "telecom"
    MIXED = "mixed"


class GoverningLaw(StrEnum):
    """Governing law, as far as the program tells laws apart."""

    DE = "de"
    AT = "at"
    CH = "ch"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value with its source; None: not known, rules that need it are undecidable.

    `evidence`: the words of the document it was read from.
    """

    value: T | None = None
    source: FactSource = FactSource.DEFAULT
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DealFacts:
    """What is known of the deal. Money in euros."""

    perspective: Fact[Perspective] = Fact()
    user_of_terms: Fact[UserOfTerms] = Fact()
    audience: Fact[Audience] = Fact()
    governing_law: Fact[GoverningLaw] = Fact()
    contract_kind: Fact[ContractKind] = Fact()
    contract_date: Fact[date] = Fact()
    contract_value: Fact[float] = Fact()
    annual_fee: Fact[float] = Fact()
    as_of: Fact[date] = Fact()

    def missing(self) -> tuple[str, ...]:
        """Names of the facts that are not known."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name).value is None)
