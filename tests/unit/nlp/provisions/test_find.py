"""Provisions of a document: evidence, order, surroundings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import process_time

import pytest

from app.errors import Cancelled
from app.models.provisions import LiabilityCap, NoticePeriod, ObjectionDeadline, Party, Provision, ProvisionKind
from app.nlp.provisions import find, find_provisions
from tests.unit.nlp.provisions.conftest import Read, clause

Find = Callable[..., tuple[Provision, ...]]

MIXED = (
    "Der Vertrag kann mit einer Frist von drei Monaten zum Jahresende gekündigt werden.",
    "Mängel sind binnen 8 Tagen zu rügen. Die Haftung ist auf 5.000 € je Schadensfall begrenzt.",
    "Rechnungen sind innerhalb von 14 Tagen zu zahlen.",
)


def test_a_quote_is_its_clauses_text_at_its_offsets(provisions: Find) -> None:
    for found in provisions(*MIXED):
        text = MIXED[int(found.clause[1:]) - 1]
        assert text[found.start : found.end] == found.quote


def test_ids_count_in_the_order_of_the_text(provisions: Find) -> None:
    found = provisions(*MIXED)
    assert [(p.id, p.clause, p.kind) for p in found] == [
        ("p0001", "c0001", ProvisionKind.NOTICE_PERIOD),
        ("p0002", "c0002", ProvisionKind.OBJECTION_DEADLINE),
        ("p0003", "c0002", ProvisionKind.LIABILITY_CAP),
        ("p0004", "c0003", ProvisionKind.PAYMENT_TERM),
    ]


def test_each_provision_names_its_rule_and_a_confidence(provisions: Find) -> None:
    assert all(p.rule and 0 < p.confidence <= 1 for p in provisions(*MIXED))


def test_the_same_input_gives_the_same_provisions(provisions: Find) -> None:
    assert provisions(*MIXED) == provisions(*MIXED)


def test_a_long_sentence_is_quoted_round_its_value(provisions: Find) -> None:
    long = "Der Kunde, " + "der die Bedingungen dieses Vertrages gelesen und verstanden hat, " * 8
    text = f"{long} haftet bis zu 7.000 € je Schadensfall, {'soweit nichts anderes vereinbart ist, ' * 8} im Übrigen nicht."
    caps = [p for p in provisions(text) if p.kind is ProvisionKind.LIABILITY_CAP]
    assert [len(p.quote) <= 300 and "7.000 € je Schadensfall" in p.quote for p in caps] == [True]


def test_only_german_clauses_are_read() -> None:
    text = "Die Kündigungsfrist beträgt drei Monate."
    assert find_provisions((clause(1, text, language="en"), clause(2, text)))[0].clause == "c0002"


def test_no_clauses_and_empty_clauses_hold_nothing() -> None:
    assert find_provisions(()) == ()
    assert find_provisions((clause(1, ""), clause(2, " \n "))) == ()


def test_a_parent_that_points_at_itself_ends(provisions: Find) -> None:
    odd = replace(clause(1, "Die Kündigungsfrist beträgt drei Monate."), parent="c0001")
    assert len(find_provisions((odd,))) == 1


def test_a_sentence_broken_by_a_page_end_is_read_as_one(found: Read) -> None:
    text = "Der Kunde hat die Ware zu prüfen und Mängel innerhalb\nvon 8 Werktagen nach Lieferung zu rügen."
    assert found(text, kind="objection_deadline") == ["8 working_day subject=defect by=customer start=delivery"]


@pytest.mark.parametrize(
    ("others", "liable"),
    [
        (("Der Kunde zahlt den Preis.", "Wir liefern dem Kunden die Ware."), Party.SUPPLIER),
        (("Wir bestellen beim Lieferanten.", "Diese Einkaufsbedingungen gelten für den Lieferanten."), Party.CUSTOMER),
        (("Die Ware ist zu prüfen.",), None),
    ],
)
def test_we_are_the_supplier_except_in_purchase_terms(
    provisions: Find, others: tuple[str, ...], liable: Party | None
) -> None:
    (cap,) = (p for p in provisions(*others, "Wir haften bis 5.000 €.") if p.kind is ProvisionKind.LIABILITY_CAP)
    assert isinstance(cap.value, LiabilityCap)
    assert cap.value.liable is liable


def test_a_company_named_as_acting_stands_for_the_supplier(provisions: Find) -> None:
    others = (
        "XYNEO haftet bei Vorsatz.",
        "Der Kunde zahlt an XYNEO.",
        "XYNEO haftet dem Kunden.",
        "XYNEO behält sich Änderungen vor.",
    )
    (cap,) = (
        p for p in provisions(*others, "XYNEO haftet dem Kunden bis 5.000 €.") if p.kind is ProvisionKind.LIABILITY_CAP
    )
    assert isinstance(cap.value, LiabilityCap)
    assert cap.value.liable is Party.SUPPLIER


def test_who_acts_is_not_who_receives(provisions: Find) -> None:
    found = provisions(
        "Der Kunde kann gegenüber dem Anbieter mit einer Frist von 2 Wochen kündigen.",
        "Der Anbieter kann gegenüber dem Kunden mit einer Frist von 2 Wochen kündigen.",
        "Die Kündigung ist dem Anbieter 2 Wochen vor Vertragsende mitzuteilen.",
    )
    values = [p.value.by for p in found if isinstance(p.value, NoticePeriod)]
    assert values == [Party.CUSTOMER, Party.SUPPLIER, Party.CUSTOMER]


def test_complaints_about_what_one_receives_are_the_customers(provisions: Find) -> None:
    (found,) = provisions("Mängel sind dem Lieferanten binnen 8 Tagen anzuzeigen.")
    assert isinstance(found.value, ObjectionDeadline)
    assert found.value.by is Party.CUSTOMER


def test_a_text_without_full_stops_is_read_in_pieces_and_loses_nothing_near_its_end(provisions: Find) -> None:
    text = (
        "Der Kunde prüft die Ware und, " * 200 + "der Vertrag kann mit einer Frist von drei Monaten gekündigt werden."
    )
    (found,) = provisions(text)
    assert (found.kind, text[found.start : found.end]) == (ProvisionKind.NOTICE_PERIOD, found.quote)


@pytest.mark.parametrize(
    "text",
    [
        "Der Kunde prüft die Ware und haftet, " * 1500,
        "Die Haftung ist auf 5.000 € begrenzt und " * 300,
        "(" * 20_000,
        "einundzwanzigtausend" * 2_000,
        "Mängel rügen\n" * 3_000,
        "Der Kunde widerspricht nicht binnen 14 Tagen schriftlich, " * 500,
    ],
    ids=["no full stop", "many sums", "no blank", "number words", "lines", "many deadlines"],
)
def test_a_monstrous_clause_takes_no_more_than_a_moment(provisions: Find, text: str) -> None:
    provisions("Aufwärmen.")
    start = process_time()
    provisions(text)
    assert process_time() - start < 2  # about 0.2 s here; what grew with the square took minutes


def test_a_quote_is_the_printed_text_where_umlauts_are_written_out(provisions: Find) -> None:
    text = "Waehrend der Laufzeit gilt: Die Kuendigungsfrist betraegt zwoelf Wochen."
    (found,) = provisions(text)
    assert text[found.start : found.end] == found.quote
    assert found.quote.endswith("betraegt zwoelf Wochen.")


# --- monstrous clauses ------------------------------------------------------------------------------------------------------

LONG = " ".join(
    f"Im Fall {n} kann der Vertrag mit einer Frist von {n} Monaten zum Jahresende gekündigt werden."
    for n in range(2, 40)
)


@pytest.mark.parametrize("piece", [120, 301, 1000])
def test_a_monstrous_clause_is_read_in_pieces_as_it_would_be_at_once(piece: int, monkeypatch, provisions: Find) -> None:
    whole = provisions(LONG)
    assert len(whole) == 38
    monkeypatch.setattr(find, "PIECE", piece)
    assert provisions(LONG) == whole


def test_pieces_begin_with_a_sentence_or_else_with_a_word(monkeypatch) -> None:
    monkeypatch.setattr(find, "PIECE", 20)
    for text in ("Erster Satz. Zweiter. Dritter Satz hier.", "lauter kleine worte ohne ein ende", "x" * 50):
        pieces = list(find._cut(text))
        assert "".join(text[a:b] for a, b in pieces) == text
        assert all(b - a <= 20 for a, b in pieces)
    assert next(find._cut("Erster Satz. Zweiter. Dritter Satz hier.")) == (0, 13)
    assert next(find._cut("lauter kleine worte ohne ein ende")) == (0, 20)


def test_a_value_repeated_in_another_piece_is_found_once_as_in_a_clause_read_at_once(
    monkeypatch, provisions: Find
) -> None:
    period = "Der Vertrag kann mit einer Frist von drei Monaten zum Jahresende gekündigt werden. "
    text = (
        period
        + "Es gilt das Gesetz. " * 4
        + period
        + "Die Kündigungsfrist beträgt drei Monate. Mängel sind sofort zu rügen."
    )
    whole = provisions(text)
    assert [p.kind for p in whole] == [ProvisionKind.NOTICE_PERIOD, ProvisionKind.OBJECTION_DEADLINE]
    monkeypatch.setattr(find, "PIECE", 100)
    assert provisions(text) == whole


def test_alternatives_in_two_pieces_are_no_group(monkeypatch, provisions: Find) -> None:
    text = "Die Haftung ist auf 5.000 € je Schadensfall und auf 20.000 € im Jahr begrenzt. "
    monkeypatch.setattr(find, "PIECE", len(text) + 5)
    found = provisions(text + text.replace("5.", "6.").replace("20.", "30."))
    assert [p.group for p in found] == ["g0001", "g0001", "g0002", "g0002"]


def test_a_piece_knows_what_stands_before_it(monkeypatch, provisions: Find) -> None:
    text = "Der Kunde haftet für seine Schäden. " + "Es gilt das Gesetz. " * 3 + "Die Haftung ist auf 500 € begrenzt."
    monkeypatch.setattr(find, "PIECE", 60)
    assert [p.value.liable for p in provisions(text) if isinstance(p.value, LiabilityCap)] == [Party.CUSTOMER]


def test_more_than_spacy_takes_at_once_is_read(provisions: Find) -> None:
    found = provisions("Haftung " * 130_000 + ". Die Kündigungsfrist beträgt drei Monate.")
    assert [p.kind for p in found] == [ProvisionKind.NOTICE_PERIOD]


def test_progress_goes_on_and_cancelling_works_between_clauses() -> None:
    clauses = tuple(clause(n, LONG) for n in range(1, 41))
    told: list[float] = []
    find_provisions(clauses, lambda fraction, code, params: told.append(fraction))
    assert len(told) > 3
    assert told == sorted(set(told))
    assert 0 <= told[0] < told[-1] < 1

    def cancel(fraction: float, code: str, params: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_provisions(clauses, cancel)
