"""Numbers, money, percentages and dates as German and English readers write them.

German: 10.000 €, 0,5 %, 31.12.2026. English: €10,000, 0.5%, 31 December 2026. At most two decimals are shown, for
percentages and factors four; trailing zeros go, except that broken amounts of money keep both. A number and its unit are
joined by a no-break space, so that no line ends between them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from app.wording.lang import Lang

_SWAP: Final = str.maketrans(",.", ".,")
_SIGNS: Final = {"EUR": "€", "USD": "$", "GBP": "£"}
NO_BREAK: Final = "\u00a0"
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def number_text(number: float, lang: Lang, decimals: int = 4) -> str:
    """`1234.5` → "1.234,5" / "1,234.5"; at most `decimals` places."""
    text = f"{number:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SWAP) if lang == "de" else text


def money_text(amount: float, currency: str | None, lang: Lang) -> str:
    """`10000, "EUR"` → "10.000 €" / "€10,000"; a currency without a sign keeps its ISO code."""
    code = currency or ""
    digits = f"{amount:,.2f}".removesuffix(".00")
    if lang == "de":
        return f"{digits.translate(_SWAP)}{NO_BREAK}{_SIGNS.get(code, code)}".rstrip()
    return f"{_SIGNS[code]}{digits}" if code in _SIGNS else f"{code}{NO_BREAK}{digits}".lstrip()


def percent_text(percent: float, lang: Lang) -> str:
    """`0.5` → "0,5 %" / "0.5%"."""
    return number_text(percent, lang) + (f"{NO_BREAK}%" if lang == "de" else "%")


def date_text(day: date, lang: Lang) -> str:
    """31.12.2026 / 31 December 2026."""
    if lang == "de":
        return f"{day.day:02}.{day.month:02}.{day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def size_text(size: float, lang: Lang) -> str:
    """A number of bytes in kB or MB (powers of 1000)."""
    if size < 1_000_000:
        return f"{number_text(max(size / 1000, 0.1), lang, 1)}{NO_BREAK}kB"
    return f"{number_text(size / 1_000_000, lang, 1)}{NO_BREAK}MB"


def list_text(parts: list[str], lang: Lang) -> str:
    """Members in one phrase: A, B und C / A, B and C."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {'und' if lang == 'de' else 'and'} {parts[-1]}"
