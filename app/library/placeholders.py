"""Placeholders in wordings: `{{Auftragnehmer}}`, `{{Betrag}}` stand for whatever a document says there.

A name is one line of at most 60 characters without braces. What a placeholder stands for is never interpreted; it
only matches.
"""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{\{[ \t]*([^{}\n]{1,60}?)[ \t]*\}\}")
_BRACES = re.compile(r"\{\{|\}\}")


def names(text: str) -> tuple[str, ...]:
    """Names of the placeholders of a text, each once, in order."""
    return tuple(dict.fromkeys(match[1] for match in PLACEHOLDER.finditer(text)))


def misplaced_braces(text: str) -> str:
    """The words round the first double brace that belongs to no placeholder, "" where all do."""
    left = PLACEHOLDER.sub(lambda match: " " * len(match[0]), text)
    stray = _BRACES.search(left)
    return text[max(0, stray.start() - 20) : stray.end() + 20] if stray else ""
