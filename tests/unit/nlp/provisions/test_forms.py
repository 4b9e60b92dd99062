"""The form of a termination or an objection, asked for in the sentence or elsewhere in its section."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.models.provisions import NoticePeriod, ObjectionDeadline, Provision
from app.nlp.provisions import find_provisions
from tests.unit.nlp.provisions.conftest import clause

Find = Callable[..., tuple[Provision, ...]]


def forms(found: tuple[Provision, ...]) -> list[str | None]:
    return [p.value.form for p in found if isinstance(p.value, NoticePeriod | ObjectionDeadline)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Der Vertrag kann schriftlich mit einer Frist von drei Monaten gekündigt werden.", "written_form"),
        ("Der Vertrag kann mit einer Frist von drei Monaten in Textform gekündigt werden.", "text_form"),
        ("Der Vertrag kann mit einer Frist von drei Monaten mit eingeschriebenem Brief gekündigt werden.", "registered_letter"),
        ("Der Vertrag kann mit einer Frist von drei Monaten per Einschreiben oder E-Mail gekündigt werden.", "text_form"),
        ("Der Vertrag kann mit einer Frist von drei Monaten schriftlich oder per Einschreiben gekündigt werden.", "written_form"),
        ("Der Vertrag kann mit einer Frist von drei Monaten schriftlich per Einschreiben gekündigt werden.", "registered_letter"),
        ("Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden, soweit nicht schriftlich anders vereinbart.", None),
        ("Mängel sind binnen 8 Tagen schriftlich zu rügen.", "written_form"),
        ("Die Änderung gilt als genehmigt, wenn der Kunde ihr nicht binnen vier Wochen nach der Mitteilung schriftlich widerspricht.", "written_form"),
        ("Die Änderung gilt als genehmigt, wenn der Kunde ihr nicht binnen vier Wochen nach schriftlicher Mitteilung widerspricht.", None),
        ("Der Kunde kann der per E-Mail mitgeteilten Änderung binnen vier Wochen widersprechen.", None),
        ("Mängel sind binnen 8 Tagen zu rügen.", None),
    ],
)  # fmt: skip
def test_the_form_in_the_sentence(provisions: Find, text: str, form: str | None) -> None:
    assert forms(provisions(text)) == [form]


@pytest.mark.parametrize(
    ("text", "form", "quote"),
    [
        ("Die Kündigungsfrist beträgt drei Monate. Die Kündigung bedarf der Textform.", "text_form", "Kündigung bedarf der Textform"),
        ("Jede Kündigung muss schriftlich erfolgen. Die Kündigungsfrist beträgt drei Monate.", "written_form", "Kündigung muss schriftlich erfolgen"),
        ("Der Kunde kann der Änderung binnen vier Wochen widersprechen. Widerspricht er nicht in Textform, gilt sie als genehmigt.", "text_form", "Widerspricht er nicht in Textform, gilt sie als genehmigt"),
        ("Die Kündigungsfrist beträgt drei Monate. Die Kündigung aus wichtigem Grund muss schriftlich erfolgen.", None, None),
    ],
)  # fmt: skip
def test_another_sentence_that_asks_for_the_form_is_evidence(
    provisions: Find, text: str, form: str | None, quote: str | None
) -> None:
    (found,) = provisions(text)
    places = [text[e.start : e.end] for e in found.evidence if e.part == "form"]
    assert (forms((found,)), places) == ([form], [quote] if quote else [])


def test_the_form_may_stand_in_the_next_paragraph() -> None:
    top, second = clause(1, "", heading="Kündigung"), "Kündigungen bedürfen der Schriftform."
    clauses = (
        top,
        clause(2, "Die Frist beträgt einen Monat zum Quartalsende.", parent="c0001"),
        clause(3, second, parent="c0001"),
    )
    (found,) = find_provisions(clauses)
    ((evidence),) = found.evidence
    assert (forms((found,)), evidence.clause) == (["written_form"], "c0003")
    assert second[evidence.start : evidence.end] == "Kündigungen bedürfen der Schriftform"
