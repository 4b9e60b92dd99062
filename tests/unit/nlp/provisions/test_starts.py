"""From when a period runs, said beside it or in a sentence behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.models.provisions import ObjectionDeadline, Provision

Find = Callable[..., tuple[Provision, ...]]


def start(found: tuple[Provision, ...]) -> list[str | None]:
    return [p.value.start for p in found if isinstance(p.value, ObjectionDeadline)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Mängel sind binnen 8 Tagen nach Erhalt der Ware zu rügen.", "receipt"),
        ("Einwendungen sind binnen vier Wochen nach Zugang der Rechnung zu erheben.", "receipt"),
        ("Mängel sind innert 10 Tagen seit Ablieferung zu rügen.", "delivery"),
        ("Nach Übergabe sind Mängel innerhalb von 3 Tagen zu rügen.", "delivery"),
        ("Verdeckte Mängel sind binnen einer Woche ab Kenntnis zu rügen.", "discovery"),
        ("Verdeckte Mängel sind sofort nach ihrer Entdeckung zu rügen.", "discovery"),
        ("Zeigt sich ein Mangel, ist er unverzüglich zu rügen.", "discovery"),
        ("Einwendungen gegen die Abrechnung sind binnen 30 Tagen ab Rechnungsdatum zu erheben.", "invoice_date"),
        ("Der Änderung kann binnen sechs Wochen ab Bekanntgabe widersprochen werden.", "notice"),
        ("Mängel des Werks sind binnen zwei Wochen nach der Abnahme zu rügen.", "acceptance"),
        ("Mängel sind binnen 5 Tagen nach Fertigstellung zu rügen.", "completion"),
        ("Mängel sind sofort bei Anlieferung zu rügen.", "delivery"),
        ("Mängel sind binnen 8 Tagen zu rügen.", None),
        ("Mängel sind binnen 8 Tagen mit genauer Beschreibung zu rügen.", None),
    ],
)
def test_the_event_beside_the_period(provisions: Find, text: str, event: str | None) -> None:
    assert start(provisions(text)) == [event]


def test_two_deadlines_of_a_sentence_have_each_their_own_start(provisions: Find) -> None:
    text = "Offene Mängel sind binnen 7 Tagen nach Ablieferung, verdeckte binnen 3 Tagen nach Entdeckung zu rügen."
    assert start(provisions(text)) == ["delivery", "discovery"]


def test_a_sentence_behind_may_say_when_the_period_begins_and_is_evidence(provisions: Find) -> None:
    text = "Mängel sind binnen 8 Tagen zu rügen. Die Rügefrist beginnt mit der Übergabe der Ware."
    (found,) = provisions(text)
    ((evidence),) = found.evidence
    assert (start((found,)), evidence.part, evidence.clause) == (["delivery"], "start", "c0001")
    assert text[evidence.start : evidence.end] == "Rügefrist beginnt mit der Übergabe der Ware"
