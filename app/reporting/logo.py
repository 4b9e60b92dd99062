"""The company's logo made harmless: decoded, bounded and written anew, so that what reaches a report is pixels alone.

Strategy: the file comes from the user, and goes out with the report; written anew it carries no names, places or thumbnails of the camera
or program that made it, and a writer never meets a broken picture. Whoever lets the user choose a logo calls `checked_logo` at once, so
that a bad one is refused there and not while a report is written.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from app.errors import ErrorCode, ExpectedError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_BYTES: Final = 5_000_000
_MAX_PIXELS: Final = 25_000_000
_KEPT: Final = (1200, 600)  # pixels: 300 dpi on 10 × 5 cm, far more than any report shows


@dataclass(frozen=True, slots=True)
class Logo:
    """`content`: a PNG of `width` × `height` pixels."""

    content: bytes
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Its size within a box, in the box's unit, in its own proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def checked_logo(content: bytes) -> Logo:
    """Raises ExpectedError LOGO_UNREADABLE where it is no PNG or JPEG, is damaged or too large."""
    if len(content) > MAX_BYTES:
        raise ExpectedError(ErrorCode.LOGO_UNREADABLE)
    picture = _decoded(content)
    picture.thumbnail(_KEPT)
    target = BytesIO()
    picture.save(target, "PNG")
    return Logo(target.getvalue(), picture.width, picture.height)


def _decoded(content: bytes) -> Image:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the library: odd metadata, many pixels; the size is checked here
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > _MAX_PIXELS:
                    raise ExpectedError(ErrorCode.LOGO_UNREADABLE)
                transparent = opened.has_transparency_data
                return _bare(ImageOps.exif_transpose(opened.convert("RGBA" if transparent else "RGB")))
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as error:  # what Pillow raises for bad files
        raise ExpectedError(ErrorCode.LOGO_UNREADABLE) from error


def _bare(picture: Image) -> Image:
    """Without what the file said beside its pixels."""
    picture.info.clear()
    return picture
