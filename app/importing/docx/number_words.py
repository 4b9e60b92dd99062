"""German number words as lists print them: `Eins`, `Einundzwanzig`; `Erste`, `Einundzwanzigste`.

Word capitalises them (`cardinalText`, `ordinalText` of ST_NumberFormat). Exact from 1 to 999,999; digits outside.
"""

from __future__ import annotations

_UNITS = (
    "", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
)  # fmt: skip
_TENS = ("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ORDINALS = {"ein": "erste", "drei": "dritte", "sieben": "siebte", "acht": "achte"}
_LARGEST = 999_999


def cardinal(number: int) -> str:
    """`Eins`, `Zwei`, …; digits outside 1..999,999."""
    if not 1 <= number <= _LARGEST:
        return str(number)
    words = _words(number)
    return (words + "s" if words.endswith("ein") else words).capitalize()


def ordinal(number: int) -> str:
    """`Erste`, `Zweite`, …; digits with a full stop outside 1..999,999."""
    if not 1 <= number <= _LARGEST:
        return f"{number}."
    rest = number % 100
    if rest == 0 or rest >= len(_UNITS):
        return (_words(number) + "ste").capitalize()
    last = _UNITS[rest]
    return (_words(number - rest) + _ORDINALS.get(last, last + "te")).capitalize()


def _words(number: int) -> str:
    thousands, below = divmod(number, 1000)
    hundreds, rest = divmod(below, 100)
    words = _words(thousands) + "tausend" if thousands else ""
    words += _UNITS[hundreds] + "hundert" if hundreds else ""
    return words + _below_hundred(rest)


def _below_hundred(number: int) -> str:
    if number < len(_UNITS):
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return f"{_UNITS[units]}und{_TENS[tens]}" if units else _TENS[tens]
