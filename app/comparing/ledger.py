"""The ledger of what no rule looked at, or not surely, so that silence never reads as "in order".

Pages that were not read, another country's law, rows of tables (a value may hang on its column), notes outside of
clauses, values and subjects that were read with little confidence, caps that found no place in the liability matrix, and
clauses that no rule has judged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten

from app.comparing.applying import applying
from app.comparing.missing import RULE_SUFFIX
from app.comparing.policy import ANALYSED_LANGUAGES
from app.library.model import Library
from app.models.analysis import Analysis, Outcome
from app.models.provisions import Provision, ProvisionKind
from app.models.reading import Clause, NotAnalysed, Reading
from app.models.source import Block, BlockKind
from app.wording.certainty import UNSURE_TYPE, UNSURE_VALUE

EXCERPT = 80  # characters of a clause that the ledger names it by


def not_judged(analysis: Analysis, library: Library) -> tuple[NotAnalysed, ...]:
    """All entries but the law's, in the order of the list above."""
    reading = analysis.reading
    return (
        *(NotAnalysed("unread_page", (), page=page) for page in reading.source.unread_pages),
        *_tables(reading),
        *_loose_notes(reading),
        *_unsure_values(reading),
        *_caps_beside_the_matrix(reading),
        *_clauses(analysis, library),
    )


def _tables(reading: Reading) -> Iterator[NotAnalysed]:
    """One entry a table: its rows were read as text, cell by cell."""
    starts, clauses = _by_start(reading)
    rows = [b for b in reading.source.blocks if b.kind is BlockKind.TABLE_ROW]
    for _, same in groupby(rows, key=lambda block: block.table):
        table = list(same)
        clause = _at(table[0], starts, clauses)
        if clause is not None:
            yield _part("table", table[0], table[-1].end, reading, clause)


def _loose_notes(reading: Reading) -> Iterator[NotAnalysed]:
    """Footnotes and endnotes that belong to no clause's text."""
    starts, clauses = _by_start(reading)
    for block in reading.source.blocks:
        if block.kind is BlockKind.NOTE and _at(block, starts, clauses) is None:
            yield _part("note", block, block.end, reading, None)


def _unsure_values(reading: Reading) -> Iterator[NotAnalysed]:
    unsure = (p for p in reading.provisions if p.confidence < UNSURE_VALUE)
    return (_value("low_confidence", provision, reading) for provision in unsure)


def _caps_beside_the_matrix(reading: Reading) -> Iterator[NotAnalysed]:
    """A cap that decides no case, such as one for a service of its own, must not pass for one that is not there."""
    placed = {p for matrix in reading.liability for cell in matrix.cells for p in cell.provisions}
    caps = (p for p in reading.provisions if p.kind is ProvisionKind.LIABILITY_CAP and p.id not in placed)
    return (_value("not_in_matrix", provision, reading) for provision in caps)


def _value(reason: str, provision: Provision, reading: Reading) -> NotAnalysed:
    clause = reading.by_id[provision.clause]
    quote = shorten(provision.quote, EXCERPT, placeholder=" …")
    return NotAnalysed(reason, reading.quote_spans(provision), clause.page, clause.paragraph, quote)


def _clauses(analysis: Analysis, library: Library) -> Iterator[NotAnalysed]:
    """Clauses in another language, and clauses that no rule has judged and no finding names."""
    judged = _judged(analysis)
    types = {reference.type for reference in library.clauses}
    of = applying(library, analysis.facts).of
    open_to = {r.type for r in library.clauses if of[r.id].outcome is not Outcome.NOT_APPLICABLE}
    for clause in analysis.reading.clauses:
        if clause.language not in ANALYSED_LANGUAGES:
            yield _entry("language", clause)
        elif clause.text and clause.id not in judged:
            yield _entry(_reason(clause, types, open_to), clause)


def _reason(clause: Clause, types: set[str], open_to: set[str]) -> str:
    if clause.type is not None and clause.confidence < UNSURE_TYPE:
        return "unsure_type"
    if clause.type in open_to:
        return "no_rule"
    return "not_applicable" if clause.type in types else "no_reference"


def _judged(analysis: Analysis) -> set[str]:
    """Clauses a rule came to a decision on (that a subject is there is none) or that a finding names."""
    decided = [c for c in analysis.checks if c.outcome is not Outcome.NOT_APPLICABLE and RULE_SUFFIX not in c.rule]
    places = [c.clauses for c in decided] + [f.clauses for f in analysis.findings]
    places += [section for f in analysis.findings for section in f.sections]
    return {clause for clauses in places for clause in clauses}


def _by_start(reading: Reading) -> tuple[list[int], list[Clause]]:
    """Where the spans of clauses begin, in order, and whose they are."""
    spans = sorted((start, index) for index, clause in enumerate(reading.clauses) for start, _ in clause.spans)
    return [start for start, _ in spans], [reading.clauses[index] for _, index in spans]


def _at(block: Block, starts: list[int], clauses: list[Clause]) -> Clause | None:
    """The clause in whose spans a block begins."""
    index = bisect_right(starts, block.start) - 1
    if index < 0:
        return None
    clause = clauses[index]
    return clause if any(a <= block.start < b for a, b in clause.spans) else None


def _part(reason: str, first: Block, end: int, reading: Reading, clause: Clause | None) -> NotAnalysed:
    excerpt = shorten(reading.source.text[first.start : end], EXCERPT, placeholder=" …")
    page = clause.page if clause else None
    return NotAnalysed(reason, ((first.start, end),), page, first.paragraph, excerpt)


def _entry(reason: str, clause: Clause) -> NotAnalysed:
    excerpt = shorten(clause.heading or clause.text, EXCERPT, placeholder=" …")
    return NotAnalysed(reason, clause.spans, clause.page, clause.paragraph, excerpt)
