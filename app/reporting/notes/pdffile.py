"""The original PDF: its pages as numbers of objects, the bytes of an object, and what an update behind it must know.

Strategy: pypdf finds the objects, also in files whose cross-reference is damaged, and keeps the keys of encrypted ones; the bytes of an object
are taken as they stand. The file is hostile: trees are walked once and to an end.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, Final, cast

from pypdf import PasswordType, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from app.errors import ErrorCode, ExpectedError
from app.reporting.notes import syntax

_MAY_ANNOTATE: Final = 1 << 5  # bit 6 of /P: add or modify annotations
_MOST_NODES: Final = 200_000  # of a tree
_HIGHEST: Final = 8_388_607  # number of an object (ISO 32000-1, annex C)
UNREADABLE: Final = (
    *(PyPdfError, syntax.SyntaxProblem, ValueError, TypeError, KeyError, IndexError, AttributeError),
    *(AssertionError, RecursionError, OverflowError, OSError, NotImplementedError),
)
"""What pypdf raises on files that are not as they should be."""


@dataclass(frozen=True, slots=True)
class Ref:
    """An indirect object."""

    number: int
    generation: int = 0

    def __bytes__(self) -> bytes:
        return b"%d %d R" % (self.number, self.generation)


class _Reader(PdfReader):
    """A reader that remembers whether it had to search for the objects."""

    searched = False

    def _rebuild_xref_table(self, stream: Any) -> None:  # noqa: ANN401 - as in the base class
        self.searched = True
        super()._rebuild_xref_table(stream)


class PdfFile:
    """An opened original. Raises ExpectedError PDF_ENCRYPTED or COPY_FORBIDDEN; use it where `damage_is_expected`."""

    def __init__(self, data: bytes, password: str | None = None) -> None:
        self.data = data
        self._reader = _Reader(BytesIO(data))
        self._open(password)
        self.root: DictionaryObject = self._reader.root_object
        self.pages = tuple(self._pages())

    def _open(self, password: str | None) -> None:
        if not self.encrypted:
            return
        encryption = self._reader._encryption  # noqa: SLF001 - pypdf tells nobody who opened it
        as_who = self._reader.decrypt(password or "")
        if as_who is PasswordType.NOT_DECRYPTED or encryption is None:
            raise ExpectedError(ErrorCode.PDF_ENCRYPTED)
        if as_who is PasswordType.USER_PASSWORD and not encryption.P & _MAY_ANNOTATE:
            raise ExpectedError(ErrorCode.COPY_FORBIDDEN)

    # --- what an update must know

    @property
    def encrypted(self) -> bool:
        """Whether what is written must be encrypted too."""
        return bool(self._reader.is_encrypted)

    @property
    def trailer(self) -> DictionaryObject:
        """Its entries; of streams those that a trailer would have."""
        return self._reader.trailer

    @property
    def next_number(self) -> int:
        """The first number that no object has."""
        known = [*self._reader.xref.values(), *self._reader.xref_free_entry.values()]
        highest = max((n for numbers in known for n in numbers), default=0)
        highest = max(highest, *self._reader.xref_objStm, 0)
        if highest >= _HIGHEST // 2:
            raise ExpectedError(ErrorCode.COPY_DAMAGED)
        return highest + 1

    @cached_property
    def xref_at(self) -> int | None:
        """Where its newest cross-reference stands; None where readers must search for the objects anyway."""
        at = self._reader._startxref  # noqa: SLF001 - pypdf shows it nowhere
        issue = self._reader.searched or self._reader._get_xref_issues(BytesIO(self.data), at)  # noqa: SLF001
        return None if issue else at

    @property
    def xref_is_stream(self) -> bool:
        """Updates take the same form: a table behind streams is not allowed."""
        return self.xref_at is not None and self.data[self.xref_at : self.xref_at + 40].lstrip()[:4] != b"xref"

    def encrypted_object(self, content: PdfObject, ref: Ref) -> PdfObject:
        """The object as it is written into an encrypted file."""
        from app.reporting.notes.ciphers import steadily

        encryption = self._reader._encryption  # noqa: SLF001 - as above
        if encryption is None:
            return content
        return steadily(encryption._make_crypt_filter(ref.number, ref.generation)).encrypt_object(content)  # noqa: SLF001

    # --- objects

    def parsed(self, ref: Ref) -> PdfObject | None:
        """An object, decrypted."""
        return self._reader.get_object(IndirectObject(ref.number, ref.generation, self._reader))

    def written(self, ref: Ref) -> bytes:
        """The very bytes of an object's value. Raises SyntaxProblem."""
        reader = self._reader
        if ref.generation == 0 and ref.number in reader.xref_objStm:
            return self._packed(reader.xref_objStm[ref.number][0], ref.number)
        at = reader.xref.get(ref.generation, {}).get(ref.number)
        if at is None:
            raise syntax.SyntaxProblem
        head = self.data.index(b"obj", at) + len(b"obj")
        return syntax.value(self.data, head)

    def is_packed(self, ref: Ref) -> bool:
        """Whether it stands in a stream of objects: its strings are not encrypted a second time."""
        return ref.generation == 0 and ref.number in self._reader.xref_objStm

    def _packed(self, container: int, number: int) -> bytes:
        stream = self.parsed(Ref(container))
        if not isinstance(stream, StreamObject):
            raise syntax.SyntaxProblem
        content, first = stream.get_data(), int(cast(int, stream["/First"]))
        header = [int(n) for n in content[:first].split()]
        offsets = dict(zip(header[::2], header[1::2], strict=False))
        return syntax.value(content, first + offsets[number])

    # --- pages

    def _pages(self) -> Iterator[Ref | None]:
        """Depth first, as every reader numbers them; None for a page without a number of its own."""
        waiting: list[Any] = [self.root.raw_get("/Pages")]
        seen: set[Ref] = set()
        for _ in range(_MOST_NODES):
            if not waiting:
                return
            node = waiting.pop()
            ref, found = ref_of(node), node.get_object()
            if not isinstance(found, DictionaryObject):
                continue
            if "/Kids" not in found or found.get("/Type") == "/Page":
                yield ref
            elif ref is None or ref not in seen:
                waiting.extend(reversed(_kids(found, "/Kids")))
                seen.update((ref,) if ref else ())
        raise ExpectedError(ErrorCode.COPY_DAMAGED)

    def annotations_of(self, page: Ref) -> tuple[Ref | None, list[DictionaryObject]]:
        """Where the page's list of annotations stands, where it stands apart, and what is in it."""
        found = self.parsed(page)
        raw = found.raw_get("/Annots") if isinstance(found, DictionaryObject) and "/Annots" in found else None
        listed = raw.get_object() if raw is not None else None
        elements = [element.get_object() for element in listed] if isinstance(listed, ArrayObject) else []
        where = ref_of(raw) if isinstance(listed, ArrayObject) else None
        return where, [element for element in elements if isinstance(element, DictionaryObject)]

    @cached_property
    def shared_lists(self) -> frozenset[Ref]:
        """Lists of annotations that several pages share: none of them may be changed."""
        once: set[Ref] = set()
        twice: set[Ref] = set()
        for page in self.pages:
            found = self.parsed(page) if page else None
            raw = found.raw_get("/Annots") if isinstance(found, DictionaryObject) and "/Annots" in found else None
            if (where := ref_of(raw)) is not None:
                (twice if where in once else once).add(where)
        return frozenset(twice)

    @cached_property
    def signed(self) -> bool:
        """Whether somebody signed it: a signature holds for what was there before."""
        waiting = _kids(_whole(self.root, "/AcroForm"), "/Fields")
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            field = waiting.pop().get_object()
            if not isinstance(field, DictionaryObject):
                continue
            if field.get("/FT") == "/Sig" and isinstance(_whole(field, "/V"), DictionaryObject):
                return True
            waiting.extend(_kids(field, "/Kids"))
        allowed = _whole(self.root, "/Perms")
        return isinstance(allowed, DictionaryObject) and "/DocMDP" in allowed


def ref_of(content: object) -> Ref | None:
    """Where a value of pypdf stands; None for one that stands where it is."""
    return Ref(content.idnum, content.generation) if isinstance(content, IndirectObject) else None


def _kids(node: object, name: str) -> list[Any]:
    kids = _whole(node, name) if isinstance(node, DictionaryObject) else None
    return list(kids) if isinstance(kids, ArrayObject) else []


def _whole(node: DictionaryObject, name: str) -> object:
    """What an entry is, wherever it stands; None where there is none."""
    found = node.get(name)
    return None if found is None else found.get_object()


@contextmanager
def damage_is_expected() -> Iterator[None]:
    """Around everything that pypdf does: it tells of damage by all kinds of exceptions, and in its log, which may quote the document."""
    logger = logging.getLogger("pypdf")
    silent, told = logging.NullHandler(), logger.propagate
    logger.addHandler(silent)
    logger.propagate = False
    try:
        yield
    except UNREADABLE as error:
        raise ExpectedError(ErrorCode.COPY_DAMAGED) from error
    finally:
        logger.propagate = told
        logger.removeHandler(silent)
