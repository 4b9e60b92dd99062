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


@pytest.mark.parametrize(
    ("text", "exclusion"),
    [
        ("Der Anbieter haftet nur bei Vorsatz und grober Fahrlässigkeit.", "liable=supplier fault=slight_negligence carve_outs=intent+gross_negligence"),
        ("Die Haftung des Anbieters ist auf Vorsatz und grobe Fahrlässigkeit beschränkt.", "liable=supplier fault=slight_negligence carve_outs=intent+gross_negligence"),
        ("Eine Haftung des Anbieters besteht nur bei Vorsatz.", "liable=supplier fault=slight_negligence+gross_negligence carve_outs=intent"),
        ("Schadenersatz steht dem Kunden nur bei krass grober Fahrlässigkeit zu.", "liable=supplier fault=slight_negligence carve_outs=gross_negligence"),
        ("Bei einfacher Fahrlässigkeit haftet der Anbieter nur bei Verletzung einer Kardinalpflicht.", "liable=supplier fault=slight_negligence carve_outs=essential_duties"),
        ("Der Anbieter haftet für Vorsatz, für leichte Fahrlässigkeit jedoch nur bei Verletzung wesentlicher Pflichten.", "liable=supplier fault=slight_negligence carve_outs=intent+essential_duties"),
        ("Jede Haftung der Verkäuferin für Folgeschäden wird wegbedungen.", "liable=supplier damage=indirect"),
        ("Schadensersatz wird vom Anbieter nicht gewährt.", "liable=supplier"),
        ("Auf Schadensersatz wegen Mangelfolgeschäden verzichten die Parteien gegenseitig.", "liable=both damage=indirect"),
        ("Die Haftung für leichte Fahrlässigkeit entfällt.", "fault=slight_negligence"),
        ("Der Anbieter haftet in keinem Fall für indirekte Schäden.", "liable=supplier damage=indirect"),
        ("Die Agentur haftet ausschliesslich für absichtliches oder grobfahrlässiges Verhalten.", "liable=supplier fault=slight_negligence carve_outs=intent+gross_negligence"),
        ("Für leichte Fahrlässigkeit wird die Haftung – Personenschäden ausgenommen – ausgeschlossen.", "fault=slight_negligence carve_outs=life_body_health"),
        ("Der Anbieter hat nur Vorsatz und grobe Fahrlässigkeit zu vertreten.", "liable=supplier fault=slight_negligence carve_outs=intent+gross_negligence"),
        ("Unsere Haftung ist ausgeschlossen und auf das zulässige Maß beschränkt.", ""),
        ("Der Anbieter haftet – soweit nachstehend nicht abweichend geregelt – nur bei Verletzung einer Kardinalpflicht.", "liable=supplier carve_outs=essential_duties"),
        ("Für Folgeschäden wird nicht gehaftet.", "damage=indirect"),
        ("Für leichte Fahrlässigkeit steht der Anbieter nicht ein.", "liable=supplier fault=slight_negligence"),
        ("Der Anbieter übernimmt keine Gewähr oder Haftung für Folgeschäden.", "liable=supplier damage=indirect"),
        ("Der Anbieter haftet nicht bei leicht fahrlässiger Verletzung anderer Pflichten.", "liable=supplier fault=slight_negligence"),
    ],
)  # fmt: skip
def test_the_many_words_of_an_exclusion(found: Read, text: str, exclusion: str) -> None:
    assert found(text, kind=KIND) == [exclusion]


def test_a_list_of_what_is_excluded(found: Read) -> None:
    text = "Folgendes wird ausgeschlossen:\n1. die Haftung für indirekte Schäden;\n2. die Haftung für Datenverlust."
    assert found(text, kind=KIND) == ["damage=indirect", "damage=data_loss"]


def test_each_exclusion_of_a_clause_counts(found: Read) -> None:
    text = "Die Haftung für Hilfspersonen wird wegbedungen. Jegliche weitere Haftung wird wegbedungen."
    assert len(found(text, kind=KIND)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Der Anbieter haftet nur für eigene Inhalte.",
        "Der Anbieter haftet nur nach den gesetzlichen Vorschriften.",
        "Wir haften nur für den vorhersehbaren Schaden.",
        "Wir haften nicht für Schäden, die nicht auf einer Pflichtverletzung beruhen.",
        "Die Mängelhaftung ist ausgeschlossen.",
        "Der Mieter haftet nicht für Folgen des vertragsgemäßen Gebrauchs.",
        "Eine über 5.000 EUR hinausgehende Haftung ist ausgeschlossen.",
    ],
)
def test_limits_and_statements_that_only_look_like_exclusions(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


@pytest.mark.parametrize(
    ("text", "exclusions"),
    [
        ("Der Betreiber haftet nicht für Sachschäden.", ["liable=supplier damage=property"]),
        ("Für Körperschäden wird jede Haftung ausgeschlossen.", ["damage=personal_injury"]),
        ("Der Vermieter übernimmt keine Haftung für Personen- und Sachschäden der Mieter.", ["liable=supplier damage=property+personal_injury"]),
        ("Der Mieter haftet für Sachschäden, nicht aber für gewöhnliche Abnutzung.", []),
        ("Für Sachschäden, die Dritte verursachen, haftet der Veranstalter nicht.", []),
        ("Die Haftung für Personenschäden wird nicht ausgeschlossen.", []),
    ],
)  # fmt: skip
def test_harm_to_persons_and_things_is_a_kind_of_damage(found: Read, text: str, exclusions: list[str]) -> None:
    assert found(text, kind=KIND) == exclusions
