"""Ids of new reference clauses: type, perspective, audience and the words of the title, unique in the library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from itertools import count

LONGEST_SLUG = 40  # characters: ids are read by people, and stand in file diffs
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l"})
_NO_WORD = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Words of `text` in small ASCII letters, joined by hyphens, cut between words."""
    spelled = unicodedata.normalize("NFC", text.lower()).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    words = [word for word in _NO_WORD.split(plain) if word]
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        made = longer
    return made


def new_id(type_id: str, perspective: str, audiences: Sequence[str], title: str, taken: Collection[str] = ()) -> str:
    """`termination-customer-b2b-kuendigung-durch-uns`; a number is added where the id is taken."""
    parts = (slug(type_id).replace("-", "_") or "clause", perspective, *audiences[:1], slug(title))
    made = "-".join(filter(None, parts))
    if made not in taken:
        return made
    return next(numbered for n in count(2) if (numbered := f"{made}-{n}") not in taken)
