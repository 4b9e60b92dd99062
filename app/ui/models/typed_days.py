"""A day as people type it: 31.12.2027, 31.12.27, 1.1.2027, 31122027, 2027-12-31, 31 December 2027.

The day comes before the month, in both languages: what the window shows is written that way.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_CENTURY: Final = 2000
_LAST_SHORT: Final = 79  # 27 is 2027, 98 is 1998
_ISO: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_PARTS: Final = re.compile(r"(?P<day>\d{1,2})[.,/\- ]+(?P<month>\d{1,2})[.,/\- ]+(?P<year>\d{4}|\d{2})")
_DIGITS: Final = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})")
_NAMED: Final = re.compile(r"(?P<day>\d{1,2})[. ]+(?P<month>[^\W\d_]{3,})[. ]+(?P<year>\d{4}|\d{2})")
_FORMS: Final = (_ISO, _PARTS, _DIGITS, _NAMED)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mär mar mrz", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dez dec"), 1
    )
    for name in names.split()
}


def typed_day(text: str) -> date | None:
    """The day, None where it is none."""
    words = " ".join(text.split())
    for form in _FORMS:
        if found := form.fullmatch(words):
            return _day(found["year"], found["month"], found["day"])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _MONTHS.get(month[:3].lower(), 0)
    try:
        return date(_year(year), number, int(day))
    except ValueError:
        return None


def _year(typed: str) -> int:
    year = int(typed)
    if len(typed) > 2:
        return year
    return year + (_CENTURY if year <= _LAST_SHORT else _CENTURY - 100)
