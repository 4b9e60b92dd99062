"""Footnotes and endnotes: which text a mark refers to, and the number that Word prints for it.

Strategy: numbers are counted once over the whole body in the order of the file, section by section (start, format and
restart stand in the section, else in the settings); marks of the author's own do not count, nor do deleted and hidden ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.importing.docx.formats import formatted
from app.importing.docx.names import DELETED, Element, child, local, number, steps, switch, value, w
from app.importing.docx.package import Package

_FOOTNOTE, _ENDNOTE = w("footnoteReference"), w("endnoteReference")
_KINDS = {_FOOTNOTE: "footnote", _ENDNOTE: "endnote"}
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
_PARAGRAPH, _SECTION, _RENDERED, _BREAK = w("p"), w("sectPr"), w("lastRenderedPageBreak"), w("br")
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a note: its element with part, root and path."""

    part: str
    root: Element
    element: Element
    path: str

    @property
    def prints_number(self) -> bool:
        """Whether the number stands before the text, too."""
        return next(self.element.iter(w("footnoteRef"), w("endnoteRef")), None) is not None


class Notes:
    """The notes of a document. `by_page`: numbers begin anew on each page, which only who lays out pages can count."""

    def __init__(self, package: Package, root: Element) -> None:
        self._notes = {(kind, note_id): note for kind, note_id, note in _notes(package)}
        self._used: set[Note] = set()
        settings = next(iter(package.related(package.main, "settings")), "")
        counting = _Counting(package.root(settings) if settings else None)
        self._numbers = counting.numbers(root)
        self.by_page = counting.by_page

    def number(self, reference: Element) -> str:
        """The printed number of a mark; empty where it has none."""
        return self._numbers.get(reference, "")

    def note(self, reference: Element) -> Note | None:
        """The text a mark refers to, the first time it is asked for."""
        note = self._notes.get((_KINDS.get(str(reference.tag), ""), reference.get(w("id"), "")))
        if note is None or note in self._used:
            return None
        self._used.add(note)
        return note

    def unused(self) -> list[Note]:
        """Texts that no mark refers to."""
        return [note for note in self._notes.values() if note not in self._used]


def _notes(package: Package) -> Iterator[tuple[str, str, Note]]:
    for kind in _FORMATS:
        for part in package.related(package.main, f"{kind}s"):
            root = package.root(part)
            for element, path in [] if root is None else steps(root, ""):
                if root is not None and local(element) == kind and element.get(w("type")) not in _NO_NOTES:
                    yield kind, element.get(w("id"), ""), Note(part, root, element, path.lstrip("/"))


@dataclass(slots=True)
class _Counting:
    settings: Element | None
    by_page: bool = False
    _numbers: dict[Element, str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def numbers(self, root: Element) -> dict[Element, str]:
        """The printed number of each mark."""
        waiting: list[Element] = []  # of the section, whose properties stand at its end
        ended: Element | None = None  # the paragraph that a section ends with
        for element in root.iter(_FOOTNOTE, _ENDNOTE, _SECTION, _RENDERED, _BREAK):
            if ended is not None and not any(above is ended for above in element.iterancestors()):
                self._section(waiting, child(ended, "pPr", "sectPr"))
                waiting, ended = [], None
            if element.tag != _SECTION:
                waiting.append(element)
            else:
                ended = next((above for above in element.iterancestors(_PARAGRAPH)), None)
        last = child(root, "body", "sectPr") if ended is None else child(ended, "pPr", "sectPr")
        self._section(waiting, last)
        return self._numbers

    def _section(self, elements: list[Element], section: Element | None) -> None:
        for kind in _FORMATS:
            if self._said(section, kind, "numRestart") in {"eachSect", "eachPage"}:
                self._counts.pop(kind, None)
        for element in elements:
            if element.tag in {_RENDERED, _BREAK}:
                self._page(element, section)
            elif element.get(w("customMarkFollows")) not in _ON and _is_printed(element):
                self._count(element, _KINDS[str(element.tag)], section)

    def _page(self, element: Element, section: Element | None) -> None:
        if element.tag == _BREAK and element.get(w("type")) != "page":
            return
        if self._said(section, "footnote", "numRestart") == "eachPage":
            self._counts.pop("footnote", None)

    def _count(self, element: Element, kind: str, section: Element | None) -> None:
        start = number(self._said(section, kind, "numStart"))
        count = self._counts.get(kind, (1 if start is None else start) - 1) + 1
        self._counts[kind] = count
        self._numbers[element] = formatted(count, self._said(section, kind, "numFmt") or _FORMATS[kind])
        self.by_page |= self._said(section, kind, "numRestart") == "eachPage"

    def _said(self, section: Element | None, kind: str, name: str) -> str | None:
        own = value(section, f"{kind}Pr", name)
        return value(self.settings, f"{kind}Pr", name) if own is None else own


def _is_printed(element: Element) -> bool:
    """Neither deleted nor hidden nor the second copy of a text box."""
    if switch(child(element.getparent(), "rPr", "vanish")):
        return False
    return not any(above.tag in DELETED or local(above) == "Fallback" for above in element.iterancestors())
