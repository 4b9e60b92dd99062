"""Headings of columns, the header row, and the words of positions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.importing.clauselists.columns import columns_of, guess_columns, guess_mapping, with_field
from app.importing.clauselists.model import Field, Sheet
from app.importing.clauselists.positionwords import is_playbook, marked

F = Field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(
            ("Titel", F.TITLE),
            ("Klauselname", F.TITLE),
            ("Thema", F.TITLE),
            ("Topic", F.TITLE),
            ("ÜBERSCHRIFT", F.TITLE),
        ),
        *(("Klauseltyp", F.TYPE), ("Kategorie", F.TYPE), ("Clause Type", F.TYPE)),
        *(("Perspektive", F.PERSPECTIVE), ("Unsere Rolle", F.PERSPECTIVE), ("Einkauf/Verkauf", F.PERSPECTIVE)),
        *(("B2B/B2C", F.AUDIENCE), ("Kundenkreis", F.AUDIENCE), ("Vertragsart", F.CONTRACT_KIND)),
        *(("Bevorzugt", F.PREFERRED), ("Bevorzugte Fassung", F.PREFERRED), ("Standardposition", F.PREFERRED)),
        *(("Preferred position", F.PREFERRED), ("Wortlaut", F.PREFERRED), ("Standard", F.PREFERRED)),
        *(("Rückfall", F.FALLBACK), ("Rückfallposition 2", F.FALLBACK), ("Rueckfall 1", F.FALLBACK)),
        *(("Fallback 1 (nur mit Recht)", F.FALLBACK), ("Alternative", F.FALLBACK), ("Fallback position", F.FALLBACK)),
        *(("Nicht akzeptabel", F.UNACCEPTABLE), ("Unannehmbar", F.UNACCEPTABLE), ("No-Go", F.UNACCEPTABLE)),
        *(("Red line", F.UNACCEPTABLE), ("Rote Linie", F.UNACCEPTABLE), ("Inakzeptable Klausel", None)),
        *(("Hinweis intern", F.GUIDANCE), ("Interner Hinweis", F.GUIDANCE), ("Leitfaden", F.GUIDANCE)),
        *(("Verhandlungshinweise", F.GUIDANCE), ("Begründung", F.GUIDANCE), ("Kommentar intern", F.GUIDANCE)),
        *(("Kommentar", F.COMMENT), ("Kommentar an die Gegenseite", F.COMMENT), ("Comment", F.COMMENT)),
        *(("Schlagwörter", F.TAGS), ("Verantwortlich", F.OWNER), ("Rechtsgrundlage", F.LEGAL_BASIS), ("ID", F.ID)),
        *(("Nr.", F.IGNORE), ("Farbe", None), ("", None), ("Bevorzugt wird eine Lieferung frei Haus", None)),
    ],
)
def test_a_heading_names_a_field(heading, field):
    assert guess_mapping(["Zweite Spalte", heading])[1] is field


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (["Titel", "Klausel"], [F.TITLE, F.PREFERRED]),
        (["Klausel", "Bevorzugt"], [F.TITLE, F.PREFERRED]),
        (["Klausel", "Text", "Rückfall 1", "Rückfall 2"], [F.TITLE, F.PREFERRED, F.FALLBACK, F.FALLBACK]),
        (["", "Bevorzugt", "Fallback"], [F.TITLE, F.PREFERRED, F.FALLBACK]),
        (["Thema", "Titel", "Standard"], [F.TITLE, None, F.PREFERRED]),
        (["Hinweis", "Kommentar", "Hinweis"], [F.GUIDANCE, F.COMMENT, F.GUIDANCE]),
        (
            ["Clause", "Preferred / Standard", "Fallback", "Walk away"],
            [F.TITLE, F.PREFERRED, F.FALLBACK, F.UNACCEPTABLE],
        ),
        (["x" * 500, "Text"], [None, F.PREFERRED]),
        ([], []),
    ],
)
def test_headings_are_read_together(header, fields):
    assert list(guess_mapping(header)) == fields


@pytest.mark.parametrize(
    ("rows", "header_row"),
    [
        ([("Titel", "Text"), ("Haftung", "Der Anbieter haftet.")], 1),
        ([("Playbook Einkauf",), (), ("Stand", "01.01.2026"), ("Titel", "Text"), ("a", "b")], 4),
        ([("Haftung", "Der Anbieter haftet."), ("Kündigung", "Ein Monat.")], 0),
        ([("Name", "Straße"), ("Meier", "Weg 1")], 0),
        ([], 0),
    ],
)
def test_the_header_is_found_among_the_first_rows(rows, header_row):
    assert guess_columns(Sheet("", tuple(rows))).header_row == header_row


def test_columns_reach_as_far_as_the_widest_row():
    columns = columns_of(Sheet("", (("Titel",), ("a", "b", "c"))), 1)
    assert columns.fields == (F.TITLE, None, None)


def test_a_field_of_one_column_moves_and_a_fallback_stays():
    columns = columns_of(Sheet("", (("Titel", "Fallback", "Farbe"),)), 1)
    assert with_field(columns, 2, F.TITLE).fields == (None, F.FALLBACK, F.TITLE)
    assert with_field(columns, 2, F.FALLBACK).fields == (F.TITLE, F.FALLBACK, F.FALLBACK)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bevorzugt", (F.PREFERRED, 0, "", "")),
        ("Bevorzugt: Der Anbieter haftet.", (F.PREFERRED, 0, "", "Der Anbieter haftet.")),
        ("Rückfall 1: Text", (F.FALLBACK, 1, "", "Text")),
        ("Rückfallposition II – Text", (F.FALLBACK, 2, "", "Text")),
        ("Fallback b) Text", None),
        ("Fallback 2 (Freigabe: Leitung Recht): Text", (F.FALLBACK, 2, "Freigabe: Leitung Recht", "Text")),
        ("Nicht akzeptabel - nie", (F.UNACCEPTABLE, 0, "", "nie")),
        ("Unannehmbar.", (F.UNACCEPTABLE, 0, "", "")),
        ("Hinweis intern: nachgeben", (F.GUIDANCE, 0, "", "nachgeben")),
        ("Kommentar: Wir bitten um Verständnis.", (F.COMMENT, 0, "", "Wir bitten um Verständnis.")),
        ("Standard: 30 Tage", (F.PREFERRED, 0, "", "30 Tage")),
        ("Standardmäßig gilt die Textform.", None),
        ("Alternative Lieferungen sind zulässig.", None),
        ("Bevorzugte Lieferanten sind unten genannt:", None),
        ("Hinweise des Anbieters sind zu beachten.", None),
        ("Nicht akzeptable Mängel sind zu rügen.", None),
        ("Acceptable: 14 days", (F.FALLBACK, 0, "", "14 days")),
        ("", None),
    ],
)
def test_a_position_word_stands_alone_or_before_a_colon_or_dash(text, found):
    one = marked(text)
    assert (one and (one.field, one.number, one.note, one.rest)) == found


@pytest.mark.parametrize(
    ("texts", "playbook"),
    [
        (["Bevorzugt: a"], True),
        (["Hinweis: Batterien gehören nicht in den Hausmüll."], False),
        (["Hinweis: a", "Anmerkung: b"], False),
        (["Standard", "Alternative", "Kommentar"], True),
        (["Standard", "Standard"], False),
        ([], False),
    ],
)
def test_weak_words_alone_make_no_playbook(texts, playbook):
    assert is_playbook([one for text in texts if (one := marked(text))]) is playbook


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=8))
def test_any_header_has_one_answer_for_each_column(header):
    fields = guess_mapping(header)
    assert len(fields) == len(header)
    single = [field for field in fields if field in (F.TITLE, F.TYPE, F.PREFERRED, F.ID)]
    assert len(single) == len(set(single))
