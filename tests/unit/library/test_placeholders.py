"""Placeholders in wordings."""

from __future__ import annotations

import pytest

from app.library.placeholders import misplaced_braces, names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Der {{Auftragnehmer}} haftet bis {{ Betrag }}.", ("Auftragnehmer", "Betrag")),
        ("{{A}} und {{A}}", ("A",)),
        ("{einfach} und { {getrennt} }", ()),
        ("{{über\nzwei Zeilen}}", ()),
        ("{{}}", ()),
        ("{{" + "x" * 61 + "}}", ()),
    ],
)
def test_names(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("Der {{Auftragnehmer}} haftet.", False),
        ("Der {{Auftragnehmer} haftet.", True),
        ("Der Auftragnehmer}} haftet.", True),
        ("{{}}", True),
        ("{{{A}}}", False),  # a placeholder in single braces
        ("ohne", False),
    ],
)
def test_braces_that_belong_to_no_placeholder(text: str, stray: bool) -> None:
    assert bool(misplaced_braces(text)) is stray
