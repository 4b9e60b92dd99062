"""Drawn pages: which are asked for, which are kept.

Strategy: only visible pages are asked for, two at a time, so that the worker is never busy with pages that were scrolled past.
A page that is there in another size is shown scaled until the sharp one comes. The least recently shown pages are dropped above a
memory limit.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.jobs.rendering import MAX_PIXELS

_KEPT_BYTES = 160 * 1024 * 1024
_AT_ONCE = 2

Wanted = tuple[int, QSize]  # page, size in device pixels


class PageImages:
    """The cache of one document."""

    def __init__(self, ask: Callable[[int, int, int], None]) -> None:
        self._ask = ask
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._asked: dict[int, QSize] = {}
        self._failed: set[int] = set()
        self._wanted: list[Wanted] = []

    def want(self, pages: Iterable[Wanted]) -> None:
        """These pages are visible now, most important first."""
        self._wanted = [(page, _bounded(size)) for page, size in pages]
        self._ask_next()

    def image(self, page: int) -> QImage | None:
        """The page, in the size it was last drawn in."""
        if page in self._images:
            self._images.move_to_end(page)
        return self._images.get(page)

    def failed(self, page: int) -> bool:
        """Whether the page cannot be drawn."""
        return page in self._failed

    def keep(self, page: int, image: QImage) -> None:
        """A page was drawn."""
        self._asked.pop(page, None)
        self._images[page] = image
        self._images.move_to_end(page)
        while len(self._images) > 1 and sum(i.sizeInBytes() for i in self._images.values()) > _KEPT_BYTES:
            self._images.popitem(last=False)
        self._ask_next()

    def give_up(self, page: int) -> None:
        """A page cannot be drawn; it is not asked for again."""
        self._asked.pop(page, None)
        self._failed.add(page)
        self._ask_next()

    def forget(self) -> None:
        """Another file or worker: nothing is known."""
        self._images.clear()
        self._asked.clear()
        self._failed.clear()

    def _ask_next(self) -> None:
        for page, size in self._wanted:
            if len(self._asked) >= _AT_ONCE:
                return
            if self._missing(page, size):
                self._asked[page] = size
                self._ask(page, size.width(), size.height())

    def _missing(self, page: int, size: QSize) -> bool:
        image = self._images.get(page)
        return page not in self._failed and page not in self._asked and (image is None or image.size() != size)


def _bounded(size: QSize) -> QSize:
    """At most as large as the worker draws; above that the page is shown scaled."""
    pixels = size.width() * size.height()
    if pixels <= MAX_PIXELS:
        return size.expandedTo(QSize(1, 1))
    factor = (MAX_PIXELS / pixels) ** 0.5
    return QSize(int(size.width() * factor), int(size.height() * factor)).expandedTo(QSize(1, 1))
