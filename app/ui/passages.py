"""Passages: words of the document that a list, a link or a key leads to, as keys that Qt can carry.

A finding's passages are those of its quotes, in the order in which its detail shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.models.analysis import Analysis, Finding
from app.models.provisions import Evidence, Provision
from app.models.reading import Reading
from app.models.source import Span
from app.reporting.reportmodel import Place
from app.ui.models.listing import entry_of

KEY = "quote:"


@dataclass(frozen=True, slots=True)
class Passage:
    """Half-open span of a clause's text; empty: the clause's label and heading."""

    clause: str
    start: int
    end: int


def passage_of(place: Evidence | Provision | Place) -> Passage:
    """The passage a place names."""
    return Passage(place.clause, place.start, place.end)


def passage_key(passages: Iterable[Passage]) -> str:
    """All passages in one key, "" for none."""
    told = "|".join(f"{p.clause}:{p.start}:{p.end}" for p in dict.fromkeys(passages))
    return KEY + told if told else ""


def passages_in(key: str) -> tuple[Passage, ...]:
    """The passages of a key."""
    parts = (part.split(":") for part in key.removeprefix(KEY).split("|"))
    return tuple(Passage(clause, int(start), int(end)) for clause, start, end in parts)


def finding_passages(finding: Finding | None, analysis: Analysis) -> tuple[Passage, ...]:
    """All passages of a finding; of repeated sections the clauses they begin with."""
    if finding is None:
        return ()
    if finding.sections:
        return tuple(Passage(section[0], 0, 0) for section in finding.sections)
    entry = entry_of(finding, analysis, "de")
    quotes = (*entry.quotes, *entry.further)
    return tuple(dict.fromkeys(passage_of(place) for quote in quotes for place in quote.places if place.clause))


def rests_on(finding: Finding, passage: Passage, analysis: Analysis) -> bool:
    """Whether a passage is among the places of a finding."""
    values = (passage_of(analysis.provisions_by_id[p]) for p in finding.provisions)
    return passage in values or passage in map(passage_of, finding.evidence)


def passage_spans(passages: Iterable[Passage], reading: Reading) -> tuple[Span, ...]:
    """Where the passages stand in the canonical text."""
    return tuple(span for passage in passages for span in _spans(passage, reading))


def _spans(passage: Passage, reading: Reading) -> Iterator[Span]:
    clause = reading.by_id[passage.clause]
    if passage.start < passage.end:
        yield from clause.canonical(passage.start, passage.end)
    else:
        yield from clause.label_spans + clause.heading_spans
