"""Durations, money, percentages and multiples as German contracts print them."""

from __future__ import annotations

import pytest

from app.models.provisions import Duration, Unit
from app.nlp.numberwords import digits, number_word
from app.nlp.quantities import find_quantities


def printed(text: str) -> list[str]:
    return [f"{q.value:g} {q.unit}" for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("eins", 1), ("einem", 1), ("zweier", 2), ("vierzehn", 14), ("dreißig", 30), ("dreissig", 30), ("einundzwanzig", 21),
        ("hundert", 100), ("einhundertzwanzig", 120), ("tausendeinhundert", 1100), ("zwölftausendfünfhundert", 12500),
        ("zweihundertfünfzigtausend", 250_000), ("anderthalb", 1.5), ("zweieinhalb", 2.5), ("dreihundertfünfundsechzig", 365),
        ("Haus", None), ("einig", None), ("", None),
    ],
)  # fmt: skip
def test_number_words_are_read_completely_or_not_at_all(word: str, value: float | None) -> None:
    assert number_word(word) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.500,–", 12500), ("10.000,00", 10000), ("1.000.000", 1_000_000), ("10'000", 10000), ("250 000", 250_000), ("0,5", 0.5),
        ("1.5", 1.5), ("50,-", 50), ("5.000.--", 5000), ("7", 7),
    ],
)  # fmt: skip
def test_digits_are_read_with_german_and_swiss_separators(text: str, value: float) -> None:
    assert digits(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("binnen 14 Tagen", ["14 day"]),
        ("innerhalb von fünf (5) Werktagen", ["5 working_day"]),
        ("nach 14 (vierzehn) Kalendertagen", ["14 day"]),
        ("zehn Bankarbeitstage", ["10 working_day"]),
        ("mit einer Frist von 3 Monat zum Jahresende", ["3 month"]),
        ("einem (1) Monat", ["1 month"]),
        ("drei Monate", ["3 month"]),
        ("eines Jahres", ["1 year"]),
        ("ein halbes Jahr", ["6 month"]),
        ("anderthalb Jahre", ["18 month"]),
        ("zwei Quartale", ["2 quarter"]),
        ("72 Stunden", ["72 hour"]),
        ("mit 6-wöchiger Frist", ["6 week"]),
        ("14-tägig", ["14 day"]),
        ("eine sechswöchige Frist", ["6 week"]),
        ("die dreimonatige Frist", ["3 month"]),
        ("die Dreimonatsfrist", ["3 month"]),
        ("eine 14-Tage-Frist", ["14 day"]),
        ("binnen Monatsfrist", ["1 month"]),
        ("innerhalb weiterer 8 Werktage", ["8 working_day"]),
        ("zwei aufeinanderfolgende Monate", ["2 month"]),
        ("12, 24 oder 36 Monate", ["12 month", "24 month", "36 month"]),
        ("6 bis 8 Wochen", ["8 week"]),
        ("2 - 3 Werktage", ["3 working_day"]),
        ("zwei bis vier Wochen", ["4 week"]),
        ("zwei, drei oder vier Jahre", ["2 year", "3 year", "4 year"]),
        ("bei Neuware 24 und bei Gebrauchtware 12 Monate", ["24 month", "12 month"]),
        ("für neue Sachen zwei, für gebrauchte ein Jahr", ["2 year", "1 year"]),
        ("verlängert sich von Jahr zu Jahr", ["1 year"]),
        ("mit vierteljährlicher Kündigungsfrist", ["1 quarter"]),
        ("mit halbjähriger Frist", ["6 month"]),
        ("die vierteljährliche Abrechnung", []),
        ("[14] Tage", ["14 day"]),
        ("1½ Jahre", ["18 month"]),
        ("binnen 48 h", ["48 hour"]),
        ("um 16 h", []),
        ("am 14. Tag nach Rechnungsdatum", ["14 day"]),
        ("mit dem 10. Werktag ab Zugang", ["10 working_day"]),
        ("am 3. Werktag jedes Monats", []),
        ("12 Mon. ab Lieferung", ["12 month"]),
        ("ein 30-Tage-Zahlungsziel", ["30 day"]),
        ("monatlich", []),
        ("am Tag der Lieferung", []),
        ("zum 3. Werktag", []),
    ],
)
def test_durations(text: str, found: list[str]) -> None:
    assert printed(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.000,– EUR", ["10000 EUR"]),
        ("EUR 250.000 je Fall", ["250000 EUR"]),
        ("100.000€", ["100000 EUR"]),
        ("€ 2,5 Mio.", ["2.5e+06 EUR"]),
        ("1 Mio. €", ["1e+06 EUR"]),
        ("zehn Millionen Euro", ["1e+07 EUR"]),
        ("zwölftausendfünfhundert Euro", ["12500 EUR"]),
        ("eintausend (1.000) Euro", ["1000 EUR"]),
        ("T€ 50", ["50000 EUR"]),
        ("250 TEUR", ["250000 EUR"]),
        ("CHF 5'000.--", ["5000 CHF"]),
        ("Fr. 500.–", ["500 CHF"]),
        ("USD 1.000", ["1000 USD"]),
        ("Eurobeträge", []),
    ],
)
def test_money(text: str, found: list[str]) -> None:
    assert printed(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0,5 % je Woche", ["0.5 %"]),
        ("fünf Prozent", ["5 %"]),
        ("5 v.H. des Preises", ["5 %"]),
        ("ein Drittel des Preises", ["33.33 %"]),
        ("9 Prozentpunkte über dem Basiszins", []),
        ("das Dreifache der Vergütung", ["3 x"]),
        ("das Doppelte des Entgelts", ["2 x"]),
        ("einfache Fahrlässigkeit", []),
    ],
)
def test_percentages_and_multiples(text: str, found: list[str]) -> None:
    assert printed(text) == found


