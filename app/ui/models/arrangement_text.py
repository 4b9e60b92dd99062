"""How the user likes the list of findings, as a text that settings can keep.

What cannot be read is left out: a choice of an older or newer program must not hide findings unseen. Words typed are not kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.ui.models.arranging import Arrangement, Grouping, Sorting
from app.ui.models.filtering import DECIDED, UNDECIDED, Filters

E = TypeVar("E", bound=StrEnum)
_STATES = {UNDECIDED, DECIDED, *(verdict.value for verdict in Verdict)}


def arrangement_text(arrangement: Arrangement) -> str:
    """One line of JSON."""
    filters = arrangement.filters
    return json.dumps(
        {
            "grouping": arrangement.grouping.value,
            "sorting": arrangement.sorting.value,
            "severities": sorted(filters.severities),
            "kinds": sorted(filters.kinds),
            "subjects": sorted(filters.subjects),
            "states": sorted(filters.states),
            "assignees": sorted(filters.assignees),
        },
        ensure_ascii=False,
    )


def arrangement_from(text: str) -> Arrangement:
    """What was kept, as far as it can be read."""
    try:
        kept = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return Arrangement()
    if not isinstance(kept, dict):
        return Arrangement()
    usual = Arrangement()
    filters = Filters(
        frozenset(_members(Severity, kept.get("severities"))),
        frozenset(_members(FindingKind, kept.get("kinds"))),
        frozenset(_words(kept.get("subjects"))),
        frozenset(_words(kept.get("states"))) & _STATES,
        frozenset(_words(kept.get("assignees"))),
    )
    grouping = next(iter(_members(Grouping, [kept.get("grouping")])), usual.grouping)
    sorting = next(iter(_members(Sorting, [kept.get("sorting")])), usual.sorting)
    return Arrangement(grouping, sorting, filters)


def _words(value: object) -> list[str]:
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


def _members(kind: type[E], value: object) -> Iterable[E]:
    known = {member.value: member for member in kind}
    return [known[word] for word in _words(value) if word in known]
