"""The words of a paragraph: runs with the look of their tone, signs before judgements, links within the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.reporting.paper import Span, Text, Tone
from app.reporting.tones import sign
from app.reporting.word.anchors import Anchors
from app.reporting.word.elements import Element, run, w
from app.reporting.word.looks import tone_style
from app.wording.numbers import NO_BREAK


def runs(text: Text, anchors: Anchors, around: Tone = Tone.PLAIN) -> tuple[Element, ...]:
    """`around`: the tone of the whole that the text is part of; where it has a sign, that one stands before the first words."""
    return tuple(_linked(span, anchors) for span in _signed(text, around) if span.text)


def tagged(title: str, tag: Span | None, anchors: Anchors) -> tuple[Element, ...]:
    """A heading with the label beside it."""
    beside = () if tag is None else (Span(NO_BREAK * 3), tag)
    return runs((Span(title), *beside), anchors)


def _signed(text: Text, around: Tone) -> Iterator[Span]:
    """Spans with the sign of their tone; neighbours of one tone have one sign."""
    before = Tone.PLAIN
    for span in text:
        tone = around if span.tone is Tone.PLAIN else span.tone
        shown = sign(tone) if tone is not before and span.text.strip() else ""
        before = tone if span.text.strip() else before
        yield replace(span, tone=tone, text=f"{shown}{NO_BREAK}{span.text}" if shown else span.text)


def _linked(span: Span, anchors: Anchors) -> Element:
    target = anchors.names.get(span.link)
    if target is None:
        return _run(span, tone_style(span.tone))
    return w("hyperlink", _run(span, tone_style(span.tone) or "Hyperlink"), anchor=target, history=1)


def _run(span: Span, style: str) -> Element:
    look = w("rStyle", val=style) if style else None
    bold = (w("b"), w("bCs")) if span.strong else ()
    return run(span.text, look, *bold)
