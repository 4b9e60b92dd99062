"""Documents made to bring a reader down: bombs, loops, lies. Every case is made in memory, none holds anybody's text.

A case is a name and a function that gives a file's bytes; the name's ending says what the file pretends to be. What must hold for
all of them stands in test_hostile.py.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz import hostile_docx, hostile_pdf, hostile_text

CASES: dict[str, Callable[[], bytes]] = {**hostile_pdf.CASES, **hostile_docx.CASES, **hostile_text.CASES}
