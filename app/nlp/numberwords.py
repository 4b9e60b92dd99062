"""German numbers as printed in contracts: digits with their separators and number words up to millions.

Strategy: a word is taken apart greedily from the left into millions, thousands, hundreds and the rest below hundred;
what does not come apart completely is no number. Inflected forms (`einem`, `zweier`) and halves (`anderthalb`,
`zweieinhalb`) are listed.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ONES = {
    "null": 0, "ein": 1, "eins": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9,
}  # fmt: skip
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_INFLECTED = {
    "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "zweier": 2, "zweien": 2, "dreier": 3, "dreien": 3,
    "vieren": 4, "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halber": 0.5, "halbes": 0.5, "anderthalb": 1.5,
    "eineinhalb": 1.5, "einhalb": 0.5, "dutzend": 12,
}  # fmt: skip


def _written_out(words: dict[str, int]) -> dict[str, int]:
    """The words and their spelling without umlauts: `fuenf`."""
    plain = {w.replace("ü", "ue").replace("ö", "oe"): value for w, value in words.items()}
    return plain | words


_SCALES = (("million", 1_000_000), ("tausend", 1_000), ("hundert", 100))
_BELOW_100 = _written_out(
    {**_ONES, **_TEENS, **_TENS}
    | {f"{one}und{ten}": a + b for one, a in _ONES.items() if a for ten, b in _TENS.items()}
)

_PARTS = {w for w in {*_ONES, *_TEENS, *_TENS, *_INFLECTED} if w not in ("eineinhalb", "einhalb", *_TEENS)}
# Every word comes apart in one way only: nested repetitions that could match twice cost exponential time.
_WORDS = sorted(
    {
        *_written_out(dict.fromkeys(_PARTS, 0)),
        "zehn",
        "elf",
        "zwölf",
        "zwoelf",
        "sechzehn",
        "siebzehn",
        "hundert",
        "tausend",
    },
    key=lambda w: (-len(w), w),
)
# Regular expressions for a number word (compounds included) and for digits with separators; groups are not captured.
NUMBER_WORD = rf"(?:(?:{'|'.join(_WORDS)})(?:und|{'|'.join(_WORDS)}){{0,12}})"
DIGITS = r"(?:\d{1,3}(?:[.'’\u202f\u00a0 ]\d{3})+(?!\d)|\d+)(?:[.,]\d{1,3}(?!\d))?(?:[.,]?[–—-]{1,2}(?![\w–—-]))?"


def digits(printed: str) -> float:
    """Value of digits as printed in German or Swiss style: `12.500,–`, `10'000`, `0,5`, `1.5`; ValueError otherwise."""
    text = re.sub(r"[,.]?[–—-]+$", "", printed.strip()).rstrip(",.")
    text = re.sub(r"(?<=\d)['’\u202f\u00a0 ](?=\d{3})", "", text)
    if "," in text:
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        text = text.replace(".", "")
    return float(text)


_LONGEST = 200  # characters; longer than any sum that is ever written out


@lru_cache(maxsize=512)
def number_word(word: str) -> float | None:
    """Value of a German number word (`zwölftausendfünfhundert`, `einem`, `zweieinhalb`); None where it is none."""
    folded = word.casefold()
    if len(folded) > _LONGEST:
        return None
    if folded in _INFLECTED:
        return _INFLECTED[folded]
    if folded.endswith("einhalb") and (whole := _compound(folded[: -len("einhalb")])):
        return whole + 0.5
    return _compound(folded)


def _compound(word: str) -> float | None:
    for name, scale in _SCALES:
        head, found, tail = word.partition(name)
        if found:
            return _scaled(head, scale, re.sub(r"^(?:en)?(?:und)?", "", tail) if name == "million" else tail)
    return _BELOW_100.get(word)


def _scaled(head: str, scale: int, tail: str) -> float | None:
    tail = tail.removeprefix("und") if tail.startswith("und") else tail
    many = _compound(head) if head else 1
    rest = _compound(tail) if tail else 0
    return None if many is None or rest is None else many * scale + rest
