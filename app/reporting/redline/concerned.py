"""Which part of a clause a proposed wording takes the place of: what the clause settles besides stays.

Strategy: sentences at the beginning and at the end that no finding of the same reference clause quotes and that have no word in common with
the wording are about something else ("Einsätze werden nach Aufwand abgerechnet." before the period for payment). In doubt the whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.models.analysis import Analysis
from app.models.provisions import Evidence, Provision
from app.models.reading import Clause
from app.models.source import Span
from app.nlp.sentences import sentence_spans

_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_STEM: Final = 4  # letters; Rechnung and Rechnungen, haftet and Haftung are one
# Words and names of the parties that stand in every clause say nothing about its subject.
_COMMON: Final = (
    "alle ande anbi auft best dies durc eine erst gege habe inne jede jewe kein könn kund käuf müss part sein seit sofe solc "
    "soll sowe sowi unse unte verk vert werd word wurd zwis"
)


def concerned(clause: Clause, text: str, reference: str | None, analysis: Analysis) -> tuple[Span, ...]:
    """The canonical spans that `text` replaces; all of the clause where nothing can be told apart."""
    found = meant(clause.text, text, list(_quoted(clause, reference, analysis)))
    return clause.canonical(*found) if found else clause.body_spans


def meant(old: str, new: str, quoted: Sequence[Span]) -> Span | None:
    """From the first sentence of `old` that is quoted or shares a word with `new` to the last; None where nothing is quoted."""
    subject = _stems(new)
    found = [
        (start, end)
        for start, end in sentence_spans(old)
        if any(start < stop and begin < end for begin, stop in quoted) or _stems(old[start:end]) & subject
    ]
    return (found[0][0], found[-1][1]) if quoted and found else None


def _quoted(clause: Clause, reference: str | None, analysis: Analysis) -> Iterator[Span]:
    """Where the findings that this reference clause answers point to in the clause."""
    provisions = {provision.id: provision for provision in analysis.reading.provisions}
    for finding in analysis.findings:
        if finding.reference == reference:
            places: list[Evidence | Provision] = [*finding.evidence]
            places += (provisions[known] for known in finding.provisions)
            yield from ((place.start, place.end) for place in places if place.clause == clause.id)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(text)) - frozenset(_COMMON.split())
