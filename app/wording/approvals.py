"""Whose consent a deviation needs, in words. Internal: the window shows it, reports never do."""

from __future__ import annotations

from typing import Final

from app.models.analysis import NeededApproval
from app.wording.lang import Lang, Pair, filled, pick
from app.wording.numbers import money_text

HEADING: Final[Pair] = ("Zustimmung nötig (intern)", "Consent needed (internal)")
CONDITION: Final[Pair] = (
    "ab {value} Vertragswert: {approver} (der Vertragswert ist nicht angegeben)",
    "from a contract value of {value}: {approver} (the contract value is not given)",
)


def approval_heading(lang: Lang) -> str:
    """What stands above the names."""
    return pick(HEADING, lang)


def approval_text(needed: NeededApproval, lang: Lang) -> str:
    """The approver; with the condition where it depends on a value that is not known."""
    if needed.contract_value is None:
        return needed.approver
    value = money_text(needed.contract_value, "EUR", lang)
    return filled(CONDITION, {"value": value, "approver": needed.approver}, lang)
