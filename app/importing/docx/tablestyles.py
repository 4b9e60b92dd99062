"""What a table's style makes of the characters in its cells: bold in the first row, the last, a first or last column.

Strategy: the regions that the table switches on (`tblLook`) and that the cell lies in, nearest first, before the style's
own properties, up the chain of bases. Bands are left out: they colour, they do not make headings.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.importing.docx.names import Element, child, local, table_properties, value, w
from app.importing.docx.styles import Styles

_CELL, _ROW, _TABLE = w("tc"), w("tr"), w("tbl")
# The switch in tblLook, the region's name in the style, the bit of the older way to write it.
_REGIONS = (
    ("firstRow", "firstRow", 0x20),
    ("lastRow", "lastRow", 0x40),
    ("firstColumn", "firstCol", 0x80),
    ("lastColumn", "lastCol", 0x100),
)
_ON = frozenset({"1", "true", "on"})
_OUTSIDE = frozenset({"body", "txbxContent"})


def table_runs(paragraph: Element, styles: Styles) -> tuple[Element, ...]:
    """The run properties that a paragraph has from the style of its table, nearest first; none outside of tables."""
    cell = _cell_of(paragraph)
    row = None if cell is None else next(cell.iterancestors(_ROW), None)
    table = None if row is None else next(row.iterancestors(_TABLE), None)
    properties = table_properties(table)
    style = value(properties, "tblStyle")
    if cell is None or row is None or table is None or style is None:
        return ()
    regions = [name for name in _switched(child(properties, "tblLook")) if _lies_in(name, cell, row)]
    return tuple(_properties(styles, style, regions))


def _cell_of(paragraph: Element) -> Element | None:
    for above in paragraph.iterancestors():
        if above.tag == _CELL:
            return above
        if local(above) in _OUTSIDE:
            return None
    return None


def _switched(look: Element | None) -> Iterator[str]:
    if look is None:
        return
    try:
        bits = int(look.get(w("val"), "0"), 16)
    except ValueError:
        bits = 0
    for switch, name, bit in _REGIONS:
        state = look.get(w(switch))
        if bits & bit if state is None else state in _ON:
            yield name


def _lies_in(region: str, cell: Element, row: Element) -> bool:
    element = row if region.endswith("Row") else cell
    tag = _ROW if region.endswith("Row") else _CELL
    return next(element.itersiblings(tag, preceding=region.startswith("first")), None) is None


def _properties(styles: Styles, style: str, regions: list[str]) -> Iterator[Element]:
    chain = styles.chain(style)
    for region in regions:
        for link in chain:
            for part in link.element.findall(w("tblStylePr")):
                found = child(part, "rPr") if part.get(w("type")) == region else None
                if found is not None:
                    yield found
    yield from (link.run for link in chain if link.run is not None)
