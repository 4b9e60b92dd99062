"""Which sentences of a clause a proposed wording replaces."""

from __future__ import annotations

import pytest

from app.reporting.redline.concerned import meant

OURS = "Rechnungen sind 30 Tage nach Zugang fällig."


@pytest.mark.parametrize(
    ("text", "quote", "replaced"),
    [
        (
            "Der Preis ist fest. Rechnungen sind sofort fällig.",
            "Rechnungen sind sofort",
            "Rechnungen sind sofort fällig.",
        ),
        ("Zahlbar sofort. Der Versand ist kostenlos.", "Zahlbar sofort", "Zahlbar sofort."),
        (
            "Jede Rechnung wird geprüft. Zahlbar sofort.",
            "Zahlbar sofort",
            "Jede Rechnung wird geprüft. Zahlbar sofort.",
        ),
        (
            "Zahlbar sofort. Es schneit. Rechnungen per Post.",
            "Zahlbar",
            "Zahlbar sofort. Es schneit. Rechnungen per Post.",
        ),
        ("Der Preis ist fest. Zahlbar sofort.", "", ""),
    ],
    ids=["before", "behind", "same subject", "between", "nothing quoted"],
)
def test_sentences_about_something_else_at_both_ends_stay(text: str, quote: str, replaced: str) -> None:
    at = text.index(quote)
    found = meant(text, OURS, [(at, at + len(quote))] if quote else [])
    assert (text[slice(*found)] if found else "") == replaced
