"""The sum check finds what was lost, invented or misplaced, and forgives only what two readers print differently."""

from __future__ import annotations

import pytest

from tests.evaluation.accounting import Account, account
from tests.evaluation.folding import letters, tokens


def compared(reader: str | list[str], ours: str | list[str], **more: object) -> Account:
    sides = [[tokens(page) for page in ([side] if isinstance(side, str) else side)] for side in (reader, ours)]
    return account(sides[0], sides[1], **more)  # type: ignore[arg-type]


def test_a_lost_word_is_named_with_its_page() -> None:
    found = compared(["Der Kunde zahlt", "binnen zehn Tagen"], ["Der Kunde zahlt", "binnen Tagen"])
    assert (found.lost, found.invented) == (((2, "zehn"),), ())
    assert found.lost_share == pytest.approx(1 / 6)


def test_an_invented_word_is_named() -> None:
    found = compared("Der Kunde zahlt", "Der Kunde zahlt nicht")
    assert (found.lost, found.invented) == ((), ((1, "nicht"),))


def test_a_word_on_another_page_is_lost_there_and_invented_here() -> None:
    found = compared(["Der Kunde haftet", "Der Anbieter zahlt"], ["Der Kunde", "Der Anbieter zahlt haftet"])
    assert (found.lost, found.invented) == (((1, "haftet"),), ((2, "haftet"),))


def test_a_word_that_is_read_twice_is_invented_once() -> None:
    assert compared("Der Kunde zahlt", "Der Kunde zahlt zahlt").invented == ((1, "zahlt"),)


@pytest.mark.parametrize(
    ("reader", "ours"),
    [
        ("10.000 EUR", "1.000 EUR"),
        ("§ 8", "8 8"),
        ("binnen 8 Tagen", "binnen § Tagen"),
        ("Kunde", "kunde"),
        ("nicht verbindlich", "unverbindlich"),
        ("der Vertrag", "Vertrag"),
        ("5 %", "5"),
    ],
)
def test_a_difference_of_one_sign_is_no_agreement(reader: str, ours: str) -> None:
    found = compared(reader, ours)
    assert found.lost or found.invented


@pytest.mark.parametrize(
    ("reader", "ours"),
    [
        ("Ver- trag", "Vertrag"),
        ("Ver\u00adtrag", "Vertrag"),
        ("E-Mail- Adresse", "E-Mail-Adresse"),
        ("derKunde zahlt", "der Kunde zahlt"),
        ("unzulässig .", "unzulässig."),
        ("1 .Der Kunde", "1. Der Kunde"),
        ("„Kunde“ – neu", '"Kunde" - neu'),
        ("ﬂexibel", "flexibel"),
        ("Geschäft fu¨r", "Geschäft für"),
        ("\uf0b7 erstens", "• erstens"),
        ("Preise ........ 5", "Preise 5"),
    ],
)
def test_joins_splits_and_signs_printed_otherwise_are_forgiven(reader: str, ours: str) -> None:
    found = compared(reader, ours)
    assert (found.lost, found.invented) == ((), ())


def test_a_word_divided_by_the_end_of_the_page_is_settled() -> None:
    found = compared(["Der Ver- Seite 1", "Kopfzeile trag endet"], ["Der Vertrag Seite 1", "Kopfzeile endet"])
    assert (found.lost, found.invented) == ((), ())


def test_a_word_in_scattered_letters_is_settled_as_often_as_it_stands() -> None:
    found = compared("o x d y er z o u d v er", "oder x y z oder u v")
    assert (found.lost, found.invented) == ((), ())


def test_words_joined_differently_are_counted_apart() -> None:
    assert len(compared("derKunde zahlt", "der Kunde zahlt").respaced) == 1
    assert compared("Ver- trag", "Vertrag").respaced == ()


def test_hidden_words_explain_a_word_of_the_reader_and_are_never_invented() -> None:
    hidden = [["geheim", "weiß"]]
    found = compared("Der Kunde geheim", "Der Kunde", unprinted=hidden)
    assert (found.lost, found.invented) == ((), ())


def test_words_that_need_not_be_read_may_be_read() -> None:
    assert compared("Der Kunde", "Der Kunde gestrichen", may=["gestrichen"]).invented == ()


def test_a_word_repaired_on_purpose_explains_one_similar_word_only() -> None:
    reader, ours = "GeschäEsbedingungen des Kunden", "Geschäftsbedingungen des Anbieters"
    found = compared(reader, ours, repaired=[["Geschäftsbedingungen"]])
    assert (found.lost, found.invented) == (((1, "Kunden"),), ((1, "Anbieters"),))


def test_pieces_round_a_sign_without_a_name_are_explained_by_the_repaired_word() -> None:
    found = compared("Bestellbestä gung", "Bestellbestätigung", repaired=[["Bestellbestätigung"]])
    assert (found.lost, found.invented) == ((), ())


def test_letters_leave_out_white_space_and_hyphens_only() -> None:
    assert letters("E-Mail, 5\u00a0 %.") == "EMail,5%."
