"""Notice periods of ordinary terminations and non-renewals."""

from __future__ import annotations

import pytest

from tests.unit.nlp.provisions.conftest import Read

KIND = "notice_period"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Der Vertrag kann von beiden Parteien mit einer Frist von drei Monaten zum Ende eines Kalenderjahres gekündigt werden.", "3 month to=end_of_year by=both"),
        ("Die Kündigungsfrist beträgt sechs Wochen zum Quartalsende.", "6 week to=end_of_quarter by=both"),
        ("Der Kunde kann den Vertrag jederzeit mit einer Frist von 14 Tagen kündigen.", "14 day to=any_time by=customer"),
        ("Wird der Vertrag nicht spätestens einen Monat vor Ablauf der Laufzeit gekündigt, verlängert er sich um ein Jahr.", "1 month to=end_of_term by=both"),
        ("Der Anbieter ist berechtigt, das Abonnement mit einer 4-wöchigen Frist zum Monatsende zu kündigen.", "4 week to=end_of_month by=supplier"),
        ("Der Vertrag verlängert sich um 12 Monate, wenn nicht eine Partei mit dreimonatiger Frist zum Laufzeitende widerspricht.", "3 month to=end_of_term by=both"),
        ("Die Kündigung muss dem Vermieter spätestens 30 Tage vor Vertragsende zugehen.", "30 day to=end_of_term by=customer"),
        ("Der Vertrag ist mit einer Kündigungsfrist von einem (1) Monat zum Ende eines Vertragsjahres kündbar.", "1 month to=end_of_term by=both"),
        ("Das Mietverhältnis kann mit einer Frist von 30 Tagen auf das Ende eines Kalendermonats aufgelöst werden.", "30 day to=end_of_month by=both"),
        ("Er ist erstmals nach Ablauf eines Jahres mit einer Frist von drei Monaten kündbar.", "3 month by=both"),
        ("Beträgt die Erhöhung mehr als 5 %, kann der Kunde den Vertrag mit einer Frist von vier Wochen kündigen.", "4 week by=customer"),
        ("Die ordentliche Kündigung ist mit einer Frist von 6 Monaten zum 31.12. möglich.", "6 month to=end_of_year by=both"),
        ("Kündigungen müssen den Anbieter spätestens 30 Tage vor Ablauf der Laufzeit erreichen.", "30 day to=end_of_term by=customer"),
        ("Der Vertrag kann jederzeit ohne Einhaltung einer Kündigungsfrist gekündigt werden.", "to=any_time immediate by=both"),
        ("Eine Kündigung ist mit einer Frist von drei Monat zum Monatsende zu erklären.", "3 month to=end_of_month by=both"),
    ],
)  # fmt: skip
def test_periods_with_their_date_and_party(found: Read, text: str, period: str) -> None:
    assert found(text, kind=KIND) == [period]


@pytest.mark.parametrize(
    "text",
    [
        "Das Recht zur fristlosen Kündigung aus wichtigem Grund besteht, wenn der Kunde länger als zwei Monate in Verzug ist.",
        "Der Anbieter kündigt Wartungsarbeiten mit einer Frist von drei Tagen an.",
        "Der Auftraggeber kann kündigen, wenn eine Frist von zwei Wochen zur Abhilfe verstrichen ist.",
        "Preisänderungen werden sechs Wochen vor Inkrafttreten angekündigt.",
        "Die Frist für die Vorabankündigung der Lastschrift beträgt zwei Tage.",
        "Der Kunde kann jederzeit ohne Einhaltung einer Frist kündigen, wenn ein wichtiger Grund vorliegt.",
        "Der Anbieter kann kündigen, nachdem er eine zweiwöchige Frist zur Zahlung gesetzt hat.",
        "Widerspricht er nicht binnen vier Wochen nach Zugang der Mitteilung, kann der Anbieter kündigen.",
        "Die Mindestlaufzeit beträgt 24 Monate, eine Kündigung bedarf der Textform.",
    ],
)
def test_what_is_no_notice_period(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


def test_a_bare_period_beside_the_same_with_its_date_is_one(found: Read) -> None:
    text = "Die Kündigungsfrist beträgt einen Monat. Der Vertrag kann mit einer Frist von einem Monat zum Monatsende gekündigt werden."
    assert found(text, kind=KIND) == ["1 month to=end_of_month by=both"]


def test_a_genitive_month_is_no_period_of_its_own(found: Read) -> None:
    text = "Die Kündigung ist mit einer Frist von zwei Wochen zum Ende eines Monats möglich."
    assert found(text, kind=KIND) == ["2 week to=end_of_month by=both"]


def test_the_heading_may_hold_the_word(found: Read) -> None:
    assert found("Die Frist beträgt drei Monate zum Quartalsende.", kind=KIND, heading="Kündigung") == [
        "3 month to=end_of_quarter"
    ]
    assert found("Die Frist beträgt drei Monate zum Quartalsende.", kind=KIND, heading="Lieferung") == []
