"""Figures of a test run, printed and kept in a section of their own in a document."""

from __future__ import annotations

import re
from pathlib import Path

from tests.evaluation.documents import ROOT


def write_figures(section: str, lines: list[str]) -> None:
    """A section of docs/performance.md."""
    write_section(ROOT / "docs/performance.md", section, lines)


def write_section(file: Path, section: str, lines: list[str]) -> None:
    """Put the section in the place of its former self, or at the end."""
    marks = f"<!-- {section} -->", f"<!-- end of {section} -->"
    text = "\n".join([marks[0], *lines, marks[1]])
    before = file.read_text("utf-8") if file.is_file() else ""
    former = re.compile(f"{re.escape(marks[0])}.*?{re.escape(marks[1])}", re.DOTALL)
    after = former.sub(lambda _: text, before) if former.search(before) else f"{before.rstrip()}\n\n{text}\n"
    file.write_text(after, "utf-8")
    print("\n".join(lines))
