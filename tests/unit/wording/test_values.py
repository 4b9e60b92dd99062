"""Values as a German or English reader writes them."""

from __future__ import annotations

from datetime import date

import pytest

from app.models.analysis import Limit
from app.models.provisions import (
    Duration,
    LiabilityCap,
    LiabilityExclusion,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    ProvisionValue,
    RenewalTerm,
    Term,
    Unit,
)
from app.wording.numbers import date_text, list_text, money_text, number_text, percent_text, size_text
from app.wording.terms import term
from app.wording.values import bound_text, detail_text, duration_text, found_text, limit_text, value_text
from tests.plain import plain


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (0, "0", "0"),
        (1, "1", "1"),
        (10, "10", "10"),
        (2.5, "2,5", "2.5"),
        (33.33, "33,33", "33.33"),
        (1200, "1.200", "1,200"),
        (3_000_000, "3.000.000", "3,000,000"),
    ],
)
def test_numbers(number: float, german: str, english: str) -> None:
    assert number_text(number, "de") == german
    assert number_text(number, "en") == english


@pytest.mark.parametrize(
    ("amount", "currency", "german", "english"),
    [
        (10_000, "EUR", "10.000 €", "€10,000"),
        (12_500.5, "EUR", "12.500,50 €", "€12,500.50"),
        (100, "EUR", "100 €", "€100"),
        (5000, "CHF", "5.000 CHF", "CHF 5,000"),
        (7, None, "7", "7"),
    ],
)
def test_money(amount: float, currency: str | None, german: str, english: str) -> None:
    assert plain(money_text(amount, currency, "de")) == german
    assert plain(money_text(amount, currency, "en")) == english


def test_percentages_dates_sizes_and_lists() -> None:
    assert (plain(percent_text(0.5, "de")), percent_text(0.5, "en")) == ("0,5 %", "0.5%")
    day = date(2026, 12, 31)
    assert (date_text(day, "de"), date_text(day, "en")) == ("31.12.2026", "31 December 2026")
    assert date_text(date(2026, 3, 1), "de") == "01.03.2026"
    assert (plain(size_text(123_456, "de")), plain(size_text(2_500_000, "en"))) == ("123,5 kB", "2.5 MB")
    assert list_text(["1", "2", "3"], "de") == "1, 2 und 3"
    assert list_text(["1", "2"], "en") == "1 and 2"
    assert list_text([], "de") == ""


@pytest.mark.parametrize(
    ("duration", "german", "english"),
    [
        (Duration(1, Unit.MONTH, "Monat"), "1 Monat", "1 month"),
        (Duration(3, Unit.MONTH, "Monaten"), "3 Monate", "3 months"),
        (Duration(14, Unit.DAY, "Tagen"), "14 Tage", "14 days"),
        (Duration(14, Unit.WORKING_DAY, "Werktagen"), "14 Werktage", "14 working days (Werktage)"),
        (Duration(1, Unit.WORKING_DAY, "Werktag"), "1 Werktag", "1 working day (Werktag)"),
        (Duration(5, Unit.WORKING_DAY, "Arbeitstage"), "5 Arbeitstage", "5 working days (Arbeitstage)"),
        (Duration(2, Unit.WORKING_DAY, "Bankarbeitstagen"), "2 Bankarbeitstage", "2 working days (Bankarbeitstage)"),
        (Duration(24, Unit.HOUR), "24 Stunden", "24 hours"),
        (Duration(0.5, Unit.YEAR), "0,5 Jahre", "0.5 years"),
        (Duration(1, Unit.QUARTER), "1 Quartal", "1 quarter"),
    ],
)
def test_durations(duration: Duration, german: str, english: str) -> None:
    assert plain(duration_text(duration, "de")) == german
    assert plain(duration_text(duration, "en")) == english


MONTHS = Duration(3, Unit.MONTH)


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (
            LiabilityCap("amount", amount=10_000, currency="EUR", per="event"),
            "10.000 € je Schadensereignis",
            "€10,000 per event",
        ),
        (
            LiabilityCap("percentage", percent=0.5, of="price", per="week"),
            "0,5 % des Preises je Woche",
            "0.5% of the price per week",
        ),
        (
            LiabilityCap("multiple", factor=2, of="monthly_fee"),
            "das 2-Fache der Monatsvergütung",
            "2 times the amount of the monthly fee",
        ),
        (
            LiabilityCap("foreseeable_damage"),
            "vorhersehbarer, vertragstypischer Schaden",
            "foreseeable, typical damage",
        ),
        (LiabilityCap("order_value", per="year"), "Auftragswert je Jahr", "value of the contract per year"),
        (
            LiabilityCap("insurance_cover", amount=250_000, currency="EUR"),
            "Deckungssumme der Versicherung (250.000 €)",
            "insurance cover (€250,000)",
        ),
        (LiabilityCap("amount"), "fester Betrag ohne genannte Zahl", "fixed amount (no figure stated)"),
        (
            LiabilityExclusion(),
            "Haftung ausgeschlossen, ohne genannte Ausnahmen",
            "liability excluded, no exceptions stated",
        ),
        (
            LiabilityExclusion(carve_outs=("intent", "guarantee")),
            "Haftung ausgeschlossen, mit Ausnahmen",
            "liability excluded, with exceptions",
        ),
        (NoticePeriod(MONTHS, "end_of_quarter"), "3 Monate zum Quartalsende", "3 months to the end of a quarter"),
        (NoticePeriod(None, "any_time", immediate=True), "ohne Frist jederzeit", "without notice at any time"),
        (NoticePeriod(), "ohne genannte Länge", "no length stated"),
        (ObjectionDeadline(None, immediate=True), "unverzüglich", "without delay"),
        (
            ObjectionDeadline(Duration(6, Unit.WEEK), deemed_consent=True),
            "6 Wochen, Schweigen gilt als Zustimmung",
            "6 weeks, silence counts as consent",
        ),
        (Term(Duration(30, Unit.DAY)), "30 Tage", "30 days"),
        (Term(None, immediate=True), "sofort", "at once"),
        (RenewalTerm(None, indefinite=True), "auf unbestimmte Zeit", "for an indefinite time"),
        (RenewalTerm(Duration(12, Unit.MONTH)), "12 Monate", "12 months"),
    ],
)
def test_values(value: ProvisionValue, german: str, english: str) -> None:
    assert plain(value_text(value, "de")) == german
    assert plain(value_text(value, "en")) == english


