"""The grammar of printed labels: what a clause number at the start of a line may look like.

Strategy: parse, don't decide. A line start yields every reading it allows (`C.` is a letter and a Roman number, `1.1`
a dotted number) as `(family, numbers)`; whether it is a label at all is decided by sequence and look elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

WORDS = {
    "artikel": "artikel",
    "art.": "artikel",
    "article": "artikel",
    "absatz": "absatz",
    "abs.": "absatz",
    "ziffer": "ziffer",
    "ziff.": "ziffer",
    "punkt": "ziffer",
    "nr.": "ziffer",
    "teil": "teil",
    "abschnitt": "abschnitt",
    "kapitel": "kapitel",
    "section": "abschnitt",
    "anlage": "anlage",
    "anhang": "anlage",
    "paragraph": "§",
    "paragraf": "§",
    "titel": "abschnitt",
}
_ORDINALS = (
    *(
        "erst",
        "zweit",
        "dritt",
        "viert",
        "fünft",
        "sechst",
        "siebt",
        "acht",
        "neunt",
        "zehnt",
        "elft",
        "zwölft",
        "dreizehnt",
    ),
    *("vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst"),
)

_SECTIONS = {"§", "1", "I", "A", "artikel"}
_GAP = r"[ \t\u00a0\u2002\u2003\u2009]*"
# Ornaments some layouts print before a number; dashes and bullets are no ornaments, they make list items.
_ORNAMENT = re.compile(r"(?:[>»›→|#*■▪►]{1,3})" + _GAP)
_PARAGRAPH_SIGN = re.compile(
    rf"§{_GAP}(\d{{1,3}})([a-z](?![a-z]))?(?:\.(\d{{1,2}}))?(?:{_GAP}\(([2-9]|\d{{2}})\))?(?:\.(?!\d)|(?=[\s:)–-])|$|(?=[A-ZÄÖÜ]))"
)
_DOTTED = re.compile(
    r"(\d{1,3}(?:\.\d{1,2})+)(\.\)|\.|\)|)(?=$|[^\d,.])|(\d{1,3})(?: ?(\.\)|\.|\))(?=$|[^\d,])|(?=$|\s))"
)
_IN_BRACKETS = re.compile(r"\((\d{1,2}|[a-z]{1,4}|[IVX]{1,5}|[A-Z])\)")
_LETTERS = re.compile(r"([A-Za-z])((?:\.\d{1,2})+)?(\.\)|\.|\)|)(?=$|[^\w,])")
_DOUBLE_LETTER = re.compile(r"([a-z])\1(\)|\.)(?=$|\W)")
_ROMAN = re.compile(r"([IVXLC]{1,7}|[ivx]{1,5})(\.\)|\.|\)|)(?=$|[^\w,])|([IVX]{2,7})(,)(?=\s)")  # `VI,`: a slip
_WORD = re.compile(
    r"(Artikel|Art\.|Article|Absatz|Abs\.|Ziffer|Ziff\.|Punkt|Nr\.|Teil|Abschnitt|Kapitel|Section|Anlage|Anhang"
    r"|Paragra(?:ph|f)|ARTIKEL|ABSCHNITT|TEIL|KAPITEL|ANLAGE|ANHANG|PARAGRAPH)"
    + _GAP
    + r"(\d{1,3}(?:\.\d{1,2})*|[IVXLC]{1,7}|[A-Z])(?:\.(?!\d)|\)|(?=[\s:–—-])|$)"
)
_ORDINAL = re.compile(
    rf"({'|'.join(_ORDINALS)})(?:er|es|e) (Abschnitt|Teil|Kapitel|Artikel|Titel)(?=$|[\s:.–—-])\.?", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[ \t\u00a0\u2002\u2003\u2009]*(?:[:–—-](?=\s|$))?\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of a line start: `numbers` count within `family`; the label is `text[start:end]`.

    `rest` is where the unit's own text begins. `bare`: without any sign beside the number, the weakest form.
    """

    family: str
    numbers: tuple[int, ...]
    start: int
    end: int
    rest: int
    bare: bool = False

    @property
    def first(self) -> bool:
        """Whether the last number is the one a counter begins with."""
        return self.numbers[-1] <= 1


def labels_at(text: str) -> tuple[Label, ...]:
    """Every reading of the start of `text` as a label, the likelier first; empty where there is none."""
    start = _after_ornament(text)
    found = [Label(f, n, start, e, _rest(text, e), b) for f, n, e, b in _readings(text, start)]
    return tuple(found)


def second_label_at(text: str, label: Label) -> Label | None:
    """A first paragraph's number right behind a section's (`§ 2 (1) …`), as a label of its own."""
    if label.family not in _SECTIONS or not text.startswith("(1)", label.rest):
        return None
    start = label.rest
    return Label("(1)", (1,), start, start + 3, _rest(text, start + 3))


