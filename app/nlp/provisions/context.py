"""What a frame sees: a clause cut into sentences, with its quantities, headings and surroundings.

Strategy: a frame decides on one sentence at a time but may look at its lead (`Die Haftung ist beschränkt:` above a
list), its neighbours, the headings above the clause and the rest of the section, because German terms spread one
rule over these places. Offsets are always those of the clause's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.models.provisions import Evidence, ProvisionKind, ProvisionValue
from app.models.source import Span
from app.nlp.provisions.parties import NO_ROLES, Roles
from app.nlp.quantities import Quantity, QuantityKind

QUOTE_LIMIT = 300
NEAR = 4000  # characters of the clause a frame looks at beside its sentence


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another clause of the section: its id and its text as the frames read it."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands round a clause: headings from its own upwards, text before and after it in its section, and the
    clauses that text comes from (`earlier` with the section's own text first, `later` with the clause's parts first).
    """

    headings: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    roles: Roles = NO_ROLES
    earlier: tuple[Neighbour, ...] = ()
    later: tuple[Neighbour, ...] = ()

    @property
    def heading(self) -> str:
        """All headings, the nearest first."""
        return " · ".join(self.headings)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `[start, end)` of its clause; `lead` introduces it, `previous` and `following` are its neighbours."""

    text: str
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    lead: str = ""
    previous: str = ""
    following: str = ""

    def before(self, quantity: Quantity, width: int = 400) -> str:
        """The sentence's text before a quantity, at most `width` characters."""
        at = quantity.start - self.start
        return self.text[max(0, at - width) : at]

    def after(self, quantity: Quantity, width: int = 400) -> str:
        """The sentence's text behind a quantity, at most `width` characters."""
        at = quantity.end - self.start
        return self.text[at : at + width]

    def of(self, kind: QuantityKind) -> tuple[Quantity, ...]:
        """The quantities of one kind."""
        return tuple(q for q in self.quantities if q.kind is kind)


@dataclass(frozen=True, slots=True)
class View:
    """A clause as the frames see it."""

    text: str
    sentences: tuple[Sentence, ...]
    around: Surroundings = Surroundings()

    def before(self, sentence: Sentence) -> str:
        """The section up to the sentence's end, at most `NEAR` characters of this clause."""
        return f"{self.around.before} {self.text[max(0, sentence.end - NEAR) : sentence.end]}"

    def later(self, sentence: Sentence) -> str:
        """This clause behind the sentence, at most `NEAR` characters."""
        return self.text[sentence.end : sentence.end + NEAR]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A provision before it gets its id. `at`: the span that holds the value (kept inside the quote)."""

    kind: ProvisionKind
    value: ProvisionValue
    start: int
    end: int
    at: Span
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    group: int | None = None  # counted within the clause
    relation: str | None = None


def candidate(
    sentence: Sentence, kind: ProvisionKind, value: ProvisionValue, at: Span, rule: str, confidence: float
) -> Candidate:
    """A candidate that quotes the sentence, or a window of it round `at` where it is too long."""
    start, end = quote_span(sentence.text, at[0] - sentence.start, at[1] - sentence.start)
    return Candidate(kind, value, sentence.start + start, sentence.start + end, at, rule, confidence)


def quote_span(text: str, start: int, end: int) -> Span:
    """A span of at most `QUOTE_LIMIT` characters round `[start, end)`, cut at words, more of it before than behind."""
    if len(text) <= QUOTE_LIMIT:
        return 0, len(text)
    room = max(0, QUOTE_LIMIT - (end - start))
    end = min(end, start + QUOTE_LIMIT)
    low = max(0, start - room * 3 // 5)
    high = min(len(text), low + QUOTE_LIMIT)
    low = max(0, high - QUOTE_LIMIT)
    while 0 < low < start and not text[low - 1].isspace():
        low += 1
    while end < high < len(text) and not text[high].isspace():
        high -= 1
    return low, high


def sentences_of(text: str, spans: Sequence[Span], quantities: Sequence[Quantity]) -> tuple[Sentence, ...]:
    """The sentences of a clause; a sentence broken by a line or page end is put together again."""
    whole = [part for span in _joined(text, spans) for part in _bounded(text, *span)]
    texts = [text[a:b] for a, b in whole]
    return tuple(
        Sentence(
            texts[i],
            a,
            b,
            _within(quantities, a, b),
            _lead(texts, i),
            texts[i - 1] if i else "",
            texts[i + 1] if i + 1 < len(texts) else "",
        )
        for i, (a, b) in enumerate(whole)
    )


def _within(quantities: Sequence[Quantity], start: int, end: int) -> tuple[Quantity, ...]:
    first = bisect_left(quantities, start, key=lambda q: q.start)
    last = bisect_left(quantities, end, key=lambda q: q.start)
    return tuple(q for q in quantities[first:last] if q.end <= end)


_BROKEN_LINE = 40  # a shorter line without a full stop is an item or a caption, not a broken sentence


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans without false ends: a long line that ends without a mark goes on in the next unless that is an item."""
    whole: list[Span] = []
    for start, end in spans:
        if whole and _goes_on(text, whole[-1], text[start : start + 3]):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


SENTENCE_LIMIT = 2500  # characters; frames look from every quantity over its whole sentence


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """A text without full stops is cut at a mark or a blank, so that time grows with its length and not its square."""
    while end - start > SENTENCE_LIMIT:
        window = text[start : start + SENTENCE_LIMIT]
        cut = max(window.rfind("; "), window.rfind(", ")) + 1 or window.rfind(" ") + 1 or SENTENCE_LIMIT
        yield start, start + cut
        start += cut
    yield start, end


def _goes_on(text: str, span: Span, opening: str) -> bool:
    start, end = span
    if text[end - 1] in ".:;!?" or opening[1:2] == ")" or opening.startswith(_ITEM_MARKS):
        return False
    return opening[0].islower() or end - start > _BROKEN_LINE or bool(_WAITING.search(text, max(start, end - 12), end))


# No line ends with these but a broken one.
_WAITING = re.compile(
    r"\s(?:auf|von|bis|zu|zum|zur|der|die|das|den|dem|des|und|oder|je|pro|mit|in|im|für|bei|einem|einer|eines|maximal|höchstens|Höhe)$"
)
_ITEM_MARKS = ("-", "–", "•", "*", "·", "o ", "▪", "■", "●", "(")


def _is_item(text: str) -> bool:
    return text.startswith(_ITEM_MARKS) or text[1:2] in (")", ".") or text[2:3] == ")" or text[:1].islower()


_OPEN_END = re.compile(r"\b(?:wenn|falls|sofern|soweit|sobald|dass|indem)\W*$")


def _introduces(text: str) -> bool:
    """A colon, or a conjunction that waits for the items: `gilt als abgenommen, wenn`."""
    return text.endswith(":") or bool(_OPEN_END.search(text[-12:]))


def _lead(texts: Sequence[str], index: int) -> str:
    """The sentence that introduces the list a sentence stands in, else ""."""
    if not _is_item(texts[index]) and not (index and _introduces(texts[index - 1])):
        return ""
    for text in reversed(texts[max(0, index - 12) : index]):
        if _introduces(text):
            return text
        if not _is_item(text):
            return ""
    return ""
