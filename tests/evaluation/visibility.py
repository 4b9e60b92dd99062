"""Text that the program lists as hidden and that the drawn page shows nevertheless.

Only causes that say "nothing is to be seen at this place" are checked: type in the colour of the paper and type off the
page. Text below another (covered, clipped, invisible over a scan) has the other's ink at its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from app.models.source import Box, Ignored, SourceDocument

CONTRAST = 48  # of 255: darker or lighter than what is around by more than paper and noise are
_SCALE = 2.0
_UNSEEN = ("white", "off_page")


def seen(source: SourceDocument, path: Path) -> frozenset[Ignored]:
    """The hidden texts of a PDF whose place shows ink on the drawn page."""
    claims = [item for item in source.ignored if item.cause in _UNSEEN and item.box is not None]
    if not claims or path.suffix != ".pdf":
        return frozenset()
    document = pdfium.PdfDocument(path)
    try:
        return frozenset(_seen(document, claims))
    finally:
        document.close()


def _seen(document: Any, claims: list[Ignored]) -> Iterator[Ignored]:
    pictures: dict[int, Any] = {}
    for item in claims:
        box = item.box
        if box is None:
            continue
        if box.page not in pictures:
            page = document[box.page - 1]
            pictures[box.page] = page.render(scale=_SCALE, grayscale=True).to_numpy()
            page.close()
        if _has_ink(pictures[box.page], box):
            yield item


def _has_ink(picture: Any, box: Box) -> bool:
    x0, x1 = (max(0, round(x * _SCALE)) for x in (box.x0, box.x1))
    top, bottom = (max(0, round(y * _SCALE)) for y in (box.top, box.bottom))
    part = picture[top:bottom, x0:x1]
    return bool(part.size) and int(part.max()) - int(part.min()) > CONTRAST
