"""How alike two sets of clauses are by their words: every sentence looks for its best counterpart on the other side.

The lower of both directions counts, weighted by length: a side that says the same and more besides does not say the same. However alike
two texts are, one word that turns a sentence round (`nicht`, a figure, a party, `kann`, `oder`, `nur`) is enough to say something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from app.comparing.folding import folded_words
from app.comparing.vocabulary import Vocabulary
from app.comparing.wordsigns import Sign, tokens
from app.nlp.sentences import sentence_spans


def likeness(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """0..1, rounded; 0 where a side has no words."""
    vocabulary = Vocabulary()
    left, right = ([vocabulary.line(words) for words in _sentences(texts)] for texts in (ours, theirs))
    if not left or not right:
        return 0.0
    return round(min(_covered(left, right), _covered(right, left)), 4)


def turned(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that turn sentences round are others here and there, or stand in another order in a sentence."""
    return _turning(ours) != _turning(theirs)


def _turning(texts: Sequence[str]) -> Counter[tuple[str, ...]]:
    sentences = (text[start:end] for text in texts for start, end in sentence_spans(text))
    return Counter(tuple(t.norm for t in tokens(sentence) if t.sign is not Sign.NONE) for sentence in sentences)


def _sentences(texts: Sequence[str]) -> list[tuple[str, ...]]:
    found = (folded_words(text[start:end]) for text in texts for start, end in sentence_spans(text))
    return [words for words in found if words]


def _covered(lines: Sequence[str], by: Sequence[str]) -> float:
    best = [(process.extractOne(line, by, scorer=Indel.normalized_similarity)[1], len(line)) for line in lines]
    return sum(score * length for score, length in best) / sum(length for _, length in best)
