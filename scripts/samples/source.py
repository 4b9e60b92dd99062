"""A sample's source: its lines (see tests/data/samples/README.md) as numbered units, and the gold file that follows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

OPENING = 40  # characters of a unit that the gold file names


@dataclass
class Unit:
    """A heading (`level` 0), a paragraph (`level` 1) or the title of an annex (`level` -1), with its label as printed."""

    level: int
    label: str
    text: str
    items: list[str] = field(default_factory=list)
    provisions: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Sample:
    """One sample document."""

    keys: dict[str, str]
    units: list[Unit]

    @property
    def file(self) -> str:
        return self.keys["file"]


def read_sample(path: Path) -> Sample:
    """The sample in `path`; a line of an unknown form is an error."""
    keys: dict[str, str] = {}
    units: list[Unit] = []
    for line in path.read_text("utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if not line.strip():
            continue
        if mark in ("===", "==", "--"):
            units.append(Unit({"===": -1, "==": 0, "--": 1}[mark], "", text))
        elif mark == "..":
            units[-1].items.append(text)
        elif mark == "!":
            units[-1].provisions.append(json.loads(text))
        elif mark.endswith(":") and not units:
            keys[mark[:-1]] = text
        else:
            raise ValueError(f"{path}: {line!r}")
    return Sample(keys, _numbered(units, keys["scheme"]))


def _numbered(units: list[Unit], scheme: str) -> list[Unit]:
    """Labels as printed; in the scheme `section` a lone paragraph under a heading has none, as in many terms."""
    head = paragraph = 0
    for at, unit in enumerate(units):
        if unit.level == -1:
            head = 0
        elif unit.level == 0:
            head, paragraph = head + 1, 0
            unit.label = f"§ {head}" if scheme == "section" else f"{head}."
        else:
            paragraph += 1
            alone = paragraph == 1 and (at + 1 == len(units) or units[at + 1].level < 1)
            unit.label = f"{head}.{paragraph}" if scheme == "decimal" else "" if alone else f"({paragraph})"
    return units


def gold(sample: Sample) -> dict[str, Any]:
    """The gold file: clauses and provisions as ../shared/gold/GUIDELINES.md defines them."""
    clauses: list[dict[str, Any]] = []
    provisions: list[dict[str, Any]] = []
    annex: str | None = None
    parent: Unit | None = None
    for unit in sample.units:
        if unit.level == -1:
            annex = unit.text
            clauses.append(_clause(unit, heading=unit.text, parent=None))
        elif unit.level == 0:
            parent = unit
            clauses.append(_clause(unit, heading=unit.text, parent=annex))
        elif unit.label and parent:
            clauses.append(_clause(unit, heading="", parent=parent.label))
        place = " > ".join(u.label for u in (parent, unit) if u and u.label)
        provisions += [{**p, "clause": place} for p in unit.provisions]
    return {"document": sample.file, "language": "de", "clauses": clauses, "provisions": provisions}


def _clause(unit: Unit, *, heading: str, parent: str | None) -> dict[str, Any]:
    return {"label": unit.label, "heading": heading, "starts": unit.text[:OPENING], "parent": parent}
