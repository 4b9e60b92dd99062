"""The numbers and bullets a browser prints before list items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.importing.html.source import Element

_BY_TYPE: Final = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BULLETS: Final = {"disc": "•", "circle": "◦", "square": "▪"}
_BULLET_BY_DEPTH: Final = ("disc", "circle", "square")
_ALPHA: Final = frozenset({"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"})
_ROMAN: Final = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_QUOTED: Final = re.compile(r"([\"'])(.*)\1")
_NUMBER: Final = re.compile(r"\s*([+-]?\d{1,9})")
_TYPED: Final = re.compile(
    r"\s*(?:§+\s*\d|Art(?:ikel|\.)\s*\d|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+\s|\(?[a-zA-Z]\)|[ivx]{1,5}\)|[-–•*]\s)"
)


@dataclass(slots=True)
class PrintedList:
    """A list while its items are read; `silent`: its items bring their numbers with them."""

    ordered: bool
    level: int
    style: str
    number: int
    step: int
    silent: bool

    def label(self, item: Element, style: str) -> str:
        """What stands before `item`; `style`: what the rules state, by precedence over the list's own. Moves on."""
        stated = _int(item.get("value")) if self.ordered else None
        self.number = self.number if stated is None else stated
        kind = style or _BY_TYPE.get(item.get("type") or "", (item.get("type") or "").lower()) or self.style
        text = "" if self.silent else _printed(kind, self.number, ordered=self.ordered)
        self.number += self.step
        return text


def opened(element: Element, level: int, style: str) -> PrintedList:
    """The list `element` begins; `level`: lists around it; `style`: what the rules state."""
    ordered = element.tag == "ol"
    reverse = ordered and element.get("reversed") is not None
    items = [child for child in element if child.tag == "li"]
    start = _int(element.get("start"))
    default = "decimal" if ordered else _BULLET_BY_DEPTH[min(level, 2)]
    kind = element.get("type") or ""
    return PrintedList(
        ordered=ordered,
        level=level,
        style=style or _BY_TYPE.get(kind) or (kind.lower() if kind else "") or default,
        number=start if start is not None else (len(items) if reverse else 1),
        step=-1 if reverse else 1,
        # The page's style files, which are not read, take the browser's numbers away where others are typed.
        silent=bool(items) and all(_TYPED.match(_beginning(item)) for item in items),
    )


def _printed(style: str, number: int, *, ordered: bool) -> str:
    quoted = _QUOTED.search(style)
    if quoted is not None:
        return quoted[2].strip()
    names = style.replace(",", " ").split()
    if "none" in names:
        return ""
    for name in names:
        if name in _BULLETS:
            return _BULLETS[name]
        counted = _counted(name, number)
        if counted:
            return f"{counted}."
    return f"{number}." if ordered else _BULLETS["disc"]


def _counted(name: str, number: int) -> str:
    if name == "decimal-leading-zero":
        return f"{number:02d}"
    if name in _ALPHA and number > 0:
        letters = "".join(reversed(list(_letters(number))))
        return letters.upper() if name.startswith("upper") else letters
    if name in ("lower-roman", "upper-roman") and 0 < number < 4000:
        return _roman(number).upper() if name.startswith("upper") else _roman(number)
    return str(number) if name == "decimal" else ""


def _letters(number: int) -> Iterator[str]:
    while number:
        number, rest = divmod(number - 1, 26)
        yield chr(ord("a") + rest)


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


def _int(text: str | None) -> int | None:
    match = _NUMBER.match(text) if text else None
    return int(match[1]) if match else None


def _beginning(item: Element) -> str:
    """The first text in the item."""
    return next((str(text) for text in item.itertext() if str(text).strip()), "")
