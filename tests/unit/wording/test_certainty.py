"""How sure the program is, in words."""

from __future__ import annotations

import pytest

from app.wording.certainty import UNSURE_TYPE, certainty, subject_text, value_mark


@pytest.mark.parametrize(("confidence", "code"), [(1.0, "sure"), (0.9, "sure"), (0.89, "likely"), (0.49, "unsure")])
def test_certainty_in_three_words(confidence: float, code: str) -> None:
    assert certainty(confidence, UNSURE_TYPE) == code


def test_the_subject_says_how_sure_and_whence() -> None:
    shown = subject_text("limitation_of_liability", 0.872, "heading", "de")
    assert shown == "Haftungsbeschränkung (wahrscheinlich, 0,87; aus der Überschrift)"
    assert subject_text("payment", 0.4, "", "en") == "Payment (unsure, 0.4)"


def test_only_values_that_were_hardly_read_are_marked() -> None:
    assert value_mark(0.59, "de").startswith("unsicher erkannt")
    assert value_mark(0.6, "de") == ""
