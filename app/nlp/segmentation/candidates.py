"""Label candidates with the evidence of their surroundings.

Strategy: each reading of a line start gets a prior made of small named weights: block start, weight, what the line
before leaves open, and what follows the number (`3 Monate`, `1. Januar`, `§ 309 Nr. 7 BGB`, `Ziffer 4 bleibt` are
quantities, dates and references). The priors only tilt; the sequence decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.nlp.segmentation.headings import is_sentence
from app.nlp.segmentation.labels import Label, labels_at, second_label_at
from app.nlp.segmentation.lines import WIDE_GAP, TextLine, is_capitals
from app.nlp.segmentation.sequence import Candidate, Look, Shape

CERTAIN = 4.0  # Word's own number
BLOCK_START = 0.6
INSIDE_BLOCK = -0.4
AFTER_OPEN_LINE = -1.6  # the line before runs on
AFTER_UNFINISHED = -0.7  # the line before ends no sentence, but is short
SET_OFF = 0.6  # bold or larger
BARE = -0.9
LOWER_CASE = -1.1
QUANTITY = -4.0
REFERENCE = -3.0
AFTER_REFERENCE_WORD = -3.0
WORD_IN_TEXT = -0.8  # `Anlage 2`, `Ziffer 4` printed like the body
FAR_LETTER = -1.0  # `z.` of `z. B.`

HEADED_WORDS = 10
SHORT_ROW = 60  # characters that the other cells of a row with a quantity have
MOST_CELLS = 8

_MONTH = r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
_UNIT = (
    r"(?:(?:Kalender|Arbeits|Werk|Bank)?[Tt]agen?\b|Tages?\b|Wochen?\b|Monate?n?\b|Monats\b|Jahre?n?\b|Stunden?\b|Minuten?\b|Werktag|Arbeitstag"
    r"|%|‰|€|Euro\b|EUR\b|CHF\b|USD\b|Uhr\b|Prozent|v\. ?H\.|km\b|kg\b|m²|cm\b|mm\b|GB\b|MB\b|TB\b|Stück\b|Personen\b|Quartal|Hälfte)"
)
_QUANTITY = re.compile(rf"{_MONTH}|{_UNIT}|\d{{1,2}}\. ?{_MONTH}|[-–/]\d|\d{{4}}\b")
_STATUTE = re.compile(
    r"(?:Abs\b|Absatz\b|Nr\b|Satz\b|S\. ?\d|ff\b|f\.|lit\b|Buchst|[A-ZÄÖÜ][A-Za-z]{0,7}(?:B|G|O|BGB|VO)\b|i\. ?[VS]\.|der Verordnung|des \w+gesetz)"
)
_RUNS_ON = re.compile(
    r"(?:,|;|\)|\.|/|(?:und|oder|bis|sowie|bleib\w*|gilt|gelten|ist|sind|wird|werden|findet|dieser|des|der|ff?|genannt\w*)\b)"
)
_REFERENCE_WORD = re.compile(
    r"(?:§§?|\b(?:Nr|Nrn|Abs|Art|Ziff|gem|lit|Tel|Fax|Pkt|Kap|Buchst)\.?"
    r"|\b(?:Absatz|Absätze|Artikel|Ziffern?|Punkte?|Abschnitt|Satz|Kapitel|gemäß|nach|Anlage|Klausel|Paragraph|Seite"
    r"|von|bis|zum|zu|vom|am|im|in|und|oder|unter|siehe|mit|der|die|das|den|dem))$"
)
_WORD_FAMILIES = {"artikel", "absatz", "ziffer", "teil", "abschnitt", "kapitel", "anlage"}
ENUMERATING = {"a)", "a.", "(a)", "aa)", "aa.", "(aa)", "i)", "i.", "(i)"}


def candidates(lines: Sequence[TextLine], set_off: Sequence[bool]) -> tuple[Candidate, ...]:
    """The lines that may begin with a label; `set_off` tells which lines look like headings without number."""
    found: list[Candidate] = []
    for number, line in enumerate(lines):
        readings = labels_at(line.text)
        if readings:
            found.extend(_candidates_on(lines, number, readings, number == 0 or set_off[number - 1]))
    return tuple(found)


def _is_unnumbered(line: TextLine) -> bool:
    return line.starts_block and not labels_at(line.text)


def _candidates_on(
    lines: Sequence[TextLine], number: int, readings: tuple[Label, ...], fresh: bool
) -> Iterator[Candidate]:
    line = lines[number]
    before = lines[number - 1] if number else None
    after = lines[number + 1] if number + 1 < len(lines) else None
    priors = tuple(_prior(line, before, label) + _in_table(_row(lines, number), label) for label in readings)
    introduced = before is not None and before.text.endswith(":")
    parted = fresh and before is not None and _is_unnumbered(before)
    yield Candidate(number, readings, priors, _look(line, readings[0], after), fresh, introduced, parted)
    second = second_label_at(line.text, readings[0])
    if second is not None:
        yield Candidate(number, (second,), (max(priors),), _look(line, second, after))


def _look(line: TextLine, label: Label, after: TextLine | None) -> Look:
    rest, source = line.text[label.rest :], line.line
    heavy = source.bold or source.bold_lead > 0
    shape = _shape(line, rest, after)
    return Look(source.x0, heavy, source.size, source.centered, is_capitals(rest), shape, source.page)


def _shape(line: TextLine, rest: str, after: TextLine | None) -> Shape:
    """Heading words that stand alone behind the label, a sentence, or a piece of one."""
    if rest[:1].islower():
        return Shape.FRAGMENT
    alone = after is None or not line.line.full or (after.starts_block and (after.line.gap or 0.0) > WIDE_GAP)
    heading = alone and 1 <= len(rest.split()) <= HEADED_WORDS and not line.ends_sentence and not is_sentence(rest)
    return Shape.HEADING if heading else Shape.SENTENCE


def _prior(line: TextLine, before: TextLine | None, label: Label) -> float:
    if line.line.label is not None:
        return CERTAIN
    return _place(line, before) + _type(line, label) + _what_follows(line.text, label)


def _in_table(row: Sequence[TextLine], label: Label) -> float:
    """A bare number before words in a row of short cells is a quantity (`2 chairs`), not a label."""
    first, _, others = row[0].text.partition("\t")
    cells = others + "".join(line.text for line in row[1:])
    counted = row[0].table and label.bare and label.end < len(first)
    return QUANTITY if counted and 0 < len(cells) <= SHORT_ROW else 0.0


def _row(lines: Sequence[TextLine], number: int) -> Sequence[TextLine]:
    """The line and what follows it in its block, as far as it matters."""
    end = number + 1
    while end < min(len(lines), number + MOST_CELLS) and not lines[end].starts_block:
        end += 1
    return lines[number:end]


def _place(line: TextLine, before: TextLine | None) -> float:
    points = BLOCK_START if line.starts_block else INSIDE_BLOCK
    if line.follows_open:
        points += AFTER_OPEN_LINE
    elif before is not None and not before.ends_sentence and not line.starts_block:
        points += AFTER_UNFINISHED
    if before is not None and _REFERENCE_WORD.search(before.text) and before.words > 2:
        points += AFTER_REFERENCE_WORD
    return points


def _type(line: TextLine, label: Label) -> float:
    heavy = line.heavier or line.larger or line.line.bold_lead >= label.end or is_capitals(line.text[label.rest :])
    if heavy:
        return SET_OFF
    return (BARE if label.bare else 0.0) + (WORD_IN_TEXT if label.family in _WORD_FAMILIES else 0.0)


def _what_follows(text: str, label: Label) -> float:
    rest = text[label.rest :]
    points = 0.0
    if label.family in ("1", "1)") and _QUANTITY.match(rest):
        points += QUANTITY
    if label.family == "§" and _STATUTE.match(rest):
        points += REFERENCE
    if label.family in _WORD_FAMILIES and (_RUNS_ON.match(rest) or _STATUTE.match(rest)):
        points += REFERENCE
    if rest[:1].islower() and label.family not in ENUMERATING:
        points += LOWER_CASE
    if rest[:1] in (",", ";", ".", "%"):
        points += REFERENCE
    if label.family in ENUMERATING and label.numbers[0] > 15:
        points += FAR_LETTER
    return points
