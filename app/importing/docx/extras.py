"""What is printed or stored outside the body: headers, footers, watermarks, comments, notes that nothing refers to.

None of it is part of the canonical text: it stands elsewhere on the page than in the file, or is no text of the terms.
It is listed, so that the report can say that it was not checked. Headers of the first and of even pages are listed
where the document uses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from app.importing.docx.characters import BREAK
from app.importing.docx.drawings import in_watermark, watermarks
from app.importing.docx.inline import InlineReader
from app.importing.docx.names import R_NS, Element, child, printed, switch, w
from app.importing.docx.notes import Note
from app.importing.docx.package import Package
from app.importing.docx.shapes import paints_all_pages, paints_page
from app.importing.docx.styles import Styles
from app.importing.repair import clean
from app.models.source import Ignored, IgnoredReason

_ID = f"{{{R_NS}}}id"
_FURNITURE = {w("headerReference"): IgnoredReason.HEADER, w("footerReference"): IgnoredReason.FOOTER}


def headers_and_footers(package: Package, styles: Styles) -> list[Ignored]:
    """The text of each header and footer part that a section prints, and the watermarks in it, once."""
    found: list[Ignored] = []
    for name, (part, reason) in _printed_parts(package).items():
        found += _furniture(part, name, reason, styles)
    return found


def has_backdrop(package: Package) -> bool:
    """Whether a header or footer, or the page's colour, is drawn behind the text."""
    root = package.root(package.main)
    own = root is not None and paints_page(root)
    return own or any(paints_all_pages(part) for part, _ in _printed_parts(package).values())


def _printed_parts(package: Package) -> dict[str, tuple[Element, IgnoredReason]]:
    """Each header and footer part that a section prints, by name."""
    root = package.root(package.main)
    found: dict[str, tuple[Element, IgnoredReason]] = {}
    for reference in () if root is None else _printed_references(package, root):
        name = package.target(package.main, reference.get(_ID))
        part = None if name is None else package.root(name)
        if name is not None and part is not None and name not in found:
            found[name] = part, _FURNITURE[str(reference.tag)]
    return found


def _furniture(part: Element, name: str, reason: IgnoredReason, styles: Styles) -> Iterator[Ignored]:
    """The text of one header or footer, and the watermarks in it."""
    lines = list(_lines(InlineReader(part, styles), part))
    text = "\n".join(line for paragraph, line in lines if not in_watermark(paragraph))
    if text:
        yield Ignored(reason, text, part=name)
    for mark in [*(line for paragraph, line in lines if in_watermark(paragraph)), *watermarks(part)]:
        yield Ignored(IgnoredReason.WATERMARK, mark, part=name)


def _printed_references(package: Package, root: Element) -> Iterator[Element]:
    settings = next(iter(package.related(package.main, "settings")), "")
    used = {
        "first": any(switch(child(section, "titlePg")) for section in root.iter(w("sectPr"))),
        "even": bool(switch(child(package.root(settings) if settings else None, "evenAndOddHeaders"))),
    }
    return (item for item in root.iter(*_FURNITURE) if used.get(item.get(w("type"), "default"), True))


def comments(package: Package, styles: Styles, places: Mapping[str, int]) -> list[Ignored]:
    """Comments in the margin with their authors; `places`: where their marks stand in the canonical text, by id."""
    found = []
    for name in package.related(package.main, "comments"):
        root = package.root(name)
        if root is None:
            continue
        reader = InlineReader(root, styles)
        for element in root.iterfind(w("comment")):
            text, author = _text(reader, element), element.get(w("author"), "")
            if text:
                at = places.get(element.get(w("id"), ""))
                found.append(Ignored(IgnoredReason.COMMENT, text, part=name, at=at, author=clean(author)))
    return found


def unused_notes(notes: Iterable[Note], styles: Styles) -> list[Ignored]:
    """Notes that nothing refers to any more: Word keeps them and does not print them."""
    texts = ((note.part, _text(InlineReader(note.element, styles), note.element)) for note in notes)
    return [Ignored(IgnoredReason.NOTE, text, part=part) for part, text in texts if text]


def _text(reader: InlineReader, element: Element) -> str:
    """The printed text of all paragraphs below `element`, a line each."""
    return "\n".join(line for _, line in _lines(reader, element))


def _lines(reader: InlineReader, element: Element) -> Iterator[tuple[Element, str]]:
    for paragraph in printed(element, w("p")):
        inline = reader.read(paragraph, "")
        line = clean("".join(" " if item.text == BREAK else item.text for item in inline.items)).strip()
        if line:
            yield paragraph, line
