"""The phrase language of the rule pack."""

from __future__ import annotations

import pytest

from app.comparing.lookup import with_parties
from app.library.phrases import LONGEST, PhraseError, compiled, words_of
from app.models.provisions import Party
from app.nlp.provisions.parties import Roles

SENTENCE = "Der Kunde darf nur mit unbestrittenen oder rechtskräftig festgestellten Forderungen aufrechnen (§ 387 BGB)."


def found(phrase: str, text: str = SENTENCE) -> str | None:
    span = compiled(phrase).find(words_of(text))
    return text[span[0] : span[1]] if span else None


@pytest.mark.parametrize(
    ("phrase", "quote"),
    [
        ("darf nur mit", "darf nur mit"),
        ("DARF  nur, mit", "darf nur mit"),
        ("unbestritten*", "unbestrittenen"),
        ("*stellten forderungen", "festgestellten Forderungen"),
        ("(kunde|besteller) darf", "Kunde darf"),
        ("darf (nicht)? nur", "darf nur"),
        ("darf .. aufrechn*", None),
        ("mit .. aufrechn*", "mit unbestrittenen oder rechtskräftig festgestellten Forderungen aufrechnen"),
        ("kunde ... § 387 bgb", SENTENCE[4:-2]),
        ("(kunde .. mit|soll) unbestrittenen", "Kunde darf nur mit unbestrittenen"),
        ("unbestritten", None),
        ("forderung", None),
        ("rechtskraeftig", None),
        ("aufrechnen § 387", "aufrechnen (§ 387"),
    ],
)
def test_a_phrase_finds_its_words(phrase: str, quote: str | None) -> None:
    assert found(phrase) == quote


def test_sharp_s_and_double_s_are_the_same() -> None:
    assert found("ausschließ*", "Der Ausschluss ist ausschliesslich.") == "ausschliesslich"
    assert found("gemäss", "gemäß § 3") == "gemäß"


def test_an_address_is_words() -> None:
    assert found("ec.europa.eu/consumers/odr", "unter https://ec.europa.eu/consumers/odr abrufbar") is not None


def test_parties_are_told_apart_by_who_wrote_the_terms() -> None:
    words = with_parties("Wir können den Vertrag kündigen, der Kunde nicht.", Roles(Party.SUPPLIER))
    assert compiled("{user} können", Party.SUPPLIER).find(words)
    assert not compiled("{user} können", Party.CUSTOMER).find(words)
    assert compiled("{other} nicht", Party.SUPPLIER).find(words)


@pytest.mark.parametrize(
    "wrong",
    [
        "(offen",
        "zu)",
        "",
        "   ",
        "?",
        "a#b",
        "[klammer]",
        "wort\\b",
        "(a ... b|c)",
        ".. a",
        "a ..",
        "a .. ... b",
        "wort " * LONGEST,
        "*",
        "a *",
        "()",
        "(a|)",
        "({user})?",
        "(nicht)?",
        "a .. (nicht)?",
        "a*b*c*d",
        "(a .. b .. c)",
        "((((a))))",
    ],
)
def test_what_the_grammar_lacks_is_refused(wrong: str) -> None:
    with pytest.raises(PhraseError):
        compiled(wrong)


def test_time_does_not_explode_on_a_hostile_sentence() -> None:
    long = words_of("haftet " + "nicht " * 20_000)
    assert compiled("nicht ... nicht .. nicht ... haftet").find(long) is None


@pytest.mark.parametrize(
    ("phrase", "hints"),
    [
        ("aufrechn*", ("aufrechn",)),
        ("§ 312 d", ("312 ",)),
        ("44 a tkg", ("tkg ",)),
        ("(agb|tkg) gilt", ("gilt ",)),
        ("(agb|nutzungs*) §", ("agb ", "nutzungs")),
        ("(agb|§ 5) §", ()),
        ("12.500", ("12.500 ",)),
        ("(nicht)? §", ()),
        ("{user} § 5", ()),
    ],
)
def test_hints_tell_where_a_phrase_cannot_be(phrase: str, hints: tuple[str, ...]) -> None:
    assert compiled(phrase).hints == hints
