"""Sentence boundaries in German general terms.

Strategy: every line is cut apart (the canonical text has one line per paragraph, cell or list item), and inside a
line every `.`, `?`, `!` (and the mark after a closing quote or bracket) is a candidate; a candidate is refused where
an abbreviation, an ordinal (`am 1. Januar`), a citation (`Ziff. 4.2.`), an initial or a lower-case continuation
speaks for the sentence going on. A colon ends a sentence that leads in another (`Für den Versand gilt Folgendes: Wir …`);
short words before it are a label and stay. A label at the start of a line (`4.2`, `§ 3`, `a)`) is a part of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.models.source import Span
from app.nlp.abbreviations import is_binding, is_open

# Possessive, and no row of marks looked at from its middle: time must not grow with the square of a line of full stops.
_MARK = re.compile(
    r"(?<![.!?…])[.!?…]++[\"“”»«')\]’]*+(?=\s|$)|[.!?](?=[A-ZÄÖÜ][a-zäöüß]{2})|:(?=[ \t\u00a0]+[\"„“»]?[A-ZÄÖÜ])"
)
_BEFORE_MARK = 400  # characters before a mark that tell what it ends; no abbreviation, citation or label is longer
_SHOWN = re.compile(r"\S")
_LINE = re.compile(r"[^\n\r\x0b\x0c\u2028]+")
_WORD_BEFORE = re.compile(r"[^\s(\[„“\"»«/]*$")
_SPACED_ABBREVIATION = re.compile(r"(?:\b[A-Za-zÄÖÜäöü]{1,3}\.\s?){1,3}\b[A-Za-zÄÖÜäöü]{1,4}\.$")
# A single small letter (`i. S. d. G.`), a street, a weekday: too many to list.
_BINDING_SHAPE = re.compile(
    r"(?:\b[a-zäöü]\.(?:\s?[A-Za-z]\.){0,2}|[a-zäöü]str\.|\b(?:Mo|Di|Mi|Do|Sa|So|Inh|B\.V|S\.C\.A|S\.A)\.)$"
)
_LABEL = re.compile(r"\s*(?:§+\s*)?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVXivx]{1,5})[.)]+$")
_NUMBER = re.compile(r"(?:^|[\s(])(?:\d{1,4}|[IVX]{1,5})\.$")
_CITED = re.compile(
    r"(?:§§?|\b(?:Abs(?:\.|atz|ätze|ätzen)|Nr\.|Nummer|Ziff(?:\.|er|ern)|Punkt|Satz|Art(?:\.|ikel)|Abschnitt|Kapitel|"
    r"Buchst(?:\.|abe)|lit\.|Anlage|Anhang|Seite|Klausel))\s*[\d.,a-z\s]*$"
)
_DATE_AFTER = re.compile(
    r"\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|\d{4}\b|Mal\b|"
    r"Kalender|Monat|Quartal|Tag(?:es|e)?\b|Werktag|Jahr|Halbjahr|Lebensjahr|des\b)"
)
_OPENER = re.compile(
    r"[\s\"„“»(\[]*(?:Die|Der|Das|Den|Dem|Des|Ein|Eine|Einer|Eines|Im|In|Bei|Für|Wir|Sie|Er|Es|Ist|Sind|Soweit|Sofern|"
    r"Wenn|Falls|Hat|Wird|Werden|Diese|Dieser|Dieses|Nach|Mit|Auf|Zu|Zur|Zum|Als|Auch|Bis|Von|Vom|An|Am|Alle|Alles|Jede|"
    r"Jeder|Jedoch|Unsere|Ihre|Ihr|Etwaige|Weitere|Hierzu|Dies|Dabei|Durch|Ebenso|Kommt|Kann|Eventuelle|Gegen|Gerät|"
    r"Insbesondere|Maßgeblich|Unter|Während|Wegen|Sollte|Sollten|Erfolgt|Gilt|Solche|Ohne|Nur|Darüber|Dazu)\b"
)
_LETTER_AFTER = re.compile(r"[\s\"„“”»«'(\[–•●▪■·*-]*([^\W_]|§)")
# A colon ends the sentence that leads in another one, but no label (`Zahlungsziel: Rechnungen …`) and no name to be
# used from here on (`im Folgenden: Anbieter`).
_NAMING = re.compile(r"(?:[Ff]olgend(?:en|em)?|[Nn]ach(?:folgend|stehend)|[Kk]urz|[Gg]enannt)$")
_LEADING_IN = 4  # words from which it is more than a label
_ITEM_AFTER = re.compile(r"\s*\(?[a-z0-9]{1,2}\)\s+[A-ZÄÖÜ„§]")


def split_sentences(text: str) -> Iterator[Span]:
    """Half-open spans of the sentences of `text`, without surrounding white space; headings count as sentences."""
    for line in _LINE.finditer(text):
        yield from _split_line(text, line.start(), line.end())


@lru_cache(maxsize=16_384)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a clause's text; many rules ask for them, and again after every change of a fact."""
    return tuple(split_sentences(text))


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    first = start
    for mark in _MARK.finditer(text, start, end):
        if not _goes_on(text, start, first, mark, end):
            yield from _trimmed(text, first, mark.end())
            first = mark.end()
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        yield start, end


def _goes_on(text: str, line: int, first: int, mark: re.Match[str], end: int) -> bool:
    """Whether the sentence that began at `first` goes on after `mark`."""
    if text[mark.start()] == ":":
        return not _leads_in(text[max(first, mark.start() - _BEFORE_MARK) : mark.start()])
    after = _LETTER_AFTER.match(text, mark.end(), end)
    if after is None:
        return _SHOWN.search(text, mark.end(), end) is not None
    head = text[max(first, mark.start() - _BEFORE_MARK) : mark.start() + 1]
    if len(head) <= _BEFORE_MARK and _LABEL.fullmatch(head):
        return True
    lower = after[1].islower() and not _ITEM_AFTER.match(text, mark.end(), end)
    if text[mark.start()] != ".":
        return lower
    return lower or _is_abbreviation(head, text, mark.end()) or _is_number(head, text, mark.end())


def _leads_in(head: str) -> bool:
    """Whether `head` before a colon and a capital is a sentence of its own."""
    if head.rfind("(") > head.rfind(")") or _NAMING.search(head):
        return False
    return len(head.split()) >= _LEADING_IN


def _is_abbreviation(head: str, text: str, at: int) -> bool:
    word = _WORD_BEFORE.search(head)
    found = word[0] if word else ""
    if is_binding(found) or _BINDING_SHAPE.search(head):
        return True
    spaced = _SPACED_ABBREVIATION.search(head)
    if spaced and is_binding(spaced[0].replace(" ", "")):
        return True
    if is_open(found.lstrip("0123456789")) or (spaced and is_open(spaced[0].replace(" ", ""))):
        return not _OPENER.match(text, at)
    return len(found) == 2 and found[0].isupper() and not _OPENER.match(text, at)


def _is_number(head: str, text: str, at: int) -> bool:
    if not _NUMBER.search(head):
        return False
    return bool(_DATE_AFTER.match(text, at)) or not (_CITED.search(head[:-1]) or _OPENER.match(text, at))
