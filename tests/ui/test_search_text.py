"""Finding words in the canonical text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.models import search
from app.ui.models.search import MOST, FoldedText, Hits, Query, Searchable, first_from, fold


def find_all(text, query):
    """All in one go."""
    hits = None

    def run():
        nonlocal hits
        hits = yield from Searchable(text).search(query)

    for _ in run():
        pass
    return hits


def _found(text, words, **how):
    return [text[a:b] for a, b in find_all(text, Query(words, **how)).spans]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        pytest.param("Die Haftung. Keine HAFTUNG!", "haftung", ["Haftung", "HAFTUNG"], id="letter case"),
        pytest.param("Maße, MASSE, masse", "maße", ["Maße", "MASSE", "masse"], id="ß typed"),
        pytest.param("Maße, MASSE, masse", "masse", ["Maße", "MASSE", "masse"], id="ss typed"),
        pytest.param("Kündigung, Kuendigung", "kuendigung", ["Kündigung", "Kuendigung"], id="umlaut typed as two letters"),
        pytest.param("Kündigung, Kuendigung", "Kündigung", ["Kündigung", "Kuendigung"], id="umlaut typed"),
        pytest.param("Kündigung", "ku\u0308nd", ["Künd"], id="umlaut typed as letter and dots"),
        pytest.param("Kündigung", "kundig", [], id="an umlaut is no plain vowel"),
        pytest.param("grün, Grund", "u", ["u"], id="no half of an umlaut"),
        pytest.param("Fuß", "s", [], id="no half of an ß"),
        pytest.param("die\nFrist\t\tvon", "die frist  von", ["die\nFrist\t\tvon"], id="white space"),
        pytest.param("10\u00a0000\u202f€", "10 000 €", ["10\u00a0000\u202f€"], id="narrow blanks"),
        pytest.param("Haf\u00adtung und \u00adHaftung\u00ad", "haftung", ["Haf\u00adtung", "Haftung"], id="soft hyphens"),
        pytest.param("a \u00ad\n b", "a b", ["a \u00ad\n b"], id="soft hyphen among white space"),
        pytest.param("24‑Stunden – Dienst", "24-stunden - dienst", ["24‑Stunden – Dienst"], id="dashes"),
        pytest.param("die „Ware“", '"ware"', ["„Ware“"], id="quotation marks"),
        pytest.param("beﬁnden", "finden", ["ﬁnden"], id="ligature"),
        pytest.param("beﬁnden", "i", [], id="no half of a ligature"),
        pytest.param("aaaaa", "aa", ["aa", "aa"], id="hits do not overlap"),
        pytest.param("e😀ß😀 ende", "ß😀", ["ß😀"], id="wide characters"),
        pytest.param("ΑΣ ας ασ", "ας", ["ΑΣ", "ας", "ασ"], id="final sigma"),
        pytest.param("Haftung", "", [], id="nothing"),
        pytest.param("Haf tung", " \n\u00ad ", [], id="white space alone"),
        pytest.param("der Haftung ", " haftung ", ["Haftung"], id="white space round the words"),
    ],
)  # fmt: skip
def test_finds(text, words, found):
    assert _found(text, words) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        pytest.param("Haftung, Haftungsgrenze, Mithaftung", "haftung", 1, id="inside longer words"),
        pytest.param("§ 5, § 57, §§ 5", "§ 5", 3 - 1, id="a number is a word"),
        pytest.param("(Haftung)", "(haftung)", 1, id="signs at the ends"),
        pytest.param("x(a)y", "(a)", 1, id="signs need no room"),
        pytest.param("die Frist", "die frist", 1, id="phrase"),
        pytest.param("die Fristen", "die frist", 0, id="phrase in a longer word"),
        pytest.param("Tür", "Tu", 0, id="not half an umlaut either"),
    ],
)
def test_whole_words(text, words, found):
    assert len(_found(text, words, whole=True)) == found


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [("Haftung haftung", "haftung", ["haftung"]), ("Maße Masse", "Maße", ["Maße"]), ("für fuer", "für", ["für"]),
     ("die\nHaftung", "die Haftung", ["die\nHaftung"]), ("Haf\u00adtung", "Haftung", ["Haf\u00adtung"])],
)  # fmt: skip
def test_exactly_as_typed(text, words, found):
    assert _found(text, words, exact=True) == found


def test_more_hits_than_are_listed_are_said():
    many = "a " * (MOST + 1)
    assert find_all(many[:-2], Query("a")) == Hits(tuple((2 * n, 2 * n + 1) for n in range(MOST)), more=False)
    assert find_all(many, Query("a")).more


_TEXTS = st.text(st.sampled_from('aeusSßäÄüÜ \n\t\u00ad\u00a0\ufeffﬁi-–„"Σςσ😀x'), max_size=40)


@given(_TEXTS, _TEXTS.map(lambda words: words[:4]), st.booleans(), st.booleans())
def test_every_hit_is_what_was_asked_for(text, words, whole, exact):
    spans = find_all(text, Query(words, whole, exact)).spans
    for a, b in spans:
        assert fold(text[a:b], exact=exact) == fold(words, exact=exact).strip()
    ends = [end for span in spans for end in span]
    assert ends == sorted(ends)
    assert all(a < b for a, b in spans)


@given(_TEXTS, st.integers(0, 40), st.integers(1, 6))
def test_what_stands_there_is_found(text, start, length):
    words = text[start : start + length].strip(" \n\t\u00ad\u00a0\ufeff")
    at = text.find(words)
    if words:
        spans = find_all(text, Query(words, exact=True)).spans
        assert any(a <= at + len(words) and b >= at for a, b in spans)


@given(_TEXTS, _TEXTS.map(lambda words: words[:3]), st.booleans())
def test_pieces_make_no_difference(text, words, exact):
    whole = find_all(text, Query(words, exact=exact))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search, "_PIECE", 3)
        patched.setattr(search, "_REACH", 5)
        assert find_all(text, Query(words, exact=exact)) == whole


def test_no_letter_but_one_changes_its_length():
    longer = [chr(n) for n in range(sys.maxunicode + 1) if len(chr(n).lower()) > 1]
    assert longer == ["İ"]


def test_a_long_text_is_searched_in_small_steps():
    text = "Die Haftung für Schäden ist größer.\n" * 10_000
    steps = Searchable(text).search(Query("größer"))
    hits = None

    def run():
        nonlocal hits
        hits = yield from steps

    pauses = sum(1 for _ in run())
    assert hits == find_all(text, Query("größer"))
    assert hits.more
    assert pauses >= len(text) // (1 << 15)


def test_a_text_is_folded_once():
    text = FoldedText("Maße", exact=False)
    assert len(list(text.steps())) == 1
    assert list(text.steps()) == []


@pytest.mark.parametrize(("offset", "index"), [(0, 0), (5, 0), (6, 1), (20, 1), (21, 0)])
def test_the_first_hit_from_a_place_on(offset, index):
    assert first_from(((5, 8), (20, 22)), offset) == index
    assert first_from((), offset) is None
