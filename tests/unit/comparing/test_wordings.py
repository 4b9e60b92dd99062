"""A clause that is a version of a reference wording is read against it; what differs only trivially is no finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.comparing.candidates import candidates_of
from app.comparing.wordings import wording_findings
from app.library.model import Library, Position, PositionRank, ReferenceClause
from app.models.analysis import DiffOp, Finding, FindingKind, Severity
from app.models.facts import Audience, Fact, FactSource, Perspective
from app.wording.findings import explanation, title
from tests.unit.comparing.made import FACTS, library, reading, reference

STORE = (
    "Der Anbieter muss eingelagerte Geräte des Kunden getrennt aufbewahren und gegen Diebstahl versichern. "
    "Der Kunde kann die Geräte innerhalb von 14 Tagen nach Anzeige der Bereitstellung ausschließlich in Textform anfordern. "
    "Die Einlagerung darf nicht ohne Zustimmung des Kunden verlängert werden. "
    "Ansprüche wegen Vorsatz und grober Fahrlässigkeit bleiben unberührt."
)
FALLBACK = (
    "Eingelagerte Sachen verwahrt der Anbieter im eigenen Lager; die Versicherung schließt der Kunde selbst ab. Die Herausgabe "
    "erfolgt nach Terminabsprache an Werktagen."
)
NEVER = (
    "Der Anbieter darf eingelagerte Geräte nach Ablauf von vier Wochen verwerten und den Erlös behalten. Eine Haftung für Verlust "
    "oder Beschädigung während der Einlagerung übernimmt er in keinem Fall, auch nicht bei grobem Verschulden."
)


def position_set(**changes: object) -> ReferenceClause:
    own = reference(id_="storage", type_="delivery", positions=(STORE, FALLBACK))
    unacceptable = Position(PositionRank.UNACCEPTABLE, NEVER)
    return replace(own, positions=(*own.positions, unacceptable), **changes)  # type: ignore[arg-type]  # any field


SHELF: Library = library(position_set())


def found(text: str, shelf: Library = SHELF) -> list[Finding]:
    return wording_findings(reading(text), shelf, FACTS)


def edited(*edits: tuple[str, str]) -> str:
    text = STORE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text


TURNS = [
    ("negation", "medium", [("darf nicht ohne Zustimmung", "darf ohne Zustimmung")]),
    ("negation", "medium", [("muss eingelagerte", "muss nicht eingelagerte")]),
    ("negation", "medium", [("bleiben unberührt", "bleiben nicht unberührt")]),
    ("negation", "medium", [("Die Einlagerung darf nicht ohne", "Keine Einlagerung darf ohne jede Mitteilung oder ohne")]),
    ("party", "medium", [("Der Kunde kann die Geräte", "Der Anbieter kann die Geräte")]),
    ("party", "medium", [("Zustimmung des Kunden", "Zustimmung des Lieferanten")]),
    ("party", "medium", [("Der Anbieter muss", "Der Auftraggeber muss")]),
    ("modality", "medium", [("Der Anbieter muss", "Der Anbieter kann")]),
    ("modality", "medium", [("Der Kunde kann die", "Der Kunde soll die")]),
    ("modality", "medium", [("Der Kunde kann die", "Der Kunde muss die")]),
    ("number", "low", [("14 Tagen", "5 Tagen")]),
    ("number", "low", [("14 Tagen", "drei Monaten")]),
    ("missing", "medium", [(" Ansprüche wegen Vorsatz und grober Fahrlässigkeit bleiben unberührt.", "")]),
    ("missing", "medium", [("wegen Vorsatz und grober Fahrlässigkeit", "wegen grober Fahrlässigkeit")]),
    ("missing", "low", [(" Die Einlagerung darf nicht ohne Zustimmung des Kunden verlängert werden.", "")]),
    ("missing", "low", [(" und gegen Diebstahl versichern", "")]),
    ("logic", "low", [("aufbewahren und gegen", "aufbewahren oder gegen")]),
    ("restriction", "low", [("ausschließlich in Textform", "in Textform")]),
    ("restriction", "low", [("nach Anzeige", "vor Anzeige")]),
    ("added", "low", [("unberührt.", "unberührt. Lagerkosten trägt ab dem zweiten Monat der Kunde nach Aufwand.")]),
    ("words", "info", [("gegen Diebstahl", "gegen Hochwasser")]),
]  # fmt: skip


@pytest.mark.parametrize(("turn", "severity", "edits"), TURNS)
def test_a_substantive_change_is_named_by_its_kind(turn: str, severity: str, edits: list[tuple[str, str]]) -> None:
    (finding,) = found(edited(*edits))
    assert (finding.kind, finding.code, finding.severity.value) == (FindingKind.DEVIATION, f"wording_{turn}", severity)
    assert finding.reference == "storage"
    assert finding.comparison is not None
    assert any(h.op is not DiffOp.EQUAL for h in finding.comparison.hunks)
    assert "{" not in "".join(text(finding, lang) for text in (title, explanation) for lang in ("de", "en"))  # type: ignore[operator]


TRIVIAL = [
    STORE,
    STORE.upper(),
    edited(("Anbieter", "Auftragnehmer"), ("Kunden", "Auftraggebers"), ("Kunde ", "Auftraggeber ")),
    edited(("14 Tagen", "vierzehn Tagen")),
    edited(("14 Tagen", "zwei Wochen")),
    edited(("14 Tagen", "vierzehn (14) Tagen")),
    edited(("innerhalb von", "binnen")),
    edited(("Geräte", "Geraete"), ("verlängert", "verlaengert")),
    edited(("eingelagerte Geräte", "die eingelagerten Geräte")),
    edited(("ausschließlich", "ausschliesslich")),
    edited(("getrennt aufbewahren und gegen Diebstahl versichern", "gegen Diebstahl versichern und getrennt aufbewahren")),
    " ".join(reversed([s + "." for s in STORE.removesuffix(".").split(". ")])),
    "(1) " + STORE,
    STORE.replace(". ", ".\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", TRIVIAL)
def test_spelling_order_synonyms_and_number_words_are_trivial(text: str) -> None:
    assert [(f.code, dict(f.params)) for f in found(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Der Anbieter liefert die Ware frei Haus; die Versandkosten trägt der Kunde nach der jeweils gültigen Preisliste des Anbieters.",
        "Rechnungen sind innerhalb von 14 Tagen nach Zugang ohne Abzug auf das genannte Konto zu zahlen.",
        "Ansprüche wegen Vorsatz und grober Fahrlässigkeit bleiben unberührt.",
        "Die Gefahr geht über, sobald der Kunde die eingelagerten Geräte in seinem Betrieb übernommen hat und sie nutzen kann.",
    ],
)
def test_a_strangers_clause_on_the_subject_is_no_version_of_the_reference(text: str) -> None:
    assert found(text) == []


def test_a_clause_near_to_what_we_never_sign_is_a_finding_of_its_own() -> None:
    text = NEVER.replace("vier Wochen", "sechs Wochen").replace("behalten", "einbehalten")
    (finding,) = found(text)
    assert (finding.code, finding.severity) == ("wording_unacceptable", Severity.MEDIUM)
    assert finding.comparison is not None
    assert finding.comparison.position == "unacceptable"


def test_the_fallback_is_as_good_as_the_preferred_wording() -> None:
    assert found(FALLBACK) == []


def test_changed_words_are_evidence() -> None:
    text = edited(("14 Tagen", "5 Tagen"), ("darf nicht ohne Zustimmung des", "darf nicht ohne Wissen des"))
    (finding,) = found(text)
    assert [text[e.start : e.end] for e in finding.evidence] == ["5 Tagen", "Wissen"]
    assert "5 Tagen" in str(finding.params["new"])


def test_where_words_are_gone_the_sentence_that_lost_them_is_evidence() -> None:
    text = edited(("darf nicht ohne Zustimmung", "darf ohne Zustimmung"))
    (finding,) = found(text)
    sentence = "Die Einlagerung darf ohne Zustimmung des Kunden verlängert werden."
    assert [text[e.start : e.end] for e in finding.evidence] == [sentence]
    assert finding.params["new"] == sentence


def test_what_is_missing_here_but_stands_elsewhere_is_not_missing() -> None:
    carve_out = "Ansprüche wegen Vorsatz und grober Fahrlässigkeit bleiben unberührt."
    read = reading(edited((f" {carve_out}", "")), carve_out)
    assert wording_findings(read, SHELF, FACTS) == []


@pytest.mark.parametrize(
    ("edits", "codes"),
    [
        ([("14 Tagen", "5 Tagen")], []),
        ([("14 Tagen", "5 Tagen"), ("gegen Diebstahl", "gegen Hochwasser")], []),
        ([("14 Tagen", "5 Tagen"), ("darf nicht ohne", "darf ohne")], ["wording_negation"]),
    ],
)
def test_where_a_rule_has_told_of_a_clause_only_grave_changes_are_told(
    edits: list[tuple[str, str]], codes: list[str]
) -> None:
    told = {("c0001", "storage")}
    assert [f.code for f in wording_findings(reading(edited(*edits)), SHELF, FACTS, told)] == codes


@pytest.mark.parametrize(
    "shelf",
    [
        library(),
        library(position_set(perspective=Perspective.SUPPLIER)),
        library(position_set(audiences=(Audience.B2C,))),
    ],
)
def test_without_a_reference_that_applies_there_is_no_deviation(shelf: Library) -> None:
    assert found(edited(("darf nicht ohne", "darf ohne")), shelf) == []


def test_the_perspective_decides_which_reference_is_read_and_not_the_nearness() -> None:
    ours = position_set(id="ours", perspective=Perspective.SUPPLIER)
    far = replace(position_set(), positions=(Position(PositionRank.PREFERRED, edited(("14 Tagen", "21 Tagen"))),))
    (finding,) = found(STORE, library(ours, far))
    assert (finding.reference, finding.code) == ("storage", "wording_number")
    supplier = replace(FACTS, perspective=Fact(Perspective.SUPPLIER, FactSource.USER))
    assert wording_findings(reading(STORE), library(ours, far), supplier) == []


def test_a_paragraph_of_a_reference_is_found_in_a_clause_of_its_own() -> None:
    shelf = library(
        replace(position_set(), positions=(Position(PositionRank.PREFERRED, f"(1) {FALLBACK}\n(2) {STORE}"),))
    )
    read = reading(FALLBACK, edited(("Der Anbieter muss", "Der Anbieter kann")))
    assert [(f.code, f.clauses) for f in wording_findings(read, shelf, FACTS)] == [("wording_modality", ("c0002",))]


def test_an_exception_in_another_paragraph_of_the_reference_must_stand_somewhere() -> None:
    carve_out = "Für Vorsatz, grobe Fahrlässigkeit und die Verletzung von Leben, Körper oder Gesundheit gilt diese Beschränkung nicht."
    position = Position(PositionRank.PREFERRED, f"(1) {FALLBACK}\n(2) {STORE}\n(3) {carve_out}")
    shelf = library(replace(position_set(), positions=(position,)))
    (finding,) = wording_findings(reading(FALLBACK, STORE), shelf, FACTS)
    assert (finding.code, finding.severity, finding.clauses) == ("wording_missing", Severity.MEDIUM, ("c0001",))
    assert carve_out[:60] in str(finding.params["old"])
    assert wording_findings(reading(FALLBACK, STORE, carve_out), shelf, FACTS) == []


def test_two_libraries_of_one_fingerprint_but_other_content_have_their_own_index() -> None:
    other = library(reference(id_="storage", positions=(FALLBACK,)))
    assert SHELF.sha256 == other.sha256
    assert candidates_of(SHELF) is not candidates_of(other)
    assert candidates_of(SHELF) is candidates_of(library(position_set()))
