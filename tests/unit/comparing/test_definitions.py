"""Defined terms: two meanings, promises without a definition, terms never used, parties under another name."""

from __future__ import annotations

import pytest

from app.comparing.definedterms import definitions_in
from app.comparing.definitions import definition_findings
from app.models.analysis import Severity
from app.models.reading import Reading
from app.wording.findings import title
from tests.unit.comparing.outlined import outlined


def told(read: Reading) -> list[tuple[str, str]]:
    return [(f.code, str(f.params.get("words") or f.params["term"])) for f in definition_findings(read)]


def numbered(*texts: str) -> Reading:
    return outlined(*(f"{n}. | Abschnitt {n} | {text}" for n, text in enumerate(texts, start=1)))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Die Muster GmbH (nachfolgend „Anbieter“ genannt) liefert.", ["Anbieter"]),
        ("Die Muster GmbH (im Folgenden: Anbieter) liefert.", ["Anbieter"]),
        ("Die Muster GmbH – nachstehend Auftragnehmer genannt – liefert.", ["Auftragnehmer"]),
        ("Die Muster GmbH (nachfolgend „Betreiber“ oder „Anbieter“) liefert.", ["Betreiber", "Anbieter"]),
        ("Die Muster GmbH („Verkäufer“) liefert an Unternehmer („Käufer“).", ["Verkäufer", "Käufer"]),
        ("Der Vertragspartner heißt im Folgenden „Lieferant“.", ["Lieferant"]),
        ("„Werktage“ sind alle Tage von Montag bis Freitag.", ["Werktage"]),
        ("„Störung“ im Sinne dieser Bedingungen ist jede Abweichung.", ["Störung"]),
        ("Lieferteile im Sinne dieser AGB sind alle Waren.", ["Lieferteile"]),
        ("„Portal“: die Internetseite des Anbieters", ["Portal"]),
        ("Klicken Sie auf „Bestellen“ und dann auf „Weiter“.", []),
        ("Der „Kunde“ ist verpflichtet, die Ware zu prüfen.", []),
        ("Die folgenden Regeln gelten.", []),
    ],
)
def test_definitions_are_read_in_the_forms_of_german_terms(text: str, terms: list[str]) -> None:
    assert [d.term for d in definitions_in(numbered(text))] == terms


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("„Werktage“ sind alle Tage von Montag bis Freitag.", "„Werktage“ sind alle Tage außer Sonntag."),
        ("„Störung“ bezeichnet jeden Ausfall.", "„Störung“ im Sinne dieser AGB ist jede Abweichung."),
        ("Alles zusammen (nachfolgend „Plattform“) läuft.", "„Plattform“ umfasst die Internetseite."),
        ("„Abruf“ ist die Bestellung in Textform.", "„Abrufe“ sind alle mündlichen Bestellungen."),
        ("„Projektplan“ meint das Angebot.", "„Projektplan“ bezeichnet die Zeittafel."),
        ("„Systeme“ bezeichnen alle Rechner.", "„Systeme“ sind nur die Rechner des Kunden."),
        ("„Leistungsschein“ ist das Angebot.", "„Leistungsschein“ ist die Rechnung."),
        ("„Geräte“ sind alle Maschinen.", "„Geräte“ sind ausschließlich gemietete Sachen."),
        ("„Testphase“ bedeutet die ersten zwei Wochen.", "„Testphase“ bedeutet den ersten Monat."),
        ("„Inhalte“ sind alle Texte.", "„Inhalte“ umfassen Texte und Bilder."),
        (
            "„Testphase“ sind die ersten zwei Wochen nach der Freischaltung des Zugangs durch uns.",
            "„Testphase“ sind die ersten drei Wochen nach der Freischaltung des Zugangs durch uns.",
        ),
        (
            "„Mangel“ ist jede Abweichung, die den Gebrauch der Sache für den Kunden nicht mindert.",
            "„Mangel“ ist jede Abweichung, die den Gebrauch der Sache für den Kunden mindert.",
        ),
    ],
)
def test_a_term_with_two_meanings_is_told(first: str, second: str) -> None:
    read = numbered(first, "Es gilt deutsches Recht.", second)
    (finding,) = definition_findings(read)
    assert (finding.code, finding.clauses) == ("definition_twice", ("c0001", "c0003"))


