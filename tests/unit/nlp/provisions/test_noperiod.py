"""Ordinary terminations without any period, and terminations for cause that only look like them."""

from __future__ import annotations

import pytest

from tests.unit.nlp.provisions.conftest import Read

KIND = "notice_period"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Der Anbieter ist berechtigt, die Vereinbarung jederzeit fristlos ohne Nennung von Gründen zu kündigen.", ["to=any_time immediate by=supplier"]),
        ("Der Betreiber kann den Nutzungsvertrag jederzeit mit sofortiger Wirkung kündigen.", ["to=any_time immediate by=supplier"]),
        ("Wir dürfen den Vertrag ohne Angabe von Gründen mit sofortiger Wirkung beenden.", ["to=any_time immediate"]),
        ("Der Vertrag kann vom Kunden jederzeit und mit sofortiger Wirkung gekündigt werden.", ["to=any_time immediate by=customer"]),
        ("Die Mitgliedschaft ist jederzeit fristlos kündbar.", ["to=any_time immediate by=both"]),
        ("Beide Parteien können den Vertrag jederzeit ohne Begründung fristlos kündigen.", ["to=any_time immediate by=both"]),
        ("Während der Testphase kann der Nutzer jederzeit mit sofortiger Wirkung kündigen.", ["to=any_time immediate by=customer"]),
        ("Der Verkäufer darf den Rahmenvertrag auch ohne Vorliegen eines wichtigen Grundes fristlos kündigen.", ["to=any_time immediate by=supplier"]),
        ("Der Auftraggeber kann die Zusammenarbeit nach freiem Ermessen fristlos kündigen.", ["to=any_time immediate by=customer"]),
        ("Eine Kündigung durch den Anbieter ist jederzeit ohne Kündigungsfrist möglich.", ["to=any_time immediate by=supplier"]),
        ("Der Vermieter behält sich das Recht vor, den Mietvertrag jederzeit ohne Begründung mit sofortiger Wirkung aufzulösen.", ["to=any_time immediate by=supplier"]),
        ("Jede Vertragspartei darf die Vereinbarung jederzeit mit sofortiger Wirkung beenden.", ["to=any_time immediate by=both"]),
        ("Der Auftragnehmer kann das Auftragsverhältnis grundlos und fristlos kündigen.", ["to=any_time immediate by=supplier"]),
        ("Das Abo kann vom Abonnenten jederzeit ohne Frist gekündigt werden.", ["to=any_time immediate by=customer"]),
        ("Der Betreiber ist jederzeit, auch ohne Grund, zur fristlosen Kündigung berechtigt.", ["to=any_time immediate by=supplier"]),
        ("Der Anbieter kann die Nutzung jederzeit und mit sofortiger Wirkung beenden, ohne dass es eines Grundes bedarf.", ["to=any_time immediate by=supplier"]),
        ("Der Anbieter darf Nutzerkonten ohne Frist und ohne Grund schließen.", ["to=any_time immediate by=supplier"]),
        ("Die Lizenz kann nach der ersten Nutzung jederzeit ohne Einhaltung einer Frist gekündigt werden.", ["to=any_time immediate by=both"]),
        ("Bei monatlicher Zahlung kann der Kunde jederzeit fristlos kündigen.", ["to=any_time immediate by=customer"]),
        ("Der Vermieter ist zur jederzeitigen fristlosen Kündigung ohne Angabe von Gründen berechtigt.", ["to=any_time immediate by=supplier"]),
        ("Der Anbieter kann die Geschäftsbeziehung ohne Angabe von Gründen jederzeit mit sofortiger Wirkung beenden.", ["to=any_time immediate by=supplier"]),
        ("Die Probephase ist täglich kündbar.", ["to=any_time immediate by=both"]),
        ("Der Veranstalter darf die Zusammenarbeit jederzeit per sofort beenden.", ["to=any_time immediate by=supplier"]),
        ("Dem Auftraggeber steht es frei, den Vertrag jederzeit mit sofortiger Wirkung zu kündigen.", ["to=any_time immediate by=customer"]),
    ],
)  # fmt: skip
def test_terminating_freely_and_at_once_is_no_period_at_all(found: Read, text: str, periods: list[str]) -> None:
    assert found(text, kind=KIND) == periods


