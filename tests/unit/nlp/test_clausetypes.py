"""Clause types from headings and texts: one line a case."""

from __future__ import annotations

import tomllib

import pytest

from app import paths
from app.models.reading import Clause
from app.nlp.clausetype_words import HEADINGS, TEXTS, stems
from app.nlp.clausetypes import classify, clause_types


def clause(heading: str = "", text: str = "", name: str = "c1", parent: str | None = None) -> Clause:
    return Clause(name, name, "", heading, text, (), parent, 1 if parent is None else 2)


def type_of(heading: str = "", text: str = "") -> str | None:
    return classify((clause(heading, text),))[0].type


def test_types_are_those_of_the_reference_library() -> None:
    table = tomllib.loads((paths.clause_library() / "types.toml").read_text("utf-8"))
    assert clause_types() == tuple(sorted(entry["id"] for entry in table["type"]))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Geltungsbereich", "scope"),
        ("Vertragsschluss und Angebotsbindung", "contract_formation"),
        ("Vertragstext und Vertragssprache", "consumer_information"),
        ("Hinweise zur Entsorgung von Altbatterien", "consumer_information"),
        ("Gegenstand des Vertrags, Leistungsumfang", "services"),
        ("Mitwirkungspflichten des Kunden", "cooperation"),
        ("Lieferung und Gefahrübergang", "delivery"),
        ("Abnahme", "acceptance"),
        ("Vergütung", "prices"),
        ("Zahlungsbedingungen", "payment"),
        ("Preisanpassung", "price_change"),
        ("Lieferverzug", "delay"),
        ("Aufrechnung und Zurückbehaltung", "set_off"),
        ("Erweiterter Eigentumsvorbehalt", "retention_of_title"),
        ("Untersuchungs- und Rügepflicht", "notice_of_defects"),
        ("Haftung für Mängel", "warranty"),
        ("Sachmängelhaftung, Gewährleistung", "warranty"),
        ("HAFTUNGSBESCHRÄNKUNG", "limitation_of_liability"),
        ("Versicherungen", "insurance"),
        ("Exportkontrolle und Embargos", "export"),
        ("Nutzungsrechte an Software", "intellectual_property"),
        ("Geheimhaltung", "confidentiality"),
        ("Auftragsverarbeitung und Datenschutz", "data_protection"),
        ("Einsatz von Subunternehmern", "subcontracting"),
        ("Abtretungsverbot", "assignment"),
        ("Höhere Gewalt", "force_majeure"),
        ("Vertragslaufzeit und Verlängerung", "term"),
        ("Ordentliche Kündigung", "termination"),
        ("Widerrufsbelehrung", "withdrawal"),
        ("Einwendungen gegen Abrechnungen", "objection_deadline"),
        ("Änderungen dieser Geschäftsbedingungen", "change_of_terms"),
        ("Änderung der Mietbedingungen", "change_of_terms"),
        ("Anpassung der Nutzungsbedingungen", "change_of_terms"),
        ("AGB-Änderungen", "change_of_terms"),
        ("Änderung der Preise", "price_change"),
        ("Herausgabe der Daten und Wechsel", "termination"),
        ("Zurückbehaltung", "set_off"),
        ("Schriftform", "written_form"),
        ("Salvatorische Klausel", "severability"),
        ("Gerichtsstand, Erfüllungsort", "jurisdiction"),
        ("Rechtswahl", "applicable_law"),
        ("Streitschlichtung", "dispute_resolution"),
    ],
)
def test_a_heading_names_the_subject(heading: str, expected: str) -> None:
    assert type_of(heading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wir haften für einfache Fahrlässigkeit nur bis zu 5.000 Euro.", "limitation_of_liability"),
        ("Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden.", "termination"),
        ("Einwendungen gegen die Abrechnung sind binnen sechs Wochen zu erheben.", "objection_deadline"),
        ("Offensichtliche Mängel sind binnen acht Tagen zu rügen.", "notice_of_defects"),
        ("Wir dürfen die AGB ändern; die geänderten AGB senden wir Ihnen zu.", "change_of_terms"),
        ("Das Werk gilt als abgenommen, wenn der Besteller es nutzt.", "acceptance"),
        ("Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.", "retention_of_title"),
        ("Es gilt deutsches Recht unter Ausschluss des UN-Kaufrechts.", "applicable_law"),
        ("Der Kunde darf nur mit unbestrittenen Forderungen aufrechnen.", "set_off"),
        ("Zahlungen wegen strittiger Mängel zurückzuhalten ist dem Besteller verwehrt.", "set_off"),
        ("Beide Seiten behandeln Betriebsgeheimnisse vertraulich.", "confidentiality"),
        ("Rechnungen sind binnen 14 Tagen per Überweisung zahlbar.", "payment"),
        ("Die Preise verstehen sich zuzüglich der gesetzlichen Umsatzsteuer.", "prices"),
        ("Streik und Naturkatastrophen befreien von der Pflicht zur Leistung.", "force_majeure"),
    ],
)
def test_a_text_without_heading_speaks_for_itself(text: str, expected: str) -> None:
    assert type_of(text=text) == expected


