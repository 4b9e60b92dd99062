"""Documents written line by line for the tests, and the tree that is found in them as an indented outline.

A line is its text, or a pair of text and look. A line that begins with `|` goes on with the block before it; other
lines begin blocks of their own. The look may hold a `kind` of block.
"""

from __future__ import annotations

from typing import Any

from app.models.source import Block, BlockKind, Line, Run, SourceDocument
from app.nlp.segmentation import segment

Written = str | tuple[str, dict[str, Any]]

NOTE: dict[str, Any] = {"kind": BlockKind.NOTE, "size": 8.0}
BOLD: dict[str, Any] = {"bold": True}
LARGE: dict[str, Any] = {"bold": True, "size": 16.0}


def document(*written: Written, table: bool = False) -> SourceDocument:
    """A document of these lines; body type 10 points, unless the look says otherwise."""
    text, lines, blocks = "", [], []
    for item in written:
        raw, look = item if isinstance(item, tuple) else (item, {})
        goes_on = raw.startswith("|")
        raw = raw.removeprefix("|")
        text += "" if not text else " " if goes_on else "\n"
        start, end = len(text), len(text) + len(raw)
        text += raw
        if goes_on:
            blocks[-1] = Block(blocks[-1].start, end, blocks[-1].kind, blocks[-1].paragraph)
        else:
            kind = look.get("kind", BlockKind.TABLE_ROW if table else BlockKind.PARAGRAPH)
            blocks.append(Block(start, end, kind, len(blocks) + 1))
        lines.append(
            Line(
                start,
                end,
                len(blocks) - 1,
                **{"size": 10.0, "gap": 0.3} | {k: v for k, v in look.items() if k != "kind"},
            )
        )
    run = Run(0, len(text), offset=0)
    return SourceDocument("t.txt", "", len(text), "text/plain", text, tuple(blocks), tuple(lines), (run,))


def tree(*written: Written) -> list[str]:
    """The clauses found, one a line: two spaces a level, label, heading in brackets, first two words of the text."""
    return [_shown(c.level, c.label, c.heading, c.text) for c in segment(document(*written)).clauses]


def _shown(level: int, label: str, heading: str, text: str) -> str:
    parts = [label, f"[{heading}]" if heading else "", " ".join(text.split()[:2])]
    return "  " * level + " ".join(part for part in parts if part)


def reasons(*written: Written) -> list[tuple[str, str]]:
    """What was not analysed: reason and first two words."""
    return [(n.reason, " ".join(n.excerpt.split()[:2])) for n in segment(document(*written)).not_analysed]
