"""Web pages and model forms printed with their terms: the terms are found, the rest is listed and no clause."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from app.models.source import BlockKind
from app.nlp.segmentation import segment
from tests.unit.nlp.segmentation.build import BOLD, LARGE, Written, document, reasons, tree

H2 = {"bold": True, "size": 12.0}
ONE = "Die Lieferung erfolgt ab Lager auf Gefahr des Bestellers, der für Verluste haftet."
TWO = "Rechnungen werden mit Zugang fällig; der Besteller ist zur Zahlung ohne Abzug verpflichtet."
THREE = "Der Besteller prüft die Ware nach ihrem Eingang auf offene Mängel, sonst entfallen seine Ansprüche."

NUMBERED: list[Written] = [
    ("Allgemeine Lieferbedingungen", LARGE), ("§ 1 Geltungsbereich", H2), f"(1) {ONE}", f"(2) {TWO}",
    ("§ 2 Preise", H2), f"(1) {TWO}", f"(2) {THREE}", ("§ 3 Prüfung", H2), THREE,
]  # fmt: skip
DOTTED: list[Written] = [
    ("AGB", LARGE), ("1. Geltung", BOLD), f"1.1 {ONE}", f"1.2 {TWO}", ("2. Preise", BOLD), f"2.1 {TWO}", f"2.2 {THREE}",
]  # fmt: skip
HEADED: list[Written] = [
    ("Allgemeine Geschäftsbedingungen", LARGE), ("Geltungsbereich", H2), ONE, TWO, ("Preise", H2), TWO, THREE,
    ("Prüfung der Ware", H2), THREE,
]  # fmt: skip
PLAIN: list[Written] = [
    "Allgemeine Geschäftsbedingungen",
    "1. Geltungsbereich",
    ONE,
    "2. Preise",
    TWO,
    "3. Prüfung",
    THREE,
]
ROMAN: list[Written] = [
    ("I. Allgemeines", BOLD), ("§ 1 Geltung", BOLD), ONE, ("§ 2 Preise", BOLD), TWO, ("II. Besonderes", BOLD), ("§ 3 Prüfung", BOLD), THREE,
]  # fmt: skip
TERMS = {"roman": ROMAN, "numbered": NUMBERED, "dotted": DOTTED, "headed": HEADED, "plain": PLAIN}

STATEMENT = [
    "Diese Datenschutzerklärung klärt Sie über die Verarbeitung personenbezogener Daten auf unserer Website auf.",
    "Beim Besuch dieser Website überträgt Ihr Browser eine IP-Adresse, die wir in einem Log-File für sieben Tage speichern.",
    "Cookies sind kleine Dateien; Sie können sie im Browser löschen. Rechtsgrundlage ist Art. 6 DSGVO.",
    "Ihre E-Mail-Adresse nutzen wir für den Newsletter nur mit Einwilligung nach der DSGVO, die Sie widerrufen können.",
]  # fmt: skip
PRIVACY: list[Written] = [
    ("Datenschutzerklärung", LARGE), ("Allgemeine Hinweise", H2), STATEMENT[0], ("Zugriffe", H2), STATEMENT[1],
    ("Cookies", H2), STATEMENT[2], ("Newsletter", H2), STATEMENT[3],
]  # fmt: skip
NUMBERED_PRIVACY: list[Written] = [
    ("Datenschutzerklärung", LARGE), ("1. Allgemeine Hinweise", BOLD), STATEMENT[0], ("2. Zugriffe", BOLD), STATEMENT[1],
    ("3. Cookies", BOLD), STATEMENT[2], ("4. Newsletter", BOLD), STATEMENT[3],
]  # fmt: skip
FLAT_PRIVACY: list[Written] = [("Datenschutz", H2), *STATEMENT]
TEXT_PRIVACY: list[Written] = ["Datenschutzerklärung", *STATEMENT]
IMPRINT: list[Written] = [
    ("Impressum", LARGE), "Angaben gemäß § 5 DDG", "Muster Gartenbau GmbH", "Hafenstraße 1", "12345 Musterstadt",
    "Telefon 0123 456789", "E-Mail: post@muster.example", ("Haftung für Links", H2),
    "Für fremde Seiten, auf die wir verweisen, sind ihre Betreiber verantwortlich.",
]  # fmt: skip
COOKIES: list[Written] = [
    "Wir verwenden Cookies, um Ihnen den Besuch angenehm zu machen. Einige sind notwendig, andere zählen Besuche.",
    "Notwendige", "Statistik", "Alle akzeptieren", "Nur notwendige", "Einstellungen",
]  # fmt: skip
PRIVATE_SPHERE: list[Written] = [
    ("Privatsphäre-Einstellungen", H2),
    "Cookies helfen uns.",
    "Alle ablehnen",
    "Speichern",
]
NEWS: list[Written] = [
    ("Neueste Beiträge", LARGE), "Unsere Rosen blühen: ein Rundgang durch das Gewächshaus mit der Meisterin.",
    "Drei Tipps, mit denen der Rasen auch im trockenen Sommer grün bleibt.",
]  # fmt: skip
NAVIGATION: list[Written] = ["Startseite", "Pflanzen", "Über uns", "Kontakt", "Warenkorb"]
ROW: list[Written] = ["Home | Pflanzen | Über uns | Kontakt | Warenkorb (0)"]
CRUMBS: list[Written] = ["Sie sind hier: Startseite › Service › AGB"]
FOOT: list[Written] = ["Impressum · Datenschutz · Kontakt", "© 2026 Muster Gartenbau GmbH"]
PROTOCOL: list[Written] = [
    ("Übergabeprotokoll", LARGE), "Name des Mieters:", "Kennzeichen:", "Schlüssel übergeben ☐ ja ☐ nein", "Tank voll",
    "Reifen in Ordnung", "Bemerkungen: ______________________",
]  # fmt: skip
ROW_LOOK = {"kind": BlockKind.TABLE_ROW}
TABLE: list[Written] = [
    ("Übergabeprotokoll und Checkliste", BOLD | ROW_LOOK), ("Typ", ROW_LOOK), ("Kennzeichen:", ROW_LOOK),
    ("Zustand", ROW_LOOK), ("|1. Das Fahrzeug ist gereinigt zurückzugeben.", ROW_LOOK), ("|2. Es ist vollgetankt.", ROW_LOOK),
    ("Warndreieck Ja | Nein", ROW_LOOK), ("Verbandskasten Ja | Nein", ROW_LOOK), ("Unterschrift Mieter", {}),
]  # fmt: skip
REMARKS: list[Written] = [
    ("Hinweise zur Nutzung des Musters", H2),
    "Dieses Muster ist ein Vorschlag; jede Klausel ist an den Einzelfall anzupassen, am besten von einem Rechtsanwalt.",
    "Der Verwender der AGB muss die Klausel über Preise streichen, wenn das Muster für Verbraucher dient.",
]  # fmt: skip
BEFORE = {
    "privacy": PRIVACY, "numbered privacy": NUMBERED_PRIVACY, "text privacy": TEXT_PRIVACY, "imprint": IMPRINT,
    "cookies": COOKIES, "private sphere": PRIVATE_SPHERE, "news": NEWS, "navigation": NAVIGATION, "row": ROW,
    "crumbs": CRUMBS, "page": [*COOKIES, *NAVIGATION, *CRUMBS], "remarks": REMARKS,
}  # fmt: skip
AFTER = {
    "privacy": PRIVACY, "numbered privacy": NUMBERED_PRIVACY, "flat privacy": FLAT_PRIVACY, "text privacy": TEXT_PRIVACY,
    "imprint": IMPRINT, "cookies": COOKIES, "news": NEWS, "foot": FOOT, "protocol": PROTOCOL, "table": TABLE, "remarks": REMARKS,
    "page": [*PRIVACY, *IMPRINT, *NEWS, *COOKIES, *FOOT],
}  # fmt: skip


def clauses(*written: Written) -> list[str]:
    """The whole texts of the clauses."""
    return [f"{c.label}|{c.heading}|{c.text}" for c in segment(document(*written)).clauses]


@pytest.mark.parametrize(("terms", "before"), [*product(TERMS, BEFORE)])
def test_what_stands_before_the_terms_is_no_clause(terms: str, before: str) -> None:
    written = [*BEFORE[before], *TERMS[terms]]
    assert clauses(*written) == clauses(*TERMS[terms])
    assert "surroundings" in {reason for reason, _ in reasons(*written)}


@pytest.mark.parametrize(("terms", "after"), [*product(TERMS, AFTER)])
def test_what_stands_behind_the_terms_is_no_clause(terms: str, after: str) -> None:
    written = [*TERMS[terms], *AFTER[after]]
    assert clauses(*written) == clauses(*TERMS[terms])
    assert {"surroundings", "form"} & {reason for reason, _ in reasons(*written)}


@pytest.mark.parametrize(
    ("terms", "between"),
    [*product(("numbered", "dotted", "headed", "plain"), ("privacy", "numbered privacy", "imprint"))],
)
def test_two_sets_of_terms_with_another_text_between_are_both_clauses(terms: str, between: str) -> None:
    second: list[Written] = [("Nutzungsbedingungen", LARGE), *TERMS[terms][1:]]
    written = [*TERMS[terms], *BEFORE[between], *second]
    assert clauses(*written) == clauses(*TERMS[terms]) * 2
    assert ("surroundings", " ".join(str(BEFORE[between][0][0]).split()[:1])) in [
        (reason, words.split()[0]) for reason, words in reasons(*written)
    ]


@pytest.mark.parametrize(
    "title",
    [
        ["Allgemeine Geschäftsbedingungen für den Online-Shop"],
        ["- - -", "Allgemeine Geschäftsbedingungen für Reparaturen"],
        ["Besondere Bedingungen für die Miete", "der Musterwerke"],
        ["Allgemeine Mietbedingungen", "Diese Bedingungen regeln die Miete. Für Fragen erreichen Sie uns am Telefon."],
        [("Allgemeine Mietbedingungen", LARGE), "Diese Bedingungen regeln die Miete."],
    ],
)
def test_the_title_of_a_second_set_of_terms_is_no_text_of_the_clause_before(title: list[Written]) -> None:
    written = [*PLAIN, *title, *PLAIN[1:]]
    assert clauses(*written) == clauses(*PLAIN) * 2
    assert [reason for reason, _ in reasons(*written)] == ["preamble", "title"]


def test_a_cookie_notice_in_the_middle_of_a_clause_is_cut_out_of_it() -> None:
    written = [*NUMBERED[:4], *COOKIES, *NUMBERED[4:]]
    assert clauses(*written) == clauses(*NUMBERED)
    assert ("surroundings", "Wir verwenden") in reasons(*written)


def test_a_cookie_notice_ends_at_its_buttons_though_cookies_are_spoken_of_further_down() -> None:
    notice: list[Written] = [("Wir verwenden Cookies", H2), *COOKIES[:1], "Alle akzeptieren", "Einstellungen"]
    assert clauses(*notice, *HEADED, *PRIVACY) == clauses(*HEADED)


@pytest.mark.parametrize(
    "line",
    [
        "https://www.muster.example/agb 2/5",
        "www.muster.example/service/agb Seite 2 von 5",
        "12.03.2026, 10:15 Allgemeine Lieferbedingungen – Muster",
        "12.03.26 10:15 Lieferbedingungen",
        "Home > Service > Lieferbedingungen",
    ],
)
def test_what_a_browser_prints_at_the_edge_of_a_page_is_cut_out(line: str) -> None:
    written = [*NUMBERED[:3], (line, {"page": 2, "gap": None}), *NUMBERED[3:]]
    assert clauses(*written) == clauses(*NUMBERED)
    assert [reason for reason, _ in reasons(*written)] == ["title", "surroundings"]


@pytest.mark.parametrize(
    "line",
    [
        "https://ec.europa.eu/consumers/odr",
        "www.muster.example/widerruf",
        "01.01.2026 10 Prozent",
        "Der Besteller bestätigt am 12.03.2026, 10:15 Uhr",
        "Wir verwenden Cookies nur, soweit sie für die Bestellung notwendig sind.",
        "31.12.2025 um 24:00 Uhr, ohne dass es einer Kündigung bedarf.",
        "31.12.2025, 24:00 Uhr endet die Frist",
        "31.12.2025, 12:00 oder der Tag der Übergabe",
    ],
)
def test_what_only_looks_like_it_stays_in_its_clause(line: str) -> None:
    written = [*NUMBERED[:3], line, *NUMBERED[3:]]
    assert line in clauses(*written)[1]


@pytest.mark.parametrize("line", ["12.03.2026, 10:15 Bestellungen", "www.muster.example/preise Seite 3 von 4"])
@pytest.mark.parametrize("page", [None, 1])
def test_a_line_inside_a_sentence_stays_in_its_clause(line: str, page: int | None) -> None:
    on = {"page": page}
    begun: list[Written] = [("(2) Die Preise für den Besteller stehen unter", on), (line, on)]
    written: list[Written] = [
        *NUMBERED[:2],
        (f"(1) {ONE}", on),
        *begun,
        ("und gelten bis zum Widerruf.", on),
        *NUMBERED[4:],
    ]
    assert line in clauses(*written)[2]


@pytest.mark.parametrize("page", [2, None])
def test_a_print_header_inside_a_sentence_that_goes_on_over_pages_is_cut_out(page: int | None) -> None:
    head = "https://www.muster.example/agb {}/5"
    sheets: list[Written] = [(head.format(n), {"page": page and n}) for n in (2, 3)]
    halves = [(ONE[:30], {"page": page and 1}), (f"|{ONE[31:]}", {"page": page and 2})]
    written: list[Written] = [*NUMBERED[:2], halves[0], sheets[0], halves[1], *NUMBERED[3:7], sheets[1], *NUMBERED[7:]]
    assert not any("muster.example" in clause for clause in clauses(*written))


def test_sentences_behind_words_on_cookies_are_no_buttons() -> None:
    rule: list[Written] = ["Wir verwenden Cookies nach Maßgabe dieser Bedingungen", "Der Kunde muss zustimmen"]
    assert rule[0] in clauses(*NUMBERED[:3], *rule, *NUMBERED[3:])[1]


def test_a_privacy_statement_alone_is_analysed() -> None:
    assert [line.split(" ", 1)[0] for line in tree(*NUMBERED_PRIVACY)] == ["1.", "2.", "3.", "4."]
    assert len(tree(*PRIVACY)) == 4


def test_an_agreement_on_data_processing_is_analysed() -> None:
    duty = "Der Auftragsverarbeiter verarbeitet personenbezogene Daten nur nach Weisung und haftet für Verstöße gegen die DSGVO."
    written: list[Written] = [("Vereinbarung zur Auftragsverarbeitung", LARGE)]
    written += [item for n in range(1, 6) for item in ((f"§ {n} Datenschutz", H2), duty * 2)]
    assert len(tree(*written)) == 5


@pytest.mark.parametrize("look", [H2, BOLD])
def test_a_clause_on_privacy_among_the_terms_stays(look: dict[str, object]) -> None:
    clause: list[Written] = [
        ("Datenschutz", look),
        "Wir speichern Daten des Bestellers nur für den Vertrag.",
        ("Gericht", look),
        ONE,
    ]
    headed = [(item[0], look) if isinstance(item, tuple) and item[1] is H2 else item for item in HEADED]
    assert len(tree(*headed, *clause)) == 5


def test_clauses_behind_a_long_privacy_clause_in_the_same_look_stay() -> None:
    written = [*HEADED, *FLAT_PRIVACY, ("Gerichtsstand", H2), ONE, ("Haftung", H2), THREE]
    assert [line.split(" Die")[0] for line in tree(*written)][3:] == ["[Gerichtsstand]", "[Haftung] Der Besteller"]


@pytest.mark.parametrize("title", ["Service", "Kommentare", "Über uns", "Newsletter"])
def test_a_clause_under_a_title_that_pages_use_stays(title: str) -> None:
    written = [*HEADED[:4], (title, H2), f"{TWO} {THREE}", *HEADED[4:]]
    assert len(tree(*written)) == 4


@pytest.mark.parametrize("title", ["Erläuterungen", "Vorbemerkung", "Allgemeine Hinweise zur Nutzung"])
def test_remarks_that_hold_rules_stay(title: str) -> None:
    written = [*HEADED[:4], (title, H2), f"{TWO} {THREE}", *HEADED[4:]]
    assert len(tree(*written)) == 4


def test_every_word_is_in_a_clause_or_listed() -> None:
    written = [*BEFORE["page"], *NUMBERED, *AFTER["page"]]
    source = document(*written)
    found = segment(source)
    spans = sorted([s for c in found.clauses for s in c.spans] + [s for n in found.not_analysed for s in n.spans])
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert sum(b - a for a, b in spans) >= len(source.text) - 2 * len(written)
