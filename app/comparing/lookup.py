"""Where phrases stand in the sentences of a reading.

Strategy: the folded words of all sentences are one long line; a phrase is looked for once a document, and only in the
sentences in which one of its plain pieces occurs, because most phrases of a rule pack are nowhere in most documents.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.library.phrases import Phrase, Words, compiled, words_of
from app.models.provisions import Party
from app.models.reading import Clause
from app.models.source import Span
from app.nlp.provisions.parties import Roles
from app.nlp.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `start` of the text of `clause`."""

    clause: str
    start: int
    text: str
    words: Words


class Lookup:
    """The sentences of some clauses, and the places of phrases in them; `user` wrote the terms, None if unknown."""

    def __init__(self, clauses: Iterable[Clause], roles: Roles, user: Party | None) -> None:
        self.sentences = tuple(sentence for clause in clauses for sentence in _sentences(clause))
        self._roles = roles
        self._user = user
        self._line = "\n".join(sentence.words.line for sentence in self.sentences)
        self._starts = list(_starts(self.sentences))
        self._found: dict[str, dict[int, Span]] = {}
        self._possible: dict[tuple[str, ...], Sequence[int]] = {}
        self._of: dict[str, list[int]] = {}
        for index, sentence in enumerate(self.sentences):
            self._of.setdefault(sentence.clause, []).append(index)

    def of(self, clause: str) -> list[int]:
        """The indexes of a clause's sentences."""
        return self._of.get(clause, [])

    def places(self, phrase: str) -> dict[int, Span]:
        """For each sentence (by index, in order) that holds the phrase, its span in the clause's text."""
        found = self._found.get(phrase)
        if found is None:
            looked_for = compiled(phrase, self._user)
            spans = ((index, self._span(looked_for, index)) for index in self._candidates(looked_for))
            found = self._found[phrase] = {index: span for index, span in spans if span}
        return found

    def place(self, phrase: str, index: int) -> Span | None:
        """The span of the phrase in one sentence."""
        if phrase in self._found:
            return self._found[phrase].get(index)
        return self._span(compiled(phrase, self._user), index)

    def weight(self, phrases: Iterable[str]) -> int:
        """In how many sentences the phrases would have to be looked for."""
        return sum(len(self._candidates(compiled(phrase, self._user))) for phrase in phrases)

    def _candidates(self, phrase: Phrase) -> Sequence[int]:
        if not phrase.hints:
            return range(len(self.sentences))
        known = self._possible.get(phrase.hints)
        if known is None:
            known = sorted({index for hint in phrase.hints for index in self._holding(hint)})
            self._possible[phrase.hints] = known
        return known

    def _holding(self, hint: str) -> Iterator[int]:
        at = self._line.find(hint)
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            yield index
            following = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._line)
            at = self._line.find(hint, following)

    def _span(self, phrase: Phrase, index: int) -> Span | None:
        sentence = self.sentences[index]
        if not phrase.may_be_in(sentence.words):
            return None
        words = with_parties(sentence.text, self._roles) if phrase.with_party else sentence.words
        span = phrase.find(words)
        return (sentence.start + span[0], sentence.start + span[1]) if span else None


def with_parties(text: str, roles: Roles) -> Words:
    """The words of a text in which every party word is `supplier` or `customer`; places are those of the whole text."""
    words = words_of(roles.normalised(text))
    return Words(words.line, tuple((0, len(text)) for _ in words.places))


def _sentences(clause: Clause) -> Iterator[Sentence]:
    for start, end in sentence_spans(clause.text):
        text = clause.text[start:end]
        yield Sentence(clause.id, start, text, words_of(text))


def _starts(sentences: Iterable[Sentence]) -> Iterator[int]:
    at = 0
    for sentence in sentences:
        yield at
        at += len(sentence.words.line) + 1
