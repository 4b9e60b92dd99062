"""Whether a page's text can be used: fonts without a table of characters give signs that stand for nothing.

Strategy: unreadable characters and signs instead of letters give it away; where letters stand for other letters, the pairs
do. Four of five pairs of letters in German and English words (also of names and product lists) are among the most
frequent ones, of exchanged or shifted letters fewer than half.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from unicodedata import category

_MAX_SHARE = 0.15  # of the characters that may be unreadable
_FEW = 200  # characters say nothing
_MIN_LETTERS = 0.5  # of the characters are letters on any page of prose, leaders of a table of contents left out
_MIN_WRITTEN = 0.65  # of them are letters or digits on a page of figures, whose points and commas are the rest
_LEADERS = "._…·-"
_MIN_PAIRS = 150  # fewer say nothing
_MIN_FREQUENT = (
    0.55  # of the pairs: on pages of terms, forms and tables 0.78 or more, with letters exchanged below 0.48
)
_LATIN_WORD = re.compile(r"(?<![^\W_])[a-zäöüß]{3,}(?![^\W_])")
_PAIRS = (
    "ab ac ad ag ah al am an ar as at au ay ba be bg bi bl ce ch ck cl co ct cu da de df di do ds ea ec ed ef eg "
    "eh ei el em en er es et ev ew ex fa fe fi fo fr ft fü ga gb ge gs gu ha he hi hn ho hr ht ib ic ie ig il im "
    "in io ir is it ke ku la ld le li ll lo lt lu ma me mi na nb nc nd ne ng ni nk nn no ns nt nu ob oc ol om on "
    "or os ot ou ow pa pd pe pl po pr ra rb re ri rk rl rm rn ro rs rt ru sa sc se si so sp ss st su ta te th ti "
    "tl to tr ts tu ty tz uc uf um un ur us ut ve vi vo wa we wh wi wo xt ys ze zu ße äg än ät öf öh üb ün ür "
)
_FREQUENT = frozenset(_PAIRS.split())
_COMMON = "der die das und oder ist von mit für auf bei den dem des the and for with that shall"
_SMALL_WORDS = frozenset(_COMMON.split())
_MIN_SMALL_WORDS = 4  # different ones do not come about by exchanging letters


def is_garbled(texts: Sequence[str]) -> bool:
    """Whether the characters of a page's words are no text anyone printed."""
    counts = Counter("".join(texts))
    printed = sum(n for c, n in counts.items() if not c.isspace() and c not in _LEADERS)
    if not printed:
        return False
    unreadable = sum(n for c, n in counts.items() if _is_unreadable(c))
    letters = sum(n for c, n in counts.items() if c.isalpha())
    digits = sum(n for c, n in counts.items() if c.isdigit())
    signs = letters < _MIN_LETTERS * printed and letters + digits < _MIN_WRITTEN * printed
    return unreadable > _MAX_SHARE * printed or (printed >= _FEW and signs) or _is_exchanged(texts)


def _is_exchanged(texts: Sequence[str]) -> bool:
    """Whether words in Latin letters are made of pairs that hardly occur in any."""
    if len(_SMALL_WORDS.intersection(texts)) >= _MIN_SMALL_WORDS:
        return False
    pairs = Counter(
        word[i : i + 2] for word in _LATIN_WORD.findall(" ".join(texts).lower()) for i in range(len(word) - 1)
    )
    frequent = sum(n for pair, n in pairs.items() if pair in _FREQUENT)
    return pairs.total() >= _MIN_PAIRS and frequent < _MIN_FREQUENT * pairs.total()


def _is_unreadable(char: str) -> bool:
    """Unmapped, private, undefined or a control character."""
    return char == "\ufffd" or (category(char) in ("Co", "Cn", "Cc") and not 0xF000 <= ord(char) <= 0xF0FF)
