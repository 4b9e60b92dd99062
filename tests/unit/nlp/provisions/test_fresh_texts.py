"""What whole texts of other trades brought up: terms in the first person singular, company names, requests, switching."""

from __future__ import annotations

from time import perf_counter

import pytest

from app.models.provisions import Party
from app.nlp.provisions.parties import roles_of
from tests.unit.nlp.provisions.conftest import Read


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Honorarrechnungen begleicht die Klientin binnen 45 Tagen nach Zugang.", "payment_term", ["45 day by=customer"]),
        ("Die Pacht entrichtet der Mieter innerhalb von zehn Tagen nach Rechnungserhalt, Miete ebenso.", "payment_term", ["10 day by=customer"]),
        ("Ist eine Zahlung nicht möglich, darf der Anbieter für die Dauer von einer Woche Gutscheine als Zahlung ablehnen.", "payment_term", []),
        ("Im Verzug zahlt der Lieferant 0,5 % des Lieferwerts je Woche, höchstens 5 %.", "liability_cap", ["basis=percentage percent=0.5 of=price per=week liable=supplier damage=delay", "basis=percentage percent=5 of=price per=total liable=supplier damage=delay"]),
        ("Im Verzug zahlt der Kunde 1 % des Rechnungsbetrags je Woche, höchstens 5 %.", "liability_cap", []),
        ("Sagt die Mieterin den Termin ab, zahlt sie eine pauschale Entschädigung von höchstens 50 % der Miete.", "liability_cap", []),
        ("Die Zahlung erfolgt per Sofort-Überweisung, Vorkasse oder auf Rechnung.", "payment_term", []),
        ("Bei Vorkasse muss der Rechnungsbetrag binnen sieben Werktagen auf unserem Konto eingehen, andernfalls wird die Bestellung storniert.", "payment_term", ["7 working_day by=customer"]),
        ("Der Auftraggeber hat den Rechnungsbetrag binnen zwei Wochen anzuweisen.", "payment_term", ["2 week by=customer"]),
        ("Zahlungen haben innerhalb von acht Tagen ab Rechnungseingang zu erfolgen, Skonto wird nicht gewährt.", "payment_term", ["8 day by=customer"]),
        ("Bei Preiserhöhungen steht dem Kunden ein Sonderkündigungsrecht mit einer Frist von vier Wochen zu.", "notice_period", ["4 week by=customer"]),
        ("Der Auftraggeber darf die Vereinbarung mit sechs Wochen Vorlauf beenden.", "notice_period", ["6 week by=customer"]),
        ("Schweigt der Kunde auf das Änderungsangebot länger als sechs Wochen, gilt seine Zustimmung als erteilt.", "objection_deadline", ["6 week subject=change_of_terms deemed_consent by=customer"]),
        ("Für gebrauchte Geräte haftet der Verkäufer ein Jahr lang für Sachmängel.", "limitation_period", ["1 year by=customer"]),
        ("Die Vertragsparteien binden sich für drei Jahre.", "contract_term", ["3 year"]),
        ("Das Probeabo läuft sechs Monate und endet von selbst.", "contract_term", ["6 month"]),
        ("Die Haftung ist je Schadensfall auf 1.000 EUR und für alle Schadensfälle eines Vertragsjahres auf 2.000 EUR beschränkt.", "liability_cap", ["basis=amount amount=1000 currency=EUR per=event", "basis=amount amount=2000 currency=EUR per=year"]),
        ("Ersetzt wird bei einfacher Fahrlässigkeit allein der Schaden, mit dem vernünftigerweise zu rechnen war.", "liability_cap", ["basis=foreseeable_damage fault=slight_negligence"]),
        ("Verspätete Lieferungen begründen in keinem Fall einen Anspruch des Kunden auf Schadensersatz.", "liability_exclusion", ["liable=supplier"]),
        ("Eine Schadensersatzpflicht des Vermieters wegen leicht fahrlässiger Pflichtverletzung besteht nicht.", "liability_exclusion", ["liable=supplier fault=slight_negligence"]),
        ("Bei Unfällen und Schäden haften weder die Betreiberin noch ihr Personal.", "liability_exclusion", [""]),
        ("In anderen als den in Absatz 1 genannten Fällen ist die Haftung des Anbieters unabhängig vom Rechtsgrund ausgeschlossen.", "liability_exclusion", ["liable=supplier"]),
        ("Schadensersatzansprüche wegen Verletzung unserer vertraglichen oder gesetzlichen Pflichten sind gegen uns wie gegen unsere Gehilfen ausgeschlossen, es sei denn, der Kunde weist Vorsatz nach.", "liability_exclusion", ["liable=supplier carve_outs=intent"]),
    ],
)  # fmt: skip
def test_values_in_sentences_as_they_are_met(found: Read, text: str, kind: str, values: list[str]) -> None:
    assert found(text, kind=kind) == values


