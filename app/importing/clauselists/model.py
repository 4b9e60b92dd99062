"""What comes out of a clause list: drafts as plain data, what is to be looked at, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from app.models.facts import Audience, ContractKind, Perspective
from app.models.source import ImportNote

Plain = dict[str, Any]
"""A reference clause in the form of the library's files (`app.library.plain`)."""


class ListCode(StrEnum):
    """What the user should look at in a draft, and why something became part of none."""

    # of a draft
    TYPE_MISSING = "type_missing"  # nothing tells the clause type
    TYPE_UNSURE = "type_unsure"  # proposed from heading and wording (`type`, `share`), not sure enough to be set
    TYPE_NEAREST = "type_nearest"  # `found` in the file is no type; `type` is the nearest one, to be confirmed
    TYPE_UNKNOWN = "type_unknown"  # `found` in the file is no type, nor near to one
    WORD_UNKNOWN = "word_unknown"  # `found` is none of the words known in this column
    TITLE_MADE = "title_made"  # no title in the file: the first words of the text
    NO_PREFERRED = "no_preferred"  # no preferred wording
    LEAD_AS_GUIDANCE = "lead_as_guidance"  # text before the first position
    CELL_AS_GUIDANCE = "cell_as_guidance"  # a further column beside a position, of unknown meaning
    POSITION_ASSUMED = (
        "position_assumed"  # no position word in the section of a playbook: its text is taken as preferred
    )
    PART_EMPTY = "part_empty"  # a word such as „Rückfall 1“ without a text
    LIMIT_PROPOSED = "limit_proposed"  # a rule made from the wording
    ID_TAKEN = "id_taken"  # the id of the file is in use; another was made
    COMMENT_LEAVES = "comment_leaves"  # the comment is for the other side to read: nothing internal may stand in it
    BASIS_UNDATED = "basis_undated"  # a norm without the day of its knowledge: kept in the guidance
    INVALID = "invalid"  # `field`, `problem`: what the library would refuse
    # of what became part of no draft
    EMPTY_HEADING = "empty_heading"  # a heading without a text of its own
    NO_HEADING = "no_heading"  # text before the first heading
    HEADER_ROW = "header_row"
    ABOVE_HEADER = "above_header"
    NO_WORDING = "no_wording"  # nothing in the row is a wording or a title
    NO_COLUMN = "no_column"  # a cell in a column that no field was given to
    NOT_ANALYSED = "not_analysed"  # surroundings, contents, …: `reason`
    IGNORED = "ignored"  # headers, footers, comments, deleted and hidden text: `reason`


@dataclass(frozen=True, slots=True)
class Place:
    """Paragraphs (Word) or rows (tables) of the file, counted from 1, both ends included; `sheet` of a workbook."""

    first: int
    last: int
    is_row: bool = False
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ListProblem:
    """Something to look at; `column` is the heading (or letter) of the column it stands in."""

    code: ListCode
    params: Mapping[str, str | int | float] = field(default_factory=dict, hash=False)
    column: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What became part of no draft: `text` in full."""

    code: ListCode
    place: Place | None
    text: str
    reason: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A draft: `plain["type"]` is absent where the user must choose it; `type_choices`: what is likely, best first.

    `confidence`: how often such a type is right, 0..1 (1 where the file names it).
    """

    plain: Plain = field(hash=False)
    place: Place
    problems: tuple[ListProblem, ...] = ()
    type_choices: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class ClauseList:
    """Everything a file gave: drafts in its order, what was left out, and what the import could not read."""

    drafts: tuple[DraftClause, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[ImportNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for the whole file where it says nothing else; asked once.

    `taken`: ids that are in use; `as_of`: the day on which its legal bases were known.
    """

    perspective: Perspective
    audiences: tuple[Audience, ...] = ()
    contract_kinds: tuple[ContractKind, ...] = ()
    language: str = "de"
    owner: str = ""
    taken: frozenset[str] = frozenset()
    as_of: date | None = None


class NamedType(Protocol):
    """A clause type as far as it is named (`app.library.model.ClauseType`)."""

    @property
    def id(self) -> str:
        """Id."""

    @property
    def de(self) -> str:
        """German name."""

    @property
    def en(self) -> str:
        """English name."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as text: `rows[0]` is row 1 of the file; rows end with their last filled cell, empty ones are ()."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[ImportNote, ...] = ()


class Field(StrEnum):
    """What a column may hold."""

    TITLE = "title"
    TYPE = "type"
    PERSPECTIVE = "perspective"
    AUDIENCE = "audience"
    CONTRACT_KIND = "contract_kinds"
    PREFERRED = "preferred"
    FALLBACK = "fallback"  # several columns, in the order of their numbers
    UNACCEPTABLE = "unacceptable"
    GUIDANCE = "guidance"
    COMMENT = "comment"
    TAGS = "tags"
    OWNER = "owner"
    LEGAL_BASIS = "legal_basis"
    ID = "id"
    LAW = "governing_law"
    LANGUAGE = "language"
    IGNORE = "ignore"  # the user wants nothing of it


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds (None: not known, its cells are listed); `header_row`: 1-based, 0 where there is none."""

    fields: tuple[Field | None, ...]
    header: tuple[str, ...] = ()
    header_row: int = 0
