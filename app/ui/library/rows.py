"""What the list shows of a reference clause, and which clauses the filters let through. No Qt, no database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from app.library.model import ClauseType, ReferenceClause, Status
from app.models.facts import Audience, Perspective
from app.wording.lang import Lang
from app.wording.numbers import date_text
from app.wording.terms import term


class Row(Protocol):
    """A clause in the list; an entry of the store is one."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def perspective(self) -> Perspective: ...
    @property
    def audiences(self) -> tuple[Audience, ...]: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    @property
    def status(self) -> Status: ...
    @property
    def owner(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def at(self) -> datetime | None: ...
    @property
    def author(self) -> str: ...
    @property
    def in_force(self) -> int | None: ...
    @property
    def has_draft(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class StillRow:
    """A clause that is known without its history."""

    id: str
    title: str
    type: str
    perspective: Perspective
    audiences: tuple[Audience, ...]
    tags: tuple[str, ...]
    status: Status
    owner: str
    version: int
    at: datetime | None = None
    author: str = ""
    in_force: int | None = None
    has_draft: bool = False


def row_of(clause: ReferenceClause) -> Row:
    """The row of a clause that is in force."""
    return StillRow(
        clause.id,
        clause.title,
        clause.type,
        clause.perspective,
        clause.audiences,
        clause.tags,
        clause.status,
        clause.owner,
        clause.version,
        in_force=clause.version,
    )


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; "" and None let everything through. `status` None: all but retired clauses."""

    type: str = ""
    perspective: Perspective | None = None
    audience: Audience | None = None
    status: Status | None = None
    retired_too: bool = False
    tag: str = ""
    owner: str | None = None

    @property
    def any(self) -> bool:
        """Whether something is asked for, apart from the type, which the tree shows."""
        return replace(self, type="") != Filters()

    def admits(self, row: Row) -> bool:
        """Whether a clause is one of those, whatever its type. A clause without audiences is for all of them."""
        return (
            self._status(row.status)
            and self.perspective in (None, row.perspective)
            and (self.audience is None or not row.audiences or self.audience in row.audiences)
            and (not self.tag or self.tag in row.tags)
            and (self.owner is None or self.owner == row.owner)
        )

    def _status(self, status: Status) -> bool:
        if self.status is None:
            return self.retired_too or status is not Status.RETIRED
        return status is self.status


def of_type(rows: Iterable[Row], wanted: str) -> tuple[Row, ...]:
    """Those of a type; "" for all."""
    return tuple(row for row in rows if not wanted or row.type == wanted)


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """How many there are of each type."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.type] = found.get(row.type, 0) + 1
    return found


# --- words

COLUMNS = 7
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TITLE, STATUS, SIDE, AUDIENCE, VERSION, OWNER, CHANGED = range(COLUMNS)


def type_name(kind: ClauseType, lang: Lang) -> str:
    """What a type is called."""
    return kind.de if lang == "de" else kind.en


def status_text(status: Status, lang: Lang) -> str:
    """The status in a word or two."""
    return term("clause_status", status.value, lang)


def audience_text(audiences: Sequence[Audience], lang: Lang, everybody: str) -> str:
    """For whom: Verbraucher, Unternehmer; without the abbreviations that the long words carry."""
    return ", ".join(term("audience", a.value, lang).partition(" (")[0] for a in audiences) or everybody


def audience_short(audiences: Sequence[Audience], lang: Lang, everybody: str) -> str:
    """For whom, in the list: B2B, B2C."""
    return ", ".join(term("audience_short", a.value, lang) for a in audiences) or everybody


def local_day(at: datetime, lang: Lang) -> str:
    """The day on the user's calendar."""
    return date_text(at.replace(tzinfo=at.tzinfo or UTC).astimezone().date(), lang)


def short_day(at: datetime, lang: Lang) -> str:
    """The same for a narrow column."""
    day = at.replace(tzinfo=at.tzinfo or UTC).astimezone().date()
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if lang == "en" else date_text(day, lang)


def local_time(at: datetime, lang: Lang) -> str:
    """Day and time on the user's clock."""
    return f"{local_day(at, lang)}, {at.replace(tzinfo=at.tzinfo or UTC).astimezone():%H:%M}"


def sort_key(column: int, row: Row) -> tuple[object, ...]:
    """What a column is sorted by; the title breaks ties."""
    title = row.title.casefold()
    first: object
    match column:
        case 1:
            first = list(Status).index(row.status)
        case 2:
            first = row.perspective.value
        case 3:
            first = tuple(a.value for a in row.audiences)
        case 4:
            first = row.version
        case 5:
            first = (row.owner == "", row.owner.casefold())
        case 6:
            first = row.at.timestamp() if row.at else 0.0
        case _:
            first = ""
    return first, title, row.id
