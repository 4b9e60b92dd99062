"""Tables to be calculated with, as typed rows: what Excel and CSV writers need to know and nothing of their form.

A cell is a text, a number, a day, a moment, yes/no or nothing; a column says how its numbers are shown. Texts may come from
strangers: a text is never a formula, whatever it begins with, and the writers see to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.wording.lang import Lang

Value = str | int | float | bool | date | datetime | None


class Shown(StrEnum):
    """How the values of a column are shown."""

    TEXT = "text"
    LONG_TEXT = "long_text"  # wrapped
    WHOLE = "whole"
    DECIMAL = "decimal"
    PERCENT = "percent"  # 0.123 is 12.3 %
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters."""

    label: str
    width: int = 16
    shown: Shown = Shown.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; `tones` (one a row, or none at all): a severity's value or "" to colour the row's first cell by."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    tones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """Sheets in order. `made_at`: what the file says of its making (None: nothing), never the clock."""

    lang: Lang
    title: str
    sheets: tuple[Sheet, ...]
    company: str = ""
    made_at: datetime | None = None
