"""The deal's facts on the command line: options → `DealFacts`; shared by all commands that review."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from app.cli.parsing import Convert, day, member, one_of
from app.models.facts import (
    Audience,
    ContractKind,
    DealFacts,
    Fact,
    FactSource,
    GoverningLaw,
    Perspective,
    UserOfTerms,
)
from app.pipeline.facts import assumed
from app.wording.commandline import text
from app.wording.lang import Lang

_LAWS: Final = ("de", "at", "ch", "auto")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?")
_PLAIN: Final = re.compile(r"\d+(?:[.,]\d{1,2})?")


def stated_facts(given: argparse.Namespace) -> DealFacts:
    """The user's facts over what is assumed; the clock is read here and nowhere else."""
    facts = assumed(given.as_of or datetime.now(tz=UTC).astimezone().date())
    law = None if given.law in (None, "auto") else GoverningLaw(given.law)
    stated = {
        "perspective": given.perspective,
        "user_of_terms": given.terms,
        "audience": given.audience,
        "governing_law": law,
        "contract_kind": given.contract_kind,
        "contract_date": given.contract_date,
        "contract_value": given.contract_value,
        "annual_fee": given.annual_fee,
        "as_of": given.as_of,
    }
    known = {name: Fact(value, FactSource.USER) for name, value in stated.items() if value is not None}
    return replace(facts, **known)


def add_facts(group: argparse._ArgumentGroup, lang: Lang) -> None:
    """The options for all facts."""
    for name, kind in (("perspective", Perspective), ("terms", UserOfTerms), ("audience", Audience)):
        values = "|".join(value.value for value in kind)
        group.add_argument(f"--{name}", type=member(kind, lang), metavar=values, help=text(name, lang))
    group.add_argument("--law", type=one_of(_LAWS, lang), metavar="|".join(_LAWS), help=text("law", lang))
    kinds = ", ".join(kind.value for kind in ContractKind)
    kind_help = text("contract_kind", lang, choices=kinds)
    group.add_argument("--contract-kind", type=member(ContractKind, lang), metavar="KIND", help=kind_help)
    for name in ("contract-value", "annual-fee"):
        group.add_argument(f"--{name}", type=_money(lang), metavar="EUR", help=text(name.replace("-", "_"), lang))
    for name in ("contract-date", "as-of"):
        group.add_argument(f"--{name}", type=day(lang), metavar="DATE", help=text(name.replace("-", "_"), lang))


def _money(lang: Lang) -> Convert:
    def convert(value: str) -> float:
        if not (_PLAIN.fullmatch(value) or _GROUPED.fullmatch(value)):
            raise argparse.ArgumentTypeError(text("bad_money", lang, value=value))
        cents = re.search(r"[.,](\d{1,2})$", value)
        whole = value[: cents.start()] if cents else value
        return float(f"{re.sub(r'[^0-9]', '', whole)}.{cents[1] if cents else '0'}")

    return convert