@pytest.mark.parametrize(
    "text",
    [
        "Offensichtliche Transportschäden hat der Käufer unbeschadet seiner Gewährleistungsrechte sofort beim Frachtführer zu reklamieren.",
        "Der Kunde hat offensichtliche Mängel unverzüglich anzuzeigen. Unterbleibt die Anzeige, hat das keine Auswirkungen auf seine Rechte.",
        "Verbraucher melden Mängel binnen sieben Tagen. Eine Versäumung führt für Verbraucher nicht zu einem Verlust der Rechte.",
    ],
)
def test_a_complaint_that_costs_no_right_is_no_deadline(found: Read, text: str) -> None:
    assert found(text, kind="objection_deadline") == []


def test_what_consumers_keep_traders_may_lose(found: Read) -> None:
    text = "Unternehmer haben Mängel binnen sieben Tagen anzuzeigen. Für Verbraucher hat eine spätere Anzeige keine Folgen."
    assert len(found(text, kind="objection_deadline")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Das Recht des Kunden, mit einer Frist von zwei Monaten zu einem anderen Anbieter zu wechseln, bleibt unberührt.",
        "Den Wechsel zu einem anderen Dienst kann der Kunde jederzeit mit einer Frist von zwei Monaten verlangen.",
    ],
)
def test_switching_the_provider_is_no_termination(found: Read, text: str) -> None:
    assert found(text, kind="notice_period", heading="Laufzeit und Kündigung") == []


def test_for_whom_a_period_holds_terminates_with_it(found: Read) -> None:
    text = "Für Kunden gilt eine Kündigungsfrist von einem Monat, für den Anbieter eine von drei Monaten."
    assert found(text, kind="notice_period") == ["1 month by=customer", "3 month by=supplier"]


def test_a_single_person_writes_in_the_singular(found: Read) -> None:
    text = "Ich hafte bei leichter Fahrlässigkeit nur für den vorhersehbaren Schaden. Meine Kunden erhalten die Bilder digital."
    assert found(text, kind="liability_cap") == ["basis=foreseeable_damage liable=supplier fault=slight_negligence"]


@pytest.mark.parametrize(
    ("text", "we"),
    [
        ("Ich erbringe meine Leistungen für Kunden in Köln.", Party.SUPPLIER),
        ("Hiermit widerrufe ich meinen Vertrag über mein Abonnement. Der Kunde verwendet das Formular.", None),
        ("Ich akzeptiere, dass meine Daten gespeichert werden. Der Kunde haftet.", None),
    ],
)  # fmt: skip
def test_whose_terms_the_singular_speaks(text: str, we: Party | None) -> None:
    assert roles_of([text], []).we is we


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nord-licht haftet bei Vorsatz. Im Übrigen haftet nord-licht nicht. nord-licht übernimmt keine Gewähr für Kunden oder Kundinnen.", "nord-licht"),
        ("Blau Turm GmbH haftet bei Vorsatz. Die Blau Turm GmbH behält sich Änderungen vor. Die Blau Turm GmbH ist berechtigt, Kunden zu mahnen.", "Blau Turm"),
        ("In jedem Fall haftet der Kunde. Auf keinen Fall haftet er für Dritte. In dem Fall haftet er nicht; im Fall der Kunden nie.", ""),
        ("Die Zahlung erfolgt durch Zahlfix. Der Kunde zahlt an Zahlfix GmbH, Forderungen werden von Zahlfix eingezogen, Bescheid kommt von Zahlfix.", ""),
    ],
)  # fmt: skip
def test_the_supplier_s_own_name_bears_liability(text: str, name: str) -> None:
    assert roles_of([text], []).supplier_name == name


def test_of_two_liable_sides_before_a_sentence_the_nearer_one_is_meant(found: Read) -> None:
    text = "Der Mieter haftet für Schäden am Gerät. Der Vermieter haftet bei Vorsatz. Die Haftung für Folgeschäden ist ausgeschlossen."
    assert found(text, kind="liability_exclusion") == ["liable=supplier damage=indirect carve_outs=intent"]


@pytest.mark.parametrize("piece", ["A-", "a.de", "Aa Bb ", "haftet nur ", "ich "])
def test_looking_for_names_takes_no_time_with_the_square_of_the_text(piece: str) -> None:
    begun = perf_counter()
    roles_of([piece * 20_000 + " Der Kunde haftet. Kunden haften."], [])
    assert perf_counter() - begun < 3
