"""Two companies' terms beside each other: nothing is left out, values decide, words alone never make a collision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.comparing.forms import meet
from app.comparing.forms.defence import _refuses, defence_clauses
from app.comparing.forms.points import says_same
from app.comparing.forms.words import likeness
from app.models.analysis import Analysis, LibraryStamp
from app.models.facts import Audience, Fact, FactSource
from app.models.forms import DefaultRule, FormsComparison, Meeting
from app.models.liability import Extent
from app.models.provisions import (
    Duration,
    LiabilityCap,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    ProvisionKind,
    ProvisionValue,
    Term,
    Unit,
)
from app.models.reading import Reading
from app.nlp.liability import liability_matrices
from app.nlp.provisions import find_provisions
from tests.unit.comparing.made import FACTS, reading, with_values

NOTICE, PAYMENT = ProvisionKind.NOTICE_PERIOD, ProvisionKind.PAYMENT_TERM
LAW = DefaultRule("g", "", "Allgemein.", "General.", ("§ 306 BGB",), date(2026, 11, 22), "s", "s", "review")
ON_TERM = replace(LAW, id="t", subject="termination")
B2C_ONLY = replace(LAW, id="c", subject="termination", audiences=(Audience.B2C,))


def analysed(read: Reading, audience: Audience = Audience.B2B) -> Analysis:
    facts = replace(FACTS, audience=Fact(audience, FactSource.USER))
    return Analysis(read, facts, LibraryStamp("l", "0" * 64))


def met(ours: Reading, theirs: Reading, rules: tuple[DefaultRule, ...] = ()) -> FormsComparison:
    found = meet(analysed(ours), analysed(theirs), ("scope", "termination", "payment"), rules)
    assert found.adds_up
    return found


def terms(*texts: str, types: tuple[str | None, ...] = ("termination",)) -> Reading:
    return reading(*texts, types=types, subjects=())


def of(months: float) -> NoticePeriod:
    return NoticePeriod(Duration(months, Unit.MONTH), by=Party.CUSTOMER)


def test_terms_agree_with_themselves() -> None:
    own = with_values(terms("Die Kündigungsfrist beträgt drei Monate."), (NOTICE, of(3)))
    found = met(own, own, (ON_TERM,))
    assert [(m.meeting, m.similarity, m.gap) for m in found.subjects] == [(Meeting.AGREE, 1.0, ())]
    assert found.rules == ()


def test_another_value_collides_however_alike_the_words_are() -> None:
    ours = with_values(terms("Die Kündigungsfrist beträgt drei Monate."), (NOTICE, of(3)))
    theirs = with_values(terms("Die Kündigungsfrist beträgt sechs Monate."), (NOTICE, of(6)))
    found = met(ours, theirs, (LAW, ON_TERM, B2C_ONLY))
    (meeting,) = found.subjects
    assert meeting.meeting is Meeting.COLLIDE
    assert [(p.ours, p.theirs, p.meeting) for p in meeting.points] == [("p0001", "p0001", Meeting.COLLIDE)]
    assert meeting.gap == ("t",)  # the rule for consumers is not for this deal
    assert [rule.id for rule in found.rules] == ["g", "t"]


def test_equal_values_in_other_words_are_left_to_the_reader() -> None:
    ours = with_values(terms("Die Kündigungsfrist beträgt drei Monate."), (NOTICE, of(3)))
    theirs = with_values(terms("Beide Seiten können mit drei Monaten zum Ende eines Jahres kündigen."), (NOTICE, of(3)))
    (meeting,) = met(ours, theirs).subjects
    assert meeting.meeting is Meeting.DIFFER
    assert [p.meeting for p in meeting.points] == [Meeting.AGREE]


_LONG = (
    "Der Käufer ist bis zur vollständigen Zahlung aller Forderungen aus der Geschäftsverbindung mit dem Verkäufer im ordentlichen "
    "Geschäftsgang {} berechtigt, die unter Vorbehalt gelieferte Ware an seine Abnehmer weiter zu veräußern."
)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (_LONG.format("gern"), _LONG.format("nicht")),
        (_LONG.format("zu 10 Prozent"), _LONG.format("zu 90 Prozent")),
        (_LONG.format("gern"), _LONG.format("gern").replace("Käufer", "X").replace("Verkäufer", "Y")),
    ],
)
def test_one_word_that_turns_a_sentence_is_no_agreement(ours: str, theirs: str) -> None:
    (meeting,) = met(terms(ours), terms(theirs)).subjects
    assert meeting.similarity >= 0.9
    assert meeting.meeting is Meeting.DIFFER


def test_what_only_one_side_regulates_says_which() -> None:
    ours = terms("Kündigung.", "Zahlung.", types=("termination", "payment"))
    theirs = terms("Zahlung.", types=("payment",))
    assert [(m.subject, m.meeting) for m in met(ours, theirs).subjects] == [
        ("termination", Meeting.ONLY_OURS),
        ("payment", Meeting.AGREE),
    ]
    assert met(theirs, ours).subjects[0].meeting is Meeting.ONLY_THEIRS


def test_clauses_on_no_subject_are_listed() -> None:
    found = met(terms("Kündigung.", "Sonstiges.", types=("termination", None)), terms("Anderes.", types=(None,)))
    assert found.left_out == (("c0002",), ("c0001",))


def test_values_on_other_matters_do_not_collide() -> None:
    ours = with_values(terms("A."), (NOTICE, of(3)))
    theirs = with_values(terms("B."), (NOTICE, replace(of(6), by=Party.SUPPLIER)))
    (meeting,) = met(ours, theirs).subjects
    assert [p.meeting for p in meeting.points] == [Meeting.ONLY_OURS, Meeting.ONLY_THEIRS]
    assert meeting.meeting is Meeting.DIFFER


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Term(Duration(12, Unit.MONTH)), Term(Duration(1, Unit.YEAR)), True),
        (Term(Duration(2, Unit.WEEK)), Term(Duration(14, Unit.DAY)), True),
        (Term(Duration(1, Unit.MONTH)), Term(Duration(30, Unit.DAY)), False),  # the calendar decides
        (Term(Duration(14, Unit.DAY)), Term(Duration(14, Unit.DAY), by=Party.CUSTOMER), True),  # it names nobody
        (Term(by=Party.SUPPLIER), Term(by=Party.CUSTOMER), False),
        (Term(by=Party.BOTH), Term(by=Party.CUSTOMER), False),
        (LiabilityCap("amount", damage=("a", "b")), LiabilityCap("amount", damage=("b", "a")), True),
        (LiabilityCap("amount", amount=1.0), LiabilityCap("amount", amount=2.0), False),
        (ObjectionDeadline(immediate=True), ObjectionDeadline(immediate=False), False),
        (NoticePeriod(), Term(), False),
    ],
)
def test_what_two_values_say(a: ProvisionValue, b: ProvisionValue, same: bool) -> None:
    assert says_same(a, b) is same
    assert says_same(b, a) is same


def test_a_value_for_both_sides_meets_that_for_one() -> None:
    ours = with_values(terms("A."), (NOTICE, of(3)))
    theirs = with_values(terms("B."), (NOTICE, replace(of(6), by=Party.BOTH)))
    assert [p.meeting for p in met(ours, theirs).subjects[0].points] == [Meeting.COLLIDE]


def test_a_side_that_says_the_same_and_more_does_not_say_the_same() -> None:
    assert likeness(["Wir haften nicht."], ["Wir haften nicht."]) == 1.0
    longer = "Wir haften nicht. Der Kunde stellt uns von allen Ansprüchen Dritter auf erstes Anfordern frei."
    assert likeness(["Wir haften nicht."], [longer]) == likeness([longer], ["Wir haften nicht."]) < 0.6
    assert likeness([""], ["x"]) == 0.0


def test_liability_collides_where_the_cells_of_the_matrices_do() -> None:
    def liability(text: str) -> Reading:
        read = terms(text, types=("limitation_of_liability",))
        provisions = find_provisions(read.clauses)
        return replace(read, provisions=provisions, liability=liability_matrices(read.clauses, provisions))

    ours = liability("Der Anbieter haftet unbeschränkt für Vorsatz und Fahrlässigkeit.")
    theirs = liability(
        "Der Anbieter haftet nur für Vorsatz und grobe Fahrlässigkeit. Im Übrigen ist die Haftung ausgeschlossen."
    )
    (meeting,) = met(ours, theirs).subjects
    assert meeting.meeting is Meeting.COLLIDE
    assert (Extent.UNLIMITED, Extent.EXCLUDED) in {(c.our_extent, c.their_extent) for c in meeting.cells}
    assert all(cell.ours and cell.theirs for cell in meeting.cells)


@pytest.mark.parametrize(
    "sentence",
    [
        "Abweichende Bedingungen des Kunden werden nicht Vertragsbestandteil.",
        "Entgegenstehende AGB erkennen wir nur an, wenn wir ihnen schriftlich zustimmen.",
        "Den Einkaufsbedingungen des Bestellers wird hiermit widersprochen.",
        "Unsere Bedingungen gelten auch, wenn wir in Kenntnis abweichender Bedingungen des Käufers liefern.",
        "Allgemeine Geschäftsbedingungen des Kunden finden keine Anwendung.",
    ],
)
def test_a_clause_that_refuses_foreign_terms_is_found(sentence: str) -> None:
    read = reading(f"Diese Bedingungen gelten ausschließlich. {sentence}")
    (place,) = defence_clauses(read)
    assert read.clauses[0].text[place.start : place.end] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Diese Bedingungen gelten für alle Verträge, soweit nichts anderes vereinbart ist.",
        "Abweichende Vereinbarungen bedürfen der Textform.",
        "Der Kunde erkennt die Bedingungen mit der Bestellung an.",
    ],
)
def test_a_clause_on_the_scope_alone_refuses_nothing(sentence: str) -> None:
    assert defence_clauses(reading(sentence)) == ()


@pytest.mark.parametrize("words", ["abweichende ", "AGB", "Einkaufsbedingungen ", "gelten ", "keine"])
def test_a_sentence_without_an_end_is_judged_in_time(words: str) -> None:
    assert not _refuses(words * (20_000 // len(words)))  # with the square of its length it would be minutes
