"""The parts of a Word file as trees that may be changed, and where the canonical text stands in them.

Strategy: the package is opened by the importer's own bounded reader; a part is parsed a second time, with its white space and in the
dialect it came in, because this tree is written back. Places are found before anything is changed: offsets count characters of a run.
"""

from __future__ import annotations

from functools import cached_property
from itertools import count
from typing import Final

from lxml import etree

from app.errors import ErrorCode, ExpectedError
from app.importing.docx.archive import member
from app.importing.docx.names import Element, child, number, w
from app.importing.docx.origins import Origin, Stretch, origin
from app.importing.docx.package import STRICT, Package
from app.importing.docx.places import Part
from app.models.source import Run, RunKind, SourceDocument

_STORIES: Final = ("header", "footer", "footnotes", "endnotes", "comments")
_ID = w("id")


class Document:
    """A Word file and the reading of it. `roots`: the trees by part, those that were asked for."""

    def __init__(self, data: bytes, source: SourceDocument) -> None:
        self.data, self.source = data, source
        self.package = Package(data)
        self.roots: dict[str, Element] = {}
        self._parts: dict[str, Part] = {}
        self._strict: set[str] = set()
        self._origins: dict[Run, Origin | None] = {}
        self._ids = count(1)

    @property
    def main(self) -> str:
        """Name of the part with the text."""
        return self.package.main

    def root(self, name: str) -> Element:
        """The tree of a part, to be changed; DOCX_DAMAGED where there is none."""
        if name not in self.roots:
            if self.package.root(name) is None:  # judges it, too
                raise ExpectedError(ErrorCode.DOCX_DAMAGED)
            blob = member(self.data, name)
            for strict, transitional in STRICT.items():
                if strict in blob:
                    self._strict.add(name)
                    blob = blob.replace(strict, transitional)
            self.roots[name] = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
        return self.roots[name]

    def written(self, name: str) -> bytes:
        """The part's bytes, in the dialect it came in."""
        tree = self.root(name).getroottree()
        blob: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
        return _strict(blob) if name in self._strict else blob

    def in_dialect(self, blob: bytes) -> bytes:
        """Something new in the dialect of the text."""
        self.root(self.main)
        return _strict(blob) if self.main in self._strict else blob

    def part(self, name: str) -> Part:
        """The part as the importer's way back knows it; only as long as nothing is changed."""
        if name not in self._parts:
            root = self.root(name)
            self._parts[name] = Part(root, etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True))
        return self._parts[name]

    def origin(self, run: Run) -> Origin | None:
        """What a run is made of; None for printed text that is not written there."""
        if run not in self._origins:
            written = run.part is not None and run.kind is not RunKind.GENERATED
            text = self.source.text[run.start : run.end]
            self._origins[run] = origin(self.part(run.part), run, text) if written and run.part else None
        return self._origins[run]

    def element(self, run: Run) -> Element | None:
        """The element of a run, of a generated one the paragraph it is printed with."""
        return None if run.part is None else self.part(run.part).element(run.element or "")

    def stretches(self, run: Run, start: int, end: int) -> tuple[Stretch, ...] | None:
        """What `[start, end)` of the text has of a run; None where only a part of a character is meant, or nothing is written."""
        found = self.origin(run)
        if found is None:
            return None
        if found.even:
            begin = found.first.start - run.start
            return (Stretch(found.first.run, begin + max(start, run.start), begin + min(end, run.end)),)
        return found.stretches if start <= run.start and run.end <= end else None

    @cached_property
    def protected(self) -> bool:
        """Whether the file asks that its text be left alone."""
        names = self.package.related(self.main, "settings")
        asked = child(self.package.root(names[0]) if names else None, "documentProtection")
        if asked is None or asked.get(w("enforcement"), "0") in {"0", "false", "off"}:
            return False
        return asked.get(w("edit")) in {"readOnly", "forms", "comments"}

    @cached_property
    def _used(self) -> set[int]:
        """Numbers of comments, changes and bookmarks in all that is written."""
        names = [self.main, *(name for kind in _STORIES for name in self.package.related(self.main, kind))]
        roots = [*self.roots.values(), *(self.package.root(name) for name in names)]
        found = (number(one.get(_ID)) for root in roots if root is not None for one in root.iter("*"))
        return {one for one in found if one is not None}

    def new_id(self) -> int:
        """A number that nothing in the file has."""
        return next(one for one in self._ids if one not in self._used)


def _strict(blob: bytes) -> bytes:
    for strict, transitional in STRICT.items():
        blob = blob.replace(transitional, strict)
    return blob
