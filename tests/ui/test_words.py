"""Colours and translations."""

from __future__ import annotations

import sys
from pathlib import Path

from app.models.analysis import Severity
from app.ui.theme import NAMES, _colours

ROOT = Path(__file__).resolve().parents[2]


def test_both_themes_name_the_same_colours():
    shapes = [{(group, name) for group, names in _colours(theme).items() for name in names} for theme in NAMES]
    assert shapes[0] == shapes[1]
    assert all(("severity", severity.value) in shapes[0] for severity in Severity)


def test_every_word_of_the_window_is_translated():
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    assert translations.complaints() == []
    assert translations.QM.stat().st_size > 1000
