"""Whether a place speaks to the deal's audience: its sentence, the lead of its list, its headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.audiences import speaks_to_others
from app.models.facts import Audience, Fact
from app.models.reading import Reading
from tests.unit.comparing.made import FACTS, reading

B2C = replace(FACTS, audience=Fact(Audience.B2C))
RULE = "Die Frist beträgt ein Jahr."


def to_others(read: Reading, text: str = RULE) -> bool:
    """Whether the rule in the last clause is none for consumers."""
    clause = read.clauses[-1]
    start = clause.text.index(text)
    return speaks_to_others(clause, start, start + len(text), B2C, read)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (RULE, False),
        (f"Soweit Sie Unternehmer sind, gilt:\na) Die Wahl steht uns zu.\nb) {RULE}", True),
        (f"Soweit Sie Verbraucher sind, gilt:\na) Die Wahl steht Ihnen zu.\nb) {RULE}", False),
        (f"Gegenüber Unternehmern gilt Folgendes:\n- Die Wahl steht uns zu.\n- Ohne Anzeige gilt sie als frei. {RULE}", True),
        (f"Gegenüber Unternehmern gilt Folgendes:\n{RULE}", True),
        (f"Gegenüber Unternehmern gilt Folgendes: Die Wahl steht uns zu. {RULE}", True),
        (f"Gegenüber Unternehmern gilt Folgendes:\n- Die Wahl steht uns zu.\n{RULE}", False),
        (f"Gegenüber Unternehmern gilt Folgendes: Die Wahl steht uns zu.\n{RULE}", False),
        (f"Mit Unternehmern gilt Folgendes: Die Wahl steht uns zu.\na) {RULE}", False),
        (f"a) Gegenüber Unternehmern gilt Folgendes:\n- Die Wahl steht uns zu.\nb) {RULE}", False),
        (f"a) Gegenüber Unternehmern gilt Folgendes:\n- Die Wahl steht uns zu.\n- {RULE}", True),
        ("Der Käufer kann Unternehmer sein. Die Frist beträgt dann ein Jahr.", False),
        (f"Ist der Käufer Unternehmer, wählen wir. {RULE}", False),
    ],
)  # fmt: skip
def test_a_lead_governs_its_list_and_no_more(text: str, others: bool) -> None:
    rule = RULE if RULE in text else "Die Frist beträgt dann ein Jahr."
    assert to_others(reading(text), rule) is others


def test_a_sentence_that_points_back_takes_the_case_of_the_one_before() -> None:
    text = "Ist der Käufer Unternehmer, wählen wir. In diesem Fall beträgt die Frist ein Jahr."
    assert to_others(reading(text), "In diesem Fall beträgt die Frist ein Jahr.")


@pytest.mark.parametrize(
    ("lead", "others"), [("Gegenüber Unternehmern gilt:", True), ("Gegenüber Unternehmern wählen wir.", False)]
)
def test_a_lead_governs_the_clauses_below_it(lead: str, others: bool) -> None:
    read = reading(lead, RULE)
    first, second = read.clauses
    assert to_others(replace(read, clauses=(first, replace(second, parent=first.id)))) is others


def test_the_headings_decide_where_no_sentence_does() -> None:
    read = reading(RULE)
    (clause,) = read.clauses
    assert to_others(replace(read, clauses=(replace(clause, path=("Rechte der Unternehmer", "Nur für Unternehmer")),)))
