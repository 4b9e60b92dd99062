"""How a tone looks where a form has colours: one palette and one set of signs for every writer and every kind of paper.

A colour never carries meaning alone: severities and results have a sign that goes before their words (the marks of the window's lists),
changed words are underlined or struck. All colours have a contrast of at least 4.5 on white and on their own ground.
"""

from __future__ import annotations

from typing import Final

from app.reporting.paper import Tone

INK: Final = "1C2126"
SOFT: Final = "59636E"
LINE: Final = "C9D0D8"
PANEL: Final = "F5F7F9"
WARNING: Final = "FFF4E0"

_COLORS: Final = {
    Tone.SOFT: SOFT,
    Tone.INSERTED: "14632D",
    Tone.DELETED: "A61B1B",
    Tone.FILLED: "1D5A96",
    Tone.MOVED: "6B3FA0",
    Tone.HIGH: "A61B1B",
    Tone.MEDIUM: "9A5200",
    Tone.LOW: "1D5A96",
    Tone.INFO: "4D5965",
    Tone.GOOD: "14632D",
    Tone.UNSURE: "9A5200",
}
_GROUNDS: Final = {
    Tone.QUOTE: PANEL,
    Tone.INSERTED: "E5F5E9",
    Tone.DELETED: "FDEAEA",
    Tone.FILLED: "E8F1FA",
    Tone.MOVED: "F1EBF9",
    Tone.HIGH: "FDEAEA",
    Tone.MEDIUM: WARNING,
    Tone.LOW: "E8F1FA",
    Tone.INFO: PANEL,
    Tone.GOOD: "E5F5E9",
    Tone.UNSURE: WARNING,
}
_SIGNS: Final = {Tone.HIGH: "▲", Tone.MEDIUM: "◆", Tone.LOW: "●", Tone.INFO: "■", Tone.GOOD: "✓", Tone.UNSURE: "?"}


def color(tone: Tone) -> str:
    """Of its words, as RRGGBB."""
    return _COLORS.get(tone, INK)


def ground(tone: Tone) -> str:
    """Of what lies behind them, "" for the paper itself."""
    return _GROUNDS.get(tone, "")


def sign(tone: Tone) -> str:
    """What goes before its words, "" where the tone is no judgement."""
    return _SIGNS.get(tone, "")
