"""Whether a place of the terms speaks to the deal's audience: a rule for consumers must not judge what businesses get.

Strategy: the sentence decides; else what leads in to it: the sentence before it where it points back, the sentence with
a colon whose list it stands in, in its own clause or the one above; else the headings above it, the nearest first. What
names neither is meant for all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from app.models.facts import Audience, DealFacts
from app.models.reading import Clause, Reading
from app.nlp.addressees import addressed_to
from app.nlp.sentences import sentence_spans

_BULLET = re.compile(r"\s*(?:(?P<dash>[-–—•●▪■·*‣])|\(?(?P<letter>[a-z]{1,2})\)|\(?(?P<number>\d{1,2})[.)])\s")
_MOST = 60  # sentences back in which a list's lead is looked for
_POINTS_BACK = re.compile(
    r"\b(?:[Ii]n\s+(?:diese[mn]|solche[mn]|einem\s+solchen)\s+F[aä]lle?n?|[Dd]iesfalls|[Ii]nsoweit|[Ii]nsofern|[Dd]ann|[Dd]iesen\s+gegenüber|[Ff]ür\s+diese)\b"
)


def speaks_to_others(clause: Clause, start: int, end: int, facts: DealFacts, reading: Reading) -> bool:
    """Whether `clause.text[start:end]` is said to consumers only while the deal is with a business, or the reverse."""
    audience = facts.audience.value
    if audience is None:
        return False
    addressee = _addressee(clause, start, end, reading)
    return addressee is not None and (addressee is Audience.B2C) is not (audience is Audience.B2C)


def _addressee(clause: Clause, start: int, end: int, reading: Reading) -> Audience | None:
    text, spans = clause.text, sentence_spans(clause.text)
    first = bisect_left(spans, start, key=lambda span: span[1] - 1)
    said = [text[low:high] for low, high in takewhile(lambda span: span[0] < end, spans[first:])]
    return next((found for told in (*said, *_leads(clause, first, reading)) if (found := addressed_to(told))), None)


def _leads(clause: Clause, index: int, reading: Reading) -> Iterator[str]:
    """What governs a clause's sentence `index` from before and above, the nearest first."""
    text, spans = clause.text, sentence_spans(clause.text)
    if index and index < len(spans) and _POINTS_BACK.search(text, *spans[index]):
        yield text[slice(*spans[index - 1])]
    lead = _lead(text, index) if index < len(spans) else None
    if lead is not None:
        yield text[slice(*spans[lead])]
    above = reading.by_id.get(clause.parent or "")
    while above is not None and above.text.endswith(":"):
        yield above.text[slice(*sentence_spans(above.text)[-1])]
        above = reading.by_id.get(above.parent or "")
    yield from reversed(clause.path)


def _lead(text: str, index: int) -> int | None:
    """The sentence with a colon that sentence `index` hangs on: in its own line, or right above its line or list."""
    spans = sentence_spans(text)
    line = _line(text, spans[index][0])
    own = _kind(text, line)
    for before in range(index - 1, max(-1, index - _MOST), -1):
        low, high = spans[before]
        leads = text[high - 1] == ":"
        if low >= line:
            if leads and line == _line(text, spans[index][0]):
                return before
            continue
        if leads and text[high : high + 1] in "\r\n" and not (own and _kind(text, _line(text, low)) == own):
            return before
        if not own:
            return None
        line = _line(text, low)
    return None


def _line(text: str, at: int) -> int:
    """Where the line begins that holds `at`."""
    return text.rfind("\n", 0, at) + 1


def _kind(text: str, line: int) -> str:
    """How the list item that begins at `line` is marked, "" for a line that is none."""
    mark = _BULLET.match(text, line)
    return mark.lastgroup or "" if mark else ""