@pytest.mark.parametrize("text", ["", "Der Himmel über dem Hafen ist blau.", "Sonstiges", "Angaben siehe Anlage 3."])
def test_too_little_evidence_gives_no_type(text: str) -> None:
    found = classify((clause(text=text),))[0]
    assert (found.type, found.confidence) == (None, 0.0)


def test_a_paragraph_that_says_nothing_takes_its_sections_type() -> None:
    section = clause("§ 9 Kündigung", name="s")
    paragraph = clause(text="Näheres steht im Einzelvertrag.", name="p", parent="s")
    assert [c.type for c in classify((section, paragraph))] == ["termination", "termination"]


def test_a_type_is_inherited_through_an_unnamed_level() -> None:
    clauses = (
        clause("Vertraulichkeit", name="a"),
        clause("Näheres", name="b", parent="a"),
        clause(text="Das gilt drei Jahre lang.", name="c", parent="b"),
    )
    assert classify(clauses)[2].type == "confidentiality"


def test_paragraphs_of_a_mixed_section_keep_their_own_subjects() -> None:
    section = clause("Gerichtsstand, anwendbares Recht, salvatorische Klausel", name="s")
    texts = (
        "Es gilt deutsches Recht.",
        "Gerichtsstand ist Köln.",
        "Sollte eine Klausel unwirksam sein, bleibt der Rest bestehen.",
    )
    children = tuple(clause(text=t, name=f"p{i}", parent="s") for i, t in enumerate(texts))
    found = [c.type for c in classify((section, *children))[1:]]
    assert found == ["applicable_law", "jurisdiction", "severability"]


def test_strong_words_outweigh_the_section() -> None:
    section = clause("Zahlung", name="s")
    text = (
        "Die Aufrechnung mit Gegenforderungen und ein Zurückbehaltungsrecht bestehen nur, soweit sie unbestritten sind."
    )
    assert classify((section, clause(text=text, name="p", parent="s")))[1].type == "set_off"


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Lieferzeit", "Im Lieferverzug zahlt der Verkäufer für jede vollendete Woche 0,5 % des Werts.", "delay"),
        ("Lieferzeit", "Die Lieferfrist beträgt vier Wochen ab Freigabe der Zeichnungen.", "delivery"),
        ("Vergütung, Zahlung", "Der Auftraggeber darf nur mit unbestrittenen Forderungen aufrechnen.", "set_off"),
        ("Gewährleistung", "Verdeckte Mängel sind binnen einer Woche nach Entdeckung zu rügen.", "notice_of_defects"),
        ("Gewährleistung", "Mängelansprüche verjähren in einem Jahr; Nacherfüllung geht vor.", "warranty"),
        ("Preise", "Bei gestiegenen Löhnen sind wir zu einer Preiserhöhung berechtigt.", "price_change"),
    ],
)
def test_a_text_that_names_a_finer_subject_wins_over_its_broader_heading(
    heading: str, text: str, expected: str
) -> None:
    section = clause(heading, name="s")
    assert classify((section, clause(text=text, name="p", parent="s")))[1].type == expected
    assert type_of(heading, text) == expected


def test_umlauts_written_out_are_read_where_a_document_has_none() -> None:
    clauses = (
        clause("Kuendigung", name="a"),
        clause(text="Der Verkaeufer haftet fuer leichte Fahrlaessigkeit nicht.", name="b"),
    )
    found = classify(clauses)
    assert [c.type for c in found] == ["termination", "limitation_of_liability"]
    assert [(c.heading, c.text) for c in found] == [(c.heading, c.text) for c in clauses]


def test_set_off_is_not_taken_for_an_invoice() -> None:
    assert type_of("Aufrechnungsverbot") == "set_off"


def test_confidence_falls_where_two_subjects_compete() -> None:
    clear, mixed = classify((clause("Haftung", name="a"), clause("Haftung, Kündigung", name="b")))
    assert 0 < mixed.confidence < clear.confidence < 1


def test_everything_but_type_and_confidence_stays() -> None:
    before = clause("Haftung", "Wir haften nach dem Gesetz.")
    after = classify((before,))[0]
    assert (after.id, after.heading, after.text, after.parent) == (before.id, before.heading, before.text, None)


@pytest.mark.parametrize("table", [HEADINGS, TEXTS])
def test_every_stem_counts_once_and_is_written_as_texts_are_folded(table: str) -> None:
    for name, weighted in stems(table).items():
        words = [word for word, _ in weighted]
        assert len(words) == len(set(words)), name
        assert all(word.strip() and word == word.lower() and weight > 0 for word, weight in weighted), name


def test_a_silent_renewal_is_no_duty_of_silence() -> None:
    assert type_of(text="Die Laufzeit verlängert sich stillschweigend um ein Jahr.") == "term"


def test_an_irrevocable_declaration_is_no_withdrawal() -> None:
    assert type_of(text="Die Zustimmung ist unwiderruflich erteilt.") is None


def test_a_clause_on_law_and_court_speaks_of_both() -> None:
    text = "Für den Vertrag gilt deutsches Recht. Gerichtsstand für Kaufleute ist Musterstadt."
    (found,) = classify((clause("Recht", text),))
    assert {"applicable_law", "jurisdiction"} <= set(found.subjects)
