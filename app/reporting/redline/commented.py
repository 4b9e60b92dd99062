"""The copy of a Word file that goes back to who wrote it: comments at the findings, our wordings as changes to accept or reject.

Strategy: a comment says what the report for the same reader says. Of the wordings proposed for a clause that of the gravest finding is
written into its text; the others stand in their comments. What does not stand where it should is told, by finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from app.importing.docx.names import w
from app.importing.docx.package import Package
from app.models.analysis import Analysis, Finding
from app.models.decisions import Verdict
from app.models.source import Span
from app.reporting.copyresult import CopyReason, CopyResult, LeftOut
from app.reporting.notes.places import passages
from app.reporting.notes.texts import clean, entry_of, note_text, noted
from app.reporting.options import ReportOptions
from app.reporting.places import place_lines
from app.reporting.proposals import proposal
from app.reporting.redline.concerned import concerned
from app.reporting.redline.model import Author, Edit, Redlined, Remark
from app.reporting.redline.redline import redline
from app.reporting.reportmodel import FindingEntry
from app.wording.copies import copy_phrase

_PROGRAM: Final = "Klausellupe"
_SETTLED: Final = (Verdict.ACCEPT, Verdict.NOT_RELEVANT)
_LONGEST_NAME: Final = 80
_INITIALS: Final = 3
_MOST_PLACES: Final = 8


def commented_copy(source: bytes, analysis: Analysis, options: ReportOptions) -> CopyResult:
    """The copy, and which findings have their comment at their words, elsewhere or nowhere, and their wording in the text.

    ExpectedError: SOURCE_CHANGED if `source` is not the file that was analysed; else as the import of a Word file.
    """
    findings = noted(analysis, options)
    wanted = _Wanted(analysis, options)
    for finding in sorted(findings, key=lambda finding: _rank(finding, options)):
        wanted.propose(finding)
    # What a comment says depends on whether the wording could be written, which only a first try can tell.
    tried = redline(source, analysis.reading.source, wanted.edits, (), _author(options))
    wanted.refused |= {key: reason for key, reason in tried.edits.items() if reason is not None}
    for finding in findings:
        wanted.remark(finding)
    edits = [edit for edit in wanted.edits if edit.key not in wanted.refused]
    made = redline(source, analysis.reading.source, edits, wanted.remarks, _author(options))
    about = (CopyReason.OLD_REMARKS,) if options.outward and _has_remarks(source) else ()
    return replace(_result(findings, wanted, made), about=about)


def _has_remarks(source: bytes) -> bool:
    """Whether somebody left comments or tracked changes in the file: they may be meant for our own house."""
    package = Package(source)
    text = package.root(package.main)
    roots = [root for name in package.related(package.main, "comments") if (root := package.root(name)) is not None]
    said = any(True for root in roots for _ in root.iter(w("comment")))
    return said or (text is not None and any(True for _ in text.iter(w("ins"), w("del"), w("moveFrom"))))


def _rank(finding: Finding, options: ReportOptions) -> int:
    decision = options.decided.get(finding.anchor)
    return ((decision.severity if decision else None) or finding.severity).rank


def _author(options: ReportOptions) -> Author:
    name = " ".join(clean(options.reviewer or options.company).split())[:_LONGEST_NAME] or _PROGRAM
    letters = [word[0] for word in name.split() if word[0].isalnum()]
    return Author(name, "".join(letters[:_INITIALS]).upper() or name[0], options.made_at)


@dataclass(slots=True)
class _Wanted:
    """What shall be said and proposed. `edit_of` and `remark_of`: by anchor of the finding the key of its edit and its remark.

    `refused`: by key why a wording is not written; `aside`: by anchor why one is not even tried.
    """

    analysis: Analysis
    options: ReportOptions
    edits: list[Edit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    refused: dict[str, CopyReason] = field(default_factory=dict)
    aside: dict[str, CopyReason] = field(default_factory=dict)
    edit_of: dict[str, str] = field(default_factory=dict)
    remark_of: dict[str, str] = field(default_factory=dict)
    _clauses: dict[str, Edit] = field(default_factory=dict)
    _said: dict[object, str] = field(default_factory=dict)

    def propose(self, finding: Finding) -> None:
        """Take up the wording for a finding, graver findings first."""
        offer = proposal(finding, self.analysis, self.options.proposals)
        entry = entry_of(finding, self.analysis, self.options)
        if offer is None or not offer.clause or entry.proposed is None:
            return
        reason = self._in_the_way(finding, offer.clause)
        known = self._clauses.get(offer.clause)
        if reason is None and known is not None and known.text != offer.text:
            reason = CopyReason.OTHER_PROPOSAL
        if reason is not None:
            self.aside[finding.anchor] = reason
            return
        if known is None:
            clause = self.analysis.reading.by_id[offer.clause]
            spans = concerned(clause, offer.text, finding.reference, self.analysis)
            known = self._clauses[offer.clause] = Edit(finding.anchor, spans, offer.text)
            self.edits.append(known)
        self.edit_of[finding.anchor] = known.key

    def _in_the_way(self, finding: Finding, clause: str) -> CopyReason | None:
        decision = self.options.decided.get(finding.anchor)
        if decision is not None and decision.verdict in _SETTLED:
            return CopyReason.SETTLED
        has_parts = any(other.parent == clause for other in self.analysis.reading.clauses)
        return CopyReason.HAS_PARTS if has_parts else None

    def remark(self, finding: Finding) -> None:
        """The comment on a finding; two that say the same of the same words are one."""
        entry = entry_of(finding, self.analysis, self.options)
        places = [spans for spans in passages(finding, entry, self.analysis.reading) if spans]
        spans = places[0] if places else ()
        lines = tuple(self._lines(finding, entry))
        key = self._said.setdefault((lines, spans), finding.anchor)
        if key == finding.anchor:
            self.remarks.append(Remark(key, spans, lines, self._fallback(finding)))
        self.remark_of[finding.anchor] = key

    def _lines(self, finding: Finding, entry: FindingEntry) -> Iterator[str]:
        if entry.proposed and self.is_proposed(finding):
            entry = replace(entry, proposed=replace(entry.proposed, text=copy_phrase("in_text", self.options.lang)))
        yield from (line for line in note_text(entry, self.options).split("\n") if line.strip())
        others = list(
            islice(place_lines((p for quote in entry.quotes for p in quote.places), self.options.lang), _MOST_PLACES)
        )
        if len(others) > 1:
            yield copy_phrase("also_at", self.options.lang, places="; ".join(others[1:]))

    def is_proposed(self, finding: Finding) -> bool:
        """Whether its wording is written into the text."""
        return self.edit_of.get(finding.anchor, "") not in ("", *self.refused)

    def _fallback(self, finding: Finding) -> tuple[Span, ...]:
        """Its clause, or the paragraph it names."""
        if finding.clauses:
            return self.analysis.reading.by_id[finding.clauses[0]].spans
        number = finding.params.get("paragraph")
        return tuple((b.start, b.end) for b in self.analysis.reading.source.blocks if b.paragraph == number)[:1]

    def why_not(self, finding: Finding) -> CopyReason | None:
        """Why its wording is not in the text; None where it is, or where there is none."""
        return self.aside.get(finding.anchor) or self.refused.get(self.edit_of.get(finding.anchor, ""))


def _result(findings: Sequence[Finding], wanted: _Wanted, made: Redlined) -> CopyResult:
    stands = {f.anchor: made.remarks[wanted.remark_of[f.anchor]] for f in findings}
    lost = [LeftOut(anchor, reason) for anchor, reason in stands.items() if reason is CopyReason.PLACE_UNKNOWN]
    unwritten = [LeftOut(f.anchor, reason) for f in findings if (reason := wanted.why_not(f)) is not None]
    return CopyResult(
        made.content,
        placed=tuple(anchor for anchor, reason in stands.items() if reason is None),
        proposed=tuple(finding.anchor for finding in findings if wanted.is_proposed(finding)),
        left_out=(*lost, *unwritten),
        nearby=tuple(
            LeftOut(anchor, reason)
            for anchor, reason in stands.items()
            if reason is not None and reason is not CopyReason.PLACE_UNKNOWN
        ),
    )
