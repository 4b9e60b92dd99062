"""The order of a clause's wordings: preferred, fallbacks, unacceptable; adding, moving, ranking. No Qt."""

from __future__ import annotations

from typing import Any

from app.library.model import PositionRank
from app.library.plain import Plain

_RANKS = [rank.value for rank in PositionRank]


def positions(plain: Plain) -> list[dict[str, Any]]:
    """The wordings as they stand."""
    found = plain.get("position", [])
    return list(found) if isinstance(found, list) else []


def sorted_positions(plain: Plain) -> Plain:
    """Ranks in their order; within a rank nothing moves."""
    return _with(plain, sorted(positions(plain), key=_rank))


def added(plain: Plain, rank: PositionRank, text: str = "") -> tuple[Plain, int]:
    """One more wording, last of its rank, and where it stands."""
    found = positions(plain)
    index = sum(_rank(position) <= _RANKS.index(rank) for position in found)
    new = {"rank": rank.value} | ({"text": text} if text else {})
    return _with(plain, [*found[:index], new, *found[index:]]), index


def removed(plain: Plain, index: int) -> Plain:
    """One wording less."""
    found = positions(plain)
    return _with(plain, found[:index] + found[index + 1 :])


def can_move(plain: Plain, index: int, by: int) -> bool:
    """Whether the neighbour is of the same rank."""
    found, other = positions(plain), index + by
    return 0 <= other < len(found) and _rank(found[index]) == _rank(found[other])


def moved(plain: Plain, index: int, by: int) -> tuple[Plain, int]:
    """Change places with a neighbour of the same rank."""
    if not can_move(plain, index, by):
        return plain, index
    found = positions(plain)
    found[index], found[index + by] = found[index + by], found[index]
    return _with(plain, found), index + by


def ranked(plain: Plain, index: int, rank: str) -> tuple[Plain, int]:
    """Another rank: it becomes the last of it."""
    found = positions(plain)
    position = found.pop(index) | {"rank": rank}
    at = sum(_rank(other) <= _RANKS.index(rank) for other in found)
    return _with(plain, [*found[:at], position, *found[at:]]), at


def number(plain: Plain, index: int) -> tuple[str, int, int]:
    """Rank, which of its rank it is (from 1), and how many there are of it."""
    found = positions(plain)
    rank = str(found[index].get("rank", ""))
    same = [n for n, position in enumerate(found) if position.get("rank") == rank]
    return rank, same.index(index) + 1, len(same)


def _rank(position: dict[str, Any]) -> int:
    rank = position.get("rank")
    return _RANKS.index(rank) if rank in _RANKS else len(_RANKS)


def _with(plain: Plain, found: list[dict[str, Any]]) -> Plain:
    rest = {key: value for key, value in plain.items() if key != "position"}
    return rest | ({"position": found} if found else {})
