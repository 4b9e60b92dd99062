"""Colours and translations."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.models.analysis import Severity
from app.ui.theme import NAMES, Theme, _colours

ROOT = Path(__file__).resolve().parents[2]


def test_both_themes_name_the_same_colours():
    shapes = [{(group, name) for group, names in _colours(theme).items() for name in names} for theme in NAMES]
    assert shapes[0] == shapes[1]
    assert all(("severity", severity.value) in shapes[0] for severity in Severity)


@pytest.mark.parametrize("name", NAMES)
def test_severities_can_be_read_on_their_ground(name, qapp):
    theme = Theme(name)
    for severity in Severity:
        assert _contrast(theme.severity(severity), theme.colour("palette", "base")) >= 4.5
    assert _contrast(theme.colour("palette", "soft"), theme.colour("palette", "window")) >= 4.5
    assert _contrast(theme.colour("diff", "new"), theme.colour("diff", "new_back")) >= 4.5
    assert _contrast(theme.colour("diff", "gone"), theme.colour("diff", "gone_back")) >= 4.5
    Theme("light")


def _contrast(one, other) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(colour):
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_word_of_the_window_is_translated():
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    assert translations.complaints() == []
    assert translations.QM.stat().st_size > 1000
