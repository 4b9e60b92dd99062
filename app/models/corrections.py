"""What corrections of the clause tree are possible, how they are written down, and which belong together.

Pure functions on what was read: quick enough for a context menu, and the same that decide when corrections are laid over
the tree (`nlp.segmentation.corrections`), so that the window never offers what would be refused. The tree is its clauses in reading
order with their levels: a clause's sub-units are those that follow it on deeper levels.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Final

from app.models.reading import Clause, Correction, Reading

MERGE, SPLIT, LEVEL, EXCLUDE, TYPE = "merge", "split", "level", "exclude", "type"
DEEPER, HIGHER = "+1", "-1"
EXCLUDED: Final = "excluded_by_user"  # reason in `NotAnalysed`
BY_USER: Final = "user"  # source of a type
WORDS_KEPT: Final = 60  # characters of the words at a split
_DIGITS: Final = 9  # of an offset

_MOVES: Final = {
    "merge": (MERGE, ""),
    "level_up": (LEVEL, HIGHER),
    "level_down": (LEVEL, DEEPER),
    "exclude": (EXCLUDE, ""),
}


class Refusal(StrEnum):
    """Why a correction cannot be applied."""

    NO_SUCH_CLAUSE = "no_such_clause"
    NOTHING_BEFORE = "nothing_before"
    OTHER_BEFORE = "other_before"
    OUTERMOST = "outermost"
    NO_UNIT_ABOVE = "no_unit_above"
    PLACE_NOT_FOUND = "place_not_found"
    NOTHING_TO_SPLIT = "nothing_to_split"
    UNKNOWN_TYPE = "unknown_type"  # not seen beforehand: the window offers the types there are
    UNKNOWN_ACTION = "unknown_action"


# --- what is possible


def possible(reading: Reading, clause_id: str) -> frozenset[str]:
    """Of merge, split, level_up, level_down, exclude, type: what can be done with a clause."""
    clauses = reading.clauses
    at = next((n for n, clause in enumerate(clauses) if clause.id == clause_id), None)
    if at is None:
        return frozenset()
    moves = {name for name, (action, value) in _MOVES.items() if not refused(clauses, at, action, value)}
    return frozenset({*moves, TYPE, *([SPLIT] if splittable(clauses[at]) else [])})


def refusal(reading: Reading, correction: Correction) -> Refusal | None:
    """Why it cannot be applied to this tree; None where it can."""
    clauses = reading.clauses
    at = next((n for n, clause in enumerate(clauses) if clause.anchor == correction.anchor), None)
    return Refusal.NO_SUCH_CLAUSE if at is None else refused(clauses, at, correction.action, correction.value)


def refused(clauses: Sequence[Clause], at: int, action: str, value: str) -> Refusal | None:
    """The same for the clause at this place in reading order."""
    level = clauses[at].level
    match action, value:
        case "merge", before:
            if not at:
                return Refusal.NOTHING_BEFORE
            return None if before in ("", clauses[at - 1].anchor) else Refusal.OTHER_BEFORE
        case "level", "-1":
            return None if level else Refusal.OUTERMOST
        case "level", "+1":
            return None if at and clauses[at - 1].level >= level else Refusal.NO_UNIT_ABOVE
        case "split", _:
            return _split_refused(clauses, at, value)
        case ("exclude", "") | ("type", _):
            return None
    return Refusal.UNKNOWN_ACTION


def subtree_end(clauses: Sequence[Clause], at: int) -> int:
    """The place behind a clause's last sub-unit."""
    end = at + 1
    while end < len(clauses) and clauses[end].level > clauses[at].level:
        end += 1
    return end


# --- where a clause is split


def splittable(clause: Clause) -> bool:
    """Whether there is a place inside: between two words, or between the heading and the text."""
    words = clause.text.split(maxsplit=1)
    return len(words) > 1 or bool(words and (clause.label or clause.heading))


def split(clause: Clause, offset: int) -> Correction:
    """A new unit begins with the word at `offset` of the clause's own text, or with the first one behind it."""
    text = clause.text
    start = offset + len(text[offset:]) - len(text[offset:].lstrip())
    while start == offset and offset and not text[offset - 1].isspace():
        start = offset = offset - 1
    return correction(clause, SPLIT, f"{start}:{' '.join(text[start : start + WORDS_KEPT].split())}")


def split_offset(clause: Clause, value: str) -> int | None:
    """Where in the clause's text a split takes place: where it was, else at the only place with these words."""
    offset, _, words = value.partition(":")
    wanted = words.split()
    if not (offset.isascii() and offset.isdigit() and len(offset) <= _DIGITS and wanted):
        return None
    if _stands_at(clause.text, int(offset), " ".join(wanted)):
        at = int(offset)
    else:
        places = [n for n in _starts(clause.text, wanted[0][0]) if _stands_at(clause.text, n, " ".join(wanted))]
        if len(places) != 1:
            return None
        at = places[0]
    inside = bool(clause.text[:at].strip()) or bool(clause.label or clause.heading)
    return at if inside else None


