"""How a PDF looks: measures, colours, sizes of each kind of paragraph and the looks of tones.

Colours are those of the HTML report; each tone has a second sign (bold, struck, underlined, a shape), so that a copy in black and
white says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.reporting.paper import Span, Style, Tone

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
MARGIN: Final = 19 * MM
EDGE: Final = 11 * MM  # between the paper's edge and its running header or footer
LEADING: Final = 1.36  # distance of lines, in sizes

INK, SOFT, RULE, PANEL = "#1c2126", "#59636e", "#d5dae0", "#f3f5f8"
RED, AMBER, BLUE, GREY, GREEN = "#a61b1b", "#9a5200", "#1d5a96", "#4d5965", "#14632d"
WARN_BACK: Final = "#fff4e0"

INKS: Final = {
    Tone.PLAIN: INK,
    Tone.SOFT: SOFT,
    Tone.QUOTE: INK,
    Tone.INSERTED: GREEN,
    Tone.DELETED: RED,
    Tone.FILLED: INK,
    Tone.MOVED: BLUE,
    Tone.HIGH: RED,
    Tone.MEDIUM: AMBER,
    Tone.LOW: BLUE,
    Tone.INFO: GREY,
    Tone.GOOD: GREEN,
    Tone.UNSURE: AMBER,
}
BACKS: Final = {
    Tone.QUOTE: PANEL,
    Tone.INSERTED: "#e5f5e9",
    Tone.DELETED: "#fdeaea",
    Tone.FILLED: "#eef1f5",
    Tone.MOVED: "#e8f0f9",
    Tone.HIGH: "#fdeaea",
    Tone.MEDIUM: "#fff4e0",
    Tone.LOW: "#e8f0f9",
    Tone.INFO: "#f3f5f8",
    Tone.GOOD: "#e5f5e9",
    Tone.UNSURE: "#fff9ec",
}
_STRONG: Final = frozenset({Tone.HIGH, Tone.MEDIUM, Tone.LOW, Tone.GOOD})
_BACKED: Final = frozenset({Tone.INSERTED, Tone.DELETED, Tone.MOVED})
_UNDER: Final = {Tone.INSERTED: "solid", Tone.MOVED: "dashed", Tone.FILLED: "dotted", Tone.UNSURE: "dotted"}


@dataclass(frozen=True, slots=True)
class Look:
    """Of a piece of text; `under`: solid, dashed, dotted or "" ; `link`: an anchor."""

    size: float = 9.5
    ink: str = INK
    strong: bool = False
    struck: bool = False
    under: str = ""
    back: str = ""
    link: str = ""

    def sized(self, factor: float) -> Look:
        """The same, larger or smaller."""
        return replace(self, size=self.size * factor)


def toned(base: Look, span: Span, anchors: frozenset[str]) -> Look:
    """How `span` looks in a paragraph of the look `base`; a link that leads nowhere is plain text."""
    tone = span.tone
    link = span.link if span.link in anchors else ""
    return replace(
        base,
        ink=base.ink if tone is Tone.PLAIN else INKS[tone],
        strong=base.strong or span.strong or tone in _STRONG,
        struck=tone is Tone.DELETED,
        under=_UNDER.get(tone, "link" if link else ""),
        back=BACKS[tone] if tone in _BACKED else "",
        link=link or base.link,
    )


BODY: Final = Look()
LOOKS: Final = {
    Style.BODY: BODY,
    Style.LEAD: Look(size=11),
    Style.SOFT: Look(size=8.5, ink=SOFT),
    Style.NOTICE: Look(size=9),
    Style.WARNING: Look(size=9, strong=True),
    Style.QUOTE: Look(size=9.5),
    Style.TAG: Look(size=8.5, ink=SOFT, strong=True),
    Style.DIFF: Look(size=9.5),
    Style.SMALL: Look(size=8, ink=SOFT),
}
TITLE: Final = Look(size=21, strong=True)
SUBTITLE: Final = Look(size=12, ink=SOFT)
HEADINGS: Final = (Look(size=15, strong=True), Look(size=12, strong=True), Look(size=10.5, strong=True))
LAST_HEADING: Final = Look(size=9.5, ink=SOFT, strong=True)
CELL: Final = Look(size=8.6)
COLUMN: Final = Look(size=7.8, ink=SOFT, strong=True)
RUNNING: Final = Look(size=7.5, ink=SOFT)
