"""Which version of a reference clause is in force, and who may approve one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.library.lifecycle import Refusal, before_change, in_force, refusal
from app.library.loader import load
from app.library.model import Revision, Status
from app.paths import clause_library

_CLAUSE = load(clause_library()).clauses[0]
_LETTERS = {"d": Status.DRAFT, "r": Status.REVIEW, "a": Status.APPROVED, "x": Status.RETIRED}


def _life(letters: str, authors: str = "") -> tuple[Revision, ...]:
    return tuple(
        Revision(
            replace(_CLAUSE, version=number, status=_LETTERS[letter]),
            author=authors[number - 1 : number] and {"m": "Mia Muster", "k": "Kai Kunde", "-": ""}[authors[number - 1]],
        )
        for number, letter in enumerate(letters, 1)
    )


@pytest.mark.parametrize(
    ("life", "effective"),
    [
        ("", None),
        ("d", None),
        ("r", 1),
        ("rd", 1),  # a draft changes nothing
        ("rr", 2),  # never approved: the newest under review applies, marked
        ("ra", 2),
        ("rar", 2),  # once approved, a change waits for its approval
        ("rard", 2),
        ("rara", 4),
        ("rax", None),
        ("raxd", None),
        ("raxr", None),  # what comes back needs the second person again
        ("raxra", 5),
        ("rxr", 3),
        ("dx", None),
    ],
)
def test_the_version_in_force(life: str, effective: int | None) -> None:
    found = in_force(_life(life))
    assert (found.clause.version if found else None) == effective


@pytest.mark.parametrize(
    ("user", "life", "authors", "why"),
    [
        ("Kai Kunde", "r", "m", None),
        ("Kai Kunde", "r", "-", None),  # the starter library is nobody's change
        ("Mia Muster", "r", "m", Refusal.OWN_CHANGE),
        (" mia muster ", "r", "m", Refusal.OWN_CHANGE),
        ("", "r", "m", Refusal.NO_NAME),
        ("Kai Kunde", "d", "m", Refusal.NOT_IN_REVIEW),
        ("Kai Kunde", "", "", Refusal.NOT_IN_REVIEW),
        ("Kai Kunde", "ra", "mm", Refusal.NOT_IN_REVIEW),
        ("Mia Muster", "rar", "mkk", None),  # what was approved before is not asked again
        ("Kai Kunde", "radr", "mkkm", Refusal.OWN_CHANGE),  # any change since the last approval counts
    ],
)
def test_who_may_approve(user: str, life: str, authors: str, why: Refusal | None) -> None:
    assert refusal(user, _life(life, authors)) is why


@pytest.mark.parametrize(
    ("life", "titles", "before"),
    [
        ("r", "a", None),
        ("rdr", "abb", 1),  # changed, submitted, in force at once as nothing was ever approved: compared with the first
        ("rardr", "aabbb", 2),
        ("rara", "aabb", 2),
        ("rdrdr", "abbcc", 3),
        ("rr", "aa", None),  # only the status has changed
        ("dr", "ab", None),  # nothing was in force before
    ],
)
def test_what_a_second_person_compares_the_last_version_with(life: str, titles: str, before: int | None) -> None:
    versions = [
        replace(version, clause=replace(version.clause, title=title))
        for version, title in zip(_life(life), titles, strict=True)
    ]
    found = before_change(versions)
    assert (found.clause.version if found else None) == before
