"""Elements of WordprocessingML, built as they nest: `w("p", w("r", text("Haftung")))`.

Word demands an order of children in every parent, and takes a file that breaks it for damaged: whoever builds an element names its
children in that order. Every text of a paper passes `text`, which leaves no character that XML forbids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from app.reporting.celltext import cell_text

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
Value: TypeAlias = str | int

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS: Final = {"\n": "br", "\t": "tab"}


def w(name: str, /, *children: Element | None, **attributes: Value) -> Element:
    """An element with attributes of the same namespace; children that are None are left out."""
    made = etree.Element(f"{{{_W}}}{name}", nsmap={"w": _W})
    for key, value in attributes.items():
        made.set(f"{{{_W}}}{key}", str(value))
    made.extend(child for child in children if child is not None)
    return made


def parent(name: str, *children: Element | None) -> Element | None:
    """An element that is there for its children alone: None without any."""
    given = [child for child in children if child is not None]
    return w(name, *given) if given else None


def flag(name: str, on: bool) -> Element | None:
    """A property that is there or not."""
    return w(name) if on else None


def text(content: str) -> Iterator[Element]:
    """What a run holds: pieces of text, breaks and tabs."""
    start = 0
    cleaned = cell_text(content)
    for at, char in enumerate(cleaned):
        if char in _MARKS:
            yield from _piece(cleaned[start:at])
            yield w(_MARKS[char])
            start = at + 1
    yield from _piece(cleaned[start:])


def _piece(content: str) -> Iterator[Element]:
    if content:
        yield _spaced("t", content)


def _spaced(name: str, content: str) -> Element:
    made = w(name)
    made.text = content
    made.set(_SPACE, "preserve")
    return made


def run(content: str, *properties: Element | None) -> Element:
    """A run of one look."""
    return w("r", parent("rPr", *properties), *text(content))


def field(code: str, shown: Element) -> tuple[Element, ...]:
    """The runs of a field that is computed while pages are laid out, as a page number; `shown`: what stands there until then."""
    return *field_start(code), shown, field_end()


def field_start(code: str) -> tuple[Element, ...]:
    """The runs before what a field shows."""
    return _field_mark("begin"), w("r", _spaced("instrText", f" {code} ")), _field_mark("separate")


def field_end() -> Element:
    """The run behind what a field shows."""
    return _field_mark("end")


def _field_mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
