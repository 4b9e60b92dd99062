"""Colours by computation: words differ from their ground by 4.5:1, shapes by 3:1, and no colour says anything alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.ui.icons import coloured_icon, draw_mark
from app.ui.theme import NAMES, _colours
from app.ui.views.kind_signs import draw_kind
from app.ui.views.marking import draw_bar
from tests.ui.looking import contrast

WORDS, SHAPES = 4.5, 3.0
GROUNDS = ("palette.window", "palette.base", "palette.alternate", "palette.field", "palette.button")
INKS = (
    *("palette.text", "palette.soft", "palette.accent"),
    *(f"severity.{severity}" for severity in Severity),
    *(f"verdict.{verdict}" for verdict in Verdict),
)
"""Words that stand on any ground of the window."""
PAIRS = (
    *((ink, ground) for ink in INKS for ground in GROUNDS),
    ("palette.accent_text", "palette.accent"),  # a selected row, the number on the rail
    ("palette.text", "palette.chosen"),
    ("palette.soft", "palette.chosen"),
    ("palette.text", "palette.choice"),
    ("diff.gone", "diff.gone_back"),
    ("diff.new", "diff.new_back"),
    ("diff.gone", "palette.base"),
    ("diff.new", "palette.base"),
    ("palette.text", "diff.gone_back"),
    ("palette.text", "diff.new_back"),
    ("palette.text", "banner.error_back"),
    ("palette.text", "banner.note_back"),
    ("search.hit", "search.hit_back"),
    ("document.ink", "document.paper"),
    ("document.ink", "document.quote"),
    ("document.ink", "document.hit"),
    *((f"verdict.{verdict}", "button on it") for verdict in Verdict),
)
DRAWN = (
    *((f"severity.{severity}", ground) for severity in Severity for ground in ("document.paper", "document.desk")),
    ("document.selected", "document.paper"),
    ("document.hit_line", "document.paper"),
    ("document.hit_line", "document.hit"),
    ("banner.error_line", "banner.error_back"),
    ("banner.note_line", "banner.note_back"),
    ("palette.accent", "palette.window"),  # the frame of what has the focus
    *((f"bands.c{n}", ground) for n in range(1, 9) for ground in ("palette.base", "palette.window")),
)


def _colour(theme: str, name: str) -> QColor:
    if name == "button on it":  # a verdict that is chosen: its colour is the ground, the words are the paper's
        return QColor(_colours(theme)["palette"]["base"])
    group, _, own = name.partition(".")
    return QColor(_colours(theme)[group][own])


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize(("pairs", "least"), [(PAIRS, WORDS), (DRAWN, SHAPES)], ids=["words", "shapes"])
def test_everything_differs_enough_from_its_ground(theme, pairs, least):
    ratios = {(one, ground): contrast(_colour(theme, one), _colour(theme, ground)) for one, ground in pairs}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", NAMES)
def test_pages_are_white_in_every_theme_and_their_marks_are_the_light_ones(theme):
    white = QColor(Qt.GlobalColor.white)
    light = _colours("light")
    assert all(contrast(QColor(light["severity"][severity]), white) >= WORDS for severity in Severity)
    assert _colours(theme)["severity"].keys() == light["severity"].keys()


def test_every_named_colour_is_looked_at_or_only_fills():
    """A colour added to the themes must be added here, or to those that carry neither words nor meaning."""
    fills = {
        *(
            "palette.line",
            "palette.disabled",
            "document.frame",
            "document.marked",
        ),  # hairlines; what cannot be used now
        *("document.desk",),
    }
    named = {f"{group}.{own}" for group, colours in _colours("light").items() for own in colours}
    looked_at = {name for pair in (*PAIRS, *DRAWN) for name in pair}
    assert named - looked_at - fills == set()


@pytest.mark.parametrize("theme", NAMES)
def test_the_palette_of_the_window_is_readable_in_every_role(theme, qapp):
    from app.ui.theme import Theme

    made = Theme(theme)
    role = QPalette.ColorRole
    palette = qapp.palette()
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ]
    assert made.name == theme
    wrong = [pair for pair in pairs if contrast(palette.color(pair[0]), palette.color(pair[1])) < WORDS]
    Theme("light")
    assert wrong == []


# --- never by colour alone

Draw = Callable[[QPainter, QRectF], None]
BLACK = QColor(Qt.GlobalColor.black)
SIDE = 16  # pixels, as in a list
APART = 0.06  # of all pixels differ at least


def _mask(draw: Draw) -> list[bool]:
    """Which pixels are inked when all is black."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(1, 1, SIDE - 2, SIDE - 2))
    painter.end()
    return [image.pixelColor(x, y).alpha() > 110 for y in range(SIDE) for x in range(SIDE)]


def _icon(name: str) -> Draw:
    return lambda painter, area: coloured_icon(name, BLACK).paint(painter, area.toRect())


SIGNS: dict[str, dict[str, Draw]] = {
    "severities": {s.value: lambda p, a, s=s: draw_mark(p, s, BLACK, a) for s in Severity},
    "severities, decided": {s.value: lambda p, a, s=s: draw_mark(p, s, BLACK, a, hollow=True) for s in Severity},
    "bars": {s.value: lambda p, a, s=s: draw_bar(p, a.center().x(), a.top(), a.bottom(), s, BLACK) for s in Severity},
    "kinds": {k.value: lambda p, a, k=k: draw_kind(p, a, k, BLACK) for k in FindingKind},
    "verdicts": {v.value: _icon(f"verdict-{v.value}") for v in Verdict},
    "checks": {name: _icon(f"sign-{name}") for name in ("ok", "open", "none")},
}


@pytest.mark.parametrize("family", SIGNS)
def test_signs_are_told_apart_without_their_colour(family, qapp):
    masks = {name: _mask(draw) for name, draw in SIGNS[family].items()}
    assert all(any(mask) for mask in masks.values())
    least = APART if family != "bars" else 0.01  # a bar is a few pixels wide
    alike = {
        (one, other)
        for one, other in combinations(masks, 2)
        if sum(a != b for a, b in zip(masks[one], masks[other], strict=True)) / SIDE**2 < least
    }
    assert alike == set()


@pytest.mark.parametrize("severity", Severity)
def test_what_is_decided_is_hollow(severity, qapp):
    filled, hollow = (_mask(lambda p, a, h=h: draw_mark(p, severity, BLACK, a, hollow=h)) for h in (False, True))
    assert sum(hollow) < sum(filled) * 0.8
