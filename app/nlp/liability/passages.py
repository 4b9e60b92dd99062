"""Clauses cut into passages: a sentence, or a lead with the items of its list, wherever these stand.

Strategy: sentences as the provisions see them; items that have no verb of their own are read together with their lead
(`haftet nur: a) bei Vorsatz, b) …`), also where they are clauses under the lead's clause. Every place in a passage
leads back to the text of a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from app.models.provisions import Evidence
from app.models.reading import Clause
from app.nlp.liability.words import EXCLUDED, LIABLE, LIMITED, NOT_APPLIED
from app.nlp.provisions.context import Sentence, quote_span, sentences_of
from app.nlp.sentences import split_sentences
from app.nlp.umlauts import Unfolded, unfold

LONGEST = 6000  # characters of a passage; a longer list is cut
_OWN_VERB = re.compile(
    r"\b(?:haft(?:et|en)|(?:ist|sind|wird|werden)\b.{0,160}\b(?:ausgeschlossen|beschränkt|begrenzt))\b", re.I | re.S
)
_RELEVANT = re.compile(
    r"haft|sch[aä]d|verantwort|ersatz|ersetz|fahrl|vors[aä]tz|wegbedungen|leben|kardinal|beschr[aä]nk|begrenz|arglist|garanti|(?:gilt|gelten)[^.]{0,80}nicht|unberühr|unberuehr|ausgenommen|gewinn|ausgeschlossen",
    re.I,
)
_ITEM = re.compile(r"\s*(?:[-–•*·▪■●⦁]|\(?[a-zA-Z0-9]{1,3}[.)]|\([a-z0-9]{1,3}\)|[a-zäöü])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a clause as read, with the way back to the printed text."""

    clause: Clause
    read: Unfolded
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces read as one text, joined by line breaks; `lead`: the lead of items that are rules of their own."""

    pieces: tuple[Piece, ...]
    lead: str = ""
    text: str = ""
    starts: tuple[int, ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause the passage begins in."""
        return self.pieces[0].clause

    def evidence(self, start: int, end: int, focus: int, part: str) -> tuple[Evidence, ...]:
        """The words `[start, end)` around `focus`; where they run over several pieces, the lead and the piece in focus."""
        at = self._piece(focus)
        first = self._piece(start)
        return tuple(self._quote(i, start, end, focus, part) for i in dict.fromkeys((first, at)))

    def clause_at(self, position: int) -> Clause:
        """The clause a position stands in."""
        return self.pieces[self._piece(position)].clause

    def _piece(self, position: int) -> int:
        return max(0, bisect_right(self.starts, position) - 1)

    def _quote(self, index: int, start: int, end: int, focus: int, part: str) -> Evidence:
        piece, offset = self.pieces[index], self.starts[index]
        low, high = max(0, start - offset), min(len(piece.text), end - offset)
        text = piece.text[low:high]
        at = min(max(0, focus - offset - low), max(0, len(text) - 1))
        a, b = quote_span(text, at, min(len(text), at + 1))
        a += len(text[a:b]) - len(text[a:b].lstrip())
        b -= len(text[a:b]) - len(text[a:b].rstrip())
        printed = piece.read.printed((piece.start + low + a, piece.start + low + b))
        return Evidence(piece.clause.id, *printed, part)


def passages(clauses: tuple[Clause, ...]) -> Iterator[Passage]:
    """The passages of all German clauses that may speak of liability, in reading order."""
    held: _Open | None = None
    announced: _Open | None = None  # `… wie folgt:` above items that are rules of their own
    for clause in clauses:
        for passage in _of_clause(clause):
            if held is not None and held.takes(passage):
                held.pieces += passage.pieces
                continue
            if held is not None:
                announced = held if held.announces else announced
                yield held.closed()
            led = announced is not None and announced.introduces(passage.pieces[0]) and _has_rule(passage.text)
            held = _Open(list(passage.pieces), passage.lead or (announced.pieces[0].text if announced and led else ""))
    if held is not None:
        yield held.closed()


@dataclass(slots=True)
class _Open:
    """A passage that may still take the items in the clauses below it."""

    pieces: list[Piece]
    lead: str = ""
    size: int = 0  # characters

    def __post_init__(self) -> None:
        self.size = sum(len(p.text) for p in self.pieces)

    def takes(self, passage: Passage) -> bool:
        last, here = self.pieces[-1], passage.pieces[0]
        if here.clause.id == last.clause.id or _OWN_VERB.search(here.text) or passage.lead:
            return False
        self.size += len(here.text)
        return self.introduces(here) and self.size < LONGEST and bool(LIABLE.search(self.pieces[0].text))

    @property
    def announces(self) -> bool:
        """Whether it is the lead of what follows and no more."""
        return self.pieces[-1].text.rstrip().endswith(":") and bool(LIABLE.search(self.pieces[0].text))

    def introduces(self, here: Piece) -> bool:
        """Whether what is open leads to this piece: a clause below it, or an item beside it behind a colon."""
        first, ending = self.pieces[0], self.pieces[0].text.rstrip()[-1:]
        if here.clause.parent == first.clause.id:
            return ending not in ".;!?"
        beside = here.clause.parent == first.clause.parent and ending == ":"
        return beside and bool(_ITEM.match(f"{here.clause.label} {here.text}".lstrip()))

    def closed(self) -> Passage:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text) + 1
        return Passage(tuple(self.pieces), self.lead, "\n".join(p.text for p in self.pieces), tuple(starts))


def _of_clause(clause: Clause) -> Iterator[Passage]:
    if clause.language != "de" or not _RELEVANT.search(clause.text):
        return
    read = unfold(clause.text)
    pending: list[Sentence] = []
    lead = ""
    for sentence in sentences_of(read.text, tuple(split_sentences(read.text)), ()):
        own = bool(_OWN_VERB.search(sentence.text))
        if pending and _continues(pending, sentence, own):
            pending.append(sentence)
            continue
        if pending:
            yield _passage(clause, read, pending, lead)
        pending, lead = [sentence], sentence.lead if own else ""
    if pending:
        yield _passage(clause, read, pending, lead)


def _continues(pending: list[Sentence], sentence: Sentence, own: bool) -> bool:
    head = pending[0].text
    if own or sentence.end - pending[0].start > LONGEST or not _has_rule(head):
        return False
    if sentence.lead and sentence.lead == head:
        return True
    open_end = pending[-1].text.rstrip()[-1:] not in ".!?"
    return open_end and bool(_ITEM.match(sentence.text)) and (len(pending) > 1 or head.rstrip()[-1:] not in ".;!?")


def _has_rule(text: str) -> bool:
    return bool(LIABLE.search(text) or NOT_APPLIED.search(text) or EXCLUDED.search(text) or LIMITED.search(text))


def _passage(clause: Clause, read: Unfolded, sentences: list[Sentence], lead: str) -> Passage:
    pieces = tuple(Piece(clause, read, s.start, s.text) for s in sentences)
    return _Open(list(pieces), lead).closed()
