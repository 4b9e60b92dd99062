"""The report as plain rows: everything a reader sees, already worded, nothing of its form.

One model feeds every writer, so that the HTML, the text and later formats say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.models.analysis import DiffOp, Severity
from app.models.liability import Extent
from app.wording.lang import Lang


@dataclass(frozen=True, slots=True)
class Place:
    """Labels and headings from the top, and the page (PDF) or the paragraph (Word, text).

    `clause`: id, `start` and `end` of the quote in its text, to lead there.
    """

    path: str
    page: int | None = None
    paragraph: int | None = None
    clause: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim text and its places: one, or several where the document repeats itself. `value`: what was read there."""

    text: str
    places: tuple[Place, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: label, value and where that comes from, with the document's words where it was read there."""

    label: str
    value: str
    note: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One value of the summary table; `severity` of the worst finding on it, `decided` false where a rule could not.

    `unsure` says that the value was read with little confidence, `limits` what our rules ask of it.
    """

    value: str
    detail: str
    quote: Quote
    verdict: str
    severity: Severity | None = None
    decided: bool = True
    unsure: str = ""
    numbers: tuple[int, ...] = ()
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """All values of a kind; no rows: nothing was found."""

    label: str
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How far a party is liable in one case; `numbers` of the quotes below the table."""

    text: str
    extent: Extent
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A kind of damage with a cell for each degree of fault."""

    label: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """A liability matrix; `silent` names the kinds of damage it says nothing of, `quotes` are numbered from 1."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    silent: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DiffPart:
    """A piece of the comparison: equal, only in the reference (delete) or only in the document (insert); what the document
    has for a placeholder (filled) of this `name`.
    """

    op: DiffOp
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """The library's wording beside a finding; an empty `diff` means that a word diff would not help.

    `clause_text` is empty where the finding's quote says all of it.
    """

    title: str
    position: str
    status: str
    text: str
    clause_text: str
    diff: tuple[DiffPart, ...]

    @property
    def fills(self) -> bool:
        """Whether the document fills in a placeholder of it."""
        return any(part.op is DiffOp.FILLED for part in self.diff)


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """What the user has decided: the verdict, by whom and when; note, own severity and who takes care of it in `remarks`;
    `reason` of an own severity.
    """

    verdict: str
    signed: str
    remarks: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A wording offered in place of the clause (or where one is missing); `gaps`: what is still to be filled in."""

    text: str
    gaps: str = ""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding, worded, or several that say the same of the same words; `number` counts from 1 in the order printed.

    `severity` is the user's own where they gave one; then `program_label` is the program's. `explanation` stands alone;
    `paragraphs` before the quotes and `remarks` after them say the same. `comment`: what the other side may read of it.
    `anchor`: of the finding, or of the first.
    """

    number: int
    severity: Severity
    severity_label: str
    kind: str
    title: str
    explanation: str
    paragraphs: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    further: tuple[Quote, ...] = ()
    copies: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    values: str = ""
    legal_basis: tuple[str, ...] = ()
    reference: Reference | None = None
    decision: DecisionEntry | None = None
    program_label: str = ""
    comment: str = ""
    proposed: Proposed | None = None
    anchor: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Undecided:
    """What could not be decided, where, and what is needed for it."""

    subject: str
    quote: Quote | None
    needs: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled list at the end of the report; `collapsed` where it is long and of little interest."""

    title: str
    entries: tuple[str, ...]
    count: int
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision whose finding is not there any more: what it was about, and what was decided."""

    quote: str
    place: str
    decision: DecisionEntry


@dataclass(frozen=True, slots=True)
class AnnexClause:
    """A clause of the document, whole; `level` counts from 0, `note` says what it is about."""

    id: str
    title: str
    position: str
    level: int
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands before everything else: `scope`: what was checked and what was not, `changed`: severities changed by hand.

    `made` is worded, empty where the report shall not say it; `sign`: labels with what is written there already.
    """

    made: str
    analysis_hash: str
    scope: tuple[str, ...]
    changed: tuple[str, ...]
    sign: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the pages of a report, in order. An outward one has nothing in it that is ours alone.

    `selection`: that findings were left out. `coverage`: which subjects the document covers.
    """

    lang: Lang
    title: str
    name: str
    notices: tuple[str, ...]
    complete: bool
    completeness: str
    document: tuple[Row, ...]
    facts: tuple[Row, ...]
    counts: tuple[tuple[Severity, str, int], ...]
    checks: tuple[str, ...]
    summary: tuple[SummaryGroup, ...]
    matrices: tuple[MatrixTable, ...]
    findings: tuple[FindingEntry, ...]
    findings_note: str
    undecided: tuple[Undecided, ...]
    subjects: tuple[Row, ...]
    unread: tuple[Listing, ...]
    footer: str
    corrections: tuple[str, ...] = ()
    outward: bool = False
    cover: Cover | None = None
    selection: str = ""
    coverage: tuple[Row, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    annex: tuple[AnnexClause, ...] = ()
