"""The user's cases: documents that were reviewed, with everything that is needed to go on where they were left.

Strategy: a case is a document, known by its fingerprint; opened again it is the same case. Its reading is stored once, its
analysis each time it is made; both are of no use to another version of the program (`codec`) and can be made again, decisions cannot:
they are plain rows that are only ever added to, each forced to the disk before the window says it is done. The
database is confidential and local; what is deleted is erased (`erasing`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from app import __version__
from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.models.facts import DealFacts
from app.models.reading import NOTHING_READ, Correction, Reading
from app.settings import Keep
from app.storage.caserows import (
    Case,
    CaseEntry,
    Row,
    StoredReading,
    Usage,
    analysis_row,
    decision_of,
    decision_row,
    entry_of,
    path_column,
    references_met,
    storable,
)
from app.storage.caseschema import APPLICATION, MIGRATIONS
from app.storage.codec import packed, unpacked
from app.storage.database import open_database, told, transaction
from app.storage.decided import Placed, placed
from app.storage.erasing import empty_log, erase_from_backups, shrink
from app.storage.instants import instant, stamp

__all__ = ["Case", "CaseEntry", "CaseStore", "StoredReading", "Usage"]

T = TypeVar("T")

_ENTRIES: Final = """
    SELECT cases.*, (
        SELECT count(*) FROM decisions AS d WHERE d.case_id = cases.id AND d.verdict IS NOT NULL AND d.number = (
            SELECT max(number) FROM decisions AS later WHERE later.case_id = d.case_id AND later.anchor = d.anchor
        ) AND d.anchor IN (SELECT anchor FROM found WHERE found.case_id = d.case_id)
    ) AS decided
    FROM cases
"""
_USAGE: Final = """
    SELECT reference, count(*) AS cases, max(analysed) AS last FROM matched JOIN cases ON cases.id = case_id GROUP BY reference
