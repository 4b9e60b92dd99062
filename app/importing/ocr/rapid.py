"""rapidocr (Apache-2.0): slower than Tesseract, about as exact, and it knows the section sign by itself.

Strategy: the models come in its wheel and are named here by their place, so nothing is ever fetched; its classifier of
text direction is off, because it turns some clean lines upside down. It finds boxes of text, which are put into lines by
their height; words and their places are its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from app.importing.ocr.engine import OcrWord

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PIL.Image import Image
_INK = 140  # darker is ink
_DESCENT = 0.2  # of the height of a word that hangs below the line
_HANGING = frozenset("gjpqyQJß§,;()[]{}|/@_")  # these reach below the line


@dataclass(frozen=True)
class Rapid:
    """rapidocr with the models of its wheel."""

    version: str
    language: str = "latin"
    sections: bool = True

    @property
    def name(self) -> str:
        """Name and version."""
        return f"rapidocr {self.version}"

    def read(self, image: Image, dpi: int) -> tuple[OcrWord, ...]:
        """The words, line by line from the top; `dpi` makes no difference here.

        It cannot be interrupted: the guard of the worker process (`app.jobs.guard`) is the time limit.
        """
        del dpi
        found = _models()(np.asarray(image.convert("RGB")), return_word_box=True)
        if found.boxes is None:
            return ()
        grey = np.asarray(image.convert("L"))
        lines = [line for line in (_line(words, grey) for words in found.word_results or ()) if line]
        lines.sort(key=lambda words: (words[0].baseline, words[0].x0))
        return tuple(_numbered(lines))

    def read_lines(self, images: Sequence[Image], dpi: int) -> tuple[tuple[OcrWord, ...], ...]:
        """The words of each picture of a line."""
        return tuple(self.read(image, dpi) for image in images)


def installed() -> Rapid | None:
    """rapidocr, if it and its runtime are installed with their models."""
    try:
        import onnxruntime  # noqa: F401 - rapidocr itself starts without it
        import rapidocr  # noqa: F401
    except ImportError:
        return None
    return Rapid(version("rapidocr")) if all(_model_paths()) else None


def _model_paths() -> tuple[Path | None, Path | None]:
    """The models that find and read text in the installed wheel; None where one is missing."""
    import rapidocr

    folder = Path(rapidocr.__file__).parent / "models"
    found, read = (sorted(folder.glob(f"*_{kind}_*.onnx")) for kind in ("det", "rec"))
    return (found[-1] if found else None, read[-1] if read else None)


@cache
def _models() -> Any:  # noqa: ANN401 - rapidocr's call has no one type
    """The loaded models: 0.5 s, 150 MB. A model's place is given, because rapidocr fetches what it does not find."""
    from rapidocr import RapidOCR

    found, read = _model_paths()
    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Det.model_path": str(found),
            "Rec.model_path": str(read),
            "EngineConfig.onnxruntime.intra_op_num_threads": min(4, os.cpu_count() or 1),
        }
    )


def _line(words: Sequence[Any], grey: NDArray[Any]) -> list[OcrWord]:
    """The words of a box of text, their boxes tightened to the ink, on one baseline."""
    line = [_word(text, confidence, corners, grey) for text, confidence, corners in words if text.strip()]
    if not line:
        return []
    standing = [w.bottom for w in line if not _HANGING & set(w.text)]
    foot = median(standing or [w.bottom - (w.bottom - w.top) * _DESCENT for w in line])
    return [replace(w, baseline=foot) for w in line]


def _word(text: str, confidence: float, corners: Sequence[Sequence[float]], grey: NDArray[Any]) -> OcrWord:
    x0, x1 = (round(f(c[0] for c in corners)) for f in (min, max))
    top, bottom = (round(f(c[1] for c in corners)) for f in (min, max))
    area = grey[max(0, top) : bottom, max(0, x0) : x1] < _INK
    rows = np.flatnonzero(area.any(axis=1))
    if len(rows):
        top, bottom = max(0, top) + int(rows[0]), max(0, top) + int(rows[-1]) + 1
    return OcrWord(text, x0, top, x1, bottom, round(float(confidence), 3), 0, bottom)


def _numbered(lines: Sequence[Sequence[OcrWord]]) -> Iterator[OcrWord]:
    for number, line in enumerate(lines):
        for word in line:
            yield replace(word, line=number)
