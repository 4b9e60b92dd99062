"""An analysis in which everything that is ours alone bears a mark, and a search for marks in files of any form.

`marked_analysis()` has every kind of finding; guidance, limits, fallbacks, unacceptable wordings, rule sentences, approvals, checks, ids,
names of the library, decisions and orphans are marked. `found_marks(content)` looks into text, JSON, HTML, archives (Word, Excel), PDF with
notes and properties, and mails with their attachments. The proof of a writer: `found_marks(...) == []` outward, and not internally.
"""

from __future__ import annotations

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from app.library.model import Library, Position, PositionRank, ReferenceClause
from app.models.analysis import (
    Analysis,
    Beside,
    Check,
    Comparison,
    Finding,
    FindingKind,
    LibraryStamp,
    Limit,
    MatchRank,
    MatchReason,
    NeededApproval,
    Offer,
    Outcome,
    PositionMatch,
    Severity,
    SubjectCheck,
)
from app.models.decisions import Decision, Verdict
from app.models.facts import DealFacts, Fact, FactSource
from app.models.reading import Correction
from app.reporting.options import Reader, ReportOptions
from app.wording.lang import Lang
from tests.unit.reporting.report_example import ANALYSIS

MARK = "ZZINTERN"
MONTHS = 77.0  # a limit nobody prints by chance
MONEY = 7_654_321.0
COMMENT = "Für die andere Seite geschrieben."
PREFERRED = "Unsere bevorzugte Fassung, die wir gern vorschlagen, mit [Betrag]."
MADE_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
_PATTERN = re.compile(rf'{MARK}[\w-]*|\b77(?:[.,]0)?\s(?:Monat|month)|": 77\b|7[.,]?654[.,]?321', re.IGNORECASE)
_DECIDED_AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def mark(name: str) -> str:
    """A word that no document says."""
    return f"{MARK}-{name}"


# --- the analysis


def marked_analysis() -> Analysis:
    """The example with marks everywhere."""
    reading = ANALYSIS.reading
    return replace(
        ANALYSIS,
        reading=replace(
            reading,
            clauses=tuple(replace(clause, anchor=mark(f"clause-{clause.id}")) for clause in reading.clauses),
            provisions=tuple(replace(p, rule=mark("extractor")) for p in reading.provisions),
            corrections=(Correction("type", mark("correction"), "", mark("correction-place")),),
            model=mark("model"),
        ),
        facts=replace(
            ANALYSIS.facts,
            contract_value=Fact(MONEY, FactSource.USER),
            annual_fee=Fact(MONEY, FactSource.USER),
        ),
        library=LibraryStamp(mark("library-file"), "cd" * 32),
        rules=LibraryStamp(mark("rules-file"), "ef" * 32),
        checks=tuple(_check(check) for check in ANALYSIS.checks),
        findings=tuple(_finding(finding) for finding in ANALYSIS.findings),
        beside=(Beside("c0002", _comparison("beside", "c0002"), "review"),),
        matches=(_match(),),
        subjects=tuple(_subjects()),
        offers=tuple(_offers()),
        not_checked=ANALYSIS.not_checked,
    )


def _check(check: Check) -> Check:
    limit = Limit(mark("rule"), "duration", MONTHS, "at_most", MONTHS, "month", "month")
    return replace(check, rule=mark("rule"), limit=limit if check.provisions else None)


def _finding(finding: Finding) -> Finding:
    ours = finding.kind in (FindingKind.DEVIATION, FindingKind.MISSING)
    also = replace(
        finding,
        id="f0999",
        anchor=mark("also-anchor"),
        kind=FindingKind.DEVIATION,
        code="value_above_limit",
        limit=_limit(),
        params={"kind": mark("also-kind"), "reference": mark("also-reference"), "sentence": mark("also-sentence")},
    )
    return replace(
        finding,
        anchor=mark(f"anchor-{finding.id}"),
        params={**finding.params, **_params(finding)},
        reference=mark("reference") if ours else finding.reference,
        rule=mark("rule"),
        legal_basis=(mark("norm"),) if ours else finding.legal_basis,
        comparison=_comparison("shown", finding.clauses[0]) if finding.comparison else None,
        limit=_limit() if finding.limit else None,
        guidance=mark("guidance"),
        approvals=(NeededApproval(mark("approver")), NeededApproval(mark("approver-of-much"), MONEY)),
        also=(also,),
        comment=COMMENT,
        searched=tuple(mark("searched") for _ in finding.searched),
    )


def _limit() -> Limit:
    return Limit(mark("rule"), "duration", 6.0, "at_most", MONTHS, "month", "month")


def _params(finding: Finding) -> dict[str, str]:
    """What a library or rule pack put among the parameters."""
    marked = {"sentence": mark("sentence"), "good_for": mark("good-for"), "note": mark("note"), "rules": mark("rules")}
    if finding.kind is FindingKind.STATUTORY:
        for lang, for_us in (("de", "Für uns heißt das:"), ("en", "For us this means")):
            why = str(finding.params[f"why_{lang}"])
            lines = [f"{line.split(for_us)[0]}{for_us} {mark('for-us')}." for line in why.split("\n")]
            marked[f"why_{lang}"] = "\n".join(lines)
        return marked
    if finding.kind is FindingKind.DEVIATION:
        return marked | {"reference": mark("title"), "old": mark("old"), "new": mark("new")}
    if finding.kind is FindingKind.MISSING:
        return marked | {"effect": mark("effect"), "norm": mark("norm")}
    return marked


