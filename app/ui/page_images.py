"""Drawn pages: which are asked for, which are kept.

Strategy: only what is visible is asked for, two pieces at a time, so that the worker is never busy with pages that were scrolled
past; a thumbnail is asked for only when nothing else is missing. A page that is there in another size is shown scaled until the
sharp one comes. The least recently shown pieces are dropped above a limit for all of them together, but none that is wanted. A page at
which the worker's process died is asked for once more before it is given up: something else may have killed it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.ui.page_pieces import Piece, Slot

KEPT_BYTES = 80 * 1024 * 1024
_WANTED_BYTES = KEPT_BYTES * 3 // 4  # more is not asked for at a time, else what is shown would drive out what is shown
_AT_ONCE = 2


class PageImages(QObject):
    """The cache of one document."""

    changed = Signal(int)  # there is something new of a page

    def __init__(self, ask: Callable[[Piece], None], *, limit: int = KEPT_BYTES) -> None:
        super().__init__()
        self._ask = ask
        self._limit = limit
        self._images: OrderedDict[Slot, QImage] = OrderedDict()
        self._bytes = 0
        self._asked: dict[Slot, Piece] = {}
        self._failed: set[int] = set()
        self._without_thumbnail: set[int] = set()
        self._blamed: set[int] = set()  # the process died once while it drew them
        self._wanted: tuple[Piece, ...] = ()
        self._thumbnails: tuple[Piece, ...] = ()

    @property
    def bytes(self) -> int:
        """Memory of all images."""
        return self._bytes

    # --- what is wanted

    def want(self, pieces: Iterable[Piece]) -> None:
        """These are visible now, most important first."""
        self._wanted = _affordable(pieces)
        self._ask_next()

    def want_thumbnails(self, pieces: Iterable[Piece]) -> None:
        """These thumbnails are visible now."""
        self._thumbnails = _affordable(pieces)
        self._ask_next()

    # --- what is there

    def image(self, page: int) -> QImage | None:
        """The page in the size it was last drawn in, or its thumbnail."""
        return self._found((page, False, None, 0)) or self.thumbnail(page)

    def thumbnail(self, page: int) -> QImage | None:
        """The thumbnail of a page."""
        return self._found((page, True, None, 0))

    def tile(self, piece: Piece) -> QImage | None:
        """A part of a page, in this very size."""
        return self._found(piece.slot)

    def failed(self, page: int) -> bool:
        """Whether the page cannot be drawn."""
        return page in self._failed

    def _found(self, slot: Slot) -> QImage | None:
        if slot in self._images:
            self._images.move_to_end(slot)
        return self._images.get(slot)

    # --- what comes

    def keep(self, piece: Piece, image: QImage) -> None:
        """A piece was drawn."""
        self._asked.pop(piece.slot, None)
        self._blamed.discard(piece.page)
        self._failed.discard(piece.page)
        self._bytes -= self._weight(self._images.pop(piece.slot, None))
        self._images[piece.slot] = image
        self._bytes += self._weight(image)
        self._drop_old()
        self._ask_next()
        self.changed.emit(piece.page)

    def give_up(self, piece: Piece, again: bool = False) -> None:
        """A piece cannot be drawn; `again`: it may have been the fault of something else."""
        self._asked.pop(piece.slot, None)
        if again and piece.page not in self._blamed:
            self._blamed.add(piece.page)
        elif piece.thumbnail:
            self._without_thumbnail.add(piece.page)
        else:
            self._failed.add(piece.page)
        self._ask_next()
        self.changed.emit(piece.page)

    def try_again(self) -> None:
        """Another try of the pages that could not be drawn."""
        pages = tuple(self._failed)
        self._failed.clear()
        self._without_thumbnail.clear()
        self._blamed.clear()
        self._ask_next()
        for page in pages:
            self.changed.emit(page)

    def forget(self) -> None:
        """Another file or worker: nothing is known."""
        self._images.clear()
        self._bytes = 0
        self._asked.clear()
        self._failed.clear()
        self._without_thumbnail.clear()
        self._blamed.clear()

    @staticmethod
    def _weight(image: QImage | None) -> int:
        return 0 if image is None else image.sizeInBytes()

    def _drop_old(self) -> None:
        if self._bytes <= self._limit:
            return
        wanted = {piece.slot for piece in chain(self._wanted, self._thumbnails)}
        for slot in [slot for slot in self._images if slot not in wanted]:
            if self._bytes <= self._limit or len(self._images) == 1:
                return
            self._bytes -= self._weight(self._images.pop(slot))

    # --- asking

    def _ask_next(self) -> None:
        for piece in self._wanted:
            if len(self._asked) >= _AT_ONCE:
                return
            if self._missing(piece):
                self._ask_for(piece)
        if not self._asked:
            missing = next((piece for piece in self._thumbnails if self._missing(piece)), None)
            if missing is not None:
                self._ask_for(missing)

    def _ask_for(self, piece: Piece) -> None:
        self._asked[piece.slot] = piece
        self._ask(piece)

    def _missing(self, piece: Piece) -> bool:
        given_up = piece.page in self._failed or (piece.thumbnail and piece.page in self._without_thumbnail)
        if given_up or piece.slot in self._asked:
            return False
        image = self._images.get(piece.slot)
        return image is None or (not piece.rough and (image.width(), image.height()) != piece.size)


def _affordable(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """As many as fit; the first in any case."""
    kept: list[Piece] = []
    room = _WANTED_BYTES
    for piece in pieces:
        room -= piece.bytes
        if kept and room < 0:
            break
        kept.append(piece)
    return tuple(kept)
