"""Samples as plain text, wrapped hard as in a mail."""

from __future__ import annotations

import textwrap
from pathlib import Path

from scripts.samples.source import Sample, Unit

WIDTH = 78


def write_text(sample: Sample, path: Path) -> None:
    """The sample as UTF-8 text."""
    parts = [sample.keys["title"], *(_part(unit) for unit in sample.units)]
    path.write_text("\n\n".join(parts) + "\n", "utf-8")


def _part(unit: Unit) -> str:
    lines = textwrap.wrap(f"{unit.label} {unit.text}".strip(), WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join([*lines, *(f"   {item}" for item in unit.items)])
