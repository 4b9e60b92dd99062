"""Pages whose characters stand for nothing are told from text."""

from __future__ import annotations

import random

import pytest

from app.importing.pdf.garbled import is_garbled
from tests.evaluation.scans import paragraphs


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("Der Kunde zahlt innerhalb von 14 Tagen ohne Abzug.", False),
        ("Der Kunde zahlt \ufffd innerhalb von 14 Tagen ohne Abzug.", False),
        ("\ufffd\ufffd Kun\ufffde z\ufffdh\ufffdt", True),
        ("\ue001\ue002\ue003 \ue004\ue005", True),
        ("%&/()=? 4711 0815 " * 20, True),
        ("4711 0815", False),
        ("   ", False),
    ],
)
def test_garbled_text_is_recognised(text: str, garbled: bool) -> None:
    assert is_garbled(text.split()) is garbled


LETTERS = "abcdefghijklmnopqrstuvwxyz"
TERMS = " ".join(paragraphs("long"))
PAGES = {
    "terms": TERMS,
    "terms in capitals": TERMS.upper(),
    "Swiss spelling": TERMS.replace("ß", "ss"),
    "without umlauts": TERMS.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"),
    "English": "The supplier grants the customer a right to use the software during the term of this agreement. "
    "Invoices are payable within thirty days after receipt without any deduction whatsoever. " * 3,
    "French": "Le fournisseur accorde au client un droit d'utilisation du logiciel pendant la durée du contrat. "
    "Les factures sont payables dans un délai de trente jours à compter de leur réception. " * 3,
    "names": "Wagner Schmitz Yilmaz Kowalczyk Szymański Nguyen Grzesiak Huber Čížek Ouédraogo Müller Fischer " * 4,
    "articles": "Kugellager 6204-2RS C3, Dichtring NBR 70 Shore, Zylinderschraube M8x40 DIN 912, Flansch PN16 DN50 "
    * 4,
    "numbers": "12,50 EUR 8 Stück 4711 0815 19 % 100,00 2018 " * 20 + "Preis Menge Artikel",
    "Russian": "Стороны договорились о нижеследующем и подписали настоящий договор в двух экземплярах. " * 4,
}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_pages_of_any_usual_kind_are_no_garbage(page: str) -> None:
    assert not is_garbled(PAGES[page].split())


@pytest.mark.parametrize("seed", range(8))
def test_text_with_exchanged_letters_is_garbage(seed: int) -> None:
    exchanged = list(LETTERS)
    random.Random(seed).shuffle(exchanged)
    table = str.maketrans(LETTERS + LETTERS.upper(), "".join(exchanged) + "".join(exchanged).upper())
    assert is_garbled(TERMS.translate(table).split())


@pytest.mark.parametrize("shift", [1, 2, 3, 5, 13])
def test_text_with_shifted_letters_is_garbage(shift: int) -> None:
    table = str.maketrans(
        LETTERS + LETTERS.upper(), LETTERS[shift:] + LETTERS[:shift] + (LETTERS[shift:] + LETTERS[:shift]).upper()
    )
    assert is_garbled(TERMS.translate(table).split())


def test_a_few_strange_words_are_no_garbage() -> None:
    assert not is_garbled(["Xqzw", "Vjkp", "Qwx"])