def printed(text: str, label: Label) -> str:
    """The label as printed, spaces normalised (`§1` becomes `§ 1`)."""
    return normalised(text[label.start : label.end])


def normalised(raw: str) -> str:
    """A printed label with its spaces normalised."""
    plain = re.sub(r" (?=[.)])", "", " ".join(raw.split()))
    return re.sub(r"^§ ?", "§ ", plain)


def roman(text: str) -> int | None:
    """Value of a Roman number written the standard way, else None."""
    values = [ROMAN_VALUES.get(c, 0) for c in text.upper()]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return total if total > 0 and _to_roman(total) == text.upper() else None


def _to_roman(value: int) -> str:
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    out = ""
    for step, sign in steps:
        count, value = divmod(value, step)
        out += sign * count
    return out


def _after_ornament(text: str) -> int:
    blank = len(text) - len(text.lstrip())
    match = _ORNAMENT.match(text, blank)
    return match.end() if match else blank


def _rest(text: str, end: int) -> int:
    match = _SEPARATOR.match(text, end)
    return match.end() if match else end


_Reading = tuple[str, tuple[int, ...], int, bool]


def _readings(text: str, at: int) -> Iterator[_Reading]:
    first = text[at : at + 1]
    if first == "§":
        yield from _paragraph_sign(text, at)
    elif first.isdigit():
        yield from _dotted(text, at)
    elif first == "(":
        yield from _in_brackets(text, at)
    elif first.isalpha():
        yield from _word(text, at)
        yield from _double_letter(text, at)
        yield from _letters_and_roman(text, at)


def _paragraph_sign(text: str, at: int) -> Iterator[_Reading]:
    if match := _PARAGRAPH_SIGN.match(text, at):
        number, _, dotted, bracketed = match.groups()
        numbers = tuple(int(n) for n in (number, dotted, bracketed) if n)
        yield "§", numbers, match.end(), False


def _dotted(text: str, at: int) -> Iterator[_Reading]:
    match = _DOTTED.match(text, at)
    if not match:
        return
    number, sign = match[1] or match[3], match[2] or match[4] or ""
    numbers = tuple(int(n) for n in number.split("."))
    if numbers[0]:
        yield "1)" if sign in (")", ".)") else "1", numbers, match.end(), not sign and len(numbers) == 1


def _in_brackets(text: str, at: int) -> Iterator[_Reading]:
    match = _IN_BRACKETS.match(text, at)
    if not match:
        return
    inner = match[1]
    if inner.isdigit():
        if int(inner):
            yield "(1)", (int(inner),), match.end(), False
        return
    yield from ((f"({f})", n, match.end(), False) for f, n in _letter_values(inner))


def _letter_values(inner: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Readings of letters as counters: alphabetical, doubled (aa, bb), Roman."""
    case = "a" if inner.islower() else "A"
    if len(inner) == 1:
        yield case, (ord(inner.lower()) - 96,)
    elif len(inner) == 2 and inner[0] == inner[1] and inner not in ("ii", "II", "XX"):
        yield case * 2, (ord(inner[0].lower()) - 96,)
    value = roman(inner)
    if value is not None and value < 60:
        yield ("i" if case == "a" else "I"), (value,)


def _double_letter(text: str, at: int) -> Iterator[_Reading]:
    if match := _DOUBLE_LETTER.match(text, at):
        yield f"aa{match[2]}", (ord(match[1]) - 96,), match.end(), False


def _letters_and_roman(text: str, at: int) -> Iterator[_Reading]:
    match = _LETTERS.match(text, at)
    if match and match[1] and (match[2] or match[3]):
        letter, dotted, sign = match[1], match[2] or "", match[3]
        numbers = (ord(letter.lower()) - 96, *(int(n) for n in dotted.split(".") if n))
        case = "a" if letter.islower() else "A"
        # Capitals count on whatever sign follows them; small letters in `a)` and `a.` are lists of their own.
        yield case if case == "A" else case + (sign or ".")[-1], numbers, match.end(), False
    match = _ROMAN.match(text, at)
    if match and (match[3] or match[1].isupper() or match[2]):
        number, sign = match[1] or match[3], match[2] or match[4] or ""
        value = roman(number)
        if value is not None and value < 60:
            yield "I" if number.isupper() else "i" + sign[-1], (value,), match.end(), sign in ("", ",")


def _word(text: str, at: int) -> Iterator[_Reading]:
    if match := _ORDINAL.match(text, at):
        yield WORDS[match[2].lower()], (_ORDINALS.index(match[1].lower()) + 1,), match.end(), False
    if match := _WORD.match(text, at):
        family, number = WORDS[match[1].lower()], match[2]
        if number[0].isdigit():
            yield family, tuple(int(n) for n in number.split(".")), match.end(), False
        else:
            yield from ((family, n, match.end(), False) for _, n in reversed(list(_letter_values(number))))
