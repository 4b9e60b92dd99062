"""The state of the editor of one reference clause, without Qt: snapshots of plain data, undo, and its mistakes.

Strategy: what is edited is the plain form of `app.library.plain`, which is never changed in place; every edit makes a new
snapshot that shares what stayed. Undo and redo walk over snapshots; typing in one place without a pause is one step. What is
empty is left out, as in the files, so that equal clauses are equal snapshots.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.library.model import ReferenceClause, Revision
from app.library.plain import Plain, clause_of, plain_clause
from app.library.problems import Problem, Problems

Place = tuple[str | int, ...]
"""Way to a value: `("position", 0, "text")`."""

_PAUSE_S = 2.0  # typing on after such a pause is a step of its own
_MOST_STEPS = 500


def shown(text: str) -> str:
    """A text of the plain form as a reader writes it: one line a paragraph."""
    return "\n".join(filter(None, (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text.strip()))))


def written(text: str) -> str:
    """The inverse: in the plain form an empty line separates paragraphs."""
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def value_at(plain: object, place: Place) -> Any:  # noqa: ANN401 - plain data hold anything
    """What stands at a place; None where nothing does."""
    for key in place:
        if isinstance(plain, Mapping):
            plain = plain.get(key)
        elif isinstance(plain, list) and isinstance(key, int) and 0 <= key < len(plain):
            plain = plain[key]
        else:
            return None
    return plain


def changed(plain: Plain, place: Place, value: object) -> Plain:
    """New plain data with another value at a place; nothing that is empty is kept."""
    new: Plain = _set(plain, place, value)
    return new


def _set(old: object, place: Place, value: object) -> Any:  # noqa: ANN401
    if not place:
        return value
    key, rest = place[0], place[1:]
    if isinstance(key, int):
        items = list(old) if isinstance(old, list) else []
        inner = _set(items[key] if key < len(items) else None, rest, value)
        return [*items[:key], inner, *items[key + 1 :]]
    table = dict(old) if isinstance(old, Mapping) else {}
    inner = _set(table.get(key), rest, value)
    if _empty(inner) and not (inner is False and key == "value"):  # a limit may be „nein“
        table.pop(key, None)
    else:
        table[key] = inner
    return table


def _empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The clause after an edit, and where that edit was made."""

    plain: Plain
    place: Place = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A problem of the clause at its place."""

    place: Place
    problem: Problem


@dataclass(frozen=True, slots=True)
class Judged:
    """The clause a snapshot stands for; None while it has mistakes."""

    clause: ReferenceClause | None
    mistakes: tuple[Mistake, ...] = ()


def judged(plain: Plain) -> Judged:
    """Read a snapshot as every file is read."""
    problems = Problems()
    clause = clause_of(plain, problems)
    mistakes = tuple(Mistake(_exact(place_of(problem.field), plain), problem) for problem in problems.found)
    return Judged(None if mistakes else clause, mistakes)


def place_of(field: str) -> Place:
    """`position 2.text` → `("position", 1, "text")`."""
    place: list[str | int] = []
    for part in field.split("."):
        name, _, number = part.rpartition(" ")
        place += [name, int(number) - 1] if name and number.isdigit() else [part]
    return tuple(place)


def _exact(place: Place, plain: Plain) -> Place:
    """Of a list of texts, the first that is empty or said before."""
    texts = value_at(plain, place)
    if not isinstance(texts, list) or place[-1:] != ("examples",):
        return place
    wrong = (n for n, text in enumerate(texts) if not str(text).strip() or text in texts[:n])
    return (*place, next(wrong, 0))


class Editing:
    """The snapshots of one clause: the present one, and those before and after it.

    `base`: the version the edit started from, 0 for a new clause.
    """

    def __init__(self, plain: Plain, base: int, *, now: Callable[[], float] = time.monotonic) -> None:
        self.base = base
        self._now = now
        self._saved = plain
        self._before: list[Snapshot] = []
        self._present = Snapshot(plain)
        self._after: list[Snapshot] = []
        self._typed_at: float | None = None

    @property
    def plain(self) -> Plain:
        """The present snapshot."""
        return self._present.plain

    @property
    def changed(self) -> bool:
        """Whether it differs from what was saved last."""
        return self.plain != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._after)

    def at(self, *place: str | int) -> Any:  # noqa: ANN401
        """What stands at a place now."""
        return value_at(self.plain, place)

    def set(self, place: Place, value: object, *, typing: bool = False) -> bool:
        """Another value at a place; `typing` joins with what was just typed there. Whether anything changed."""
        return self.replace(changed(self.plain, place, value), place, typing=typing)

    def replace(self, plain: Plain, place: Place, *, typing: bool = False) -> bool:
        """A whole new snapshot, made at a place."""
        if plain == self.plain:
            return False
        if not (typing and self._goes_on(place)):
            self._before.append(self._present)
            del self._before[:-_MOST_STEPS]
        self._present = Snapshot(plain, place)
        self._after.clear()
        self._typed_at = self._now() if typing else None
        return True

    def _goes_on(self, place: Place) -> bool:
        same = self._present.place == place and bool(self._before)
        return same and self._typed_at is not None and self._now() - self._typed_at < _PAUSE_S

    def begin_with(self, plain: Plain) -> None:
        """Another beginning than the saved version: there is nothing to take back."""
        self._present = Snapshot(plain)
        self._before.clear()
        self._after.clear()

    def undo(self) -> Place:
        """Take the last step back; the place where it was made."""
        return self._step(self._before, self._after)

    def redo(self) -> Place:
        """Take a step again that was taken back."""
        return self._step(self._after, self._before)

    def _step(self, source: list[Snapshot], target: list[Snapshot]) -> Place:
        if not source:
            return ()
        place = self._present.place if source is self._before else source[-1].place
        target.append(self._present)
        self._present = source.pop()
        self._typed_at = None
        return place

    def keep(self, saved: Revision) -> None:
        """The clause was saved as this version; steps can still be taken back."""
        self._saved, self.base, self._typed_at = plain_clause(saved.clause), saved.clause.version, None
        self._present = Snapshot(self._saved, self._present.place)
