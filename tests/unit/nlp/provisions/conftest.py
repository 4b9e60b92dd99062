"""Short notations, so that a German case and what is found in it fit into one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.models.provisions import Duration, Provision, ProvisionValue
from app.models.reading import Clause
from app.nlp.provisions import find_provisions

Read = Callable[..., list[str]]


def clause(number: int, text: str, *, heading: str = "", parent: str | None = None, language: str = "de") -> Clause:
    """A clause `c0001`… with its text."""
    name = f"c{number:04d}"
    return Clause(
        name, name, f"{number}.", heading, text, (f"{number}.",), parent, 0 if parent is None else 1, language=language
    )


def short(value: ProvisionValue) -> str:
    """The known parts of a value: `3 month to=end_of_term by=both`."""
    parts = []
    for name in value.__slots__:
        part = getattr(value, name)
        if isinstance(part, Duration):
            parts.append(f"{part.value:g} {part.unit}")
        elif part is True:
            parts.append(name)
        elif isinstance(part, tuple):
            parts += [f"{name}={'+'.join(part)}"] if part else []
        elif part not in (None, False):
            parts.append(f"{name}={part:g}" if isinstance(part, float | int) else f"{name}={part}")
    return " ".join(parts)


def read(*texts: str, kind: str, heading: str = "") -> list[str]:
    """Values of one kind found in clauses with these texts, all under one heading."""
    top = clause(1, "", heading=heading)
    below = [clause(i, text, parent=top.id) for i, text in enumerate(texts, start=2)]
    return [short(p.value) for p in find_provisions((top, *below)) if p.kind == kind]


@pytest.fixture
def found() -> Read:
    """`found(text, kind=…, heading=…)`: the values in short notation."""
    return read


@pytest.fixture
def provisions() -> Callable[..., tuple[Provision, ...]]:
    """All provisions of some texts, each a clause of its own."""
    return lambda *texts: find_provisions(tuple(clause(i, text) for i, text in enumerate(texts, start=1)))
