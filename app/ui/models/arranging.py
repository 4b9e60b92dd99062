"""The findings as the list shows them: filtered, sorted, in groups that can be closed.

Pure: what the user has said of a finding (`Standing`) and how the list shall be (`Arrangement`) go in, rows come out. The
user's own severity counts wherever a severity does; ties keep the order of the analysis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Decision, Verdict
from app.storage.search import dropped

UNDECIDED, DECIDED = "undecided", "decided"
NOBODY = "-"  # the assignee of what nobody is asked to do


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
class ListedFinding:
    """What the list knows of a finding. `section`: the part of the document it stands in; `order`: where in it.

    `searchable` is case-folded; `also_at`: how many more places it has.
    """

    id: str
    anchor: str
    severity: Severity
    kind: FindingKind
    title: str
    kind_label: str
    place: str
    searchable: str
    order: int = 0
    section: str = ""
    section_label: str = ""
    subject: str = ""
    subject_label: str = ""
    clause: str = ""

    @property
    def below(self) -> str:
        """The line below the title: what kind of finding, and where."""
        return f"{self.kind_label} · {self.place}" if self.place else self.kind_label


@dataclass(frozen=True, slots=True)
class Standing:
    """What the user has said of a finding."""

    verdict: Verdict | None = None
    assignee: str = ""
    severity: Severity | None = None
    noted: bool = False


NOTHING_SAID = Standing()


def standings(decided: Mapping[str, Decision]) -> dict[str, Standing]:
    """By anchor."""
    return {
        anchor: Standing(decision.verdict, decision.assignee, decision.severity, bool(decision.note))
        for anchor, decision in decided.items()
        if decision.stands
    }


@dataclass(frozen=True, slots=True)
class Filters:
    """What is shown; an empty choice shows all. `states`: undecided, decided, or the names of verdicts."""

    severities: frozenset[Severity] = frozenset()
    kinds: frozenset[FindingKind] = frozenset()
    subjects: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    assignees: frozenset[str] = frozenset()
    words: str = ""

    @property
    def active(self) -> bool:
        """Whether anything may be left out."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the list shall be."""

    grouping: Grouping = Grouping.SEVERITY
    sorting: Sorting = Sorting.CLAUSE
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with what the user has said; `severity` is the user's own where there is one."""

    finding: ListedFinding
    standing: Standing
    severity: Severity

    @property
    def own(self) -> bool:
        """Whether the user weighs it otherwise than the program."""
        return self.standing.severity is not None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading; `key` names the group whatever the language."""

    key: str
    label: str
    count: int
    undecided: int
    severity: Severity | None = None
    open: bool = True


ListRow = FindingRow | GroupRow


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
    kept = _kept(everything, arrangement.filters)
    if keep is not None and not any(row.finding.id == keep for row in kept):
        kept += [row for row in everything if row.finding.id == keep]
    kept.sort(key=_order(arrangement.sorting))
    rows = tuple(_grouped(kept, arrangement.grouping, labels, closed))
    return Arranged(rows, len(kept), len(everything))


def row_of(finding: ListedFinding, said: Mapping[str, Standing]) -> FindingRow:
    """A finding with what is said of it."""
    standing = said.get(finding.anchor, NOTHING_SAID)
    return FindingRow(finding, standing, standing.severity or finding.severity)


# --- filters


def _kept(rows: list[FindingRow], filters: Filters) -> list[FindingRow]:
    for test in _tests(filters):
        rows = [row for row in rows if test(row)]
    return rows


def _tests(filters: Filters) -> Iterator[Callable[[FindingRow], bool]]:
    """The tests that are asked for, the cheapest first."""
    if filters.severities:
        yield lambda row: row.severity in filters.severities
    if filters.kinds:
        yield lambda row: row.finding.kind in filters.kinds
    if filters.subjects:
        yield lambda row: row.finding.subject in filters.subjects
    if filters.states:
        yield lambda row: not filters.states.isdisjoint(states_of(row.standing))
    if filters.assignees:
        yield lambda row: (row.standing.assignee or NOBODY) in filters.assignees
    if words := filters.words.casefold().split():
        yield lambda row: all(word in row.finding.searchable for word in words)


def states_of(standing: Standing) -> tuple[str, ...]:
    """The states a finding is in."""
    return (UNDECIDED,) if standing.verdict is None else (DECIDED, standing.verdict.value)


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


# --- steps


def findings_in(rows: Iterable[ListRow]) -> tuple[FindingRow, ...]:
    """Without headings."""
    return tuple(row for row in rows if isinstance(row, FindingRow))


def step(rows: Iterable[ListRow], current: str | None, by: int) -> str | None:
    """The finding after or before `current` in the order shown, round the end."""
    ids = [row.finding.id for row in findings_in(rows)]
    if not ids:
        return None
    if current not in ids:
        return ids[0 if by > 0 else -1]
    return ids[(ids.index(current) + by) % len(ids)]


def next_undecided(rows: Iterable[ListRow], current: str | None) -> str | None:
    """The next finding without a decision, round the end; None where all others are decided."""
    shown = findings_in(rows)
    at = next((place for place, row in enumerate(shown) if row.finding.id == current), -1)
    ahead = (*shown[at + 1 :], *shown[: max(0, at)])
    return next((row.finding.id for row in ahead if row.standing.verdict is None), None)


def without(filters: Filters, group: str, value: str) -> Filters:
    """The filters with one choice taken out; of the words all."""
    return replace(filters, words="") if group == "words" else chosen(filters, group, _values(filters, group) - {value})


def toggled(filters: Filters, group: str, value: str) -> Filters:
    """The filters with one choice put in or taken out."""
    return chosen(filters, group, _values(filters, group) ^ {value})


def chosen(filters: Filters, group: str, values: Iterable[str]) -> Filters:
    """The filters with these choices in a group."""
    match group:
        case "severities":
            return replace(filters, severities=frozenset(map(Severity, values)))
        case "kinds":
            return replace(filters, kinds=frozenset(map(FindingKind, values)))
        case "subjects":
            return replace(filters, subjects=frozenset(values))
        case "states":
            return replace(filters, states=frozenset(values))
        case _:
            return replace(filters, assignees=frozenset(values))


def _values(filters: Filters, group: str) -> frozenset[str]:
    values: frozenset[str] = getattr(filters, group)
    return values
