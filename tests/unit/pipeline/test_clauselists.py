"""Word files and lists become drafts with proposed types and limits; nothing of a file is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import paths
from app.errors import Cancelled, ErrorCode, ExpectedError
from app.importing.clauselists.columns import guess_columns
from app.importing.clauselists.model import Defaults, ListCode, Sheet
from app.library.loader import load
from app.library.plain import clause_of
from app.library.problems import Problems
from app.models.facts import Audience, Perspective
from app.pipeline.clauselists import drafts_from_docx, drafts_from_table, with_type
from tests.unit.importing.word import abstract, docx, lvl, num, p, r, style, table

LIBRARY = load(paths.clause_library())
TYPES = LIBRARY.types
CUSTOMER = Defaults(Perspective.CUSTOMER, (Audience.B2B,))
SUPPLIER = Defaults(Perspective.SUPPLIER, (Audience.B2B,))
LONG = "Der Anbieter haftet für Vorsatz und grobe Fahrlässigkeit unbeschränkt. " * 5
STYLES = (
    style("Normal")
    + style("Heading1", name="heading 1", ppr='<w:outlineLvl w:val="0"/>')
    + style("Heading2", name="heading 2", ppr='<w:outlineLvl w:val="1"/>')
)


def h1(text):
    return p(text, style="Heading1")


def h2(text):
    return p(text, style="Heading2")


def bold(text):
    return p(r(text, "<w:b/>"))


def read(*body, defaults=CUSTOMER, **parts):
    return drafts_from_docx(docx("".join(body), **{"styles": STYLES, **parts}), "x.docx", defaults, TYPES)


def positions(draft):
    return [(one["rank"], one["text"]) for one in draft.plain["position"]]


def listed(found):
    return [(one.code, one.text) for one in found.left_out]


HAFTUNG = [
    ("preferred", "Der Anbieter haftet unbeschränkt."),
    ("fallback", "Der Anbieter haftet bis 1.000.000 EUR."),
    ("unacceptable", "Der Anbieter haftet nicht."),
]
TEXTS = [text for _, text in HAFTUNG]


@pytest.mark.parametrize(
    "body",
    [
        [
            h1("Haftung"),
            h2("Bevorzugt"),
            p(TEXTS[0]),
            h2("Rückfall 1"),
            p(TEXTS[1]),
            h2("Nicht akzeptabel"),
            p(TEXTS[2]),
        ],
        [h1("Haftung"), p(f"Bevorzugt: {TEXTS[0]}"), p(f"Fallback – {TEXTS[1]}"), p(f"Unannehmbar: {TEXTS[2]}")],
        [h1("1. Haftung"), p("Standard"), p(TEXTS[0]), p("Alternative"), p(TEXTS[1]), p("No-Go"), p(TEXTS[2])],
        [
            bold("Haftung"),
            bold("Bevorzugt"),
            p(TEXTS[0]),
            bold("Rückfall"),
            p(TEXTS[1]),
            bold("Unannehmbar"),
            p(TEXTS[2]),
        ],
        [p("Haftung"), p(f"Bevorzugt: {TEXTS[0]}"), p(f"Rückfall: {TEXTS[1]}"), p(f"Nicht akzeptabel: {TEXTS[2]}")],
        [h1("Haftung"), table(["Bevorzugt", TEXTS[0]], ["Rückfall 1", TEXTS[1]], ["Unannehmbar", TEXTS[2]])],
        [table(["Klausel", "Haftung"], ["Standard", TEXTS[0]], ["Fallback", TEXTS[1]], ["No-Go", TEXTS[2]])],
        [table(["Thema", "Bevorzugt", "Rückfall", "Nicht akzeptabel"], ["Haftung", *TEXTS])],
        [table(["", "Unannehmbar", "Standard", "Rückfall"], ["Haftung", TEXTS[2], TEXTS[0], TEXTS[1]])],
        [h1("Haftung"), table(["Bevorzugt", "Rückfall", "Unannehmbar"], TEXTS)],
        [h1("Haftung"), p("Bevorzugt"), p(TEXTS[0]), p("Unannehmbar"), p(TEXTS[2]), p("Rückfall"), p(TEXTS[1])],
    ],
)
def test_every_form_of_playbook_gives_the_same_draft(body):
    found = read(*body)
    assert [(draft.plain["title"], positions(draft)) for draft in found.drafts] == [("Haftung", HAFTUNG)]
    assert [code for code, _ in listed(found) if code is not ListCode.HEADER_ROW] == []


def test_a_table_of_long_texts_is_read_row_by_row():
    rows = [["Haftung", LONG, f"{LONG}x", "nie"], ["Kündigung", "Ein Monat.", "Zwei Monate.", "Drei Jahre."]]
    found = read(table(["Thema", "Bevorzugt", "Rückfall 1", "Nicht akzeptabel"], *rows))
    assert [draft.plain["title"] for draft in found.drafts] == ["Haftung", "Kündigung"]
    assert positions(found.drafts[0])[1] == ("fallback", f"{LONG.strip()} x")
    assert [(draft.place.first, draft.place.last) for draft in found.drafts] == [(2, 5), (6, 6)]


@pytest.mark.parametrize(
    ("header", "guidance", "comment", "codes"),
    [
        (["Position", "Formulierung", "Hinweis intern"], "Standard: a\n\nFallback: b", None, []),
        (["Variante", "Text", "Kommentar"], None, "a\n\nb", [ListCode.COMMENT_LEAVES]),
        (["", "Klausel", "Ampel"], "Standard: a\n\nFallback: b", None, [ListCode.CELL_AS_GUIDANCE] * 2),
        (None, "Standard: a\n\nFallback: b", None, [ListCode.CELL_AS_GUIDANCE] * 2),
    ],
)
def test_what_stands_beside_a_wording_is_no_part_of_it(header, guidance, comment, codes):
    rows = [["Standard", TEXTS[0], "a"], ["Fallback", TEXTS[1], "b"], ["No-Go", TEXTS[2], ""]]
    draft = read(h1("Haftung"), table(*([header] if header else []), *rows)).drafts[0]
    assert positions(draft) == HAFTUNG
    kept = draft.plain["guidance"]
    assert kept == guidance if guidance else kept.startswith("Aus einer Datei übernommen")
    assert (draft.plain.get("comment"), [problem.code for problem in draft.problems]) == (comment, codes)


def test_guidance_comments_and_conditions_find_their_place():
    found = read(
        h1("Haftung"),
        p("Worum es geht."),
        p("Bevorzugt:"),
        p("Eins."),
        p("Zwei."),
        p("Rückfall 2: b"),
        p("Rückfall 1 (nur mit Recht): a"),
        p("Hinweis intern: Nie nachgeben."),
        p("Kommentar: Bitte."),
        p("Unannehmbar:"),
    )
    plain = found.drafts[0].plain
    assert plain["position"] == [
        {"rank": "preferred", "text": "Eins.\n\nZwei."},
        {"rank": "fallback", "text": "a", "note": "nur mit Recht"},
        {"rank": "fallback", "text": "b"},
    ]
    assert (plain["guidance"], plain["comment"]) == ("Worum es geht.\n\nNie nachgeben.", "Bitte.")
    codes = [problem.code for problem in found.drafts[0].problems]
    assert codes == [ListCode.LEAD_AS_GUIDANCE, ListCode.PART_EMPTY, ListCode.COMMENT_LEAVES]


def test_sections_of_a_contract_become_drafts_with_their_paragraphs():
    found = read(
        bold("Einkaufsbedingungen"),
        bold("§ 1 Geltungsbereich"),
        p("(1) Diese Bedingungen gelten für alle Verträge."),
        p("(2) Andere gelten nicht."),
        bold("§ 2 Gerichtsstand"),
        p("Gerichtsstand ist Köln. Hinweis: Das ist so."),
    )
    assert [(draft.plain["type"], positions(draft)) for draft in found.drafts] == [
        ("scope", [("preferred", "Diese Bedingungen gelten für alle Verträge.\n\nAndere gelten nicht.")]),
        ("jurisdiction", [("preferred", "Gerichtsstand ist Köln. Hinweis: Das ist so.")]),
    ]
    assert listed(found) == [(ListCode.NOT_ANALYSED, "Einkaufsbedingungen")]


def test_words_of_position_mean_nothing_in_a_contract():
    found = read(h1("Hinweise"), p("Hinweis: Batterien gehören nicht in den Hausmüll."), h1("Versand"), p("Per Post."))
    assert [draft.plain["title"] for draft in found.drafts] == ["Hinweise", "Versand"]
    assert "comment" not in found.drafts[0].plain


def test_a_heading_within_a_position_is_part_of_its_wording():
    found = read(
        h1("Haftung"), p("Bevorzugt:", style="Heading1"), h2("§ 5 Haftung"), p("Text."), h1("Zahlung"), p("Sofort.")
    )
    assert positions(found.drafts[0]) == [("preferred", "Haftung\n\nText.")]
    assert found.drafts[1].plain["title"] == "Zahlung"


def test_automatic_numbers_are_no_part_of_titles():
    numbering = abstract(0, lvl(0, "decimal", "§ %1")) + num(1, 0)
    found = read(p("Haftung", style="Heading1", num=1), p("Unbeschränkt."), numbering=numbering)
    assert found.drafts[0].plain["title"] == "Haftung"


def test_what_became_part_of_no_draft_is_listed_with_place_and_reason():
    found = read(
        p(
            "Vorwort ohne Überschrift, das länger ist als jede Überschrift und deshalb nur ein Text sein kann, sonst nichts."
        ),
        h1("Teil A"),
        h1("Haftung"),
        p("Bevorzugt: Text"),
        h1("Übersicht"),
        p("Siehe Tabelle."),
        table(["Thema", "Standard", "Rückfall"], ["Zahlung", "30 Tage", "14 Tage"]),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        header1=p("Kopf"),
    )
    reasons = [(one.code, one.reason, one.place and one.place.first) for one in found.left_out]
    assert reasons == [
        (ListCode.NO_HEADING, "", 1),
        (ListCode.EMPTY_HEADING, "", 2),
        (ListCode.EMPTY_HEADING, "", 5),
        (ListCode.NO_WORDING, "", 5),
        (ListCode.HEADER_ROW, "", 7),
        (ListCode.IGNORED, "header", None),
    ]


def test_cells_of_a_column_that_is_not_known_are_listed_one_by_one():
    rows = [["Thema", "Ampel", "Standard"], ["Haftung", "rot", "Text eins."], ["Zahlung", "grün", "Text zwei."]]
    found = read(table(*rows))
    left = [(one.text, one.column, one.place.first) for one in found.left_out if one.code is ListCode.NO_COLUMN]
    assert left == [("rot", "Ampel", 2), ("grün", "Ampel", 3)]


def test_a_type_is_set_where_it_is_sure_and_left_open_where_not():
    sure, unsure = read(
        h1("Gerichtsstand"), p("Gerichtsstand ist Köln."), h1("Sonstiges"), p("Es gilt das Übliche.")
    ).drafts
    assert (sure.plain["type"], sure.plain["id"]) == ("jurisdiction", "jurisdiction-customer-b2b-gerichtsstand")
    assert "type" not in unsure.plain
    assert [problem.code for problem in unsure.problems] == [ListCode.TYPE_MISSING]


def test_the_headings_above_help_to_tell_the_type():
    found = read(h1("Haftung"), h2("Höchstbetrag"), p("Der Betrag ist auf 1.000.000 EUR begrenzt."))
    assert found.drafts[0].plain["type"] == "limitation_of_liability"


def test_choosing_the_type_makes_a_valid_draft():
    draft = read(h1("Sonstiges"), p("Es gilt das Übliche.")).drafts[0]
    chosen = with_type(draft, "severability", ["severability-customer-b2b-sonstiges"])
    assert chosen.plain["id"] == "severability-customer-b2b-sonstiges-2"
    assert list(chosen.plain)[:3] == ["id", "title", "type"]
    assert chosen.problems == ()
    problems = Problems()
    clause_of(chosen.plain, problems)
    assert problems.found == ()


@pytest.mark.parametrize(
    ("text", "defaults", "limits"),
    [
        (
            "Der Kunde kann den Vertrag mit einer Frist von drei Monaten kündigen.",
            CUSTOMER,
            [("notice_period", "at_most", {"value": 3, "unit": "month"}, "customer")],
        ),
        (
            "Der Kunde kann den Vertrag mit einer Frist von drei Monaten kündigen.",
            SUPPLIER,
            [("notice_period", "at_least", {"value": 3, "unit": "month"}, "customer")],
        ),
        (
            "Beide Parteien können den Vertrag mit einer Frist von drei Monaten kündigen.",
            SUPPLIER,
            [("notice_period", "at_most", {"value": 3, "unit": "month"}, "supplier")],
        ),
        (
            "Rechnungen sind vom Kunden innerhalb von 30 Tagen nach Zugang zu bezahlen.",
            CUSTOMER,
            [("payment_term", "at_least", {"value": 30, "unit": "day"}, None)],
        ),
        (
            "Rechnungen sind vom Kunden innerhalb von 30 Tagen nach Zugang zu bezahlen.",
            SUPPLIER,
            [("payment_term", "at_most", {"value": 30, "unit": "day"}, None)],
        ),
        (
            "Die Haftung des Anbieters ist auf 1.000.000 EUR je Schadensfall begrenzt.",
            CUSTOMER,
            [("liability_cap", "at_least", 1_000_000, "supplier")],
        ),
        (
            "Die Haftung des Anbieters ist auf 1.000.000 EUR je Schadensfall begrenzt.",
            SUPPLIER,
            [("liability_cap", "at_most", 1_000_000, "supplier")],
        ),
        (
            "Der Kunde kann mit einer Frist von einem Monat, der Anbieter mit einer Frist von drei Monaten kündigen.",
            CUSTOMER,
            [],
        ),
        ("Der Vertrag ist mit einer Frist von {{Frist}} kündbar.", CUSTOMER, []),
        (
            "Der Kunde kann den Vertrag mit einer Frist von drei Monaten kündigen.",
            Defaults(Perspective.SUPPLIER, (Audience.B2C,)),
            [],
        ),
        (
            "Widerspricht der Kunde einer Änderung der AGB nicht innerhalb von sechs Wochen, gilt sie als angenommen.",
            SUPPLIER,
            [],
        ),
        ("Der Anbieter haftet unbeschränkt.", CUSTOMER, []),
    ],
)
def test_a_limit_is_proposed_only_where_the_wording_leaves_no_doubt(text, defaults, limits):
    draft = read(h1("Regelung"), p(text), defaults=defaults).drafts[0]
    rules = draft.plain.get("rule", [])
    assert [(one["provision"], one["comparison"], one["value"], one.get("obliged")) for one in rules] == limits
    said = [problem.code for problem in draft.problems].count(ListCode.LIMIT_PROPOSED)
    assert said == len(limits)
    assert ("Vorschlag aus dem Wortlaut" in draft.plain["position"][0].get("note", "")) is bool(limits)
    assert ListCode.INVALID not in [problem.code for problem in draft.problems]


def test_types_of_the_shipped_wordings_are_told_mostly_and_hardly_ever_wrongly():
    kept = [one for one in LIBRARY.clauses if one.perspective is Perspective.CUSTOMER]
    sheet = Sheet("", (("Titel", "Text"), *((one.title, one.positions[0].text) for one in kept)))
    drafts = drafts_from_table(sheet, guess_columns(sheet), CUSTOMER, TYPES).drafts
    told = [(one.type, draft.plain.get("type")) for one, draft in zip(kept, drafts, strict=True)]
    given = [pair for pair in told if pair[1]]
    assert len(given) >= 0.8 * len(told)
    assert sum(meant == found for meant, found in given) >= 0.9 * len(given)


def test_rules_follow_the_id_of_the_chosen_type():
    draft = read(h1("Regelung"), p("Der Kunde kann den Vertrag mit einer Frist von drei Monaten kündigen.")).drafts[0]
    name = draft.plain["id"]
    assert draft.plain["rule"][0]["id"] == f"{name}.notice_period"


def test_what_the_library_would_refuse_is_said():
    draft = read(h1("Haftung"), p("Bevorzugt: Der {{Anbieter haftet.")).drafts[0]
    refused = [problem.params for problem in draft.problems if problem.code is ListCode.INVALID]
    assert [(one["field"], one["problem"]) for one in refused] == [("position 1.text", "placeholder")]


def test_rows_of_a_list_get_types_and_limits_too():
    sheet = Sheet(
        "Einkauf",
        (
            ("Titel", "Text", "Klauseltyp"),
            ("Kündigung", "Der Kunde kann den Vertrag mit einer Frist von drei Monaten kündigen.", ""),
            ("Gerichtsstand", "Gerichtsstand ist Köln.", "Gerichtsstnd"),
        ),
    )
    first, second = drafts_from_table(sheet, guess_columns(sheet), CUSTOMER, TYPES).drafts
    assert (first.plain["type"], len(first.plain["rule"])) == ("termination", 1)
    assert ("type" in second.plain, second.type_choices[0]) == (False, "jurisdiction")


def test_an_empty_list_gives_nothing():
    assert drafts_from_table(Sheet("", ()), guess_columns(Sheet("", ())), CUSTOMER, TYPES).drafts == ()


@pytest.mark.parametrize(("data", "code"), [(b"", ErrorCode.FILE_EMPTY), (b"PK\x03\x04word/", ErrorCode.DOCX_DAMAGED)])
def test_what_cannot_be_read_is_an_expected_error(data, code):
    with pytest.raises(ExpectedError) as caught:
        drafts_from_docx(data, "x.docx", CUSTOMER, TYPES)
    assert caught.value.code is code


def test_bringing_in_can_be_cancelled():
    def cancel(fraction, *_):
        if fraction > 0.45:
            raise Cancelled

    with pytest.raises(Cancelled):
        drafts_from_docx(docx(h1("Haftung") + p("Text."), styles=STYLES), "x.docx", CUSTOMER, TYPES, progress=cancel)


def test_a_sample_becomes_drafts_that_the_library_takes():
    data = Path(paths.resources() / "samples" / "wartung-automatische-nummern.docx").read_bytes()
    found = drafts_from_docx(data, "x.docx", CUSTOMER, TYPES)
    assert len(found.drafts) >= 8
    for draft in found.drafts:
        chosen = draft if "type" in draft.plain else with_type(draft, "services")
        problems = Problems()
        clause_of(chosen.plain, problems)
        assert problems.found == ()


WORDS = [
    "Haftung",
    "Bevorzugt",
    "Rückfall 1: b",
    "Kommentar",
    "Hinweis intern: x",
    "Text eins.",
    "(1) Absatz.",
    "§ 3 Ende",
    "Thema",
]
paragraph = st.tuples(st.sampled_from([h1, h2, bold, p]), st.sampled_from(WORDS)).map(
    lambda one: (one[0](one[1]), [one[1]])
)
grid = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3), min_size=1, max_size=3).map(
    lambda rows: (table(*rows), [cell for row in rows for cell in row if cell != "Thema"])  # a label there, understood
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(paragraph, paragraph, grid), min_size=1, max_size=8))
def test_every_word_of_a_document_is_in_a_draft_or_listed(parts):
    found = read(*(xml for xml, _ in parts))
    kept = " ".join(
        [str(draft.plain) for draft in found.drafts]
        + [one.text for one in found.left_out]
        + [str(problem.params) for draft in found.drafts for problem in draft.problems]
    )
    for word in ("Haftung", "Text eins.", "Absatz.", "Ende", "Thema"):
        if any(word in text for _, texts in parts for text in texts):
            assert word in kept, word
