"""The words of two versions in a form in which only spelling falls together: what is trivial is decided here, and nowhere else.

Strategy: a text becomes words that are compared by their norm. The norm forgets case, quotes, punctuation, white space, hyphens, `ss`
for `ß`, umlauts written out, old spelling, usual abbreviations, number words for figures and marks of enumerations; it keeps every
word, figure, sign of a quantity, a comma beside a negation and the capitals that tell `Sie` from `sie`. Runs that differ are equal if their letters are (a word
broken at a line's end, `so weit`). A reference counts as the clause it leads to. Whatever is not surely trivial is of substance.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from app.models.source import Span
from app.nlp.numberwords import number_word

_ABBREVIATED = r"z\.\s?B\.|d\.\s?h\.|i\.\s?V\.\s?m\.|v\.\s?H\."
_TOKEN = re.compile(
    rf"(?P<short>(?<!\w)(?:{_ABBREVIATED}))"
    r"|(?P<number>(?:(?<![\w.,])[+\-−–](?=\d))?\d+(?:[.,:/'’]\d+)*)"
    r"|(?P<range>(?<=\d)\s?[-–—]\s?(?=\d))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>[%&/§°☐☑☒✓✗]|[^\w\s\u0300-\u036f])"
)
_KEPT_SIGNS = frozenset("%&/§°")
_SIGNS = {"&": "und", "€": "euro", "−": "-", "–": "-"}
_FULL = {
    "zb": "zumbeispiel", "dh": "dasheißt", "ivm": "inverbindungmit", "vh": "%", "prozent": "%", "abs": "absatz", "ziff": "ziffer",
    "nr": "nummer", "ggf": "gegebenenfalls", "bzw": "beziehungsweise", "inkl": "inklusive", "zzgl": "zuzüglich", "eur": "euro",
    "ust": "umsatzsteuer", "mwst": "mehrwertsteuer", "usw": "undsoweiter", "evtl": "eventuell", "ca": "circa", "lit": "buchstabe",
    "gem": "gemäß", "mind": "mindestens", "bzgl": "bezüglich", "insb": "insbesondere", "paragraph": "§", "paragraf": "§",
}  # fmt: skip
_REFORMED = (
    (re.compile("nummerier"), "numerier"),
    (re.compile("selbstst(?=(?:ä|ae)nd)"), "selbst"),
    (re.compile("aufwändig"), "aufwendig"),
    (re.compile("plazier"), "platzier"),
    (re.compile("(?<=[tns])ziell"), "tiell"),
    (re.compile("photo"), "foto"),
    (re.compile("telephon"), "telefon"),
    (re.compile("gra(?:ph)(?=i|is)"), "graf"),
    (re.compile("schiffahrt"), "schifffahrt"),
    (re.compile("^rauh"), "rau"),
)
_APART = frozenset(  # words that `ss` for `ß` would make the same
    {"maße", "maßen", "buße", "bußen", "floße", "muße", "ruß"}
)
_FORMAL = re.compile(r"(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ITEM = re.compile(r"^[ \t]*(?:[-–—•*▪◦·●■]+|\(?(?P<mark>[a-z]|\d{1,2}|[ivx]{1,5})[.)])(?=\s)", re.MULTILINE)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_COMMA_OF_SENSE = re.compile(  # `haften nicht, bei Vorsatz …` is not `haften, nicht bei Vorsatz …`
    r"(?<=\bnicht),|(?<=\bnur),|(?<=\bnie),|,(?=\s*(?:nicht|kein\w{0,3}|nur|nie|niemals|weder)\b)", re.IGNORECASE
)
_APPEARS_BETWEEN = re.compile(r"[.:;!?…][\s\"»“”)]*$")


@dataclass(frozen=True, slots=True)
class Sense:
    """A word at `[start, end)` of a text and what it is compared by; `figure`: it is a number or a sign and never joins others."""

    start: int
    end: int
    norm: str
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference at `[start, end)` and the name of the clauses it leads to.

    Not `sure`: it may be a statute's. `alone`: one of the clauses is in one version only.
    """

    start: int
    end: int
    target: str
    sure: bool = True
    alone: bool = False


def senses(text: str, pointers: Sequence[Pointer] = ()) -> tuple[Sense, ...]:
    """The words of `text` in order; a pointer, which are in order too, is one word."""
    if not pointers:
        return _plain(text)
    starts = [pointer.start for pointer in pointers]

    def covered(sense: Sense) -> bool:
        at = bisect_right(starts, sense.start) - 1
        inside = at >= 0 and sense.start < pointers[at].end
        return inside or (at + 1 < len(starts) and starts[at + 1] < sense.end)

    found = [Sense(p.start, p.end, p.target, figure=True) for p in pointers]
    found += [sense for sense in _plain(text) if not covered(sense)]
    return tuple(sorted(found, key=lambda sense: sense.start))


