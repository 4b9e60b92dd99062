"""Sentence boundaries in German legal prose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.nlp.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Es gilt § 9 Abs. 2 Nr. 1 BGB auch hier.",
        "Siehe Ziff. 4.2 Satz 1 der Bedingungen.",
        "Das gilt i.S.v. § 13 BGB und gem. § 14 BGB.",
        "Das gilt i. S. d. Gesetzes und i. V. m. Anlage 1.",
        "Mängel, z.B. Kratzer, u.a. auch Dellen, sind zu melden.",
        "Mängel, z. B. Risse, sind zu melden.",
        "Vertragspartner ist die Muster & Co. KG mit Sitz in Köln.",
        "Der Preis gilt bis zum 15. Januar des Folgejahres.",
        "Die §§ 305 ff. BGB bleiben anwendbar.",
        "Der Verein Muster e. V. Berlin vermittelt.",
        "Die Frist endet am 31.12. des Jahres um 24.00 Uhr.",
        "Der Preis beträgt 1.250,00 EUR zzgl. Versand.",
        "Nach Art. 28 DSGVO bzw. Art. 32 Abs. 1 lit. b DSGVO ist zu verfahren.",
        "Die Musterstr. 5 in Bonn ist der Sitz.",
        "Schicken Sie das Paket an Dr. Mustermann zurück.",
        "4.2 Der Kunde zahlt den Preis.",
        "a) Die Ware ist zu prüfen.",
        "Es gelten die §§ 433ff. BGB ergänzend.",
        "Wer Verbraucher iSd. § 13 BGB ist, kann widerrufen.",
        "Zahlungsziel: Rechnungen sind binnen 14 Tagen zu zahlen.",
        "Die Muster GmbH, Musterweg 1, Köln (im Folgenden: Anbieter) liefert.",
        "Die Muster GmbH aus Köln, im Folgenden: Anbieter, liefert.",
        "Der Kunde hat (nach seiner Wahl: Nachbesserung oder Neulieferung) Rechte.",
        "Der Kunde zahlt nach seiner Wahl: per Rechnung oder bar.",
    ],
)
def test_abbreviations_numbers_and_labels_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Der Preis gilt. Die Ware bleibt.", ["Der Preis gilt.", "Die Ware bleibt."]),
        ("Es gilt Absatz 3. Die Frist läuft.", ["Es gilt Absatz 3.", "Die Frist läuft."]),
        ("Wir liefern an die Muster GmbH. Sie zahlt.", ["Wir liefern an die Muster GmbH.", "Sie zahlt."]),
        (
            "Das betrifft Kabel, Stecker usw. Die Garantie gilt.",
            ["Das betrifft Kabel, Stecker usw.", "Die Garantie gilt."],
        ),
        ("Gilt das? Ja! Es gilt.", ["Gilt das?", "Ja!", "Es gilt."]),
        ("Er sagt „Nein.“ Dann geht er.", ["Er sagt „Nein.“", "Dann geht er."]),
        ("Haftung\nWir haften.", ["Haftung", "Wir haften."]),
        ("Das ist so. § 5 gilt entsprechend.", ["Das ist so.", "§ 5 gilt entsprechend."]),
        ("Der Preis gilt. (b) Die Ware bleibt.", ["Der Preis gilt.", "(b) Die Ware bleibt."]),
        ("Das gilt nicht. ● Die Ware bleibt.", ["Das gilt nicht.", "● Die Ware bleibt."]),
        ("  Der Preis gilt.  ", ["Der Preis gilt."]),
        (
            "Für den Versand gilt Folgendes: Wir liefern frei Haus.",
            ["Für den Versand gilt Folgendes:", "Wir liefern frei Haus."],
        ),
        ("", []),
        (" \n – \n", []),
    ],
)
def test_marks_lines_and_items_end_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(alphabet="aAbB.!?:;,()\n\t 1§„“-", max_size=80))
def test_spans_are_ordered_trimmed_and_cover_every_letter(text: str) -> None:
    spans = list(split_sentences(text))
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
    covered = "".join(text[a:b] for a, b in spans)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    ["Abs. 2 ", "z. B. ", "a. % ", ". ", ".", "1. ", "! ! "],
    ids=["cited", "short", "sign", "dots", "row", "numbers", "!"],
)
def test_time_does_not_grow_with_the_square_of_a_line(text):
    list(split_sentences(text * 80_000 + "Ende"))  # seconds; each of these took minutes
