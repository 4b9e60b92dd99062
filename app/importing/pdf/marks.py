"""Small raised numbers: of sentences (¹Der Kunde …), of footnotes (Preis¹) or powers (m²); lowered ones (CO₂).

Strategy: a raised digit after a unit, a number or a sign of a formula is a power and joins its word, as a lowered one
joins the letters before it, each with what stands close behind. A raised one that opens a sentence is the sentence's
number, if the document counts its sentences (there is a first and a second). One that follows close upon a word refers
to a note. Numbers of sentences and notes leave the words and become marks; all else stays as it is printed. At the
beginning of a line of text the number needs no full stop before it if its word follows without a blank: so numbers of
paragraphs and notes are not set.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from app.importing.pdf.geometry import PrintedLine, SmallNumber, Word
from app.importing.pdf.lines import usual_size
from app.importing.pdf.words import SPACE_RATIO
from app.models.source import MarkKind

_SMALL = 0.9  # of the line's size
_RAISED = 0.12  # of the line's size that the digit's baseline lies higher
_LOWERED = 0.08  # of the line's size that an index' baseline lies lower
_CLOSE = 0.18  # of the line's size: no blank between
_BLANK = 0.6  # of the line's size: more room parts a label from its text
_RAISED_SIGNS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_AS_RAISED = str.maketrans("1230456789", "¹²³⁰⁴⁵⁶⁷⁸⁹")
_AS_LOWERED = str.maketrans("1230456789", "₁₂₃₀₄₅₆₇₈₉")
_DIGITS = re.compile(r"\d{1,3}")
_NUMBER = re.compile(r"(\d{1,3})\)?")
_LEADING = re.compile(rf"([{_RAISED_SIGNS}]{{1,3}})(?=[^\W\d_{_RAISED_SIGNS}]|[\"„“»«(])")
_TRAILING = re.compile(rf"(?<=[^\W\d_{_RAISED_SIGNS}]|[.,;:!?)“\"])([{_RAISED_SIGNS}]{{1,3}})(?=[.,;:!?)“\"]*$)")
_POWER = re.compile(r"(?:^|[\d/·*(])(?:[kcdmµ]?m|s|h|ha|x|y|R|r|CO|H)$|[\d=+−^)]$|^\W*$")
_ENDS_SENTENCE = re.compile(r"[.!?:][\"“”»«’)]*$")
_LABEL = re.compile(r"[(§]?\s?(?:\d{1,3}[a-z]?(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]{0,2}|[-–•]")
_CLOSING = re.compile(r"[.,;:!?)\]“»]")
_OPENS = re.compile(r"[\"„“»«(]*[a-z]?[A-ZÄÖÜ]")  # also iGel
_TEXT = 0.93  # of the document's size: notes are smaller
_PARAGRAPHS = 3  # that open with a small 1 are numbered sentences, though none has two


@dataclass(frozen=True, slots=True)
class _Found:
    """A raised number at word `at` of a line; `rest` is what stays of the word (None: the word was the number)."""

    line: int
    at: int
    number: SmallNumber
    rest: Word | None


def set_apart(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines with the numbers of sentences and notes as marks beside the words, and powers joined to theirs."""
    found: list[_Found] = []
    text = _TEXT * usual_size(lines)
    lines = [_with_powers(line) if any(map(_may_be_raised, line.words)) else line for line in lines]
    for i, line in enumerate(lines):
        before, after = lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
        found.extend(_found(i, line, before, after, text))
    notes = {(lines[f.line].page, f.number.text) for f in found if f.number.kind is MarkKind.FOOTNOTE}
    found = [f for f in found if not _heads_note(f, lines[f.line], notes, text)]
    numbered = _counts_sentences(found, lines, text)
    kept = [f for f in found if f.number.kind is not MarkKind.SENTENCE_NUMBER or numbered]
    by_line: dict[int, list[_Found]] = {}
    for item in kept:
        by_line.setdefault(item.line, []).append(item)
    result = list(lines)
    for i, items in by_line.items():
        result[i] = _without(lines[i], items)
    return result


