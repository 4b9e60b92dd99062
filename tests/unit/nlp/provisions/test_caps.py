"""Liability caps: what limits how much a party owes, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.unit.nlp.provisions.conftest import Read

KIND = "liability_cap"


@pytest.mark.parametrize(
    ("text", "cap"),
    [
        ("Die Haftung des Auftragnehmers ist auf 50.000 Euro je Schadensfall begrenzt.", "basis=amount amount=50000 currency=EUR per=event liable=supplier"),
        ("Der Anbieter haftet bis zu einem Betrag von EUR 250.000,– pro Kalenderjahr.", "basis=amount amount=250000 currency=EUR per=year liable=supplier"),
        ("Die Gesamthaftung des Lieferanten übersteigt in keinem Fall CHF 100'000.", "basis=amount amount=100000 currency=CHF per=total liable=supplier"),
        ("Die Ersatzpflicht ist der Höhe nach auf fünfundzwanzigtausend Euro beschränkt.", "basis=amount amount=25000 currency=EUR"),
        ("Die Haftung beider Parteien ist auf insgesamt 1 Mio. € begrenzt.", "basis=amount amount=1e+06 currency=EUR per=total liable=both"),
        ("Der Mieter haftet für Schäden an der Ausstattung bis zu 500 EUR pro Person.", "basis=amount amount=500 currency=EUR per=claimant liable=customer"),
        ("Die Haftung der Agentur ist auf 10.000 € pro Auftrag beschränkt.", "basis=amount amount=10000 currency=EUR per=contract liable=supplier"),
        ("Unser Kunde kann Schadensersatz nur bis 2.000 € verlangen, die Haftung ist so begrenzt.", "basis=amount amount=2000 currency=EUR liable=supplier"),
    ],
)  # fmt: skip
def test_amounts(found: Read, text: str, cap: str) -> None:
    assert found(text, kind=KIND) == [cap]


@pytest.mark.parametrize(
    "text",
    [
        "Bei leichter Fahrlässigkeit ist die Haftung auf den vorhersehbaren, vertragstypischen Schaden beschränkt.",
        "Die Haftung ist auf Schäden begrenzt, mit denen bei Vertragsschluss vernünftigerweise zu rechnen war.",
        "Für nicht vorhersehbare Schäden haftet der Verkäufer nicht.",
        "Er haftet nur auf Ersatz des typischerweise eintretenden Schadens.",
        "Der Anspruch auf Schadensersatz ist auf den Schaden begrenzt, den der Vermieter voraussehen konnte.",
        "Er haftet der Höhe nach begrenzt auf die bei Vertragsschluss voraussehbaren Schäden.",
    ],
)
def test_the_foreseeable_damage_with_and_without_the_word(found: Read, text: str) -> None:
    assert [cap.split()[0] for cap in found(text, kind=KIND)] == ["basis=foreseeable_damage"]


@pytest.mark.parametrize(
    ("text", "cap"),
    [
        ("Bei Datenverlust haftet der Anbieter nur für den typischen Wiederherstellungsaufwand.", "basis=restoration_effort liable=supplier damage=data_loss"),
        ("Die Haftung der Agentur ist auf die Höhe des Auftragswertes beschränkt.", "basis=order_value liable=supplier"),
        ("Der Schadensersatz ist auf die vereinbarte Nettovergütung begrenzt.", "basis=order_value"),
        ("Die Haftung ist auf den Betrag beschränkt, den der Kunde für die Leistung bezahlt hat.", "basis=order_value"),
        ("Die Haftung ist auf die Ersatzleistung der Haftpflichtversicherung beschränkt.", "basis=insurance_cover"),
        ("Die Haftung ist auf 8,33 Sonderziehungsrechte für jedes Kilogramm begrenzt.", "basis=amount amount=8.33 currency=XDR"),
        ("Die vertragliche Haftung ist auf den dreifachen Reisepreis beschränkt.", "basis=multiple factor=3 of=price"),
        ("Die Haftung ist auf den Kaufpreis der betroffenen Ware begrenzt.", "basis=order_value"),
        ("Die Haftung ist auf 100 % des Auftragswertes begrenzt.", "basis=order_value"),
        ("Die Haftung des Dienstleisters beträgt maximal 50 % der Jahresvergütung.", "basis=percentage percent=50 of=annual_fee liable=supplier"),
        ("Die Haftung ist auf 20 % des Auftragswertes begrenzt.", "basis=percentage percent=20 of=price"),
        ("Die Haftung ist auf das Doppelte der jährlichen Vergütung beschränkt.", "basis=multiple factor=2 of=annual_fee"),
        ("Die Haftung des Anbieters ist auf drei Monatsvergütungen begrenzt.", "basis=multiple factor=3 of=monthly_fee liable=supplier"),
        ("Die Haftung ist auf die in den letzten zwölf Monaten gezahlten Entgelte beschränkt.", "basis=multiple factor=1 of=annual_fee"),
        ("Die Haftung ist auf die im jeweiligen Vertragsjahr gezahlte Vergütung begrenzt.", "basis=multiple factor=1 of=annual_fee"),
        ("Die Haftung ist auf das Dreifache des Auftragswertes beschränkt.", "basis=multiple factor=3 of=price"),
        ("Die Haftung ist auf die im Rahmen des Vertrages gezahlte Vergütung begrenzt.", "basis=order_value"),
        ("Die Haftung ist auf die Deckungssumme der Versicherung in Höhe von 3 Mio. EUR je Versicherungsfall beschränkt.", "basis=insurance_cover amount=3e+06 currency=EUR per=event"),
    ],
)  # fmt: skip
def test_caps_measured_by_price_fee_effort_or_insurance(found: Read, text: str, cap: str) -> None:
    assert found(text, kind=KIND) == [cap]


def test_delay_damages_are_two_caps(found: Read) -> None:
    text = (
        "Gerät der Lieferer in Verzug, kann der Besteller für jede volle Woche 0,5 %, höchstens jedoch 5 % des Wertes der "
        "verspäteten Lieferung als pauschalen Schadensersatz verlangen."
    )
    assert found(text, kind=KIND) == [
        "basis=percentage percent=0.5 of=price per=week liable=supplier damage=delay",
        "basis=percentage percent=5 of=price per=total liable=supplier damage=delay",
    ]


def test_two_amounts_in_one_sentence_keep_their_own_measure(found: Read) -> None:
    text = "Der Anbieter haftet je Schadensereignis bis maximal 1 Mio. €, insgesamt höchstens mit 2 Mio. € pro Vertragsjahr."
    assert [cap.split()[1:4:2] for cap in found(text, kind=KIND)] == [
        ["amount=1e+06", "per=event"],
        ["amount=2e+06", "per=year"],
    ]


def test_a_list_takes_its_trigger_from_the_words_before_it(found: Read) -> None:
    text = "Die Haftung ist wie folgt beschränkt:\na) Sachschäden 100.000 Euro je Schadensfall;\nb) Vermögensschäden 20.000 Euro."
    assert [cap.split()[1] for cap in found(text, kind=KIND)] == ["amount=100000", "amount=20000"]


def test_a_sentence_that_carries_on_needs_no_word_of_liability(found: Read) -> None:
    text = "Der Anbieter haftet auch bei leichter Fahrlässigkeit. In diesem Fall sind höchstens 5.000 Euro zu zahlen."
    assert [cap.split()[1] for cap in found(text, kind=KIND)] == ["amount=5000"]


def test_the_liable_party_may_be_named_in_the_section_before(found: Read) -> None:
    caps = found("Der Vermieter haftet bei Vorsatz unbeschränkt.", "Die Haftung ist auf 500 € begrenzt.", kind=KIND)
    assert caps == ["basis=amount amount=500 currency=EUR liable=supplier carve_outs=intent"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Auftragnehmer unterhält eine Haftpflichtversicherung mit einer Deckungssumme von mindestens 2 Mio. EUR.",
        "Bei Zahlungsverzug schuldet der Kunde Verzugszinsen in Höhe von 9 % über dem Basiszinssatz.",
        "Der Mieter haftet mit einer Selbstbeteiligung von 1.000 EUR je Schadensfall.",
        "Bei Stornierung bis 14 Tage vor der Veranstaltung sind 50 % des Preises zu zahlen.",
        "Für jeden Fall der Zuwiderhandlung zahlt der Kunde eine Vertragsstrafe von bis zu 5.000 Euro.",
        "Bei Annahmeverzug kann der Verkäufer Lagerkosten von 0,5 % des Preises je Woche, höchstens 5 %, berechnen.",
        "Der Preis beträgt maximal 500 Euro.",
        "Unvorhersehbare Ereignisse verlängern die Lieferfrist.",
        "Bei Zahlung binnen 10 Tagen gewähren wir höchstens 2 % Skonto.",
        "Die Haftung für Vorsatz ist unbeschränkt.",
        "Der Verkäufer gibt Sicherheiten frei, soweit sie die Forderungen um mehr als 10 % übersteigen.",
        "Die Gesellschaft hat ein Stammkapital von höchstens 25.000 Euro.",
    ],
)
def test_what_is_no_cap(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


@pytest.mark.parametrize(
    ("text", "cap"),
    [
        ("Der Lieferant haftet bis TEUR 250 je Schadensfall.", "amount=250000 currency=EUR per=event"),
        ("Die Haftung wird auf CHF 5'000.-- pro Schadenfall beschränkt, jede weitere Haftung wird wegbedungen.", "amount=5000 currency=CHF per=event"),
        ("Der Anbieter haftet bis Fr. 100'000.– pro Ereignis.", "amount=100000 currency=CHF per=event"),
        ("Der Anbieter haftet bis zu einem Betrag von drei Millionen Euro.", "amount=3e+06 currency=EUR"),
        ("Die Haftung des Verkäufers ist auf\nEUR 100.000 je Schadensereignis begrenzt.", "amount=100000 currency=EUR per=event"),
        ("Die Haftung ist auf 100 EUR¹ begrenzt.", "amount=100 currency=EUR"),
        ("Die Haftung ist auf 49⁹⁹ € begrenzt.", "amount=49.99 currency=EUR"),
        ("Die Haftung des Vermieters ist pro Tag auf 500 EUR begrenzt.", "amount=500 currency=EUR per=day"),
        ("Eine über 5.000 EUR hinausgehende Haftung ist ausgeschlossen.", "amount=5000 currency=EUR"),
        ("Gegenüber jedem einzelnen Endnutzer ist die Haftung auf 12.500 EUR begrenzt.", "amount=12500 currency=EUR per=claimant"),
        ("Gegenüber der Gesamtheit der Geschädigten ist die Haftung auf 30 Mio. EUR begrenzt.", "amount=3e+07 currency=EUR per=total"),
        ("Der Spediteur haftet mit höchstens 8,33 Sonderziehungsrechten je Kilogramm.", "amount=8.33 currency=XDR"),
        ("Der Auftragnehmer haftet bis zu einem Viertel der Auftragssumme.", "percent=25 of=price"),
        ("Die Haftung ist auf zwei Drittel des Kaufpreises begrenzt.", "percent=66.66 of=price"),
        ("Die Haftung ist auf die in den zwölf Monaten vor dem Schaden gezahlten Gebühren beschränkt.", "factor=1 of=annual_fee"),
        ("Die Haftung beträgt höchstens das dreifache Jahresvolumen.", "factor=3 of=annual_fee"),
        ("Die Haftung ist auf die Höhe der letzten Bestellung beschränkt.", ""),
        ("Der Ersatzanspruch ist auf den Rechnungswert der Lieferung beschränkt.", ""),
    ],
)  # fmt: skip
def test_sums_counts_and_shares_as_they_are_really_written(found: Read, text: str, cap: str) -> None:
    parts = {"amount", "currency", "percent", "factor", "of", "per"}
    assert [" ".join(p for p in c.split() if p.split("=")[0] in parts) for c in found(text, kind=KIND)] == [cap]


def test_a_list_of_ceilings_takes_count_from_its_lead_and_has_its_own_damage(found: Read) -> None:
    text = "Die Haftung des Anbieters ist je Schadensfall begrenzt auf:\na) 2 Mio. EUR für Personenschäden,\nb) 1 Mio. EUR für Sachschäden,\nc) 100.000 EUR für Vermögensschäden."
    assert [c.split(" ", 1)[1] for c in found(text, kind=KIND)] == [
        "amount=2e+06 currency=EUR per=event liable=supplier damage=personal_injury",
        "amount=1e+06 currency=EUR per=event liable=supplier damage=property",
        "amount=100000 currency=EUR per=event liable=supplier damage=pure_economic_loss",
    ]


def test_what_sums_are_counted_for_may_stand_before_all_of_them(found: Read) -> None:
    text = "Wir haften je Schadensfall: a) Personenschäden 2 Mio. EUR b) Sachschäden 1 Mio. EUR c) Vermögensschäden höchstens 0,1 Mio. EUR."
    assert ["per=event" in c for c in found(text, kind=KIND)] == [True, True, True]


def test_a_cap_is_not_about_the_fault_its_sentence_excludes(found: Read) -> None:
    text = (
        "Die Haftung für leichte Fahrlässigkeit wird wegbedungen, im Übrigen beträgt die Haftung maximal CHF 10'000.–."
    )
    assert found(text, kind=KIND) == ["basis=amount amount=10000 currency=CHF"]


def test_a_share_of_the_foreseeable_damage_is_one_cap(found: Read) -> None:
    text = "Die Haftung ist auf einen Betrag in Höhe von 30 % des vorhersehbaren Schadens begrenzt."
    assert [c.split()[0] for c in found(text, kind=KIND)] == ["basis=percentage"]


def test_two_sums_in_a_sentence_have_their_own_damage(found: Read) -> None:
    text = "Die Haftung ist für Sachschäden auf 10.000 €, für Vermögensschäden auf 5.000 € begrenzt."
    assert [c.split("damage=")[1] for c in found(text, kind=KIND)] == ["property", "pure_economic_loss"]


def test_the_sentence_before_says_for_which_fault(found: Read) -> None:
    text = "Bei leichter Fahrlässigkeit haftet der Anbieter nur beschränkt. In diesem Fall ist die Haftung auf 25.000 EUR begrenzt."
    assert "fault=slight_negligence" in found(text, kind=KIND)[0]


def test_what_a_sentence_also_excludes_is_not_the_damage_its_cap_is_about(found: Read) -> None:
    text = "Die Haftung ist auf den Auftragswert beschränkt, für Folgeschäden wird keine Haftung übernommen."
    assert found(text, kind=KIND) == ["basis=order_value"]


@pytest.mark.parametrize(
    "text",
    [
        "Im Schadensfall haftet der Mieter bis zur Höhe der Selbstbeteiligung von 500 EUR.",
        "Bei Rücktritt schuldet der Kunde 20 % des Preises als Entschädigung, höchstens 90 %.",
        "Schäden bis zu 50 EUR werden nicht ersetzt; der Anbieter haftet erst ab 100 EUR.",
        "Beispiel: Haftet der Anbieter bis 10.000 EUR, so erhält der Kunde nur 10.000 EUR.",
        "Reparaturen bis zu 150 EUR darf der Mieter beauftragen; der Vermieter haftet nach dem Gesetz.",
        "Die Kaution in Höhe von maximal 500 EUR haftet für Schäden am Mietobjekt.",
        "Bei verspäteter Rückgabe zahlt der Mieter einen pauschalierten Schadensersatz von 50 EUR je Tag.",
        "Der Verzugszins beträgt höchstens 5 % pro Jahr.",
        "Der Anbieter unterhält eine Haftpflichtversicherung über höchstens 5 Mio. EUR je Schadensfall.",
    ],
)
def test_deductibles_scales_examples_and_securities_are_no_caps(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []


@pytest.mark.parametrize(
    ("text", "liable"),
    [
        ("Der Ersatz des Verzugsschadens ist auf 0,5 % des Lieferwerts je Woche, höchstens auf 5 % beschränkt.", "supplier"),
        ("Bei Lieferverzug beträgt die Entschädigung 1 % des Werts der verspäteten Lieferung je Woche, höchstens 8 %.", "supplier"),
        ("Ersatz wegen verspäteter Leistung ist auf 10 % des Auftragswerts begrenzt.", "supplier"),
        ("Der Verzugsschaden ist auf höchstens drei Prozent der Auftragssumme begrenzt.", "supplier"),
        ("Bei verspäteter Rückgabe der Mietsache ist der Ersatz des Schadens auf 50 % der Tagesmiete je Tag begrenzt.", ""),
        ("Ansprüche wegen verspäteter Lieferung sind auf insgesamt 4 % des Lieferwerts begrenzt.", "supplier"),
        ("Ansprüche des Käufers aus Lieferverzug sind auf höchstens 5 % des Kaufpreises beschränkt.", "supplier"),
        ("Der Ersatz des Schadens wegen verzögerter Abnahme ist auf 5 % des Kaufpreises begrenzt.", ""),
        ("Der Verzugsschaden des Verkäufers ist auf 5 % des Kaufpreises begrenzt.", "customer"),
        ("Der Schadensersatz ist auf 10 % der Auftragssumme begrenzt.", ""),
        ("Im Falle der Lieferverzögerung ist der Schadensersatz auf 0,3 % des Nettopreises je Tag, höchstens 3 %, begrenzt.", "supplier"),
        ("Die Entschädigung für die Überschreitung des Liefertermins ist auf insgesamt 6 % des Bestellwerts begrenzt.", "supplier"),
        ("Ersatz wegen verspäteter Zahlung ist auf 2 % des Rechnungsbetrags begrenzt.", ""),
        ("Der Verzugsschaden bei verspäteter Rückgabe ist auf 10 % des Kaufpreises begrenzt.", ""),
    ],
)  # fmt: skip
def test_late_delivery_is_the_supplier_s_where_nobody_is_named(found: Read, text: str, liable: str) -> None:
    caps = found(text, kind=KIND)
    assert caps
    assert {next((part[7:] for part in cap.split() if part.startswith("liable=")), "") for cap in caps} == {liable}


@pytest.mark.parametrize(
    "text",
    [
        "Bei Datenverlust haftet der Anbieter höchstens in Höhe der Kosten, die bei regelmäßiger Sicherung durch den Kunden für die Wiederherstellung der Daten entstanden wären.",
        "Die Haftung für verlorene Daten ist auf den Aufwand beschränkt, der bei täglicher Sicherung durch den Anwender zur Rekonstruktion nötig ist.",
    ],
)
def test_the_effort_of_restoring_may_be_told_by_a_relative_clause(found: Read, text: str) -> None:
    assert [cap.split()[0] for cap in found(text, kind=KIND)] == ["basis=restoration_effort"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Kunde trägt die Kosten der Sicherung; der Anbieter hilft bei der Wiederherstellung von Daten nur gegen Vergütung.",
        "Ansprüche aus Zahlungsverzug verjähren; der Zinssatz ist auf höchstens 9 % begrenzt.",
        "Bei Verzug darf der Preis um höchstens 3 % sinken.",
    ],
)
def test_interest_reductions_and_costs_of_others_are_no_caps(found: Read, text: str) -> None:
    assert found(text, kind=KIND) == []
