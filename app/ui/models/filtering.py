"""Which findings are shown: choices of their properties and words, and how a choice is made and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.models.analysis import FindingKind, Severity
from app.ui.models.findingrows import FindingRow, Standing

UNDECIDED, DECIDED = "undecided", "decided"
NOBODY = "-"  # the assignee of what nobody is asked to do


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


def matching(rows: list[FindingRow], filters: Filters) -> list[FindingRow]:
    """The rows that pass every filter."""
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