def _heads_note(found: _Found, line: PrintedLine, notes: Collection[tuple[int, str]], text: float) -> bool:
    """Whether it is the number before a note that the page refers to."""
    return not found.at and line.size < text and (line.page, found.number.text) in notes


def _counts_sentences(found: Sequence[_Found], lines: Sequence[PrintedLine], text: float) -> bool:
    """Whether the document numbers its sentences: there is a second one, or many paragraphs open with the first.

    At the beginning of a small line the number may be a note's: it is no evidence.
    """
    numbers = [f for f in found if f.number.kind is MarkKind.SENTENCE_NUMBER]
    opening = sum(f.number.text == "1" and not f.at and lines[f.line].size >= text for f in numbers)
    counted = {f.number.text for f in numbers if f.at or lines[f.line].size >= text}
    return {"1", "2"} <= counted or opening >= _PARAGRAPHS


def _may_be_raised(word: Word) -> bool:
    return word.text[0].isdigit() and bool(_NUMBER.fullmatch(word.text))


def _found(
    i: int, line: PrintedLine, before: PrintedLine | None, after: PrintedLine | None, text: float
) -> Iterator[_Found]:
    for at, word in enumerate(line.words):
        if word.text.isascii():
            if _may_be_raised(word) and len(line.words) > 1 and is_raised(word, line):
                kind = _kind(line, at, before, after, text)
                if kind is not None:
                    yield _Found(i, at, SmallNumber(at, word.text, kind, word), None)
        elif any(sign in word.text for sign in _RAISED_SIGNS):
            yield from _inside(i, line, at, before, text)


def is_raised(word: Word, line: PrintedLine) -> bool:
    """Whether a word is in small type above the line's baseline."""
    return word.size <= _SMALL * line.size and line.baseline - word.baseline >= _RAISED * line.size


def _kind(
    line: PrintedLine, at: int, before: PrintedLine | None, after: PrintedLine | None, text: float
) -> MarkKind | None:
    """What a raised word stands for; None where it stays in the text. `text`: the least size of text, no notes."""
    word, last = line.words[at], line.words[at - 1] if at else None
    following = line.words[at + 1] if at + 1 < len(line.words) else after.words[0] if after else None
    close = last is not None and word.x0 - last.x1 <= _CLOSE * line.size
    if last is not None and close and _POWER.search(last.text):
        return None
    room = following.x0 - word.x1 if following is not None and at + 1 < len(line.words) else None
    if not at and room is not None and room > _BLANK * line.size:
        return None
    close_after = room is not None and room <= _CLOSE * line.size
    if following is not None and _OPENS.match(following.text) and (close_after or not close):
        opening = _opens_sentence(line, at, before) or (not at and close_after and line.size >= text)
        if opening and _DIGITS.fullmatch(word.text):
            return MarkKind.SENTENCE_NUMBER
    return MarkKind.FOOTNOTE if close else None


def _opens_sentence(line: PrintedLine, at: int, before: PrintedLine | None) -> bool:
    if at:
        last = line.words[at - 1].text
        label = all(_LABEL.fullmatch(w.text) for w in line.words[:at])
        return label or bool(_ENDS_SENTENCE.search(last))
    return before is None or bool(_ENDS_SENTENCE.search(before.text)) or before.size != line.size


def _inside(i: int, line: PrintedLine, at: int, before: PrintedLine | None, text: float) -> Iterator[_Found]:
    """Raised characters of the line's own size at the beginning or the end of a word."""
    word = line.words[at]
    leading, trailing = _LEADING.match(word.text), _TRAILING.search(word.text)
    opening = _opens_sentence(line, at, before) or (not at and line.size >= text)
    if leading and opening and _OPENS.match(word.text[leading.end() :]):
        yield _Found(i, at, _number(word, leading, at, MarkKind.SENTENCE_NUMBER), _rest(word, leading))
    elif trailing and len(word.text) > 1 and not _POWER.search(word.text[: trailing.start()]):
        yield _Found(i, at, _number(word, trailing, at + 1, MarkKind.FOOTNOTE), _rest(word, trailing))