"""


def _now() -> datetime:
    return datetime.now(tz=UTC)


class CaseStore:
    """The open database of cases, made where there is none. Belongs to the thread that opened it."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = _now) -> None:
        """Raises ExpectedError as `open_database` does."""
        self.path = path
        self._clock = clock
        self._db = open_database(path, MIGRATIONS, application=APPLICATION)
        empty_log(self._db)  # of what a program that was ended may have left in it after erasing

    def close(self) -> None:
        """Give everything back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- what is there

    def cases(self) -> tuple[CaseEntry, ...]:
        """All cases, last opened first."""
        return tuple(map(entry_of, self._rows(f"{_ENTRIES} ORDER BY opened DESC, id")))

    def entry(self, case: str) -> CaseEntry:
        """One of them. Raises ExpectedError CASE_NOT_FOUND."""
        return entry_of(self._one(f"{_ENTRIES} WHERE cases.id = ?", case))

    def case_of(self, sha256: str) -> str | None:
        """The case of a document with this fingerprint."""
        return sha256 if self._rows("SELECT id FROM cases WHERE id = ?", sha256) else None

    def open(self, case: str) -> Case:
        """A case as it was left. Raises ExpectedError CASE_NOT_FOUND."""
        with self._writing(case):
            self._db.table("cases").update(case, {"opened": stamp(self._clock())})
        row = self._one("SELECT * FROM contents WHERE case_id = ?", case)
        problems: list[ExpectedError] = []
        reading = _readable(row["reading"], Reading, problems)
        analysis = _readable(row["analysis"], Analysis, problems) if reading else None
        whole = replace(analysis, reading=reading) if analysis and reading else None
        log = self.decisions(case)
        found = placed(log, whole) if whole else Placed({}, ())
        return Case(
            entry=self.entry(case),
            data=row["document"],
            reading=reading,
            facts=_readable(row["facts"], DealFacts, problems),
            analysis=whole,
            problem=problems[0] if problems else None,
            corrections=self.corrections(case),
            log=log,
            decided=found.decided,
            orphans=found.orphans,
        )

    def decisions(self, case: str) -> tuple[Decision, ...]:
        """Every decision ever made, oldest first."""
        return tuple(map(decision_of, self._rows("SELECT * FROM decisions WHERE case_id = ? ORDER BY number", case)))

    def corrections(self, case: str) -> tuple[Correction, ...]:
        """The user's edits of the clause tree, in their order."""
        rows = self._rows(
            "SELECT action, anchor, value, place FROM corrections WHERE case_id = ? ORDER BY number", case
        )
        return tuple(Correction(**row) for row in rows)

    def usage(self) -> dict[str, Usage]:
        """How often each reference clause was met in the stored cases, and when last; those never met are not in it."""
        return {row["reference"]: Usage(row["cases"], instant(row["last"])) for row in self._rows(_USAGE)}

    def count(self) -> int:
        """How many cases there are."""
        return int(self._rows("SELECT count(*) AS number FROM cases")[0]["number"])

    def readings(self) -> Iterator[StoredReading]:
        """What was read in every case, one at a time, in order of title; what cannot be read is named."""
        for row in self._rows("SELECT id, title FROM cases ORDER BY title, id"):
            yield self._stored_reading(row["id"], row["title"])

    def _stored_reading(self, case: str, title: str) -> StoredReading:
        row = self._one("SELECT reading, facts FROM contents WHERE case_id = ?", case)
        try:
            return StoredReading(case, title, unpacked(row["reading"], Reading), unpacked(row["facts"], DealFacts))
        except ExpectedError as problem:
            return StoredReading(case, title, None, None, problem)

    # --- changes

    def store(self, analysis: Analysis, *, path: Path, data: bytes | None, title: str, at: datetime) -> str:
        """Keep a document that was read and evaluated; `data`: its bytes, if they are to be kept. Returns the case.

        A case of the same document is brought up to date: its decisions, corrections, the window's state and a title of the user's own stay.
        """
        source = analysis.reading.source
        row = analysis_row(analysis, __version__, at) | {
            "title": storable(title),
            "name": storable(source.name),
            "path": path_column(path),
            "kept": (Keep.PATH if data is None else Keep.DOCUMENT).value,
            "opened": stamp(at),
        }
        contents = _analysed(analysis) | {"reading": packed(analysis.reading, Reading), "document": data}
        with self._writing():
            if self.case_of(source.sha256):
                known = self.entry(source.sha256)
                titled = {} if known.title == known.name else {"title": known.title}  # the user's own stays
                self._db.table("cases").update(source.sha256, row | titled)
            else:
                self._db.table("cases").insert(row | {"id": source.sha256, "created": stamp(at), "state": "{}"})
            dropped = data is None and self._keeps_bytes(source.sha256)
            self._db.table("contents").upsert(contents | {"case_id": source.sha256}, pk="case_id")
            self._meet(source.sha256, analysis)
        if dropped:
            empty_log(self._db)  # else the bytes stay in it; where another window reads, until the next opening
        return source.sha256

    def document(self, case: str) -> bytes | None:
        """The bytes that are kept of a document."""
        rows = self._rows("SELECT document FROM contents WHERE case_id = ?", case)
        return rows[0]["document"] if rows else None

    def _keeps_bytes(self, case: str) -> bool:
        return bool(self._rows("SELECT 1 FROM contents WHERE case_id = ? AND document IS NOT NULL", case))

    def evaluated(self, case: str, analysis: Analysis, *, at: datetime) -> None:
        """Keep a new analysis of the same reading. Raises ExpectedError CASE_NOT_FOUND."""
        row, contents = analysis_row(analysis, __version__, at), _analysed(analysis)
        with self._writing(case):
            self._db.table("cases").update(case, row)
            self._db.table("contents").update(case, contents)
            self._meet(case, analysis)

    def decide(self, case: str, decision: Decision) -> None:
        """Add a decision. It is on the disk when this returns. Raises ExpectedError CASE_NOT_FOUND."""
        with self._writing(case):
            self._db.table("decisions").insert(decision_row(case, decision))

    def correct(self, case: str, corrections: Sequence[Correction]) -> None:
        """Keep these edits of the clause tree in place of the earlier ones."""
        rows = [
            {"case_id": case, "number": number, "place": storable(c.place)}
            | {"action": c.action, "anchor": c.anchor, "value": storable(c.value)}
            for number, c in enumerate(corrections)
        ]
        with self._writing(case):
            self._db.conn.execute("DELETE FROM corrections WHERE case_id = ?", [case])
            self._db.table("corrections").insert_all(rows)

    def remember(self, case: str, state: Mapping[str, Any]) -> None:
        """What the window was showing, as JSON knows it. Raises ExpectedError CASE_NOT_FOUND."""
        with self._writing(case):
            self._db.table("cases").update(case, {"state": json.dumps(dict(state))})

    def rename(self, case: str, title: str) -> None:
        """Give a case another title. Raises ExpectedError CASE_NOT_FOUND."""
        with self._writing(case):
            self._db.table("cases").update(case, {"title": storable(title)})

    def delete(self, case: str) -> None:
        """Document, text, decisions, log and backups. Raises ExpectedError STORE_LOCKED where another window reads it:
        then it is deleted, but traces stay until this or the next opening succeeds.
        """
        self._erase([case])

    def expire(self, days: int, now: datetime) -> int:
        """Delete the cases not opened for so many days (0: none). Returns how many they were."""
        if days <= 0:
            return 0
        rows = self._rows("SELECT id FROM cases WHERE opened < ?", stamp(now - timedelta(days=days)))
        if rows:
            self._erase([row["id"] for row in rows])
        return len(rows)

    def _erase(self, cases: Iterable[str]) -> None:
        erase_from_backups(self.path, cases)
        with self._writing():
            for case in cases:
                self._db.conn.execute("DELETE FROM cases WHERE id = ?", [case])
        shrink(self._db)
        if not empty_log(self._db):
            raise ExpectedError(ErrorCode.STORE_LOCKED, {"holder": self.path.name})

    # --- rows

    def _meet(self, case: str, analysis: Analysis) -> None:
        self._db.conn.execute("DELETE FROM matched WHERE case_id = ?", [case])
        rows = [{"case_id": case, "reference": reference} for reference in sorted(references_met(analysis))]
        self._db.table("matched").insert_all(rows)
        self._db.conn.execute("DELETE FROM found WHERE case_id = ?", [case])
        anchors = sorted({finding.anchor for finding in analysis.findings})
        self._db.table("found").insert_all({"case_id": case, "anchor": anchor} for anchor in anchors)

    def _one(self, query: str, case: str) -> Row:
        rows = self._rows(query, case)
        if not rows:
            raise ExpectedError(ErrorCode.CASE_NOT_FOUND)
        return rows[0]

    def _rows(self, query: str, *values: object) -> list[dict[str, Any]]:
        with told(self.path):
            return list(self._db.query(query, values))

    @contextmanager
    def _writing(self, case: str | None = None) -> Iterator[None]:
        """One transaction, in which the case exists."""
        with transaction(self._db):
            if case is not None and not self.case_of(case):
                raise ExpectedError(ErrorCode.CASE_NOT_FOUND)
            yield


def _analysed(analysis: Analysis) -> dict[str, object]:
    apart = replace(analysis, reading=NOTHING_READ)
    return {"facts": packed(analysis.facts, DealFacts), "analysis": packed(apart, Analysis)}


def _readable(data: bytes, kind: type[T], problems: list[ExpectedError]) -> T | None:
    """What is stored, or None; then the problem is added."""
    try:
        return unpacked(data, kind)
    except ExpectedError as problem:
        problems.append(problem)
        return None
