"""Characters to words: rows of one baseline from left to right, split at white space.

Strategy: position decides, not the order in the file. Characters drawn twice to look bold are read once (and are
bold). Ligatures are dissolved, accents drawn over a letter are composed, bidirectional and control characters go.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.importing.pdf.fonts import is_bold, is_italic, is_symbol_font
from app.importing.pdf.geometry import Fragment, Glyph, Word
from app.importing.repair import clean

BULLET_CODE = "(cid:127)"  # WinAnsiEncoding shows a bullet for every unused code, pdfminer does not know it

SPACE_RATIO = 0.15  # of the size; pdfplumber's default of 3 points glues the words of small type together
_SAME_ROW = 0.12  # of the size: baselines that differ less are one
_SAME_PLACE = 0.1  # of the size: the same character again within it was drawn twice
_WIDE_GAP = 0.6  # of the smaller size: perhaps no blank between two words; a narrow gutter must not be bridged

_PICTURE_FONT = re.compile(r"wingding|dingbat|webding", re.IGNORECASE)
_HYPHENS = "-\u00ad\u2010\u2011"
_PRIVATE_ASCII = range(0xF020, 0xF100)  # symbol-encoded fonts put ASCII there
_COMBINING = {"¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "˚": "\u030a", "¸": "\u0327"}
_SOFT_HYPHEN = "\u00ad"


def glyph_words(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each word, row by row."""
    for row in _rows(glyphs):
        for group in _groups(_drawn_once(row)):
            yield [glyph for glyph, _ in group]


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words of a page, row by row, each row from left to right."""
    words: list[Word] = []
    for row in _rows(glyphs):
        for group in _groups(_drawn_once(row)):
            word = _word(group)
            if word is not None:
                words.append(word)
    return words


def fragments_of(words: Iterable[Word]) -> list[Fragment]:
    """Words of one baseline put together up to the next wide gap."""
    fragments: list[Fragment] = []
    for row in _word_rows(words):
        current: list[Word] = []
        for word in row:
            if current and word.x0 - current[-1].x1 > _WIDE_GAP * min(word.size, current[-1].size):
                fragments.append(Fragment(tuple(current)))
                current = []
            current.append(word)
        fragments.append(Fragment(tuple(current)))
    return fragments


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (g.baseline, g.x0)):
        if row and glyph.baseline - row[0].baseline > _SAME_ROW * max(glyph.size, row[0].size):
            yield sorted(row, key=lambda g: g.x0)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda g: g.x0)


def _word_rows(words: Iterable[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in sorted(words, key=lambda w: (w.baseline, w.x0)):
        if row and word.baseline - row[0].baseline > _SAME_ROW * max(word.size, row[0].size):
            yield sorted(row, key=lambda w: w.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda w: w.x0)


def _drawn_once(row: Sequence[Glyph]) -> list[tuple[Glyph, bool]]:
    """The glyphs without repetitions at (nearly) the same place; True where one was repeated."""
    kept: list[tuple[Glyph, bool]] = []
    for glyph in row:
        for back in range(len(kept) - 1, max(-1, len(kept) - 6), -1):
            other = kept[back][0]
            if other.text == glyph.text and abs(other.x0 - glyph.x0) <= _SAME_PLACE * glyph.size:
                kept[back] = (other, not glyph.text.isspace())
                break
        else:
            kept.append((glyph, False))
    return kept


def _groups(row: Iterable[tuple[Glyph, bool]]) -> Iterator[list[tuple[Glyph, bool]]]:
    group: list[tuple[Glyph, bool]] = []
    right = 0.0
    for glyph, twice in row:
        blank = not glyph.text.strip()
        if group and (blank or glyph.x0 - right > SPACE_RATIO * group[-1][0].size):
            yield group
            group = []
        if not blank:
            group.append((glyph, twice))
            right = glyph.x1 if len(group) == 1 else max(right, glyph.x1)
    if group:
        yield group


def _word(group: Sequence[tuple[Glyph, bool]]) -> Word | None:
    glyphs = [g for g, _ in group]
    raw = "".join(g.text for g in glyphs)
    text = _clean(glyphs)
    if not text:
        return None
    bold = sum(len(g.text) for g, twice in group if twice or g.heavy or is_bold(g.font))
    italic = sum(len(g.text) for g in glyphs if is_italic(g.font))
    main = max(glyphs, key=lambda g: g.size)
    return Word(
        text,
        min(g.x0 for g in glyphs),
        min(g.top for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in glyphs),
        main.baseline,
        main.size,
        bold * 2 > len(raw),
        italic * 2 > len(raw),
        text != raw or any(g.changed for g in glyphs),
        font=main.font,
    )


def _clean(glyphs: Sequence[Glyph]) -> str:
    text = "".join(_character(g) for g in _composed(glyphs))
    return unicodedata.normalize("NFC", text)


def _character(glyph: Glyph) -> str:
    text = glyph.text
    if text == BULLET_CODE or _PICTURE_FONT.search(glyph.font):
        return "•"  # its "§" is a small square
    if len(text) == 1 and ord(text) in _PRIVATE_ASCII:
        return "•" if is_symbol_font(glyph.font) else _not_private(text)
    if len(text) > 1 and not text.strip(_HYPHENS):
        return "-"  # one glyph for which the font lists all its hyphens
    return _SOFT_HYPHEN.join(clean(part) for part in text.split(_SOFT_HYPHEN))  # a soft hyphen is judged later


def _not_private(text: str) -> str:
    """The ASCII character of a symbol-encoded font; the bullets' places (F0A7, F0B7) stay bullets everywhere."""
    low = ord(text) - 0xF000
    return "•" if low in (0xA7, 0xB7, 0xA8, 0xD8, 0xFC) else chr(low)


def _composed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """An accent that is drawn over a letter becomes part of it ("u" + "¨" printed at one place is "ü")."""
    if not any(g.text in _COMBINING for g in glyphs):
        return list(glyphs)
    result: list[Glyph] = []
    accents = [g for g in glyphs if g.text in _COMBINING]
    for glyph in glyphs:
        if glyph.text in _COMBINING:
            if not any(_over(glyph, other) for other in glyphs):
                result.append(glyph)
            continue
        marks = "".join(_COMBINING[a.text] for a in accents if _over(a, glyph))
        text = unicodedata.normalize("NFC", ("i" if marks and glyph.text == "ı" else glyph.text) + marks)
        result.append(replace(glyph, text=text))
    return result


def _over(accent: Glyph, letter: Glyph) -> bool:
    """Whether the accent stands over the letter and Unicode has the pair as one character."""
    mark = _COMBINING[accent.text]
    base = "i" if letter.text == "ı" else letter.text
    if len(unicodedata.normalize("NFC", base + mark)) != 1 or not base.isalpha():
        return False
    middle = (accent.x0 + accent.x1) / 2
    return letter.x0 <= middle <= letter.x1
