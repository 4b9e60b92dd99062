"""How a PDF looks: measures, colours, sizes of each kind of paragraph and the looks of tones.

Colours and signs are those of all reports (`tones`); words that changed are struck or underlined as well, so that a copy in black and
white says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.reporting import tones
from app.reporting.paper import Span, Style, Tone

MM: Final = 72 / 25.4
A4: Final = (210 * MM, 297 * MM)
MARGIN: Final = 19 * MM
EDGE: Final = 11 * MM  # between the paper's edge and its running header or footer
LEADING: Final = 1.36  # distance of lines, in sizes

INK, SOFT, RULE, PANEL, WARN_BACK = (
    f"#{shared}" for shared in (tones.INK, tones.SOFT, tones.LINE, tones.PANEL, tones.WARNING)
)

_STRONG: Final = frozenset({Tone.HIGH, Tone.MEDIUM, Tone.LOW, Tone.GOOD})
_BACKED: Final = frozenset({Tone.INSERTED, Tone.DELETED, Tone.MOVED})
_UNDER: Final = {Tone.INSERTED: "solid", Tone.MOVED: "dashed", Tone.FILLED: "dotted", Tone.UNSURE: "dotted"}


def ink(tone: Tone) -> str:
    """The colour of its words."""
    return f"#{tones.color(tone)}"


def back(tone: Tone) -> str:
    """Of what lies behind them, "" for the paper itself."""
    ground = tones.ground(tone)
    return f"#{ground}" if ground else ""


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
        ink=base.ink if tone in (Tone.PLAIN, Tone.QUOTE) else ink(tone),
        strong=base.strong or span.strong or tone in _STRONG,
        struck=tone is Tone.DELETED,
        under=_UNDER.get(tone, "link" if link else ""),
        back=back(tone) if tone in _BACKED else "",
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
