"""The two languages of the program and the one way to pick a sentence from a table.

A table maps a code to a pair (German, English), side by side so that neither is forgotten. Placeholders are named
parameters; one that was not handed over shows as "…" instead of stopping a report.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Lang = Literal["de", "en"]
LANGS: Final[tuple[Lang, ...]] = ("de", "en")
Pair = tuple[str, str]
Table = Mapping[str, Pair]


class _Gaps(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def pick(pair: Pair, lang: Lang) -> str:
    """The German or the English member of `pair`."""
    return pair[LANGS.index(lang)]


def sentence_start(text: str) -> str:
    """`text` with a capital first letter: labels are lower case in English."""
    return text[:1].upper() + text[1:]


def filled(pair: Pair, params: Mapping[str, object], lang: Lang) -> str:
    """The sentence of `pair` with its named parameters put in."""
    return pick(pair, lang).format_map(_Gaps(params))
