"""What follows where nobody objects: whether silence counts as consent, and where that is said.

Strategy: the sentence itself, the list it stands in, the next sentence, the rest of its clause, then the next clauses of the
section. A sentence with a deadline of its own speaks of another objection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.models.provisions import Evidence
from app.models.source import Span
from app.nlp.provisions.consent import DEEMED, is_deemed
from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.lexemes import words
from app.nlp.provisions.periods import OWN
from app.nlp.quantities import QuantityKind, find_quantities

CONSEQUENCE = "consequence"  # the part of a provision that its evidence shows
DEEMED_LATER = 1200  # characters of the section in which the consequence may still stand
PARTS = re.compile(r"(?<=[.;])\s")
_SILENT = words(
    r"""
    unterl\w* versäum\w* (?:nach_)?ablauf\w* widerspr\w* rüg\w* gerügt beanstand\w* einspruch\w* einwend\w* einwänd\w*
    nicht_fristgerecht rechtzeitig\w* schweig\w* erfolgt_(?:dies|kein|die_anzeige)\w* zeigt genehmig\w*
    """
)


def consequence(sentence: Sentence, view: View) -> tuple[bool, tuple[Evidence, ...]]:
    """Whether silence counts as consent, and where that is said: here, in the neighbouring sentences or in the next
    paragraph.
    """
    if is_deemed(sentence.text) or deems_items(sentence):
        return True, ()
    lengths = _lengths(sentence)
    if deems_next(sentence):
        start = view.text.find(sentence.following, sentence.end)
        return True, (Evidence(OWN, start, start + len(sentence.following), CONSEQUENCE),)
    for clause, text, shift in _later(sentence, view):
        for start, end in _parts(text):
            part = text[start:end]
            if _SILENT.search(part) and is_deemed(part) and _same_deadline(part, lengths):
                return True, (Evidence(clause, shift + start, shift + end, CONSEQUENCE),)
    return False, ()


def _later(sentence: Sentence, view: View) -> Iterator[tuple[str, str, int]]:
    """Clause, text and offset of what stands behind the sentence in its clause and in the next ones of the section."""
    yield OWN, view.later(sentence), sentence.end
    left = DEEMED_LATER
    for neighbour in view.around.later:
        if left <= 0:
            return
        yield neighbour.clause, neighbour.text[:left], 0
        left -= len(neighbour.text)


def _parts(text: str) -> Iterator[Span]:
    start = 0
    for mark in PARTS.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


_GOES_ON = re.compile(r"[-–•*·▪]\s*(?:und|oder)\s+[a-zäöü]")


def deems_items(sentence: Sentence) -> bool:
    """`gilt als abgenommen, wenn` above a list governs its items, and an item may go on in the sentence before it."""
    return bool(DEEMED.search(sentence.lead) or (_GOES_ON.match(sentence.text) and DEEMED.search(sentence.previous)))


def deems_next(sentence: Sentence) -> bool:
    """The next sentence takes silence for consent and sets no time of its own."""
    return is_deemed(sentence.following) and _same_deadline(sentence.following, _lengths(sentence))


def _lengths(sentence: Sentence) -> set[tuple[float, str]]:
    return {(q.value, q.unit) for q in sentence.of(QuantityKind.DURATION)}


def _same_deadline(text: str, lengths: set[tuple[float, str]]) -> bool:
    """A later sentence with a deadline of its own speaks of another objection."""
    own = {(q.value, q.unit) for q in find_quantities(text) if q.kind is QuantityKind.DURATION}
    return own <= lengths
