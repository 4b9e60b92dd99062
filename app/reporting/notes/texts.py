"""What a note says: the finding as the report words it, inside or for the other side.

Strategy: the report's own entries, so that a note says nothing that the report for the same reader would not. Readers show a note as plain
text in a small window: no markup, an empty line between thoughts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from app.models.analysis import Analysis, Finding
from app.reporting.decisions import decision_entry
from app.reporting.entries import finding_entry
from app.reporting.options import ReportOptions
from app.reporting.outward import in_reading_order, outward_entries
from app.reporting.proposals import proposal
from app.reporting.reportmodel import FindingEntry, Proposed
from app.reporting.selection import selected
from app.wording.copies import copy_phrase
from app.wording.lang import Lang
from app.wording.numbers import list_text
from app.wording.report import phrase
from app.wording.reportparts import part_phrase

_LONGEST = 8000  # characters of a note: windows for notes are small, and a document may say anything in a clause


def noted(analysis: Analysis, options: ReportOptions) -> tuple[Finding, ...]:
    """The findings a copy has notes on, in the order of their numbers: outward that of the document."""
    findings = selected(analysis, options)
    return in_reading_order(findings, analysis) if options.outward else findings


def entry_of(finding: Finding, analysis: Analysis, options: ReportOptions) -> FindingEntry:
    """The finding as it is told to the reader of the copy."""
    if options.outward:
        alone = replace(analysis, findings=(finding,))
        return outward_entries(alone, replace(options, chosen=frozenset((finding.anchor,))))[0]
    offer = proposal(finding, analysis, options.proposals)
    return replace(
        finding_entry(finding, analysis, options.lang),
        decision=decision_entry(options.decided.get(finding.anchor), finding.severity, options.lang),
        proposed=Proposed(offer.text, list_text(list(offer.open), options.lang)) if offer else None,
    )


def note_text(entry: FindingEntry, options: ReportOptions) -> str:
    """The whole note."""
    text = "\n\n".join(clean(part) for part in _parts(entry, options) if part.strip())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " …"


def further_text(entry: FindingEntry, page: int, lang: Lang) -> str:
    """On the pages after the first."""
    return f"{clean(entry.title)}\n\n{copy_phrase('see_page', lang, page=page)}"


def clean(text: str) -> str:
    """Without what a window for notes cannot show, or obeys: control characters, marks that turn the direction of writing."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def _parts(entry: FindingEntry, options: ReportOptions) -> Iterator[str]:
    lang = options.lang
    yield entry.title if options.outward else f"{entry.title}\n({entry.severity_label}, {entry.kind})"
    yield from entry.paragraphs or (entry.explanation,)
    yield entry.values
    yield from entry.remarks
    yield _listed("copies", entry.copies, lang)
    yield _listed("searched", entry.searched, lang)
    if entry.legal_basis:
        yield f"{phrase('legal_basis', lang)}: {', '.join(entry.legal_basis)}"
    if entry.comment:
        yield entry.comment if options.outward else f"{part_phrase('comment', lang)}: {entry.comment}"
    if entry.proposed:
        gaps = f"\n{part_phrase('gaps', lang, names=entry.proposed.gaps)}" if entry.proposed.gaps else ""
        yield f"{part_phrase('proposal', lang)}:\n{entry.proposed.text}{gaps}"
    if entry.decision:
        said = f"{entry.decision.verdict} ({entry.decision.signed})"
        yield "\n".join((said, *entry.decision.remarks))


def _listed(code: str, items: tuple[str, ...], lang: Lang) -> str:
    return "\n".join((f"{phrase(code, lang)}:", *(f"– {item}" for item in items))) if items else ""
