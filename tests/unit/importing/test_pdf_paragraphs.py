"""Where paragraphs begin and where a sentence goes on: below a short line, over a column or page, with more white space."""

from __future__ import annotations

import pytest

from tests.unit.importing.printed import Sheet, Terms, Type, wrapped

BODY = Type(10)
STEP = BODY.step
LEFT, RIGHT = 60, 460
FULL = "Der Besteller prüft die gelieferten Gegenstände binnen zehn Werktagen, verwahrt sie bis"


def lines(sheet: Sheet, top: float, *texts: str, kind: Type = BODY, x: float = LEFT) -> float:
    for text in texts:
        sheet.line(x, top, text, kind)
        top += kind.step
    return top


def prose(sheet: Sheet, top: float, seed: int = 3, count: int = 3) -> float:
    """Text that shows how far the lines of the column stand apart."""
    return lines(sheet, top, *wrapped(Terms(seed).clause(count), RIGHT - LEFT, BODY))


def blocks(sheet: Sheet) -> list[str]:
    return sheet.read().text.split("\n")


def over_a_page(last: str, first: str, kind: Type = BODY) -> list[str]:
    """The paragraphs of two pages, one of which ends with `last` below prose while the other begins with `first`."""
    sheet = Sheet()
    lines(sheet, prose(sheet, 100) + 8, last)
    sheet.page()
    prose(sheet, lines(sheet, 100, first, kind=kind) + 8, seed=4)
    return blocks(sheet)[1:-1]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (f"{FULL} zur", "Abholung und meldet jeden Mangel."),
        (f"{FULL} zur Abholung,", "meldet Mängel sofort und bezahlt erst danach."),
        ("Der Besteller verwahrt die Gegenstände auf Verlangen der Lieferantin bis zum", "Ende des Monats."),
        (f"{FULL} Ende", "Oktober und meldet sodann jeden Mangel."),
        ("Die Ansprüche des Bestellers wegen eines Mangels verjähren abweichend von", "§ 438 BGB in einem Jahr."),
        ("Der Besteller meldet jeden Mangel der gelieferten Gegenstände binnen", "14 Tagen."),
    ],
)
def test_a_sentence_goes_on_over_the_page(last: str, first: str) -> None:
    assert over_a_page(last, first) == [f"{last} {first}"]


@pytest.mark.parametrize(
    ("last", "first", "kind"),
    [
        (f"{FULL} morgen.", "Abweichende Abreden gelten nicht.", BODY),
        (f"{FULL} zur", "a) Abholung und", BODY),
        (f"{FULL} zur", "• Abholung und", BODY),
        (f"{FULL} Ende", "Haftung", Type(10, font="Helvetica-Bold")),
        (f"{FULL} Ende", "Haftung", Type(13)),
        (f"{FULL} Ende", "HAFTUNG", BODY),
        (f"{FULL} Ende", "Anschrift: Musterweg 3", BODY),
        ("• Schäden, die durch unsachgemäßen Gebrauch der Gegenstände entstehen", "Die Haftung bleibt bestehen.", BODY),
        ("Kurze Zeile ohne Punkt", "Abweichende Abreden gelten nicht.", BODY),
    ],
)
def test_a_new_paragraph_begins_on_the_next_page(last: str, first: str, kind: Type) -> None:
    assert over_a_page(last, first, kind) == [last, first]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Der Mieter zahlt die Miete und die Nebenkosten für jeden Monat ohne Abzug im", "Voraus."),
        ("Ist der Mieter mit der Zahlung von zwei Monatsmieten mehr als zehn Tage im Verzug,", "so endet alles."),
    ],
)
def test_a_sentence_goes_on_below_a_line_with_room(above: str, below: str) -> None:
    sheet = Sheet()
    top = lines(sheet, prose(sheet, 100) + 8, above, below)
    prose(sheet, top + 8, seed=5)
    assert blocks(sheet)[1] == f"{above} {below}"


@pytest.mark.parametrize(
    "items",
    [
        ("Der Vermieter stellt die Geräte, das Zubehör und", "a) die Anleitung", "b) das Werkzeug."),
        ("Der Vermieter stellt auf eigene Kosten bis zum Beginn der Miete", "• Geräte und", "• Zubehör."),
        ("Ansprechpartner des Vermieters ist", "Erika Beispiel", "Musterweg 3"),
        (
            "Unternehmer haben bei Verträgen kein Recht zum Widerruf, wenn",
            "a. die Ware verderben kann,",
            "b. sie fehlt.",
        ),
    ],
)
def test_items_and_short_lines_stay_apart(items: tuple[str, ...]) -> None:
    sheet = Sheet()
    top = lines(sheet, prose(sheet, 100) + 8, *items)
    prose(sheet, top + 8, seed=6)
    assert blocks(sheet)[1:-1] == list(items)


@pytest.mark.parametrize(
    "above",
    ["Der Vertrag kommt zustande, sobald die Lieferantin die Bestellung in Textform bestätigt hat. Ende."],
)
@pytest.mark.parametrize("below", ["Haftung", "Die Haftung bleibt bestehen.", "a) bei Vorsatz der Lieferantin"])
@pytest.mark.parametrize("full_stop", [True, False])
def test_more_white_space_parts_paragraphs_below_a_full_line(above: str, below: str, full_stop: bool) -> None:
    above = above if full_stop else above[:-1]
    sheet = Sheet()
    top = prose(sheet, 100, count=4) + 3
    top = lines(sheet, top, above) + 3
    top = lines(sheet, top, below) + 3
    prose(sheet, top, seed=7)
    assert blocks(sheet)[1:-1] == [above, below]


@pytest.mark.parametrize("tall", ["Abholung und meldet jeden Mangel sofort.", "und meldet jeden Mangel sofort."])
def test_a_little_more_white_space_does_not_break_a_sentence(tall: str) -> None:
    sheet = Sheet()
    top = prose(sheet, 100, count=4) + 8
    top = lines(sheet, top, f"{FULL} zur") + 2.8
    lines(sheet, top, tall)
    assert blocks(sheet)[1] == f"{FULL} zur {tall}"


def test_double_spacing_parts_no_sentence() -> None:
    sheet, wide = Sheet(), Type(10, leading=24)
    text = wrapped(Terms(8).clause(5), RIGHT - LEFT, wide)
    lines(sheet, 100, *text, kind=wide)
    assert blocks(sheet) == [" ".join(text)]