@pytest.mark.parametrize(
    "second",
    [
        "Als „Abruf“ gilt auch jeder Anruf.",
        "Unter „Abruf“ verstehen die Parteien jede Nachricht.",
        "Die Liste und das Muster (zusammen der „Abruf“) bleiben bei uns.",
    ],
)
def test_a_second_meaning_may_be_said_in_other_forms(second: str) -> None:
    assert told(numbered("„Abruf“ ist die Bestellung in Textform.", second)) == [("definition_twice", "Abruf")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("„Abruf“ ist die Bestellung in Textform.", "Die Sache (der „Abruf“) ist hier."),
        ("„Werktage“ sind alle Tage außer Sonntag.", "„Werktage“ sind alle Tage außer Sonntag."),
        ("„Werktage“ sind alle Tage außer Sonntag.", "Werktage sind von uns zu melden."),
        (
            "„Abruf“ ist jede Bestellung des Kunden in Textform, die wir bestätigt haben.",
            "„Abruf“ ist jede Bestellung des Kunden in Textform, die wir bestätigt hatten.",
        ),
        ("Die A GmbH (nachfolgend „Kunde“) kauft.", "„Kunde“ ist jede natürliche Person."),
        ("Die Sache (nachfolgend „Gerät“) wird geliefert.", "Eine Sache (nachfolgend „Gerät“) wird gemietet."),
    ],
)
def test_one_meaning_is_let_be(first: str, second: str) -> None:
    assert told(numbered(first, second)) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Bei einer Kritischen Störung (wie oben definiert) helfen wir.", "Kritischen Störung"),
        ("Die Reaktionszeit, wie in Ziffer 1 definiert, beginnt sofort.", "Reaktionszeit"),
        ("Die in diesen Bedingungen definierten Kernzeiten gelten.", "Kernzeiten"),
        ("Für Verschleißteile im Sinne der Begriffsbestimmungen dieser Bedingungen gilt dies.", "Verschleißteile"),
        ("Meilensteine im Sinne der Definitionen werden abgenommen.", "Meilensteine"),
        ("Der vorstehend definierte Rabatt entfällt.", "Rabatt"),
        ("Jeder Zwischenstand, wie hierin definiert, wird gezeigt.", "Zwischenstand"),
        ("Das Lastenheft (wie nachstehend definiert) ist bindend.", "Lastenheft"),
        ("Die in dieser Vereinbarung definierten Servicestufen gelten.", "Servicestufen"),
        ("Ein Notfall im Sinne der Begriffsbestimmung liegt dann vor.", "Notfall"),
        ("Die „Kernzeit“ im Sinne dieser Bedingungen beginnt um acht Uhr.", "Kernzeit"),
        ("Abgerechnet wird nach der Preisstufe gemäß Begriffsbestimmung.", "Preisstufe"),
        ("Für Wartungsfenster gilt die Definition in diesen Bedingungen.", "Wartungsfenster"),
    ],
)
def test_a_promised_definition_that_is_not_there_is_told(text: str, term: str) -> None:
    assert told(numbered("Diese Bedingungen gelten.", text)) == [("definition_promised", term)]


@pytest.mark.parametrize(
    "explanation",
    [
        "„Notfall“ im Sinne dieser Bedingungen sind Brand und Flut.",
        "Als „Notfall“ im Sinne dieser Bedingungen sehen wir Brand und Flut an.",
        "„Notfall“ ist jeder Ausfall.",
        "Ein Notfall liegt vor, wenn nichts mehr geht.",
        "Notfälle: Brand und Flut.",
    ],
)
def test_a_promise_that_is_kept_is_let_be(explanation: str) -> None:
    assert told(numbered(explanation, "Ein Notfall im Sinne der Begriffsbestimmung wird vorgezogen.")) == []


def test_a_term_that_is_defined_and_never_used_is_a_remark() -> None:
    read = numbered("Die Zeit bis zum Ende (nachfolgend „Übergangsfrist“) ist kurz.", "Es gilt deutsches Recht.")
    (finding,) = definition_findings(read)
    assert (finding.code, finding.severity) == ("definition_unused", Severity.INFO)
    assert told(numbered("Die Zeit (nachfolgend „Übergangsfrist“) ist kurz.", "Die Übergangsfristen enden.")) == []


CUSTOMER = (
    "Der Auftraggeber zahlt. Der Auftraggeber haftet dem Auftragnehmer. Der Auftragnehmer liefert dem Auftraggeber."
)
NAMED = "Die Muster GmbH (nachfolgend „Auftragnehmer“) arbeitet für Unternehmen (nachfolgend „Auftraggeber“)."


