"""What is printed or stored outside the body: headers, footers, notes, comments.

None of it is part of the canonical text: it stands elsewhere on the page than in the file, or is no text of the terms.
It is listed, so that the report can say that it was not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.importing.docx.inline import BREAK, InlineReader
from app.importing.docx.names import R_NS, Element, w
from app.importing.docx.package import Package
from app.importing.docx.styles import Styles
from app.importing.repair import clean
from app.models.source import Ignored, IgnoredReason

_ID = f"{{{R_NS}}}id"
_FURNITURE = {w("headerReference"): IgnoredReason.HEADER, w("footerReference"): IgnoredReason.FOOTER}
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_LINES_TYPES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def headers_and_footers(package: Package, styles: Styles) -> list[Ignored]:
    """Each header and footer part that a section uses, once."""
    root = package.root(package.main)
    found: dict[str, Ignored] = {}
    for reference in [] if root is None else root.iter(*_FURNITURE):
        name = package.target(package.main, reference.get(_ID))
        part = None if name is None else package.root(name)
        if name is None or part is None or name in found:
            continue
        text = _text(InlineReader(part, styles), part)
        if text:
            found[name] = Ignored(_FURNITURE[str(reference.tag)], text, part=name)
    return list(found.values())


def notes(package: Package, styles: Styles) -> list[Ignored]:
    """Footnotes and endnotes."""
    return [
        Ignored(IgnoredReason.NOTE, text, part=name)
        for kind, tag in _NOTES
        for name, text in _texts(package, styles, kind, tag)
    ]


def comments(package: Package, styles: Styles) -> list[Ignored]:
    """Comments in the margin."""
    return [
        Ignored(IgnoredReason.COMMENT, text, part=name) for name, text in _texts(package, styles, "comments", "comment")
    ]


def _texts(package: Package, styles: Styles, kind: str, tag: str) -> Iterator[tuple[str, str]]:
    for name in package.related(package.main, kind):
        root = package.root(name)
        if root is None:
            continue
        reader = InlineReader(root, styles)
        for element in root.iterfind(w(tag)):
            text = "" if element.get(w("type")) in _LINES_TYPES else _text(reader, element)
            if text:
                yield name, text


def _text(reader: InlineReader, element: Element) -> str:
    """The printed text of all paragraphs below `element`, a line each."""
    lines = []
    for paragraph in element.iter(w("p")):
        inline = reader.read(paragraph, "")
        line = clean("".join(" " if item.text == BREAK else item.text for item in inline.items)).strip()
        if line:
            lines.append(line)
    return "\n".join(lines)
