"""Puts a draft together: positions, notes and what is asked once for the whole file, as a table of the library's files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.importing.clauselists.ids import new_id
from app.importing.clauselists.model import Defaults, Field, ListCode, ListProblem, Plain
from app.importing.clauselists.positionwords import POSITIONS

_TITLE_WORDS = 8
LONGEST_TITLE = 150


@dataclass
class Parts:
    """What was found of one clause, before it is a draft. `positions`: rank, order among fallbacks, text, note."""

    title: str = ""
    positions: list[tuple[Field, int, str, str]] = field(default_factory=list)
    guidance: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    others: Plain = field(default_factory=dict)
    bases: list[tuple[str, date]] = field(default_factory=list)
    problems: list[ListProblem] = field(default_factory=list)

    def add(self, what: Field, text: str, *, order: int = 0, note: str = "") -> None:
        """A text of one of the fields that hold texts."""
        if what is Field.GUIDANCE:
            self.guidance.append(f"{note}: {text}" if note else text)
        elif what is Field.COMMENT:
            self.comments.append(text)
        else:
            self.positions.append((what, order, text, note))

    @property
    def has_wording(self) -> bool:
        """Whether anything of it is worth a draft."""
        return bool(self.positions)


def draft(parts: Parts, defaults: Defaults, taken: set[str], origin: str) -> Plain:
    """The draft's table; its id joins `taken`. `origin` stands in the guidance where the file has none."""
    positions = _ordered(parts.positions)
    title = _title(parts, positions)
    perspective = parts.others.get("perspective") or defaults.perspective.value
    audience = parts.others.get("audience", [one.value for one in defaults.audiences])
    type_id = parts.others.get("type", "")
    wished = parts.others.get("id", "")
    identifier = wished or new_id(type_id, perspective, audience, title, taken)
    taken.add(identifier)
    plain: Plain = {
        "id": identifier,
        "title": title,
        "type": type_id,
        "perspective": perspective,
        "audience": audience,
        "contract_kinds": parts.others.get("contract_kinds", [one.value for one in defaults.contract_kinds]),
        "governing_law": parts.others.get("governing_law", []),
        "language": parts.others.get("language") or defaults.language,
        "version": 1,
        "status": "draft",
        "owner": parts.others.get("owner") or defaults.owner,
        "tags": parts.others.get("tags", []),
        "guidance": "\n\n".join(parts.guidance) or origin,
        "comment": "\n\n".join(parts.comments),
        "position": positions,
        "legal_basis": [{"norm": norm, "as_of": day} for norm, day in parts.bases],
    }
    _note_gaps(parts, positions)
    return {key: value for key, value in plain.items() if value not in ("", [], None)}


def paragraphs(lines: Sequence[str]) -> str:
    """Lines as paragraphs of a library text: an empty line between them."""
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _ordered(positions: Sequence[tuple[Field, int, str, str]]) -> list[Plain]:
    """By rank, fallbacks by their numbers; the same wording once."""
    order = sorted(positions, key=lambda one: (POSITIONS.index(one[0]), one[1]))
    seen: set[tuple[Field, str]] = set()
    tables: list[Plain] = []
    for rank, _, text, note in order:
        if (rank, text) not in seen:
            seen.add((rank, text))
            tables.append({"rank": rank.value, "text": text} | ({"note": note} if note else {}))
    return tables


def _title(parts: Parts, positions: Sequence[Plain]) -> str:
    given = " ".join(parts.title.split())
    if given and len(given) <= LONGEST_TITLE:
        return given
    words = (given or (str(positions[0]["text"]) if positions else "")).split()
    parts.problems.append(ListProblem(ListCode.TITLE_MADE))
    if given:
        parts.guidance.insert(0, given)  # nothing of it may be lost
    return " ".join(words[:_TITLE_WORDS])[:LONGEST_TITLE] + (" …" if len(words) > _TITLE_WORDS else "") or "?"


def _note_gaps(parts: Parts, positions: Sequence[Plain]) -> None:
    if not any(position["rank"] == Field.PREFERRED.value for position in positions):
        parts.problems.append(ListProblem(ListCode.NO_PREFERRED))
    if parts.comments:
        parts.problems.append(ListProblem(ListCode.COMMENT_LEAVES))
