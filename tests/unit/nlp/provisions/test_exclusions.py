"""Full exclusions of liability, and statements that exclude nothing which would be owed."""

from __future__ import annotations

import pytest

from tests.unit.nlp.provisions.conftest import Read

KIND = "liability_exclusion"


@pytest.mark.parametrize(
    ("text", "exclusion"),
    [
        ("Die Haftung des Anbieters für leichte Fahrlässigkeit ist ausgeschlossen.", "liable=supplier fault=slight_negligence"),
        ("Der Vermieter haftet nicht für mittelbare Schäden und entgangenen Gewinn.", "liable=supplier damage=indirect+lost_profit"),
        ("Schadensersatzansprüche des Kunden sind ausgeschlossen, soweit sie nicht auf Vorsatz oder grober Fahrlässigkeit beruhen.", "liable=supplier carve_outs=intent+gross_negligence"),
        ("Jegliche Haftung des Verkäufers ist ausgeschlossen.", "liable=supplier"),
        ("Der Anbieter übernimmt keine Haftung für Folgeschäden.", "liable=supplier damage=indirect"),
        ("Im Übrigen ist die Haftung ausgeschlossen.", ""),
        ("Die Agentur haftet – soweit gesetzlich zulässig – nicht für Datenverluste.", "liable=supplier damage=data_loss"),
        ("Ausgeschlossen sind Ansprüche des Käufers auf Schadensersatz.", "liable=supplier"),
        ("Beide Parteien haften nicht für indirekte Schäden.", "liable=both damage=indirect"),
    ],
)  # fmt: skip
def test_exclusions_with_fault_damage_and_carve_outs(found: Read, text: str, exclusion: str) -> None:
    assert found(text, kind=KIND) == [exclusion]


@pytest.mark.parametrize(
    "text",
    [
        "Wir haften nicht für Inhalte verlinkter Seiten.",
        "Der Anbieter haftet nicht für Störungen durch höhere Gewalt.",
        "Die Haftung für Vorsatz ist nicht ausgeschlossen.",
        "Der Verkäufer haftet unbeschränkt, soweit der Schaden nicht auf leichter Fahrlässigkeit beruht.",
        "Die Haftung nach dem Produkthaftungsgesetz bleibt unberührt.",
        "Der Anspruch ist ausgeschlossen, wenn der Mangel nicht binnen 8 Tagen gerügt wird.",
        "Die vorstehenden Haftungsausschlüsse gelten nicht bei Vorsatz.",
        "Der Verkäufer haftet nicht nur bei Vorsatz.",
        "Die verschuldensunabhängige Haftung des Vermieters ist ausgeschlossen.",
        "Die Haftung für normale Abnutzung ist ausgeschlossen.",
        "Der Verkäufer haftet nach den gesetzlichen Vorschriften.",
    ],
)
def test_what_excludes_nothing(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


def test_carve_outs_may_stand_in_the_next_paragraph(found: Read) -> None:
    first = "Schadensersatzansprüche des Kunden sind ausgeschlossen."
    second = "Dies gilt nicht bei Verletzung von Leben, Körper oder Gesundheit und bei arglistigem Verschweigen."
    assert found(first, second, kind=KIND) == ["liable=supplier carve_outs=life_body_health+fraudulent_concealment"]
