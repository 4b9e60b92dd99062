"""A finding in full as rich text, and a clause without one: what the report says about it, in the colours of the window.

Everything from the document is escaped. Differences are struck and underlined as well as coloured; what is internal says so. Made
when a finding is looked at, from frozen values alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.models.analysis import Analysis, Finding, PositionMatch
from app.models.decisions import Decision
from app.models.reading import Clause
from app.ui.detail_basis import basis, head, internal, law, searched
from app.ui.detail_markup import Look, paragraph, soft, style, text
from app.ui.detail_quotes import copies, pair, quotes
from app.ui.detail_reference import Held, nearest, reference
from app.ui.detail_values import values
from app.ui.models.listing import entry_of
from app.ui.models.outline import subject_line
from app.ui.models.pairs import both_places
from app.ui.models.positions import KnownReference
from app.ui.passages import Passage
from app.ui.placing import place_text
from app.wording.findingdetail import detail_phrase, value_certainty


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known beside the finding: the passage in sight, the user's decision, the library's reference clause and the position
    of it that is asked for.
    """

    passage: Passage | None = None
    decision: Decision | None = None
    known: KnownReference | None = None
    position: int | None = None


def finding_html(finding: Finding, analysis: Analysis, look: Look, looked: Looked | None = None) -> str:
    """The whole page of a finding."""
    return style(look) + "".join(_parts(finding, analysis, look, looked or Looked()))


def _parts(finding: Finding, analysis: Analysis, look: Look, looked: Looked) -> Iterator[str]:
    entry = entry_of(finding, analysis, look.lang)
    held = Held(finding.reference or "", finding.reference_status, finding.comparison, looked.known, looked.position)
    yield from head(finding, entry, looked.decision, look)
    own = looked.decision.severity if looked.decision else None
    yield from values(finding, own or finding.severity, held.title, look)
    yield from map(paragraph, entry.paragraphs)
    both = both_places(finding, entry, analysis, look.lang)
    yield from pair(both, look, looked.passage) if both else quotes(entry, look, looked.passage)
    yield from map(soft, entry.remarks)
    yield from copies(finding, entry, look)
    yield from searched(entry, look)
    yield from reference(held, matches_of(finding, analysis), look)
    yield from law(entry, look)
    yield from internal(finding, look)
    yield from basis(finding, held.title, analysis, look)


def matches_of(finding: Finding, analysis: Analysis) -> tuple[PositionMatch, ...]:
    """How the finding's clauses stand to the reference that it is about."""
    return tuple(m for m in analysis.matches if m.reference == finding.reference and m.clause in finding.clauses)


def clause_html(clause: Clause, analysis: Analysis, look: Look) -> str:
    """A clause without a finding: its place, its subject, that no rule objects, and the library's nearest wording."""
    return style(look) + "".join(_clause_parts(clause, analysis, look))


def _clause_parts(clause: Clause, analysis: Analysis, look: Look) -> Iterator[str]:
    lang = look.lang
    yield f"<h3>{text(place_text(clause, analysis.reading, lang))}</h3>"
    if subject := subject_line(clause, lang):
        yield soft(subject)
    yield from (paragraph(value_certainty(p, lang)) for p in analysis.reading.provisions if p.clause == clause.id)
    yield soft(detail_phrase("no_finding", lang))
    yield from nearest((match for match in analysis.matches if match.clause == clause.id), look)
    for beside in analysis.beside:
        if beside.clause == clause.id:
            held = Held(beside.comparison.reference, beside.reference_status, beside.comparison)
            yield from reference(held, (), look)
