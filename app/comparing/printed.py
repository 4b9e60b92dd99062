"""Numbers that are printed like labels, whether or not they were read as such: they keep us from missing what is there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.nlp.citations import find_citations

ATTACHMENT_HEAD = 90  # characters of a line that may be the heading of an Anlage

_NAME = r"\d{1,4}[a-z]?|[A-Za-z]|[IVXLC]+"
_INLINE = re.compile(rf"\(({_NAME})\)|(?<=[\s;:])({_NAME})\)")
_LEADING = re.compile(
    rf"^[^\w\n]{{0,10}}(?:\d{{1,4}}\.){{0,5}}({_NAME})(?:[.)](?!\d)|\s+[A-ZÄÖÜ]|(?<=\d)\s)", re.MULTILINE
)
_LINE = re.compile(
    r"^[^\w\n§]{0,10}(?P<sign>§+|Art(?:ikel|\.)|Ziffer|Punkt|Abschnitt)?[ \t\u00a0]*(?P<number>\d{1,4}(?:\s?\.\s?\d{1,4}){0,5}[a-z]?|[IVX]+)"
    r"[.)]?(?!\w)(?!\.\d)[ \t\u00a0]*[–:.-]?[ \t\u00a0]*(?:[A-ZÄÖÜ„\"(]|$)",
    re.MULTILINE,
)
_ATTACHMENT = re.compile(
    rf"^[^\w\n]{{0,10}}(?:Anlage|Anhang)\s+(\w+)\b[^\n]{{0,{ATTACHMENT_HEAD}}}(?<![.,;])$", re.MULTILINE | re.IGNORECASE
)
_UNNUMBERED = re.compile(
    rf"^[^\w\n]{{0,10}}(?:Anlagen?|Anhang|Anhänge)[ \t]*(?:[:–-][^\n]{{0,{ATTACHMENT_HEAD}}})?$",
    re.MULTILINE | re.IGNORECASE,
)


def labels_in(text: str) -> frozenset[str]:
    """Last parts of what may be labels in `text`, at the start of a line or in brackets; references are none."""
    at, kept = 0, []
    for citation in find_citations(text):
        kept.append(text[at : citation.start])
        at = citation.end
    plain = "".join([*kept, text[at:]])
    inline = (a or b for a, b in _INLINE.findall(plain))
    return frozenset([*inline, *_LEADING.findall(plain)])


def lines_of(text: str) -> frozenset[tuple[bool, str]]:
    """Numbers at the start of lines that go on like a heading or paragraph; True where a sign (§, Ziffer) stands before."""
    return frozenset((bool(m["sign"]), re.sub(r"\s", "", m["number"])) for m in _LINE.finditer(text))


def attachments_in(texts: Iterable[str]) -> frozenset[str]:
    """Names of the Anlagen and Anhänge that begin with a line of their own."""
    return frozenset(name for text in texts for name in _ATTACHMENT.findall(text))


def has_unnumbered_attachment(texts: Iterable[str]) -> bool:
    """Whether an attachment without a number begins with a line of its own: then a reference may mean that one."""
    return any(_UNNUMBERED.search(text) for text in texts)
