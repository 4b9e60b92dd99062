"""What is written behind the original: objects, a cross-reference of the original's kind, and where it begins.

Where readers must search for the objects of the original, they must for those of the copy: the last of a number counts, and the update names no
place where a cross-reference would stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Final

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, PdfObject, TextStringObject

from app.reporting.notes.pdffile import PdfFile, Ref

_KEPT: Final = ("/Root", "/Info", "/Encrypt")


class Update:
    """Objects are added in any order; `whole` is the original with them behind it."""

    def __init__(self, original: PdfFile) -> None:
        self._original = original
        self._first_new = self._next = original.next_number
        self._objects: dict[Ref, bytes] = {}

    def reserve(self) -> Ref:
        """A number for an object that is to be named before it is made."""
        self._next += 1
        return Ref(self._next - 1)

    def put(self, ref: Ref, content: PdfObject) -> None:
        """An object; it is encrypted where the original is."""
        self._objects[ref] = written(self._original.encrypted_object(content, ref))

    def put_bytes(self, ref: Ref, content: bytes) -> None:
        """An object as bytes, with its strings encrypted already where the original's are."""
        self._objects[ref] = content

    def add(self, content: PdfObject) -> Ref:
        """A new object."""
        ref = self.reserve()
        self.put(ref, content)
        return ref

    def whole(self) -> bytes:
        """The copy."""
        data = self._original.data
        parts = [data, b"" if data.endswith((b"\n", b"\r")) else b"\n"]
        at, places = len(data) + len(parts[1]), {}
        for ref, content in sorted(self._objects.items(), key=lambda item: item[0].number):
            places[ref] = at
            parts.append(b"%d %d obj\n%b\nendobj\n" % (ref.number, ref.generation, content))
            at += len(parts[-1])
        parts.append(self._end(places, at, hashlib.md5(b"".join(parts[1:]), usedforsecurity=False).digest()))
        return b"".join(parts)

    def _end(self, places: dict[Ref, int], at: int, mark: bytes) -> bytes:
        if self._original.xref_is_stream:
            return self._stream(places, at, mark)
        start = at if self._original.xref_at is not None else 0
        table = _table(places) if start else b""
        return b"%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (table, self._trailer(self._next, mark), start)

    def _trailer(self, size: int, mark: bytes, more: bytes = b"") -> bytes:
        known = self._original.trailer
        parts = [more, *(b"%b %b" % (name.encode(), _exact(known.raw_get(name))) for name in _KEPT if name in known)]
        given = known.get("/Size")
        parts.append(b"/Size %d" % max(size, given if isinstance(given, int) and given <= 2 * size else 0))
        if (first := _first_id(known)) is not None:
            parts.append(b"/ID [<%b> <%b>]" % (first.hex().encode(), mark.hex().encode()))
        if self._original.xref_at is not None:
            parts.append(b"/Prev %d" % self._original.xref_at)
        return b"<< %b >>" % b" ".join(filter(None, parts))

    def _stream(self, places: dict[Ref, int], at: int, mark: bytes) -> bytes:
        """It is an object itself and stands in its own list."""
        own = Ref(self._next)
        listed = {**places, own: at}
        runs = list(_runs(listed))
        rows = b"".join(
            b"\x01" + listed[ref].to_bytes(8, "big") + ref.generation.to_bytes(2, "big") for run in runs for ref in run
        )
        index = b" ".join(b"%d %d" % (run[0].number, len(run)) for run in runs)
        about = b"/Type /XRef /W [1 8 2] /Index [%b] /Length %d" % (index, len(rows))
        head = self._trailer(own.number + 1, mark, about)
        return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own.number, head, rows, at)


def _table(places: dict[Ref, int]) -> bytes:
    lines = [b"xref\n0 1\n0000000000 65535 f \n"]  # without the first one, some readers take the numbers for wrong ones
    for run in _runs(places):
        lines.append(b"%d %d\n" % (run[0].number, len(run)))
        lines += (b"%010d %05d n \n" % (places[ref], ref.generation) for ref in run)
    return b"".join(lines)


def _runs(places: dict[Ref, int]) -> Iterator[list[Ref]]:
    """Objects with numbers one after the other."""
    ordered = sorted(places, key=lambda ref: ref.number)
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1].number - pair[0]):
        yield [ref for _, ref in run]


def _first_id(trailer: DictionaryObject) -> bytes | None:
    """What tells the file from every other; it stays with it for ever, and keys are made of it."""
    given = trailer.get("/ID")
    given = given.get_object() if given is not None else None
    if not isinstance(given, ArrayObject) or not given:
        return None
    first = given[0].get_object()
    return bytes(first.original_bytes) if isinstance(first, ByteStringObject | TextStringObject) else None


def written(content: PdfObject) -> bytes:
    """An object of pypdf as bytes."""
    file = BytesIO()
    content.write_to_stream(file)
    return file.getvalue()


def _exact(content: PdfObject) -> bytes:
    """As `written`, with strings as they are in the file: keys are checked by them."""
    if isinstance(content, DictionaryObject):
        return b"<< %b >>" % b" ".join(b"%b %b" % (written(name), _exact(value)) for name, value in content.items())
    if isinstance(content, ByteStringObject | TextStringObject):
        return b"<%b>" % bytes(content.original_bytes).hex().encode()
    return written(content)
