"""The words of two texts as one: what only the old has struck, what only the new has underlined, long equal stretches cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.models.analysis import DiffHunk, DiffOp
from app.models.source import Span as Place
from app.reporting.paper import Span, Text, Tone
from app.reporting.places import without_middle

AROUND = 60  # characters on either side of a figure


def diff_text(old: str, new: str, hunks: Iterable[DiffHunk]) -> Text:
    """From `old` to `new`; a text that came or went as a whole is inserted or deleted."""
    if not old or not new:
        return tuple(_whole(old, new))
    return tuple(span for hunk in hunks for span in _spans(old, new, hunk) if span.text)


def _whole(old: str, new: str) -> Iterator[Span]:
    if old:
        yield Span(old, Tone.DELETED)
    if new:
        yield Span(new, Tone.INSERTED)


def _spans(old: str, new: str, hunk: DiffHunk) -> Iterator[Span]:
    before, after = old[hunk.a0 : hunk.a1], new[hunk.b0 : hunk.b1]
    if hunk.op is DiffOp.EQUAL or before == after:
        yield Span(without_middle(after))
        return
    yield Span(before, Tone.DELETED)
    yield Span(after, Tone.INSERTED)


def words_around(text: str, place: Place) -> str:
    """The words at a place with some on either side."""
    start, end = max(0, place[0] - AROUND), min(len(text), place[1] + AROUND)
    lead, tail = text[start : place[0]], text[place[1] : end]
    lead = "… " + lead.partition(" ")[2] if start else lead
    tail = tail.rpartition(" ")[0] + " …" if end < len(text) else tail
    return " ".join(f"{lead}{text[place[0] : place[1]]}{tail}".split())
