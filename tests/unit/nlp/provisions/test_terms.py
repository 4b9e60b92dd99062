"""Payment terms, limitation, contract terms, renewals and withdrawal."""

from __future__ import annotations

import pytest

from tests.unit.nlp.provisions.conftest import Read


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Rechnungen sind innerhalb von 30 Tagen nach Rechnungsdatum ohne Abzug zu zahlen.", ["30 day"]),
        ("Das Zahlungsziel beträgt 14 Tage.", ["14 day"]),
        ("Zahlbar 10 Tage netto.", ["10 day"]),
        ("Die Vergütung ist sofort nach Rechnungserhalt fällig.", ["immediate"]),
        ("Der Rechnungsbetrag wird mit Zugang der Rechnung fällig.", ["immediate"]),
        ("Die Zahlung hat binnen zweier Wochen ab Zugang der Rechnung zu erfolgen.", ["2 week"]),
        ("Bei Zahlung innerhalb von 10 Tagen gewähren wir 2 % Skonto, sonst ist der Betrag innerhalb von 30 Tagen zu begleichen.", ["30 day"]),
        ("Der Kaufpreis ist spätestens einen Monat nach Lieferung zu bezahlen.", ["1 month"]),
        ("Der Betrag ist binnen 14 Tagen ohne jeglichen Abzug von Skonto zu zahlen.", ["14 day"]),
        ("Der Kunde kommt 30 Tage nach Fälligkeit und Zugang der Rechnung in Verzug.", []),
        ("Rückzahlungen leisten wir innerhalb von 14 Tagen.", []),
        ("Die Lieferung erfolgt innerhalb von 5 Werktagen nach Zahlungseingang.", []),
        ("Die Rechnung wird monatlich im Voraus gestellt.", []),
        ("Einwendungen gegen die Rechnung sind binnen 14 Tagen zu erheben.", []),
    ],
)  # fmt: skip
def test_payment_terms(found: Read, text: str, terms: list[str]) -> None:
    assert found(text, kind="payment_term") == [f"{term} by=customer" for term in terms]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Mängelansprüche verjähren in zwölf Monaten ab Ablieferung.", ["12 month"]),
        ("Die Gewährleistungsfrist beträgt ein Jahr.", ["1 year"]),
        ("Die Gewährleistung für gebrauchte Sachen ist auf 6 Monate beschränkt.", ["6 month"]),
        ("Die Verjährungsfrist beträgt abweichend von § 438 Abs. 1 Nr. 3 BGB zwei Jahre.", ["2 year"]),
        ("Wir haften für die Dauer von einem Jahr ab Übergabe.", ["1 year"]),
        (
            "Für neue Sachen gilt eine Verjährungsfrist von zwei Jahren, für gebrauchte von einem Jahr.",
            ["2 year", "1 year"],
        ),
        ("Der Hersteller gewährt eine Garantie von fünf Jahren.", []),
        ("Mängel sind binnen zwei Wochen innerhalb der Gewährleistungsfrist anzuzeigen.", []),
        ("Tritt der Mangel innerhalb eines Jahres auf, gilt die gesetzliche Verjährungsfrist.", []),
    ],
)
def test_limitation_periods(found: Read, text: str, periods: list[str]) -> None:
    assert [value.split(" by=")[0] for value in found(text, kind="limitation_period")] == periods


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Die Mindestvertragslaufzeit beträgt 24 Monate.", ["24 month"]),
        ("Der Vertrag wird auf die Dauer von drei Jahren fest geschlossen.", ["3 year"]),
        ("Der Vertrag hat eine Laufzeit von zwölf Monaten und verlängert sich um sechs Monate.", ["12 month"]),
        ("Der Vertrag läuft auf unbestimmte Zeit und ist erstmals nach Ablauf eines Jahres kündbar.", ["1 year"]),
        ("Die Vertragslaufzeit beträgt, soweit nichts anderes vereinbart ist, ein Jahr.", ["1 year"]),
        ("Der Kunde kann frühestens 12 Monate nach Vertragsschluss kündigen.", ["12 month"]),
        ("Die Daten werden für die Dauer von zehn Jahren aufbewahrt.", []),
        ("Er darf während der Vertragslaufzeit und noch für 12 Monate nach Vertragsende keine Kunden abwerben.", []),
        ("Die Lieferzeit beträgt zwei Wochen nach Vertragsschluss.", []),
        ("Er kann mit einer Frist von drei Monaten zum Ende der Laufzeit kündigen.", []),
    ],
)
def test_contract_terms(found: Read, text: str, terms: list[str]) -> None:
    assert found(text, kind="contract_term") == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Der Vertrag verlängert sich jeweils um weitere sechs Monate, wenn er nicht drei Monate vor Ablauf gekündigt wird.", ["6 month"]),
        ("Nach Ablauf der Mindestlaufzeit verlängert sich der Vertrag auf unbestimmte Zeit.", ["indefinite"]),
        ("Das Abonnement verlängert sich automatisch um ein Jahr.", ["1 year"]),
        ("Die Lizenz verlängert sich automatisch um weitere 365 Tage.", ["365 day"]),
        ("Nach der Testphase verlängert sich der Vertrag auf eine feste Laufzeit von zwölf Monaten.", ["12 month"]),
        ("Die Lieferfrist verlängert sich um zwei Wochen.", []),
        ("Der Vertrag wird auf unbestimmte Zeit geschlossen.", []),
    ],
)  # fmt: skip
def test_renewals(found: Read, text: str, terms: list[str]) -> None:
    assert found(text, kind="renewal_term") == terms


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Sie können Ihre Bestellung innerhalb von vierzehn Tagen ohne Angabe von Gründen widerrufen.", ["14 day"]),
        ("Die Widerrufsfrist beträgt 14 Tage ab Erhalt der Ware.", ["14 day"]),
        ("Verbrauchern steht ein 30-tägiges Widerrufsrecht zu.", ["30 day"]),
        ("Im Falle des Widerrufs erstatten wir alle Zahlungen binnen vierzehn Tagen.", []),
        ("Sie haben die Ware binnen 14 Tagen nach dem Widerruf zurückzusenden.", []),
        (
            "Nimmt der Lieferant die Bestellung nicht binnen zwei Wochen an, ist der Besteller zum Widerruf berechtigt.",
            [],
        ),
        ("Der Käufer kann der Änderung binnen 14 Tagen widersprechen.", []),
    ],
)
def test_withdrawal_periods(found: Read, text: str, periods: list[str]) -> None:
    assert found(text, kind="withdrawal_period") == [f"{period} by=customer" for period in periods]


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        ("payment_term", "Rechnungen sind sofort ohne Abzug zu zahlen; eine Rückerstattung ist ausgeschlossen.", ["immediate by=customer"]),
        ("payment_term", "Das Entgelt ist sofort fällig; bei Verzug fallen Mahnkosten an.", ["immediate by=customer"]),
        ("payment_term", "Die Vergütung ist nach Erhalt der Rechnung sofort zu begleichen; Gutschriften bleiben vorbehalten.", ["immediate by=customer"]),
        ("payment_term", "Rückerstattungen sind sofort zu zahlen; der Preis bleibt unverändert.", []),
        ("withdrawal_period", "Der Widerruf ist innerhalb von 14 Tagen zu erklären; die Ware ist danach zurückzugeben.", ["14 day by=customer"]),
        ("withdrawal_period", "Ein Widerruf ist nur binnen einer Woche möglich; erstattet wird in Gutscheinen.", ["1 week by=customer"]),
        ("withdrawal_period", "Der Kunde kann den Vertrag innerhalb von zehn Tagen widerrufen; Rückgabe nur in Originalverpackung.", ["10 day by=customer"]),
        ("withdrawal_period", "Nach dem Widerruf erfolgt die Erstattung innerhalb von 14 Tagen; der Kunde trägt die Kosten.", []),
        ("withdrawal_period", "Bei Widerruf ist die Ware innerhalb von 14 Tagen zurückzusenden; der Widerruf bedarf keiner Form.", []),
    ],
)  # fmt: skip
def test_what_stands_behind_a_semicolon_is_another_rule(found: Read, kind: str, text: str, values: list[str]) -> None:
    assert found(text, kind=kind) == values
