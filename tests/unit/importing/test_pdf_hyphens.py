"""Line-end hyphens: the typesetter's go, the word's own stay."""

from __future__ import annotations

import pytest

from app.importing.pdf.hyphens import Join, Vocabulary, join

KNOWN = Vocabulary(["E-Mail-Adresse", "Back-up", "HAFTUNG", "Ladung", "nicht", "Kunde", "auch", "Vertragsende"])


@pytest.mark.parametrize(
    ("before", "following", "expected"),
    [
        ("Ver-", "trag gilt", Join.DROP),
        ("Ver\u00ad", "trag", Join.DROP),
        ("Ver\u2010", "trag", Join.DROP),
        ("Hard-", "und Software", Join.SPACE),
        ("Lade-", "oder Löschzeit", Join.SPACE),
        ("Kauf-", "bzw. Mietpreis", Join.SPACE),
        ("Miet-", "sowie Kaufverträge", Join.SPACE),
        ("Grund-", "undichte", Join.DROP),
        ("EU-", "Recht", Join.KEEP),
        ("Co.-", "KG", Join.SPACE),
        ("GmbH-", "Gesetz", Join.KEEP),
        ("E-Mail-", "Adresse", Join.KEEP),
        ("Back-", "up", Join.KEEP),
        ("24-", "stündig", Join.KEEP),
        ("Covid-", "19", Join.KEEP),
        ("GESCHÄFTS-", "BEDINGUNGEN", Join.DROP),
        ("EU-", "DSGVO", Join.KEEP),
        ("Kunde", "zahlt", Join.SPACE),
        ("–", "auch", Join.SPACE),
        ("Ein-", "/Ausgang", Join.KEEP),
    ],
)
def test_the_line_goes_on(before: str, following: str, expected: Join) -> None:
    assert join([before], following, KNOWN) is expected


@pytest.mark.parametrize(
    ("stem", "following", "expected"),
    [
        ("Vermie", "ter haftet", Join.DROP_LOOSE),
        ("Kunde", "auch dann", Join.SPACE),
        ("Vertrags", "ende", Join.DROP_LOOSE),
        ("Kunde", "Lieferant", Join.SPACE),
    ],
)
def test_a_hyphen_pushed_off_its_word_is_told_from_a_dash(stem: str, following: str, expected: Join) -> None:
    assert join([stem, "-"], following, KNOWN) is expected
