"""Figures of a bench module, printed and kept in docs/performance.md in a section of the module's own."""

from __future__ import annotations

import re

from tests.evaluation.documents import ROOT

_FILE = ROOT / "docs/performance.md"


def write_figures(section: str, lines: list[str]) -> None:
    """Put the section in the place of its former self, or at the end."""
    marks = f"<!-- {section} -->", f"<!-- end of {section} -->"
    text = "\n".join([marks[0], *lines, marks[1]])
    before = _FILE.read_text("utf-8") if _FILE.is_file() else ""
    kept = re.sub(f"\n*{re.escape(marks[0])}.*?{re.escape(marks[1])}\n*", "\n", before, flags=re.DOTALL)
    _FILE.write_text(f"{kept.rstrip()}\n\n{text}\n", "utf-8")
    print("\n".join(lines))