def _number(word: Word, match: re.Match[str], before: int, kind: MarkKind) -> SmallNumber:
    step = (word.x1 - word.x0) / len(word.text)
    box = replace(word, text=match[1], x0=word.x0 + match.start() * step, x1=word.x0 + match.end() * step)
    back = len(word.text) - match.end() if kind is MarkKind.FOOTNOTE else 0
    return SmallNumber(before, match[1].translate(_PLAIN), kind, box, back)


def _rest(word: Word, match: re.Match[str]) -> Word:
    step = (word.x1 - word.x0) / len(word.text)
    x0 = word.x0 + match.end() * step if not match.start() else word.x0
    x1 = word.x0 + match.start() * step if match.end() == len(word.text) else word.x1
    return replace(word, text=word.text[: match.start()] + word.text[match.end() :], x0=x0, x1=x1, repaired=True)


def _without(line: PrintedLine, found: Sequence[_Found]) -> PrintedLine:
    """The line without these numbers, which stand before the words that follow them."""
    at_word = {f.at: f for f in found}
    words: list[Word] = []
    numbers: list[SmallNumber] = []
    for i, word in enumerate(line.words):
        item = at_word.get(i)
        if item is None:
            if i - 1 in at_word and words and _closes(words[-1], line.words[i - 1], word, line):
                words[-1] = replace(words[-1], text=words[-1].text + word.text, x1=word.x1, repaired=True)
                numbers[-1] = replace(numbers[-1], back=len(word.text))
            else:
                words.append(word)
            continue
        ahead = item.rest is not None and item.number.before > i
        numbers.append(replace(item.number, before=len(words) + ahead))
        if item.rest is not None:
            words.append(item.rest)
    return replace(line, words=tuple(words), numbers=tuple(numbers)) if words else line


def _closes(last: Word, number: Word, word: Word, line: PrintedLine) -> bool:
    """Whether a sign behind the number belongs to the word before it."""
    near = word.x0 - number.x1 <= _CLOSE * line.size and number.x0 - last.x1 <= _CLOSE * line.size
    return near and bool(_CLOSING.match(word.text))


def _with_powers(line: PrintedLine) -> PrintedLine:
    """Powers (a raised digit close behind a unit or a number) and indices written into their word."""
    words: list[Word] = []
    joined = False
    for word in line.words:
        last = words[-1] if words else None
        text = _joined(last, word, line, joined) if last is not None else ""
        joined = bool(text)
        if last is not None and text:
            words[-1] = replace(last, text=last.text + text, x1=max(last.x1, word.x1), repaired=True)
        else:
            words.append(word)
    return line if len(words) == len(line.words) else replace(line, words=tuple(words))


def _joined(last: Word, word: Word, line: PrintedLine, joined: bool) -> str:
    """What a word adds to the one before it, which a number has just been `joined` to; empty where it stands alone."""
    if word.x0 - last.x1 > _CLOSE * line.size:
        return ""
    if _may_be_raised(word):
        if is_raised(word, line) and _POWER.search(last.text):
            return word.text.translate(_AS_RAISED)
        if _is_lowered(word, line) and last.text[-1].isalpha():
            return word.text.translate(_AS_LOWERED)
    near = joined and word.x0 - last.x1 <= SPACE_RATIO * line.size
    return word.text if near and _is_level(word, line) else ""


def _is_lowered(word: Word, line: PrintedLine) -> bool:
    return word.size <= _SMALL * line.size and word.baseline - line.baseline >= _LOWERED * line.size


def _is_level(word: Word, line: PrintedLine) -> bool:
    return word.size > _SMALL * line.size