def parties(text: str, first: str = NAMED) -> Reading:
    return numbered(first, CUSTOMER, CUSTOMER, CUSTOMER, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Der Kunde meldet Mängel.", "Kunde"),
        ("Mängel sind vom Kunden zu melden.", "Kunde"),
        ("Dem Käufer bleibt das Rücktrittsrecht.", "Käufer"),
        ("Das Eigentum des Bestellers erlischt.", "Besteller"),
        ("Der Mieter gibt das Gerät zurück.", "Mieter"),
        ("Der Anbieter darf kündigen.", "Anbieter"),
        ("Den Verkäufer trifft keine Pflicht.", "Verkäufer"),
        ("Das Recht des Lieferanten bleibt.", "Lieferant"),
        ("Die Kundin meldet Mängel.", "Kunde"),
        ("Der Abnehmer trägt die Kosten.", "Abnehmer"),
        ("Beim Mandanten entstehen Kosten.", "Mandant"),
        ("Es gilt dies. Kunden dürfen die Unterlagen nutzen.", "Kunde"),
    ],
)
def test_a_party_under_another_name_is_told(text: str, word: str) -> None:
    assert told(parties(text)) == [("party_names", word)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Auftraggeber meldet Mängel.",
        "Andere Kunden werden nicht genannt.",
        "Unsere Kunden schätzen das.",
        "Der Kunde zahlt so viel wie der Auftraggeber.",
        "Der Verbraucher kann widerrufen.",
        "Der Unternehmer prüft die Ware.",
        "Der Endkunde erhält die Ware.",
        "Der Auftraggeber nennt den Kunden, an den geliefert wird.",
        "Die Kundenkartei des Auftraggebers bleibt vertraulich.",
        "Der Kunde (nachfolgend „Kunde“) ist der Abnehmer des Auftraggebers.",
        "Der Hersteller garantiert die Haltbarkeit.",
        "Der Kunde zahlt. Der Kunde haftet. Der Kunde kündigt. Der Kunde liefert. Der Kunde prüft.",
        "Der Kunde zahlt. Der Kunde haftet. Der Kunde kündigt. Der Kunde liefert. Dem Käufer bleibt der Rücktritt.",
        "Es gilt dies. Kunden sind uns willkommen.",
        "Der Besteller eines Bildes darf es nutzen.",
    ],
)
def test_other_people_and_roles_are_let_be(text: str) -> None:
    assert told(parties(text)) == []


def test_a_word_for_either_side_takes_the_side_that_is_left() -> None:
    first = (
        "Die Muster GmbH (nachfolgend „Auftragnehmer“) wartet Anlagen gewerblicher Betreiber (nachfolgend „Betreiber“)."
    )
    use = "Der Betreiber zahlt dem Auftragnehmer. Der Betreiber meldet. Der Betreiber hilft."
    assert told(numbered(first, use, use, use, "Der Auftraggeber kündigt.")) == [("party_names", "Auftraggeber")]


@pytest.mark.parametrize(("mentions", "found"), [(4, [("party_names", "Auftraggeber")]), (2, [])])
def test_the_word_that_terms_use_is_the_customers_name_where_they_define_none(
    mentions: int, found: list[tuple[str, str]]
) -> None:
    use = "Der Kunde zahlt uns. Wir liefern dem Kunden. Der Kunde meldet Mängel."
    read = numbered(*[use] * mentions, "Das Risiko trägt der Auftraggeber.")
    assert told(read) == found
    assert {f.severity for f in definition_findings(read)} <= {Severity.INFO}


def test_a_second_name_beside_another_is_not_the_name_of_a_side() -> None:
    assert (
        told(
            parties(
                "Der Käufer zahlt.", NAMED.replace("nachfolgend „Auftraggeber“", "im Folgenden auch „Auftraggeber“")
            )
        )
        == []
    )


def test_parties_named_before_the_first_clause_are_known() -> None:
    lines = [f"{n}. | Abschnitt | {text}" for n, text in enumerate((CUSTOMER, CUSTOMER, "Der Kunde zahlt."), start=1)]
    read = outlined(*lines, preamble="zwischen der Muster GmbH und der Firma (nachfolgend „Auftraggeber“)")
    (finding,) = definition_findings(read)
    assert title(finding, "de") == "Wechselnde Bezeichnung der Parteien: Auftraggeber, an einzelnen Stellen Kunde"
    assert [read.by_id[e.clause].text[e.start : e.end] for e in finding.evidence] == ["Der Kunde"]