@pytest.mark.parametrize(
    "text",
    [
        "Jede Partei kann den Vertrag aus wichtigem Grund jederzeit fristlos kündigen.",
        "Das Recht, den Vertrag jederzeit fristlos zu kündigen, bleibt unberührt.",
        "Der Anbieter darf jederzeit mit sofortiger Wirkung kündigen, wenn der Kunde mit zwei Raten in Verzug ist.",
        "Bei Verstößen gegen diese Bedingungen kann der Betreiber den Vertrag jederzeit fristlos kündigen.",
        "Im Falle der Zahlungseinstellung ist der Lieferant zur sofortigen Kündigung ohne Angabe von Gründen berechtigt.",
        "Der Anbieter kann mit sofortiger Wirkung kündigen.",
        "Der Kunde kann seine Einwilligung jederzeit mit sofortiger Wirkung widerrufen.",
        "Der Anbieter kann den Zugang jederzeit ohne Angabe von Gründen mit sofortiger Wirkung sperren; die Kündigung bleibt vorbehalten.",
        "Der Mietvertrag ist jederzeit ohne Angabe von Gründen zum Monatsende kündbar.",
        "Verstößt der Nutzer gegen seine Pflichten, darf der Anbieter jederzeit und ohne Angabe von Gründen fristlos kündigen.",
        "Die außerordentliche Kündigung ist jederzeit mit sofortiger Wirkung möglich.",
        "Das Vertragsverhältnis kann jederzeit aus schwerwiegenden Gründen mit sofortiger Wirkung beendet werden.",
        "Der Anbieter ist jederzeit berechtigt, bei Zahlungsrückstand fristlos zu kündigen.",
        "Der Vermieter kann jederzeit fristlos kündigen. Ein solcher Grund liegt vor bei Verwahrlosung der Mietsache.",
        "Sollte der Gast die Hausordnung missachten, kann der Betreiber jederzeit fristlos kündigen.",
        "Auf Verlangen der Behörde kann der Vertrag jederzeit mit sofortiger Wirkung beendet werden.",
        "Der Kunde kann den Newsletter jederzeit ohne Angabe von Gründen abbestellen; eine fristlose Kündigung ist nicht nötig.",
        "Eine fristlose Kündigung ist jederzeit möglich, sobald ein Insolvenzantrag gestellt ist.",
        "Der Kunde kann jederzeit zum Monatsende kündigen; das Recht zur fristlosen Kündigung bleibt bestehen.",
        "Nach erfolgloser Abmahnung kann der Anbieter jederzeit fristlos kündigen.",
        "Der Vertrag kann jederzeit gekündigt werden, bei groben Pflichtverletzungen auch fristlos.",
        "Der Vermieter darf das Fahrzeug jederzeit ohne Angabe von Gründen mit sofortiger Wirkung zurückfordern und kündigt dies nicht an.",
        "Der Anbieter behält sich vor, bei Missachtung der Regeln das Konto jederzeit fristlos zu kündigen.",
        "Liegt ein Betrugsverdacht vor, kann der Anbieter jederzeit fristlos kündigen.",
        "Das Lastschriftmandat kann jederzeit ohne Angabe von Gründen mit sofortiger Wirkung zurückgezogen werden.",
    ],
)  # fmt: skip
def test_a_cause_a_condition_or_another_act_makes_it_none(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


def test_an_ordinary_period_beside_termination_for_default_stays_alone(found: Read) -> None:
    text = "Der Vertrag kann jederzeit ohne Angabe von Gründen mit einer Frist von einem Monat und bei Zahlungsverzug fristlos gekündigt werden."
    assert found(text, kind=KIND) == ["1 month to=any_time by=both"]


def test_the_heading_may_give_the_cause(found: Read) -> None:
    text = "Der Anbieter kann den Vertrag jederzeit mit sofortiger Wirkung kündigen."
    assert found(text, kind=KIND, heading="Kündigung aus wichtigem Grund") == []
    assert found(text, kind=KIND, heading="Laufzeit und Kündigung") == ["to=any_time immediate by=supplier"]
