"""Rows of a list become drafts; what does not is listed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.clauselists import words
from app.importing.clauselists.columns import guess_columns
from app.importing.clauselists.ids import new_id, slug
from app.importing.clauselists.model import Columns, Defaults, Field, ListCode, Sheet
from app.importing.clauselists.rows import drafts_from_rows, letter
from app.importing.clauselists.typenames import TypeNames
from app.library.model import ClauseType
from app.models.facts import Audience, ContractKind, Perspective

TYPES = tuple(
    ClauseType(*names, "", "")
    for names in (
        ("termination", "Kündigung", "Termination"),
        ("limitation_of_liability", "Haftungsbeschränkung", "Limitation of liability"),
        ("confidentiality", "Geheimhaltung", "Confidentiality"),
        ("jurisdiction", "Gerichtsstand und Erfüllungsort", "Jurisdiction and place of performance"),
    )
)
CUSTOMER = Defaults(Perspective.CUSTOMER, (Audience.B2B,))


def made(*rows, defaults=CUSTOMER):
    sheet = Sheet("Einkauf", tuple(tuple(row) for row in rows))
    return drafts_from_rows(sheet, guess_columns(sheet), defaults, TYPES)


def one(**cells):
    """The draft of one row by its headings."""
    found = made(list(cells), list(cells.values())).drafts
    assert len(found) == 1
    return found[0]


def codes(draft):
    return [problem.code for problem in draft.problems]


def test_a_full_row_becomes_a_draft():
    draft = one(
        **{
            "Titel": "Kündigung durch uns",
            "Klauseltyp": "Kündigung",
            "Perspektive": "Einkauf",
            "Kundenkreis": "Unternehmer, Kaufleute",
            "Vertragsart": "SaaS und Miete",
            "Bevorzugt": "Ein Monat.\nTextform.",
            "Rückfall 2": "Sechs Monate.",
            "Rückfall 1 (mit Recht)": "Drei Monate.",
            "Nicht akzeptabel": "Zwei Jahre.",
            "Hinweis intern": "Nie nachgeben.",
            "Kommentar an die Gegenseite": "Bitte um Verständnis.",
            "Schlagwörter": "frist; ende",
            "Verantwortlich": "Recht",
            "Rechtsgrundlage": "§ 309 Nr. 9 BGB (Stand 01.03.2022)",
        }
    )
    assert draft.plain == {
        "id": "termination-customer-b2b-kuendigung-durch-uns",
        "title": "Kündigung durch uns",
        "type": "termination",
        "perspective": "customer",
        "audience": ["b2b", "merchants"],
        "contract_kinds": ["saas", "rental"],
        "language": "de",
        "version": 1,
        "status": "draft",
        "owner": "Recht",
        "tags": ["frist", "ende"],
        "guidance": "Nie nachgeben.",
        "comment": "Bitte um Verständnis.",
        "position": [
            {"rank": "preferred", "text": "Ein Monat.\n\nTextform."},
            {"rank": "fallback", "text": "Drei Monate.", "note": "mit Recht"},
            {"rank": "fallback", "text": "Sechs Monate."},
            {"rank": "unacceptable", "text": "Zwei Jahre."},
        ],
        "legal_basis": [{"norm": "§ 309 Nr. 9 BGB", "as_of": date(2022, 3, 1)}],
    }
    assert codes(draft) == [ListCode.COMMENT_LEAVES]
    assert (draft.place.first, draft.place.sheet, draft.confidence) == (2, "Einkauf", 1.0)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Titel": "a", "Text": "b", "Klauseltyp": "Kündigungen"}, ListCode.TYPE_NEAREST),
        ({"Titel": "a", "Text": "b", "Klauseltyp": "Vertragsstrafe"}, ListCode.TYPE_UNKNOWN),
        ({"Titel": "a", "Text": "b", "Perspektive": "Mond"}, ListCode.WORD_UNKNOWN),
        ({"Titel": "a", "Text": "b", "Kundenkreis": "B2B, Behörden"}, ListCode.WORD_UNKNOWN),
        ({"Titel": "a", "Text": "b", "Sprache": "klingonisch"}, ListCode.WORD_UNKNOWN),
        ({"Titel": "", "Text": "Der Anbieter haftet."}, ListCode.TITLE_MADE),
        ({"Titel": "a", "Rückfall": "b"}, ListCode.NO_PREFERRED),
        ({"Titel": "a", "Text": "b", "Rechtsgrundlage": "§ 307 BGB"}, ListCode.BASIS_UNDATED),
        ({"Titel": "a", "Text": "b", "Rechtsgrundlage": "§ 307 BGB (Stand 31.02.2022)"}, ListCode.BASIS_UNDATED),
        ({"Titel": "a", "Text": "b", "Kommentar": "c"}, ListCode.COMMENT_LEAVES),
    ],
)
def test_what_is_not_understood_is_said(cells, code):
    assert codes(one(**cells)) == [code]


def test_a_problem_names_column_and_word():
    problem = one(Titel="a", Text="b", Perspektive="Mond").problems[0]
    assert (problem.column, problem.params) == ("Perspektive", {"found": "Mond"})


def test_what_the_file_does_not_say_is_asked_once():
    defaults = Defaults(
        Perspective.SUPPLIER, (Audience.B2C,), (ContractKind.SAAS,), "en", "Vertrieb", as_of=date(2026, 1, 1)
    )
    plain = made(("Titel", "Text", "Norm"), ("a", "b", "§ 307 BGB"), defaults=defaults).drafts[0].plain
    assert [plain[key] for key in ("perspective", "audience", "contract_kinds", "language", "owner")] == [
        *("supplier", ["b2c"], ["saas"], "en", "Vertrieb")
    ]
    assert plain["legal_basis"] == [{"norm": "§ 307 BGB", "as_of": date(2026, 1, 1)}]


def test_all_is_no_restriction_and_not_the_default():
    assert "audience" not in one(Titel="a", Text="b", Kundenkreis="alle").plain


def test_the_type_is_left_open_until_the_nearest_is_confirmed():
    draft = one(Titel="a", Text="b", Klauseltyp="Haftungsbeschraenkungen")
    assert ("type" in draft.plain, draft.type_choices) == (False, ("limitation_of_liability",))


@pytest.mark.parametrize(
    ("word", "type_id"),
    [
        *(("termination", "termination"), ("KÜNDIGUNG", "termination"), ("kuendigung", "termination")),
        *(
            ("Limitation of liability", "limitation_of_liability"),
            ("limitation-of-liability", "limitation_of_liability"),
        ),
        *(("Haftung", None), ("", None)),
    ],
)
def test_a_type_is_named_by_id_or_name(word, type_id):
    assert TypeNames(TYPES).named(word) == type_id


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        *(("Geheimhaltungspflicht", "confidentiality"), ("Kündigng", "termination"), ("Gerichtsstand", "jurisdiction")),
        *(
            ("Gerichtsstnd", "jurisdiction"),
            ("Liability", "limitation_of_liability"),
            ("Mondschein", None),
            ("x" * 5000, None),
            ("§§", None),
        ),
    ],
)
def test_the_nearest_type_is_offered(word, nearest):
    assert next(iter(TypeNames(TYPES).nearest(word)), None) == nearest


def test_an_id_of_the_file_is_kept_unless_it_is_taken():
    rows = (("ID", "Titel", "Text"), ("K 1", "a", "b"), ("K-1", "c", "d"), ("alt", "e", "f"))
    drafts = made(*rows, defaults=Defaults(Perspective.CUSTOMER, taken=frozenset({"alt"}))).drafts
    assert [draft.plain["id"] for draft in drafts] == ["k-1", "clause-customer-c", "clause-customer-e"]
    assert [codes(draft) for draft in drafts] == [[], [ListCode.ID_TAKEN], [ListCode.ID_TAKEN]]


def test_ids_are_unique():
    drafts = made(("Titel", "Text"), *[("Haftung", f"Text {n}") for n in range(4)]).drafts
    assert [draft.plain["id"] for draft in drafts] == [
        *("clause-customer-b2b-haftung", "clause-customer-b2b-haftung-2"),
        *("clause-customer-b2b-haftung-3", "clause-customer-b2b-haftung-4"),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kündigung für Maß & Öl", "kuendigung-fuer-mass-oel"),
        ("Zoë’s Café", "zoes-cafe"),
        ("§§", ""),
        ("Haftung des Auftragnehmers für mittelbare Schäden", "haftung-des-auftragnehmers-fuer"),
        ("x" * 90, "x" * 40),
        ("Ku\u0308ndigung", "kuendigung"),
    ],
)
def test_titles_become_parts_of_ids(title, expected):
    assert slug(title) == expected


def test_an_id_without_type_audience_or_title_is_one_too():
    assert new_id("", "customer", (), "§") == "clause-customer"


def test_rows_and_columns_that_became_nothing_are_listed():
    found = made(("Playbook",), ("Titel", "Text", "Farbe"), ("", "", "rot"), ("Kapitel A",), (), ("a", "b", "grün"))
    listed = [(one.code, one.place.first, one.text, one.column) for one in found.left_out]
    assert len(found.drafts) == 1
    assert listed == [
        (ListCode.ABOVE_HEADER, 1, "Playbook", ""),
        (ListCode.HEADER_ROW, 2, "Titel | Text | Farbe", ""),
        (ListCode.NO_WORDING, 3, "rot", ""),
        (ListCode.NO_WORDING, 4, "Kapitel A", ""),
        (ListCode.NO_COLUMN, 3, "Farbe", "C"),
    ]


@pytest.mark.parametrize(
    ("table", "word", "value"),
    [
        *((words.PERSPECTIVE, "Einkauf", "customer"), (words.PERSPECTIVE, "KUNDE", "customer")),
        *((words.PERSPECTIVE, "Verkäufer", "supplier"), (words.PERSPECTIVE, "sell-side", "supplier")),
        *((words.AUDIENCE, "Verbraucher (B2C)", "b2c"), (words.AUDIENCE, "Geschäftskunden", "b2b")),
        *(
            (words.CONTRACT_KIND, "Software as a Service", "saas"),
            (words.CONTRACT_KIND, "Wartung und Pflege", "maintenance"),
        ),
        *((words.LAW, "Österreich", "at"), (words.LAW, "German law", "de")),
    ],
)
def test_words_of_closed_lists_are_known_in_both_languages(table, word, value):
    assert words.several_of(word, table)[0] == (value,)


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_excel(index, name):
    assert letter(index) == name


cell = st.one_of(
    st.text(max_size=40), st.sampled_from(["Kunde", "B2B", "Kündigung", "{{Name}}", "{{", "§ 1 (Stand 99.99.9999)"])
)


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(st.lists(cell, max_size=6), max_size=8),
    fields=st.lists(st.one_of(st.none(), st.sampled_from(Field)), max_size=7),
    header_row=st.integers(0, 3),
)
def test_any_rows_become_drafts_or_are_listed_and_nothing_is_raised(rows, fields, header_row):
    sheet = Sheet("s", tuple(map(tuple, rows)))
    header = sheet.rows[header_row - 1] if 0 < header_row <= len(rows) else ()
    found = drafts_from_rows(sheet, Columns(tuple(fields), header, header_row), CUSTOMER, TYPES)
    filled = {number for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)}
    whole = [one for one in found.left_out if one.code is not ListCode.NO_COLUMN]
    assert sorted([d.place.first for d in found.drafts] + [one.place.first for one in whole]) == sorted(filled)
    ids = [draft.plain["id"] for draft in found.drafts]
    assert len(ids) == len(set(ids))
