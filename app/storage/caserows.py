"""A case as rows: what lists show, decisions, and which reference clauses its analysis met."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.errors import ExpectedError
from app.models.analysis import Analysis, Finding, LibraryStamp, MatchRank, Severity
from app.models.decisions import Decision, Verdict
from app.models.facts import DealFacts
from app.models.reading import Correction, Reading
from app.settings import Keep
from app.storage.instants import instant, stamp

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A case in a list. `kept`: what is kept of the document; `findings` and `worst` as of the last analysis; `decided`: how
    many of these findings have a verdict; `as_left`: what the window remembers.
    """

    id: str
    title: str
    name: str
    sha256: str
    path: Path
    created: datetime
    opened: datetime
    kept: Keep
    findings: int
    worst: Severity | None
    decided: int
    program: str
    library: LibraryStamp
    rules: LibraryStamp | None
    as_left: Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """An opened case. `data`: the document's bytes, if kept. `reading` or `analysis` are None where another version of the
    program stored them (`problem` says so): then evaluate or read again. `facts` are those that held; to evaluate again, hand in
    `pipeline.facts.given` of them. `decided` and `orphans` belong to `analysis`; `log`: every decision ever made, oldest first.
    """

    entry: CaseEntry
    data: bytes | None
    reading: Reading | None
    facts: DealFacts | None
    analysis: Analysis | None
    problem: ExpectedError | None
    corrections: tuple[Correction, ...]
    log: tuple[Decision, ...]
    decided: Mapping[str, Decision]
    orphans: tuple[Decision, ...]


@dataclass(frozen=True)
class StoredReading:
    """What was read in a case and the facts it was evaluated with; `problem` in their place where it cannot be read."""

    case: str
    title: str
    reading: Reading | None
    facts: DealFacts | None
    problem: ExpectedError | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """In how many stored cases a reference clause was met, and when last."""

    cases: int
    last: datetime


def entry_of(row: Row) -> CaseEntry:
    """A row of `cases`, with `decided`."""
    rules = LibraryStamp(row["rules"], row["rules_sha256"]) if row["rules"] is not None else None
    return CaseEntry(
        id=row["id"],
        title=row["title"],
        name=row["name"],
        sha256=row["id"],
        path=Path(os.fsdecode(row["path"])),
        created=instant(row["created"]),
        opened=instant(row["opened"]),
        kept=Keep(row["kept"]),
        findings=row["findings"],
        worst=Severity(row["worst"]) if row["worst"] else None,
        decided=row["decided"],
        program=row["program"],
        library=LibraryStamp(row["library"], row["library_sha256"]),
        rules=rules,
        as_left=json.loads(row["state"]),
    )


def analysis_row(analysis: Analysis, program: str, at: datetime) -> dict[str, object]:
    """The columns of `cases` that change with every analysis."""
    severities = [finding.severity for finding in analysis.findings]
    return {
        "analysed": stamp(at),
        "program": program,
        "library": analysis.library.name,
        "library_sha256": analysis.library.sha256,
        "rules": analysis.rules and analysis.rules.name,
        "rules_sha256": analysis.rules and analysis.rules.sha256,
        "findings": len(analysis.findings),
        "worst": min(severities, key=lambda severity: severity.rank).value if severities else None,
    }


def decision_row(case: str, decision: Decision) -> dict[str, object]:
    """The row of `decisions`."""
    return {
        "case_id": case,
        "anchor": decision.anchor,
        "stands": decision.stands,
        "verdict": decision.verdict and decision.verdict.value,
        "by": decision.by,
        "at": stamp(decision.at),
        "note": storable(decision.note),
        "severity": decision.severity and decision.severity.value,
        "reason": decision.reason,
        "assignee": decision.assignee,
        "code": decision.code,
        "quote": storable(decision.quote),
        "place": decision.place,
        "rule": decision.rule,
    }


def decision_of(row: Row) -> Decision:
    """A row of `decisions`."""
    return Decision(
        anchor=row["anchor"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        by=row["by"],
        at=instant(row["at"]),
        note=row["note"],
        severity=Severity(row["severity"]) if row["severity"] else None,
        reason=row["reason"],
        assignee=row["assignee"],
        code=row["code"],
        quote=row["quote"],
        place=row["place"],
        rule=row["rule"],
    )


def references_met(analysis: Analysis) -> set[str]:
    """Ids of the reference clauses that a clause of the document is a version of, or that led to a finding."""
    matched = {match.reference for match in analysis.matches if match.rank is not MatchRank.NONE}
    return matched | {f.reference for f in _all(analysis.findings) if f.reference}


def _all(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _all(finding.also)


def storable(text: str) -> str:
    """A text as SQLite takes it: halves of characters, as in file names of another encoding, are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def path_column(path: Path) -> str | bytes:
    """The path as text; where its bytes are none (old archives on Linux), as bytes, so that the file is found again."""
    text = str(path)
    return text if storable(text) == text else os.fsencode(path)