@pytest.mark.parametrize(
    ("value", "german"),
    [
        (
            LiabilityCap("amount", liable=Party.SUPPLIER, fault=("slight_negligence",)),
            "haftend: Anbieter · leichte Fahrlässigkeit",
        ),
        (LiabilityExclusion(damage=("lost_profit", "data_loss")), "entgangener Gewinn, Datenverlust"),
        (LiabilityExclusion(carve_outs=("intent", "guarantee")), "ausgenommen: Vorsatz und Garantien"),
        (NoticePeriod(by=Party.BOTH), "Kündigung durch: beide Seiten"),
        (ObjectionDeadline(subject="invoice", by=Party.CUSTOMER), "Rechnung · Frist für: Kunde"),
        (ObjectionDeadline(subject="defect", start="delivery"), "Mängelrüge · ab Lieferung"),
        (Term(), ""),
    ],
)
def test_details(value: ProvisionValue, german: str) -> None:
    assert detail_text(value, "de") == german


@pytest.mark.parametrize(
    ("limit", "found", "allowed"),
    [
        (Limit("r", "duration", 6.0, "at_most", 3.0, "month", "month"), "6 Monate", "3 Monate"),
        (Limit("r", "amount", 10_000.0, "at_least", 1_000_000.0, "EUR", "EUR"), "10.000 €", "1.000.000 €"),
        (Limit("r", "percent", 0.5, "at_most", 0.3), "0,5 %", "0,3 %"),
        (Limit("r", "factor", 3.0, "at_least", 24.0), "das 3-Fache", "das 24-Fache"),
        (Limit("r", "deemed_consent", True, "equals", False), "ja", "nein"),
        (
            Limit("r", "to", "end_of_year", "one_of", "end_of_month, any_time"),
            "zum Jahresende",
            "zum Monatsende, jederzeit",
        ),
        (Limit("r", "carve_outs", "intent", "at_least", "intent, guarantee"), "Vorsatz", "Vorsatz, Garantien"),
        (Limit("r", "carve_outs", "", "at_least", "intent"), "keine", "Vorsatz"),
        (Limit("r", "duration", None, "at_most", 3.0, "", "month"), "–", "3 Monate"),
    ],
)
def test_values_beside_their_limits(limit: Limit, found: str, allowed: str) -> None:
    assert plain(found_text(limit, "de")) == found
    assert plain(limit_text(limit, "de")) == allowed


@pytest.mark.parametrize(
    ("comparison", "bound"),
    [("at_most", "höchstens 3 Monate"), ("at_least", "mindestens 3 Monate"), ("equals", "3 Monate")],
)
def test_limits_with_their_direction(comparison: str, bound: str) -> None:
    assert plain(bound_text(Limit("r", "duration", 6.0, comparison, 3.0, "month", "month"), "de")) == bound


def test_a_code_without_a_label_is_shown_and_not_hidden() -> None:
    assert term("damage", "loss_of_reputation", "de") == "loss of reputation"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (money_text(1_000_000, "EUR", "de"), "1.000.000\u00a0€"),
        (money_text(5_000, "CHF", "en"), "CHF\u00a05,000"),
        (percent_text(0.5, "de"), "0,5\u00a0%"),
        (size_text(123_456, "de"), "123,5\u00a0kB"),
        (duration_text(Duration(3, Unit.MONTH, "Monate"), "de"), "3\u00a0Monate"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(text: str, expected: str) -> None:
    assert text == expected


def test_the_kind_of_working_day_is_the_one_that_is_printed() -> None:
    limit = Limit("r", "duration", 3.0, "at_least", 2.0, "working_day", "week")
    assert plain(found_text(limit, "de", "binnen drei Arbeitstagen nach Vorlage")) == "3 Arbeitstage"
    assert plain(found_text(limit, "de")) == "3 Werktage"
