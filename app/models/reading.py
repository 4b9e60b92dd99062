"""A document understood: the clause tree and the provisions in it.

A clause's label, heading and body are tuples of half-open spans of the canonical text in reading order (more than
one only around page furniture); `text` is its own body text without label, heading and sub-clauses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from app.models.facts import DealFacts
from app.models.liability import LiabilityMatrix
from app.models.provisions import Provision
from app.models.source import Box, SourceDocument, Span


@dataclass(frozen=True, slots=True)
class Clause:
    """A unit the document itself sets apart (GUIDELINES: numbered or set-off heading, numbered paragraph).

    `id` is unique in one analysis; `anchor` is stable (hash of folded label path, opening characters, ordinal).
    `path`: labels from the top, heading text where a level has no label. `page` 1-based (PDF), `paragraph` 1-based
    (DOCX, text). `language`: "de", "en", … of the clause's own text. `type`: a name of clause_library/types.toml;
    `subjects`: all types the clause clearly speaks of, `type` among them (law and court often share a clause).
    `confidence` is the type's, calibrated; `type_source` says what decided it: heading, wording, section, model, user.
    `corrected`: actions of the user's corrections that changed it, in their order.
    """

    id: str
    anchor: str
    label: str
    heading: str
    text: str
    path: tuple[str, ...]
    parent: str | None
    level: int
    label_spans: tuple[Span, ...] = ()
    heading_spans: tuple[Span, ...] = ()
    body_spans: tuple[Span, ...] = ()
    page: int | None = None
    paragraph: int | None = None
    boxes: tuple[Box, ...] = ()
    language: str = "de"
    type: str | None = None
    confidence: float = 1.0
    subjects: tuple[str, ...] = ()
    type_source: str = ""
    corrected: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans of the unit (label, heading, body) in reading order."""
        return tuple(sorted(self.label_spans + self.heading_spans + self.body_spans))

    def canonical(self, start: int, end: int) -> tuple[Span, ...]:
        """Spans of the canonical text for `text[start:end]` (body spans are joined by one `\\n` in `text`)."""
        found: list[Span] = []
        at = 0
        for a, b in self.body_spans:
            low, high = max(start, at), min(end, at + b - a)
            if low < high:
                found.append((a + low - at, a + high - at))
            at += b - a + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Correction:
    """A user's edit of the clause tree: `action` on the clause with this `anchor`, in the tree as it is at that moment.

    - `merge`: the unit joins the one before it in reading order (`value`: that one's anchor; "" any): its label and heading become part of that one's text,
      its sub-units stay on their level (they move up with it where it joins the unit it stands in).
    - `split`: a unit of the same level begins inside; `value` says where: offset in the clause's own text, a colon, and
      the words that stand there ("123:Der Kunde …"), so that the place is found again if the text has shifted a little.
      Sub-units follow the new unit, behind which they stand.
    - `level`: `value` "+1" sets it under the unit before it, "-1" beside the unit it stands in; sub-units move along.
    - `exclude`: it is no part of the terms, its sub-units neither.
    - `type`: `value` is a name of clause_library/types.toml, "" for none of them.

    `place`: label and heading as the user saw them, only to name a correction whose clause is not there any more.
    """

    action: str
    anchor: str
    value: str = ""
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class LostCorrection:
    """A correction that could not be applied; `reason` as `models.corrections.refusal` gives it."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class NotAnalysed:
    """A part of the text that no rule looked at: `reason` (language, surroundings, preamble, …) and place.

    `anchor`: of the clause, where it was one that the user excluded.
    """

    reason: str
    spans: tuple[Span, ...]
    page: int | None = None
    paragraph: int | None = None
    excerpt: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Reading:
    """The clause tree in reading order and the provisions found in it.

    `document_facts`: what the document itself says about the deal (governing law, …); other facts are unknown there.
    `corrections`: the user's edits that held, in their order; `lost_corrections`: those whose place was not found again or that
    were not possible there. `liability`: a matrix for each party and service that
    the document regulates. `model`: name and fingerprint of the trained classifier, "" where none was at hand.
    """

    source: SourceDocument
    clauses: tuple[Clause, ...]
    provisions: tuple[Provision, ...] = ()
    language: str = "de"
    document_facts: DealFacts = DealFacts()
    not_analysed: tuple[NotAnalysed, ...] = ()
    corrections: tuple[Correction, ...] = ()
    lost_corrections: tuple[LostCorrection, ...] = ()
    liability: tuple[LiabilityMatrix, ...] = ()
    model: str = ""

    @cached_property
    def by_id(self) -> dict[str, Clause]:
        """Clauses by id."""
        return {c.id: c for c in self.clauses}

    def quote_spans(self, provision: Provision) -> tuple[Span, ...]:
        """Spans of a provision's quote in the canonical text."""
        return self.by_id[provision.clause].canonical(provision.start, provision.end)

    def __getstate__(self) -> dict[str, object]:
        """Without the cached index."""
        return {k: v for k, v in self.__dict__.items() if k != "by_id"}


NOTHING_READ = Reading(SourceDocument("", "", 0, "", "", (), (), ()), ())
"""Stands for a reading that is kept or sent apart from its analysis."""
