from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.repair import Repaired, clean, repair


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Haftung", "Haftung"),
        ("", ""),
        ("Gewa\u0308hr", "Gewähr"),
        ("§\u00a08\u202fAbs.\u20092", "§ 8 Abs. 2"),
        ("Haf\u00adtung", "Haftung"),
        ("E\u2011Mail", "E-Mail"),
        ("ofﬁziell, Pﬂicht", "offiziell, Pflicht"),
        ("\u202egnutfaH\u202c", "gnutfaH"),
        ("a\u200bb\ufeffc\u2066d", "abcd"),
        ("a\x00b\x07c\x9f", "abc"),
        ("a\nb\u2028c", "a b c"),
        ("10 \u212b", "10 Å"),
        ("„neu“ – 5 € ½ ×", "„neu“ – 5 € ½ ×"),
        ("а\u0306 ю", "а\u0306 ю"),
        ("\u1112\u1161\u11ab", "한"),
        ("a\udc80b", "ab"),
    ],
)
def test_characters_as_a_reader_sees_them(raw, expected):
    assert clean(raw) == unicodedata.normalize("NFC", expected)


def test_only_what_changed_is_marked():
    assert list(repair("Die Gewa\u0308hr\u00a0gilt")) == [
        Repaired("Die Gew", 0, changed=False),
        Repaired("ä", 7, changed=True),
        Repaired("hr", 9, changed=False),
        Repaired(" ", 11, changed=True),
        Repaired("gilt", 12, changed=False),
    ]


@given(st.text(max_size=60))
def test_repaired_text_is_composed_and_stays_as_it_is(raw):
    once = clean(raw)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(max_size=60))
def test_unchanged_pieces_stand_in_the_raw_text(raw):
    for piece in repair(raw):
        assert piece.changed or raw[piece.offset :].startswith(piece.text)


# --- marks without end --------------------------------------------------------------------------------------------------------


def test_a_letter_keeps_all_its_marks_in_rows_of_thirty():
    raw = "x" + "\u0323" * 70 + "y"
    assert clean(raw) == "x" + "\u0323" * 30 + "\u034f" + "\u0323" * 30 + "\u034f" + "\u0323" * 10 + "y"
    assert unicodedata.is_normalized("NFC", clean(raw))


def test_thirty_marks_are_left_as_they_are():
    assert list(repair("x" + "\u0323" * 30)) == [Repaired("x" + "\u0323" * 30, 0, changed=False)]


def test_pieces_between_marks_know_where_they_stand():
    raw = "ab" + "\u0301" * 65 + "cd\u00a0e"
    for piece in repair(raw):
        assert piece.changed or raw[piece.offset :].startswith(piece.text)
    assert [p.offset for p in repair(raw) if p.text in ("\u034f", " ", "e")] == [32, 62, 69, 70]


@pytest.mark.timeout(20)
def test_a_million_marks_take_seconds():
    assert len(clean("a" + "\u0323\u0301" * 500_000)) > 1_000_000
