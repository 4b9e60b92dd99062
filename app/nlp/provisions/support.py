"""The words a limit of liability rests on outside its own sentence: what introduces it, what it carries on, and where
the liable side is named. A heading has no place in a clause's text and is not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from app.models.provisions import Evidence, Party
from app.nlp.provisions.context import Sentence, View
from app.nlp.provisions.direction import named_liable
from app.nlp.provisions.parties import Roles
from app.nlp.sentences import split_sentences

LEAD, CONTEXT, DIRECTION = "lead", "context", "direction"


def support(view: View, sentence: Sentence, liable: Party | None, carries_on: bool = False) -> tuple[Evidence, ...]:
    """The places, each with the part of the provision that it shows."""
    return tuple(_support(view, sentence, liable, carries_on))


def _support(view: View, sentence: Sentence, liable: Party | None, carries_on: bool) -> Iterator[Evidence]:
    if sentence.lead and (lead := _before(view, sentence, sentence.lead, LEAD)):
        yield lead
    if carries_on and sentence.previous and (previous := _before(view, sentence, sentence.previous, CONTEXT)):
        yield previous
    own = f"{sentence.lead} {sentence.text}"
    roles = view.around.roles
    if liable and named_liable(own, roles) is None and named_liable(view.around.heading, roles) is None:
        yield from _direction(view, sentence, liable)


def _before(view: View, sentence: Sentence, text: str, part: str) -> Evidence | None:
    start = view.text.rfind(text, 0, sentence.start)
    return Evidence("", start, start + len(text), part) if start >= 0 else None


def _direction(view: View, sentence: Sentence, liable: Party) -> Iterator[Evidence]:
    """The nearest sentence before that calls this side liable."""
    texts = [("", view.text, sentence.start)]
    texts += [(n.clause, n.text, len(n.text)) for n in reversed(view.around.earlier)]
    for clause, text, end in texts:
        places = [p for p in _naming(text, view.around.roles) if p[1] <= end and p[2] is liable]
        if places:
            yield Evidence(clause, places[-1][0], places[-1][1], DIRECTION)
            return


@lru_cache(maxsize=256)
def _naming(text: str, roles: Roles) -> tuple[tuple[int, int, Party], ...]:
    """Sentences that call one side liable."""
    found = ((a, b, named_liable(text[a:b], roles)) for a, b in split_sentences(text))
    return tuple((a, b, party) for a, b, party in found if party)