@pytest.mark.parametrize("text", ["10⁶ EUR", "EUR 10⁶", "3¹/2 Monate"])
def test_numbers_with_raised_figures_are_never_misread(text: str) -> None:
    assert not find_quantities(text)


@pytest.mark.parametrize(
    "text", ["5 Tage¹", "5¹ Tage", "fünf² Tage", "5 Tage¹² nach Lieferung", "5 Tage1 nach Lieferung"]
)
def test_a_footnote_mark_changes_no_duration(text: str) -> None:
    assert printed(text) == ["5 day"]


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("14 (vier) Tage", 14, "vier"),
        ("vierzehn (4) Tage", 4, "vierzehn"),
        ("14 (in Worten: vier) Tage", 14, "vier"),
        ("14 (vierzehn) Tage", 14, None),
        ("14 (volle) Tage", 14, None),
    ],
)
def test_figures_hold_and_the_word_that_contradicts_them_is_marked(text: str, value: float, word: str | None) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.word and text[slice(*quantity.word)]) == (value, word)


def test_a_range_is_its_upper_end_and_knows_its_lower() -> None:
    text = "binnen zwei bis vier Wochen"
    (quantity,) = find_quantities(text)
    assert (text[quantity.start : quantity.end], quantity.lower) == ("zwei bis vier Wochen", (7, 11))


def test_a_duration_keeps_its_printed_unit() -> None:
    (quantity,) = find_quantities("innerhalb von 8 Bankarbeitstagen")
    assert quantity.duration == Duration(8, Unit.WORKING_DAY, "Bankarbeitstagen")


def test_the_span_covers_number_and_unit() -> None:
    text = "Er haftet bis 5.000,– EUR je Fall, binnen fünf (5) Tagen."
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["5.000,– EUR", "fünf (5) Tagen"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("49⁹⁹ EUR", 49.99),
        ("EUR 49⁹⁹", 49.99),
        ("49 ⁹⁹ EUR", 49.99),
        ("100 EUR¹", 100),
        ("100¹ EUR", 100),
        ("250.000 €²", 250000),
        ("€ 1.000⁵", 1000),
        ("50 k€", 50000),
        ("EUR 50k", 50000),
        ("TEUR 250", 250000),
        ("MEUR 2", 2000000),
        ("Mio. EUR 5", 5000000),
        ("5 Mio. EUR", 5000000),
        ("10.000.- CHF", 10000),
        ("CHF 10'000.–", 10000),
        ("Fr. 500.-", 500),
        ("zwei Millionen fünfhunderttausend Euro", 2500000),
        ("Euro drei Millionen", 3000000),
        ("250.000,00 Euro (in Worten: zweihundertfünfzigtausend Euro)", 250000),
        ("EUR\n100.000", 100000),
    ],
)
def test_sums_as_they_are_printed(text: str, amount: float) -> None:
    assert [q.value for q in find_quantities(text)] == [pytest.approx(amount)]
