"""What two readers may print differently without one of them losing anything: folded on both sides before comparing.

Folded: ligatures and letters with separate accents, quotes, dashes, soft hyphens, bullets, leaders of a table of contents.
Not folded: case, digits, signs such as § and €, and any other letter. Tokens without a letter, digit or sign (a full
stop that stands apart, rulings made of hyphens) help to settle how words are joined but count for nothing.
"""

from __future__ import annotations

import re
import unicodedata

_QUOTES = dict.fromkeys(map(ord, "„“”‟«»″〝〞"), '"') | dict.fromkeys(map(ord, "‚‘’‛‹›′´`"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−\u00ad\ufffe\u0002"), "-")
_NOTHING = dict.fromkeys([*map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), *range(0x202A, 0x202F)])
_ACCENTS = {"¨": "\u0308", "´": "\u0301", "`": "\u0300", "^": "\u0302", "˜": "\u0303", "¸": "\u0327"}
_ACCENT_FIRST = re.compile(r"([¨])\s?([aouAOU])")
_ACCENT_LAST = re.compile(r"([aouAOU]) ?([¨])|([eE])(´)")
_BULLETS = re.compile("[\ue000-\uf8ff•·∙▪■●○◦‣➢►✓]")  # fonts of symbols have codes of their own
_LEADERS = re.compile(r"(?:[._…·]\s?){3,}")
REPAIRED = "\ufffc"  # stands for a word that an independent reader cannot know
_SIGNS = frozenset("§%€$&+=<>°@#£©®" + REPAIRED)


def folded(text: str) -> str:
    """`text` in the form that is compared."""
    text = _ACCENT_LAST.sub(lambda m: (m[1] or m[3]) + _ACCENTS[m[2] or m[4]], text)
    text = unicodedata.normalize("NFKC", text.translate(_QUOTES | _DASHES | _NOTHING))
    return _BULLETS.sub(" ", _LEADERS.sub(" ", text)).translate(_QUOTES | _DASHES | _NOTHING)


def tokens(text: str) -> list[str]:
    """What stands between white space, folded."""
    return folded(text).split()


def is_word(token: str) -> bool:
    """Whether a token counts: it has a letter, a digit or a sign."""
    return any(c.isalnum() or c in _SIGNS for c in token)


def letters(text: str) -> str:
    """A text without white space and hyphens: equal where two readers join or split words differently."""
    return "".join(c for c in folded(text) if c != "-" and not c.isspace())


def bare(text: str) -> str:
    """Letters, digits and signs of a text, without marks: for comparing the order of words."""
    return "".join(filter(is_word, folded(text)))
