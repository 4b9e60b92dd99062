"""Measure the liability matrices against those we read out of our own clauses (tests/data/gold_liability).

A cell is right if its extent is; "not regulated" counts. The second figure counts only cells that are regulated in
the gold or were found so. A matrix that was not expected counts with all its regulated cells as wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.importing.options import ReadOptions
from app.models.liability import Damage, Extent, Fault, LiabilityMatrix
from app.models.reading import Reading
from app.pipeline.stages import read, understand

FOLDER = Path(__file__).resolve().parents[2] / "tests/data/gold_liability"
SETS = ("first", "fresh", "pairs", "second", "third", "fourth")
_FAULTS = {"intent": Fault.INTENT, "gross": Fault.GROSS_NEGLIGENCE, "slight": Fault.SLIGHT_NEGLIGENCE}
_DAMAGES = {
    "life": Damage.LIFE_BODY_HEALTH, "essential": Damage.ESSENTIAL_DUTIES, "other": Damage.OTHER,
    "delay": Damage.DELAY, "data": Damage.DATA_LOSS, "indirect": Damage.INDIRECT, "guarantee": Damage.GUARANTEE,
    "fraud": Damage.FRAUDULENT_CONCEALMENT, "product": Damage.PRODUCT_LIABILITY,
}  # fmt: skip
_EXTENTS = {"U": Extent.UNLIMITED, "L": Extent.LIMITED, "E": Extent.EXCLUDED, "N": Extent.NOT_REGULATED}
Key = tuple[str, str]  # party, heading of the service ("" for the whole document)
Cells = dict[tuple[Fault, Damage], Extent]


@dataclass
class Tally:
    """Cells right and counted, over all and over those regulated in the gold or found so; wrong cells by name."""

    right: int = 0
    cells: int = 0
    regulated_right: int = 0
    regulated: int = 0
    wrong: list[str] = field(default_factory=list)
    unquoted: list[str] = field(default_factory=list)

    def add(self, name: str, gold: Extent, found: Extent) -> None:
        """Count one cell."""
        self.cells += 1
        self.right += gold is found
        if Extent.NOT_REGULATED not in (gold, found) or gold is not found:
            self.regulated += 1
            self.regulated_right += gold is found
        if gold is not found:
            self.wrong.append(f"{name}: {gold.value} expected, {found.value} found")

    @property
    def share(self) -> float:
        """Right cells of all."""
        return self.right / self.cells if self.cells else 1.0

    @property
    def regulated_share(self) -> float:
        """Right cells of those regulated in the gold or found so."""
        return self.regulated_right / self.regulated if self.regulated else 1.0


def cases(name: str) -> list[dict[str, object]]:
    """The cases of one set."""
    return list(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["case"])


def expected(lines: list[str]) -> dict[Key, Cells]:
    """The matrices of a case's lines (see tests/data/gold_liability/README.md)."""
    found: dict[Key, Cells] = {}
    for line in lines:
        head, *rows = (part.strip() for part in line.split("|"))
        party, _, scope = (part.strip() for part in head.partition("@"))
        found[party, scope] = dict(_cells(rows))
    return found


def _cells(rows: list[str]) -> Iterator[tuple[tuple[Fault, Damage], Extent]]:
    for row in rows:
        fault, *values = row.split()
        for value in values:
            names, _, extent = value.partition("=")
            for name in _DAMAGES if names == "all" else names.split(","):
                yield (_FAULTS[fault], _DAMAGES[name]), _EXTENTS[extent]


def reading_of(text: str) -> Reading:
    """A plain text read as any document is."""
    return understand(read(text.strip().encode(), "klausel.txt", ReadOptions()))


def found_in(reading: Reading) -> dict[Key, LiabilityMatrix]:
    """The matrices of a reading by party and service."""
    heading = {c.id: c.heading for c in reading.clauses}
    return {(m.liable.value if m.liable else "unknown", heading.get(m.scope or "", "")): m for m in reading.liability}


def count(case: dict[str, object], tally: Tally) -> None:
    """Count the cells of one case."""
    reading = reading_of(str(case["text"]))
    gold, found = expected(list(case["expected"])), found_in(reading)  # type: ignore[call-overload]
    name = str(case["name"])
    for key in sorted({*gold, *found}):
        matrix = found.get(key)
        for fault in Fault:
            for damage in Damage:
                cell = matrix.cell(fault, damage) if matrix else None
                extent = cell.extent if cell else Extent.NOT_REGULATED
                wanted = gold.get(key, {}).get((fault, damage), Extent.NOT_REGULATED)
                if key in gold or extent is not wanted:
                    tally.add(
                        f"{name} [{' @ '.join(filter(None, key))}] {fault.value} x {damage.value}", wanted, extent
                    )
                if cell and extent is not Extent.NOT_REGULATED and not _quoted(reading, cell.evidence):
                    tally.unquoted.append(f"{name} {fault.value} x {damage.value}")


def _quoted(reading: Reading, evidence: tuple[object, ...]) -> bool:
    return bool(evidence) and all(reading.by_id[e.clause].text[e.start : e.end].strip() for e in evidence)  # type: ignore[attr-defined]


def measured(name: str) -> Tally:
    """One set counted."""
    tally = Tally()
    for case in cases(name):
        count(case, tally)
    return tally


def lines() -> list[str]:
    """The section of docs/quality.md."""
    out = [
        "## Liability matrix",
        "",
        "Sections of our own; the rules have been mended with all of them in view. What they made of each set, and of real "
        "sections, at first sight stands in docs/blind.md.",
        "",
        "| set | clauses | cells | right | regulated | right |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    wrong: list[str] = []
    for name in (n for n in SETS if (FOLDER / f"{n}.toml").is_file()):
        tally = measured(name)
        row = (
            name,
            len(cases(name)),
            tally.cells,
            f"{tally.share:.3f}",
            tally.regulated,
            f"{tally.regulated_share:.3f}",
        )
        out.append("| " + " | ".join(str(value) for value in row) + " |")
        wrong += [f"- {line}" for line in (*tally.wrong, *(f"{u}: no quote" for u in tally.unquoted))]
    return [*out, "", *wrong, *([""] if wrong else [])]
