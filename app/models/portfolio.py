"""Many documents side by side: of each what a table needs, and the clauses that several of them share.

In codes and parameters like an analysis; a digest is small enough that hundreds are held at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.models.analysis import Finding, LibraryStamp, Severity
from app.models.facts import DealFacts
from app.models.provisions import ProvisionKind, ProvisionValue
from app.models.reading import Clause

BUG = "bug"
NOT_REVIEWED = "not_reviewed"  # the run was ended before


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value of a document with its place; `severity` of the worst finding on it."""

    kind: ProvisionKind
    value: ProvisionValue
    place: str
    page: int | None
    paragraph: int | None
    quote: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class DocumentDigest:
    """What a portfolio keeps of an analysis.

    `counts`: findings by severity; `worst`: the gravest of them with its place; `unchecked`: parts that no rule looked at, `undecided`:
    rules that lacked something, `applied`: rules that apply to such a deal at all. `clauses` have neither boxes nor spans.
    """

    sha256: str
    size: int
    media_type: str
    pages: int
    language: str
    complete: bool
    unread_pages: tuple[int, ...]
    values: tuple[FoundValue, ...]
    counts: tuple[tuple[Severity, int], ...]
    worst: Finding | None
    worst_place: str
    unchecked: int
    undecided: int
    applied: int
    clauses: tuple[Clause, ...]
    facts: DealFacts
    library: LibraryStamp
    rules: LibraryStamp | None

    def of_kind(self, kind: ProvisionKind) -> tuple[FoundValue, ...]:
        """The values of one kind, in reading order."""
        return tuple(value for value in self.values if value.kind is kind)

    @property
    def findings(self) -> int:
        """How many there are."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why nothing is known of a file: code and parameters of an error, `BUG` or `NOT_REVIEWED`."""

    code: str
    params: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """A document; `also`: further files of the very same content. Either `digest` or `failure` is there."""

    name: str
    also: tuple[str, ...] = ()
    digest: DocumentDigest | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class ClausePlace:
    """A clause of a document: index of its row, id of the clause."""

    row: int
    clause: str


@dataclass(frozen=True, slots=True)
class SameClause:
    """Clauses of several documents that say the same: all word for word (`exact`), or nearly (`near`, least `similarity` 0..1)."""

    relation: str
    similarity: float
    places: tuple[ClausePlace, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All rows in the order of the files; `left_out`: names of files in folders that no reader knows."""

    rows: tuple[PortfolioRow, ...]
    same: tuple[SameClause, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[DocumentDigest, ...]:
        """What was read."""
        return tuple(row.digest for row in self.rows if row.digest)
