"""Annotations as objects of pypdf: a highlight with its note, and a note that stands for itself.

All are printed, none is locked: who gets the copy may answer and delete. There is no script, no link and no file in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from app.reporting.notes import shapes
from app.reporting.notes.pdffile import Ref
from app.reporting.notes.shapes import Color, Quad, Rect
from app.reporting.notes.update import Update

_PRINTED: Final = 4  # flags of annotations
_UPRIGHT: Final = 8 | 16  # NoZoom and NoRotate, which hold for notes anyway
_NAME: Final = "klausellupe"


@dataclass(frozen=True, slots=True)
class Author:
    """Who notes it, and when; local time with its zone, None where nothing shall say when."""

    name: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What is said: `subject` in one line, `text` whole. `name`: what tells it from all others of the document."""

    name: str
    subject: str
    text: str


def note_name(anchor: str, number: int, taken: Iterable[str]) -> str:
    """Stable for a finding and one of its places; never one that the page has already."""
    known = set(taken)
    for attempt in range(len(known) + 1):
        digest = hashlib.sha256(f"{anchor}\0{number}\0{attempt}".encode()).hexdigest()[:20]
        if (name := f"{_NAME}-{digest}") not in known:
            return name
    raise AssertionError


class Marker:
    """Makes annotations in an update."""

    def __init__(self, update: Update, author: Author) -> None:
        self._update, self._author = update, author
        self._ink: Ref | None = None
        self._icon: Ref | None = None

    def highlight(self, quads: Sequence[Quad], page: Ref, note: Note, color: Color) -> Ref:
        """A highlight of words on one page."""
        rect = shapes.around(quads)
        picture = self._picture(shapes.highlight(quads, color), rect, resources=self._with_ink())
        own: dict[str, PdfObject] = {
            "/QuadPoints": _numbers(n for found in quads for n in found.numbers),
            "/C": _numbers(color),
            "/AP": _dictionary({"/N": _pointer(picture)}),
        }
        return self._update.add(self._annotation("/Highlight", rect, page, note, own))

    def icon(self, rect: Rect, page: Ref, note: Note, color: Color) -> Ref:
        """A note about the document or a page as a whole."""
        own: dict[str, PdfObject] = {
            "/Name": NameObject("/Note"),
            "/C": _numbers(color),
            "/AP": _dictionary({"/N": _pointer(self._sheet())}),
            "/F": NumberObject(_PRINTED | _UPRIGHT),
        }
        return self._update.add(self._annotation("/Text", rect, page, note, own))

    def _annotation(self, kind: str, rect: Rect, page: Ref, note: Note, own: dict[str, PdfObject]) -> DictionaryObject:
        made: dict[str, PdfObject] = {
            "/Type": NameObject("/Annot"),
            "/Subtype": NameObject(kind),
            "/Rect": _numbers(rect),
            "/P": _pointer(page),
            "/F": NumberObject(_PRINTED),
            "/NM": _text(note.name),
            "/Contents": _text(note.text),
            "/Subj": _text(note.subject),
            "/T": _text(self._author.name),
        }
        if self._author.at is not None:
            made["/M"] = made["/CreationDate"] = _text(pdf_date(self._author.at))
        return _dictionary(made | own)

    def _with_ink(self) -> DictionaryObject:
        """Drawn as a marker does: what is dark below stays dark."""
        if self._ink is None:
            ink: dict[str, PdfObject] = {"/Type": NameObject("/ExtGState"), "/BM": NameObject("/Multiply")}
            self._ink = self._update.add(_dictionary(ink))
        return _dictionary({"/ExtGState": _dictionary({"/K": _pointer(self._ink)})})

    def _sheet(self) -> Ref:
        """One picture for all."""
        if self._icon is None:
            self._icon = self._picture(shapes.icon(), (0.0, 0.0, shapes.ICON, shapes.ICON))
        return self._icon

    def _picture(self, content: bytes, box: Rect, *, resources: DictionaryObject | None = None) -> Ref:
        stream = DecodedStreamObject()
        stream.set_data(content)
        about: dict[str, PdfObject] = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Form"),
            "/BBox": _numbers(box),
            "/Resources": resources or DictionaryObject(),
        }
        for name, value in about.items():
            stream[NameObject(name)] = value
        return self._update.add(stream)


def pdf_date(at: datetime) -> str:
    """D:20261122220000+01'00'."""
    zone = at.strftime("%z")
    return at.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def _dictionary(entries: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in entries.items()})


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject(NumberObject(value) if value == int(value) else FloatObject(round(value, 3)) for value in values)


def _pointer(ref: Ref) -> IndirectObject:
    return IndirectObject(ref.number, ref.generation, None)


def _text(text: str) -> TextStringObject:
    """Without lone halves of characters, which no encoding of PDF can hold."""
    return TextStringObject(text.encode("utf-16", "replace").decode("utf-16", "replace"))
