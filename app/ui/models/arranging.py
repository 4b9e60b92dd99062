"""The findings as the list shows them: filtered, sorted, in groups that can be closed.

Pure: what the user has said of a finding (`Standing`) and how the list shall be (`Arrangement`) go in, rows come out. The
user's own severity counts wherever a severity does; ties keep the order of the analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from app.models.analysis import FindingKind, Severity
from app.storage.search import dropped
from app.ui.models.filtering import Filters, matching
from app.ui.models.findingrows import FindingRow, GroupRow, ListedFinding, ListRow, Standing, row_of


class Grouping(StrEnum):
    """What the groups are."""

    SEVERITY = "severity"
    KIND = "kind"
    CLAUSE = "clause"
    SUBJECT = "subject"
    NONE = "none"


class Sorting(StrEnum):
    """The order within a group; ties as in the document."""

    SEVERITY = "severity"
    KIND = "kind"
    CLAUSE = "clause"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the list shall be."""

    grouping: Grouping = Grouping.SEVERITY
    sorting: Sorting = Sorting.CLAUSE
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows in order, and how many of all findings they are (those in closed groups included)."""

    rows: tuple[ListRow, ...] = ()
    shown: int = 0
    total: int = 0


def arranged(
    findings: Iterable[ListedFinding],
    said: Mapping[str, Standing],
    arrangement: Arrangement,
    labels: Mapping[Severity, str],
    closed: frozenset[str] = frozenset(),
    keep: str | None = None,
) -> Arranged:
    """Filter, sort, group. `said` is by anchor; `labels` name the severities; `closed` are keys of groups.

    `keep`: id of a finding that stays whatever the filters, so that deciding does not take it from under the reader's eyes.
    """
    everything = [row_of(finding, said) for finding in findings]
    kept = matching(everything, arrangement.filters)
    if keep is not None and not any(row.finding.id == keep for row in kept):
        kept += [row for row in everything if row.finding.id == keep]
    kept.sort(key=_order(arrangement.sorting))
    rows = tuple(_grouped(kept, arrangement.grouping, labels, closed))
    return Arranged(rows, len(kept), len(everything))


# --- order


@lru_cache(maxsize=1024)
def dictionary_order(label: str) -> str:
    """Sorts as in a German dictionary: ä like a, whatever the case."""
    return dropped(label)


_RANKS = {severity: severity.rank for severity in Severity}
_KINDS = {kind: place for place, kind in enumerate(FindingKind)}


def _order(sorting: Sorting) -> Callable[[FindingRow], tuple[object, ...]]:
    match sorting:
        case Sorting.SEVERITY:
            return lambda row: (_RANKS[row.severity], row.finding.order)
        case Sorting.KIND:
            return lambda row: (_KINDS[row.finding.kind], _RANKS[row.severity], row.finding.order)
        case Sorting.SUBJECT:
            return lambda row: (dictionary_order(row.finding.subject_label), _RANKS[row.severity], row.finding.order)
        case Sorting.CLAUSE:
            return lambda row: (row.finding.order,)


# --- groups


def _grouped(
    rows: list[FindingRow], grouping: Grouping, labels: Mapping[Severity, str], closed: frozenset[str]
) -> Iterator[ListRow]:
    if grouping is Grouping.NONE:
        yield from rows
        return
    groups: dict[str, list[FindingRow]] = {}
    for row in rows:
        groups.setdefault(group_of(row, grouping), []).append(row)
    for key, members in sorted(groups.items(), key=lambda item: _place(item[1], grouping)):
        yield _heading(key, members, grouping, labels, key not in closed)
        if key not in closed:
            yield from members


def group_of(row: FindingRow, grouping: Grouping) -> str:
    """The key of the group a finding is in."""
    return f"{grouping.value}:{_NAMES[grouping](row)}"


_NAMES: dict[Grouping, Callable[[FindingRow], str]] = {
    Grouping.SEVERITY: lambda row: row.severity.value,
    Grouping.KIND: lambda row: row.finding.kind.value,
    Grouping.CLAUSE: lambda row: row.finding.section,
    Grouping.SUBJECT: lambda row: row.finding.subject,
    Grouping.NONE: lambda row: "",
}


def _place(members: list[FindingRow], grouping: Grouping) -> tuple[object, ...]:
    """Where a group stands among the others."""
    first = members[0]
    match grouping:
        case Grouping.SEVERITY:
            return (_RANKS[first.severity],)
        case Grouping.KIND:
            return (_KINDS[first.finding.kind],)
        case Grouping.SUBJECT:
            return (not first.finding.subject, dictionary_order(first.finding.subject_label))
        case _:
            return (not first.finding.section, min(row.finding.order for row in members))


def _heading(
    key: str, members: list[FindingRow], grouping: Grouping, labels: Mapping[Severity, str], is_open: bool
) -> GroupRow:
    first = members[0]
    label = {
        Grouping.SEVERITY: labels.get(first.severity, first.severity.value),
        Grouping.KIND: first.finding.kind_label,
        Grouping.CLAUSE: first.finding.section_label,
        Grouping.SUBJECT: first.finding.subject_label,
    }[grouping]
    undecided = sum(row.standing.verdict is None for row in members)
    worst = first.severity if grouping is Grouping.SEVERITY else None
    return GroupRow(key, label, len(members), undecided, worst, is_open)
