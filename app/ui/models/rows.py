"""Rows of the tree views as plain data: built by pure functions, shown by one model."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.analysis import Severity


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells. `key`: what it leads to (the id of a clause, `quote:…`, `aside:…`, `page:…`), "" for nothing.

    `hollow`: the mark is that of rows below; `closed`: its children are not shown until asked for. `keys`, `tips`, `tones`: of
    each cell where they differ; a tone is a name that the view gives a colour to. `sign`: the name of a mark that is no severity.
    """

    cells: tuple[str, ...]
    key: str = ""
    severity: Severity | None = None
    hollow: bool = False
    tip: str = ""
    strong: bool = False
    children: tuple[Row, ...] = ()
    closed: bool = False
    keys: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    sign: str = ""
