"""Names of WordprocessingML and the few ways to look into its elements.

Paths of elements are XPath-like with local names (`body/tbl[1]/tr[2]/tc[1]/p[3]/r[1]`), counted while walking:
asking lxml for a path costs a walk over all siblings each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from lxml.etree import _Element

Element = _Element

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_NS = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ALTERNATE = f"{{{MC_NS}}}AlternateContent"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_OFF = frozenset({"0", "false", "off"})
_MAX_POINTS = 10_000.0
_UNITS = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}


def w(name: str) -> str:
    """`p` → the tag or attribute name in the main namespace."""
    return f"{{{W_NS}}}{name}"


VAL = w("val")

DELETED = frozenset({w("del"), w("moveFrom")})
TEXTS = (w("t"), f"{{{M_NS}}}t")
_PASSED_OVER = DELETED | {w("rt")}
_ROW, _CELL, _TABLE_PROPERTIES = w("tr"), w("tc"), w("tblPr")


def child(element: Element | None, *names: str) -> Element | None:
    """The first child along a path of names, None where a step is missing."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(w(name)), None)  # half of what `find` costs, fifty times a paragraph
    return element


def value(element: Element | None, *names: str) -> str | None:
    """The `w:val` of a descendant along a path of names."""
    found = child(element, *names)
    return None if found is None else found.get(VAL)


def table_properties(table: Element | None) -> Element | None:
    """`tblPr`; it stands before the rows, and among these nobody looks for it."""
    first = () if table is None else table.iterchildren(_TABLE_PROPERTIES, _ROW)
    found = next(iter(first), None)
    return None if found is None or found.tag == _ROW else found


def number(text: str | None) -> int | None:
    """A whole number, None where it is missing, no number or beyond 32 bits (files are hostile)."""
    try:
        found = None if text is None else int(text)
    except ValueError:
        return None
    return found if found is not None and abs(found) < 2**31 else None


def switch(element: Element | None) -> bool | None:
    """An on/off property: None where it is not said."""
    return None if element is None else element.get(VAL, "1") not in _OFF


def points(text: str | None, *, per_point: float = 20.0) -> float | None:
    """A measure in points: twentieths (`720`) or, in strict files, with a unit (`36pt`)."""
    if not text:
        return None
    factor = _UNITS.get(text[-2:])
    try:
        found = float(text[:-2]) * factor if factor else float(text) / per_point
    except ValueError:
        return None
    return found if abs(found) < _MAX_POINTS else None  # neither infinite nor "nan"


def local(element: Element) -> str:
    """The tag without its namespace; empty for comments and processing instructions."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def holds_text(element: Element) -> bool:
    """Whether there is text of the document in the element, at whatever depth."""
    return next(element.iter(*TEXTS), None) is not None


def texts_below(element: Element) -> int:
    """How many elements with text a reader must come by: not deleted ones, not readings, of alternatives one."""
    count, waiting = 0, [element]
    while waiting:
        current = waiting.pop()
        if current.tag in TEXTS:
            count += bool((current.text or "").strip())
        elif current.tag == ALTERNATE:
            chosen, _ = alternative(current, "")
            waiting.extend(current if chosen is None else [chosen])
        elif current.tag not in _PASSED_OVER and not _is_deleted_part(current):
            waiting.extend(current)
    return count


def _is_deleted_part(element: Element) -> bool:
    """A row or a cell that is tracked as deleted."""
    if element.tag == _ROW:
        return child(element, "trPr", "del") is not None
    return element.tag == _CELL and child(element, "tcPr", "cellDel") is not None


def below(element: Element, *, but: Set[str] = frozenset()) -> Iterator[Element]:
    """The element and all below it in order, of alternatives one; nothing inside the elements `but` these."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        yield current
        if current.tag == ALTERNATE:
            chosen, _ = alternative(current, "")
            waiting.extend([] if chosen is None else [chosen])
        elif current.tag not in but:
            waiting.extend(reversed(current))


def printed(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a tag below `element` in order, not the deleted ones."""
    return (part for part in below(element, but=DELETED) if part.tag == tag)


def steps(parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    """The element children with their paths."""
    seen: Counter[str] = Counter()
    for element in parent:
        name = local(element)
        if name:
            seen[name] += 1
            yield element, f"{path}/{name}[{seen[name]}]"


def alternative(element: Element, path: str) -> tuple[Element | None, str]:
    """Of `mc:AlternateContent` the first choice, else the fallback: both hold the same text."""
    branches = list(steps(element, path))
    for name in ("Choice", "Fallback"):
        for branch, where in branches:
            if local(branch) == name:
                return branch, where
    return None, path
