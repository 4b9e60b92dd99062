"""Scanned pages of our own making: terms set in type, rendered, and treated as a copier and a scanner would.

Everything is seeded: the same page comes out the same each time.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
HEADING = 60  # characters: shorter paragraphs are headings
TEXTS = Path(__file__).parents[1] / "data/scans"
FONTS = Path("/usr/share/fonts/truetype")


@dataclass(frozen=True)
class Face:
    """A type and its size in points; the fonts are those of a bare Debian with LibreOffice."""

    name: str
    regular: str
    bold: str
    size: float


FACES = (
    Face("serif", "liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf", 10),
    Face("sans", "liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf", 9),
    Face("condensed", "dejavu/DejaVuSansCondensed.ttf", "dejavu/DejaVuSansCondensed-Bold.ttf", 8),
)


@dataclass(frozen=True)
class Noise:
    """What copying and scanning does: `skew` in degrees, `blur` as radius and `speckle` as share of the pixels.

    `paper`: grey value of the background at its darkest; `quality` of the JPEG.
    """

    skew: float = 0.0
    blur: float = 0.0
    paper: int = 255
    grain: float = 0.0
    speckle: float = 0.0
    quality: int = 95


CLEAN = Noise()
NOISY = Noise(skew=0.9, blur=1.0, paper=205, grain=10, speckle=0.0003, quality=60)
WORSE = Noise(skew=-1.5, blur=1.3, paper=190, grain=14, speckle=0.0005, quality=50)


def paragraphs(name: str) -> list[str]:
    """The paragraphs of one of our texts for scans."""
    return (TEXTS / f"{name}.txt").read_text("utf-8").splitlines()


def typeset(texts: Sequence[str], face: Face, columns: int = 1, gutter: float = 14) -> bytes:
    """The paragraphs as a PDF with text, in columns; short paragraphs are headings in bold."""
    for name, file in ((face.name, face.regular), (f"{face.name}-bold", face.bold)):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    body = ParagraphStyle("body", fontName=face.name, fontSize=face.size, leading=face.size * 1.22)
    body.spaceAfter = face.size * 0.5
    body.alignment = TA_JUSTIFY if columns > 1 else TA_LEFT
    heading = ParagraphStyle("heading", body, fontName=f"{face.name}-bold", alignment=TA_LEFT)
    width, height, margin = *A4, 48
    column = (width - 2 * margin - (columns - 1) * gutter) / columns
    frames = [
        Frame(margin + i * (column + gutter), margin, column, height - 2 * margin, 0, 0, 0, 0) for i in range(columns)
    ]
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, invariant=1)
    document.addPageTemplates([PageTemplate("page", frames)])
    styled = [(text.replace("&", "&amp;"), heading if len(text) < HEADING else body) for text in texts]
    document.build([Paragraph(*each) for each in styled])
    return out.getvalue()


def rendered(pdf: bytes, dpi: int = DPI) -> list[Image]:
    """Every page as a grey picture."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def scanned(image: Image, noise: Noise, seed: int = 1) -> Image:
    """The page after a copier and a scanner."""
    import numpy as np
    from PIL import Image as Images
    from PIL import ImageFilter

    if noise.skew:
        image = image.rotate(noise.skew, Images.Resampling.BICUBIC, fillcolor=255)
    if noise.blur:
        image = image.filter(ImageFilter.GaussianBlur(noise.blur))
    grey = np.asarray(image, dtype=np.float32)
    chance = np.random.default_rng(seed)
    slope = np.linspace(noise.paper, min(255, noise.paper + 25), grey.shape[1], dtype=np.float32)
    grey = 25 + grey * (slope - 25) / 255 if noise.paper < 255 else grey
    if noise.grain:
        grey = grey + chance.normal(0, noise.grain, grey.shape).astype(np.float32)
    grey = grey.clip(0, 255).astype(np.uint8)
    for _ in range(round(noise.speckle * grey.size / 4)):
        y, x = chance.integers(grey.shape[0] - 2), chance.integers(grey.shape[1] - 2)
        grey[y : y + 2, x : x + 2] = 60
    out = io.BytesIO()
    Images.fromarray(grey).save(out, "JPEG", quality=noise.quality)
    return Images.open(out)


def picture_pdf(images: Sequence[Image], dpi: int = DPI, turn: int = 0) -> bytes:
    """A PDF of pictures only; `turn`: degrees counter-clockwise by which the sheets lay in the scanner."""
    from PIL import Image as Images

    turned = [image.rotate(turn, Images.Resampling.NEAREST, expand=True) if turn else image for image in images]
    out = io.BytesIO()
    turned[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=turned[1:], quality=75)
    return out.getvalue()
