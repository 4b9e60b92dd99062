"""Pages whose characters stand for nothing are told from text."""

from __future__ import annotations

import pytest

from app.importing.pdf.garbled import is_garbled


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