@lru_cache(maxsize=8192)
def norms(text: str) -> tuple[str, ...]:
    """What the words of `text` are compared by."""
    return tuple(sense.norm for sense in _plain(text))


def joined(words: Sequence[Sense]) -> str:
    """The letters in a row; figures and signs stay apart."""
    return "".join(f"|{word.norm}|" if word.figure else word.norm for word in words)


def substance(a: Sequence[Sense], b: Sequence[Sense]) -> tuple[tuple[Span, Span], ...]:
    """Stretches of two texts that differ in substance, as spans; () where all that differs is trivial."""
    if joined(a) == joined(b):
        return ()
    left, right = [s.norm for s in a], [s.norm for s in b]
    runs = [(i, j, k, m) for i, j, k, m in _differing(left, right) if joined(a[i:j]) != joined(b[k:m])]
    return tuple((_span(a, i, j), _span(b, k, m)) for i, j, k, m in runs)


def _differing(left: list[str], right: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of words that are not equal, neighbours joined."""
    open_: tuple[int, int, int, int] | None = None
    for op in Levenshtein.opcodes(left, right):
        if op.tag == "equal":
            if open_:
                yield open_
            open_ = None
        elif open_:
            open_ = (open_[0], op.src_end, open_[2], op.dest_end)
        else:
            open_ = (op.src_start, op.src_end, op.dest_start, op.dest_end)
    if open_:
        yield open_


def _span(words: Sequence[Sense], first: int, last: int) -> Span:
    """The stretch of some words; an empty one stands where they would begin."""
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[first].start if first < len(words) else words[-1].end if words else 0
    return at, at


# --- words


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[Sense, ...]:
    marks = _marks(text)
    return tuple(
        sense
        for match in _TOKEN.finditer(text)
        if match.start() not in marks and (sense := _sense(match, text)) is not None
    )


def _sense(match: re.Match[str], text: str) -> Sense | None:
    start, end = match.span()
    printed = match[0]
    match match.lastgroup:
        case "short":
            norm = _FULL["".join(c for c in printed.casefold() if c.isalpha())]
            return Sense(start, end, norm.translate(_UMLAUTS), norm == "%")
        case "number":
            return Sense(start, end, printed.translate(str.maketrans("−–’", "--'")), figure=True)
        case "range":
            return Sense(start, end, "bis")
        case "word":
            return _word(start, end, printed, formal=not _begins(text, start))
    if printed == "," and _COMMA_OF_SENSE.match(text, start):
        return Sense(start, end, ",", figure=True)
    if printed in _KEPT_SIGNS or unicodedata.category(printed)[0] in "SN":
        return Sense(start, end, _SIGNS.get(printed, printed), figure=printed not in "&€")
    return None


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there: its capital says nothing."""
    return start == 0 or bool(_APPEARS_BETWEEN.search(text, max(0, start - 8), start))


def _word(start: int, end: int, printed: str, *, formal: bool) -> Sense:
    if formal and _FORMAL.match(printed):
        return Sense(start, end, printed, figure=True)
    norm = _norm(printed)
    return Sense(start, end, norm, figure=norm[0].isdigit() or norm in ("%", "§"))


@lru_cache(maxsize=32768)
def _norm(printed: str) -> str:
    """A word without its spelling."""
    word = unicodedata.normalize("NFKC", printed.replace("\u00ad", "")).lower()
    word = _FULL.get(word, word)
    for pattern, instead in _REFORMED:
        word = pattern.sub(instead, word)
    value = number_word(word)
    if value is not None and value > 1 and value == int(value):
        return f"{int(value)}"
    word = word if word in _APART else word.replace("ß", "ss")
    return word.translate(_UMLAUTS)


# --- marks of enumerations


def _marks(text: str) -> frozenset[int]:
    """Where the marks of complete enumerations stand: `a)`, `b)`, … from the first on; a date at a line's start is none."""
    found: dict[int, list[re.Match[str]]] = {}
    for match in _ITEM.finditer(text):
        if match["mark"]:
            found.setdefault(_kind(match["mark"]), []).append(match)
    return frozenset(
        match.start("mark")
        for matches in found.values()
        if len(matches) > 1 and [m["mark"] for m in matches] in _counted(len(matches))
        for match in matches
    )


def _kind(mark: str) -> int:
    return 0 if mark.isdigit() else 1


def _counted(count: int) -> tuple[list[str], ...]:
    letters = [chr(ord("a") + n) for n in range(min(count, 26))]
    return [str(n + 1) for n in range(count)], letters, list(_ROMAN[:count])
