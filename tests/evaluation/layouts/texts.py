"""The text that all layouts print: the terms of our samples one after another, with the clauses that must be found.

The numbering goes through, so that every label occurs once. Schemes: `section` (§ 1 / (1)), `decimal` (1. / 1.1),
`headings` (headings without a number over numbered paragraphs), `plain` (no number at all).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scripts.samples.source import OPENING, Unit, read_sample

SAMPLES = Path(__file__).parents[2] / "data/samples"
TITLE = "Allgemeine Bedingungen für Lieferung, Wartung und Rechenleistung"
LONG, SHORT = ("lieferbedingungen", "hosting", "wartung"), ("hosting",)


@dataclass(frozen=True)
class Expected:
    """A clause of the gold file, and all its words as they are printed after the label."""

    gold: dict[str, Any]
    text: str


def units_of(scheme: str, names: Sequence[str] = LONG) -> list[Unit]:
    """The numbered units of the samples, without annexes."""
    found = [unit for name in names for unit in read_sample(SAMPLES / f"{name}.sample").units if unit.level >= 0]
    head = paragraph = 0
    numbered = []
    for unit in found:
        head, paragraph = (head + 1, 0) if unit.level == 0 else (head, paragraph + 1)
        numbered.append(replace(unit, label=_label(scheme, unit.level, head, paragraph)))
    return numbered


def _label(scheme: str, level: int, head: int, paragraph: int) -> str:
    labels = {
        "section": (f"§ {head}", f"({paragraph})"),
        "decimal": (f"{head}.", f"{head}.{paragraph}"),
        "headings": ("", f"({paragraph})"),
        "plain": ("", ""),
    }
    return labels[scheme][level]


def expected(units: Sequence[Unit], added: dict[int, str]) -> list[Expected]:
    """The clauses, in order; `added`: further words that the layout sets into the unit of that index (notes, tables)."""
    found: list[Expected] = []
    above = ""
    for at, unit in enumerate(units):
        words = " ".join([unit.text, *unit.items, added.get(at, "")])
        if unit.level == 0:
            above = unit.label or unit.text
        if unit.level == 0 or unit.label:
            found.append(_clause(unit, above if unit.level else None, words))
        else:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {words}")
    return found


def _clause(unit: Unit, parent: str | None, words: str) -> Expected:
    heading = "" if unit.level else unit.text
    gold = {"label": unit.label, "heading": heading, "starts": unit.text[:OPENING], "parent": parent}
    return Expected(gold, words)