def split_anchor(anchor: str, value: str) -> str:
    """Anchor of the unit that a split of the clause with `anchor` makes: known before it is made, and after every reading."""
    return hashlib.sha256(f"split\n{anchor}\n{value}".encode()).hexdigest()[:16]


def _split_refused(clauses: Sequence[Clause], at: int, value: str) -> Refusal | None:
    clause = clauses[at]
    if not splittable(clause):
        return Refusal.NOTHING_TO_SPLIT
    made = split_anchor(clause.anchor, value)
    found = split_offset(clause, value) is not None and not any(other.anchor == made for other in clauses)
    return None if found else Refusal.PLACE_NOT_FOUND


def _starts(text: str, sign: str) -> list[int]:
    return [n for n, char in enumerate(text) if char == sign]


def _stands_at(text: str, offset: int, words: str) -> bool:
    """Whether these words (single spaces) stand at `offset`, however they are wrapped there."""
    if offset >= len(text) or text[offset].isspace():
        return False
    there = " ".join(text[offset : offset + 3 * len(words) + 20].split())
    return there.startswith(words)


# --- lists of corrections


def correction(clause: Clause, action: str, value: str = "") -> Correction:
    """The correction of this clause, with its name."""
    return Correction(action, clause.anchor, value, name_of(clause))


def name_of(clause: Clause) -> str:
    """`§ 8 (2)`, `3.1 Preise`, `§ 8 Der Kunde …`; a label that repeats the one above it stands alone."""
    steps: list[str] = []
    for step in clause.path:
        if steps and step.startswith(steps[-1].rstrip(".") + "."):
            steps.pop()
        steps.append(step)
    if clause.label:
        steps.append(clause.heading)
    elif not clause.heading:
        steps.append(clause.text[: 2 * WORDS_KEPT])
    return _short(" ".join(" ".join(steps).split()))


def _short(name: str) -> str:
    return name if len(name) <= WORDS_KEPT else f"{name[:WORDS_KEPT].rsplit(' ', 1)[0]} …"


def merge(reading: Reading, clause: Clause) -> Correction:
    """The unit joins the one that stands before it now."""
    at = reading.clauses.index(clause)
    return correction(clause, MERGE, reading.clauses[at - 1].anchor if at else "")


def simplified(corrections: Iterable[Correction], lost: Collection[Correction] = ()) -> tuple[Correction, ...]:
    """Without those that a later one undoes (deeper, then higher; split, then merged again) or replaces (type).

    Only neighbours undo one another: what was corrected in between may rest on the first. Types rest on nothing. `lost`: those that did
    not hold, so that there is nothing to undo.
    """
    found: list[Correction] = []
    for one in corrections:
        if one.action == TYPE:
            found = [c for c in found if (c.action, c.anchor) != (TYPE, one.anchor)]
        last = next((n for n in reversed(range(len(found))) if found[n].action != TYPE), None)
        if last is not None and found[last] not in lost and _undoes(one, found[last]):
            gone = _made_by(found[last])
            found = [c for n, c in enumerate(found) if n != last and not (n > last and c.anchor == gone)]
        else:
            found.append(one)
    return tuple(found)


def without(corrections: Iterable[Correction], anchor: str) -> tuple[Correction, ...]:
    """All changes of one clause taken back: its own, the split that made it, the units that joined it, and what was done with
    units that its splits made.
    """
    gone = {anchor}
    left: list[Correction] = []
    for one in corrections:
        made = _made_by(one)
        if one.anchor in gone or made in gone or (one.action == MERGE and one.value in gone):
            gone.update([made] if made else [])
        else:
            left.append(one)
    return tuple(left)


def laid_over(reading: Reading, corrections: Sequence[Correction]) -> bool:
    """Whether this is what was read with exactly these corrections."""
    lost = [one.correction for one in reading.lost_corrections]
    if Counter(corrections) != Counter((*reading.corrections, *lost)):
        return False
    rest = iter(corrections)
    return all(one in rest for one in reading.corrections)


def _undoes(later: Correction, earlier: Correction) -> bool:
    if later.action == LEVEL:  # not the other way round: units behind it may have come under it
        return earlier == Correction(LEVEL, later.anchor, DEEPER) and later.value == HIGHER
    again = bool(later.anchor) and later.anchor == _made_by(earlier)
    return later.action == MERGE and again and later.value in ("", earlier.anchor)


def _made_by(one: Correction) -> str:
    """Anchor of the unit that a correction makes, "" where it makes none."""
    return split_anchor(one.anchor, one.value) if one.action == SPLIT else ""
