"""Logos: pixels alone reach a report; what is broken, too large or no picture is refused with a sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from app.errors import ErrorCode, ExpectedError
from app.reporting.logo import MAX_BYTES, checked_logo
from app.wording.errors import error_sentence
from tests.unit.reporting.papers import png


def written(picture, kind, **more) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **more)
    return target.getvalue()


def test_its_pixels_stay_and_its_proportions():
    logo = checked_logo(png(120, 40, (31, 78, 121)))
    assert (logo.width, logo.height) == (120, 40)
    assert Image.open(BytesIO(logo.content)).getpixel((5, 5)) == (31, 78, 121)
    assert logo.fitted(60, 60) == (60, 20)
    assert logo.fitted(600, 20) == (60, 20)


def test_a_large_one_is_made_smaller():
    logo = checked_logo(png(4800, 600))
    assert (logo.width, logo.height) == (1200, 150)


def test_nothing_but_pixels_is_kept():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "Mia Muster")
    exif = Image.Exif()
    exif[0x013B] = "Mia Muster"
    picture = Image.new("RGB", (9, 9), "red")
    for content in (written(picture, "PNG", pnginfo=info), written(picture, "JPEG", exif=exif, comment=b"Mia Muster")):
        assert b"Mia Muster" in content
        assert b"Mia" not in checked_logo(content).content


def test_a_transparent_one_stays_transparent():
    logo = checked_logo(written(Image.new("RGBA", (9, 9), (0, 0, 0, 0)), "PNG"))
    assert Image.open(BytesIO(logo.content)).mode == "RGBA"


def test_a_turned_photo_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    logo = checked_logo(written(Image.new("RGB", (30, 10)), "JPEG", exif=exif))
    assert (logo.width, logo.height) == (10, 30)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        png()[:60],
        b"\xff\xd8\xff\xe0" + b"0" * 99,
        written(Image.new("P", (9, 9)), "GIF"),
        written(Image.new("1", (6000, 5000)), "PNG"),
        png() + b"\0" * MAX_BYTES,
    ],
    ids=["empty", "text", "cut off", "no jpeg", "gif", "too many pixels", "too many bytes"],
)
def test_a_bad_one_is_refused_with_a_sentence(content):
    with pytest.raises(ExpectedError) as caught:
        checked_logo(content)
    assert caught.value.code is ErrorCode.LOGO_UNREADABLE
    assert "PNG" in error_sentence(caught.value, "de")