def _comparison(name: str, clause: str) -> Comparison:
    text = mark(f"fallback-text-{name}")
    return Comparison(
        mark("reference"), mark("title"), "fallback", 1, 0.9, text, ANALYSIS.reading.by_id[clause].text, ()
    )


def _match() -> PositionMatch:
    why = (MatchReason("rule_broken", {"rule": mark("rule")}),)
    return PositionMatch("c0002", mark("reference"), mark("title"), MatchRank.UNACCEPTABLE, None, 2, None, 0.9, why)


def _subjects() -> Iterator[SubjectCheck]:
    yield SubjectCheck("confidentiality", True, Outcome.FINDING)
    yield SubjectCheck(mark("subject"), False, Outcome.NOT_APPLICABLE, reason="not_required")


def _offers() -> Iterator[Offer]:
    for finding in ANALYSIS.findings:
        if finding.kind in (FindingKind.DEVIATION, FindingKind.MISSING):
            clause = finding.clauses[0] if finding.clauses else ""
            yield Offer(clause, mark("reference"), 0, "preferred", PREFERRED, ("Betrag",))
            yield Offer(clause, mark("reference"), 1, "fallback", mark("fallback-offer"))


# --- what was decided, and for whom the report is


def marked_decisions(analysis: Analysis) -> dict[str, Decision]:
    """Every finding is to be negotiated, with a note, an own severity and a name."""
    return {finding.anchor: _decision(finding.anchor) for finding in analysis.findings}


def _decision(anchor: str) -> Decision:
    return Decision(
        anchor,
        Verdict.NEGOTIATE,
        mark("by"),
        _DECIDED_AT,
        note=mark("decision-note"),
        severity=Severity.LOW,
        reason=mark("decision-reason"),
        assignee=mark("assignee"),
        quote=mark("orphan-quote"),
        place=mark("orphan-place"),
    )


def outward_options(analysis: Analysis, lang: Lang = "de") -> ReportOptions:
    """For the other side, with everything decided."""
    return _options(analysis, lang, Reader.OUTWARD)


def internal_options(analysis: Analysis, lang: Lang = "de") -> ReportOptions:
    """For the own house: the counter-proof that the marks do their work."""
    return _options(analysis, lang, Reader.INTERNAL)


def _options(analysis: Analysis, lang: Lang, reader: Reader) -> ReportOptions:
    return ReportOptions(
        lang=lang,
        reader=reader,
        decided=marked_decisions(analysis),
        orphans=(_decision(mark("orphan")),),
        made_at=MADE_AT,
        reviewer="Mia Muster",
        company="Muster GmbH",
        footer="Muster GmbH, Musterstadt",
    )


# --- a whole library with marks, to be evaluated for real


def marked_library(library: Library) -> Library:
    """The same rules, so that it finds the same; everything that is internal bears a mark. Norms of deviations are internal too."""
    clauses = tuple(_reference(clause) for clause in library.clauses)
    return replace(library, name=mark("library-file"), clauses=clauses)


def _reference(clause: ReferenceClause) -> ReferenceClause:
    silence = clause.silence and replace(clause.silence, effect=mark("effect"), norm=mark("norm"))
    return replace(
        clause,
        id=mark(clause.id),
        title=mark("title"),
        owner=mark("owner"),
        tags=(mark("tag"),),
        guidance=mark("guidance"),
        comment=COMMENT,
        silence=silence,
        positions=tuple(_position(position) for position in clause.positions),
        rules=tuple(replace(rule, id=mark(rule.id), sentence=mark("sentence")) for rule in clause.rules),
        legal_basis=tuple(replace(basis, norm=mark("norm"), source=mark("source")) for basis in clause.legal_basis),
    )


def _position(position: Position) -> Position:
    if position.rank is PositionRank.PREFERRED:
        return replace(position, note=mark("position-note"))
    return replace(
        position,
        text=f"{position.text} {mark(position.rank.value)}",
        note=mark("position-note"),
        examples=tuple(f"{text} {mark('example')}" for text in position.examples),
    )


def facts_with_figures(facts: DealFacts) -> DealFacts:
    """A deal whose figures are known and nobody's business outside."""
    return replace(facts, contract_value=Fact(MONEY, FactSource.USER), annual_fee=Fact(MONEY, FactSource.USER))


# --- the search


def found_marks(content: bytes) -> list[str]:
    """All marks in a file, whatever its form."""
    return sorted({match[0] for text in _texts(content) for match in _PATTERN.finditer(text)})


def _texts(content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", "replace")
    yield content.decode("utf-16-le", "replace")
    if zipfile.is_zipfile(io.BytesIO(content)):
        yield from _archive(content)
    elif content.startswith(b"%PDF"):
        yield from _pdf(content)
    elif b"MIME-Version:" in content[:4000]:
        yield from _mail(content)


def _archive(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for item in archive.infolist():
            yield item.filename
            yield item.comment.decode("utf-8", "replace")
            text = archive.read(item).decode("utf-8", "replace")
            yield text
            yield re.sub(r"<[^>]*>", "", text)  # words that formatting cuts into runs


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    for page in reader.pages:
        text = page.extract_text()
        yield text
        yield text.replace("\n", "")  # long words are broken
        for annotation in page.get("/Annots") or ():
            yield str(annotation.get_object())
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        thing = reader.get_object(number)
        yield str(thing)
        if hasattr(thing, "get_data"):
            yield thing.get_data().decode("utf-8", "replace")


def _mail(content: bytes) -> Iterator[str]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        yield from (f"{name}: {value}" for name, value in part.items())
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            yield from _texts(payload if isinstance(payload, bytes) else b"")
