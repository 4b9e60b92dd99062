"""Tesseract, through tesserocr: in this process, picture and words only in memory.

Strategy: of the two bindings pytesseract starts the program and puts the page's picture and text into files of the
common temporary folder, where they stay if the worker is killed; tesserocr (MIT, wheels with the library itself for
Linux, Windows and macOS) writes nothing, ends with the worker, has a time limit and knows each character's place. Only
the language's model is not in its wheels: it is looked for where Tesseract's packages and installers put it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.importing.ocr.engine import OcrWord, RecognitionTimeout, Symbol

if TYPE_CHECKING:
    from PIL.Image import Image

_STDERR = 2  # file descriptor
SECONDS_A_PAGE = 60.0  # a full page of small print takes 3 s
_LANGUAGES = {"deu": "de", "eng": "en"}  # the model's name and ours, best first
_FOLDERS = (
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)


@dataclass(frozen=True)
class Tesseract:
    """Tesseract's library with one model of the folder `models`."""

    models: Path
    model: str
    version: str
    sections: bool = False  # no German model contains the section sign
    seconds: float = SECONDS_A_PAGE

    @property
    def name(self) -> str:
        return f"tesseract {self.version}"

    @property
    def language(self) -> str:
        return _LANGUAGES[self.model]

    def read(self, image: Image, dpi: int) -> tuple[OcrWord, ...]:
        """The words in the order of the page's columns; nothing is kept between two pages."""
        from tesserocr import PSM

        with self._started(PSM.AUTO) as api:
            return _read(api, image, dpi, self.seconds)

    def read_lines(self, images: Sequence[Image], dpi: int) -> tuple[tuple[OcrWord, ...], ...]:
        """The words of each picture of a line."""
        from tesserocr import PSM

        with self._started(PSM.SINGLE_LINE) as api:
            return tuple(_read(api, image, dpi, self.seconds) for image in images)

    @contextmanager
    def _started(self, mode: int) -> Iterator[Any]:
        """The library with the model, looking for what `mode` (a PSM) says."""
        from tesserocr import PyTessBaseAPI

        with _silence(), PyTessBaseAPI(path=f"{self.models}{os.sep}", lang=self.model, psm=mode) as api:
            api.SetVariable("debug_file", os.devnull)  # else it writes to the terminal
            yield api


def _read(api: Any, image: Image, dpi: int, seconds: float) -> tuple[OcrWord, ...]:  # noqa: ANN401 - tesserocr has no types
    grey = image.convert("L")
    api.SetImageBytes(grey.tobytes(), grey.width, grey.height, 1, grey.width)
    api.SetSourceResolution(dpi)
    if not api.Recognize(round(seconds * 1000)):
        raise RecognitionTimeout
    return tuple(_words(api))


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing on the terminal: leptonica writes there about every damaged picture."""
    try:
        terminal = os.dup(_STDERR)
    except OSError:  # a window without one
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    try:
        yield
    finally:
        os.dup2(terminal, _STDERR)
        os.close(terminal)
        os.close(nowhere)


def installed() -> Tesseract | None:
    """Tesseract with the German model, else with the English one; None if binding or model are missing."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads only wait for each other; read when it is loaded
    try:
        import tesserocr
    except ImportError:
        return None
    version = tesserocr.tesseract_version().split()[1]
    for model in _LANGUAGES:
        for folder in _folders():
            if (folder / f"{model}.traineddata").is_file():
                return Tesseract(folder, model, version)
    return None


def _folders() -> Iterator[Path]:
    """Where models may lie."""
    if prefix := os.environ.get("TESSDATA_PREFIX"):
        yield from (Path(prefix), Path(prefix, "tessdata"))
    if program := shutil.which("tesseract"):
        place = Path(program).resolve().parent
        yield from (place / "tessdata", place.parent / "share/tessdata")
    if sys.platform == "win32":
        for variable, below in (("PROGRAMFILES", ""), ("LOCALAPPDATA", "Programs")):
            if base := os.environ.get(variable):
                yield Path(base, below, "Tesseract-OCR", "tessdata")
        return
    yield from sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata"), reverse=True)
    yield from map(Path, _FOLDERS)


def _words(api: Any) -> Iterator[OcrWord]:  # noqa: ANN401 - tesserocr has no types
    """The words of the page that was recognised."""
    from tesserocr import RIL, iterate_level

    line, symbols = -1, list[Symbol]()
    found = api.GetIterator()
    if found is None:
        return
    for at in iterate_level(found, RIL.SYMBOL):
        if at.Empty(RIL.SYMBOL):
            continue
        line += at.IsAtBeginningOf(RIL.TEXTLINE)
        symbols.append(Symbol(at.GetUTF8Text(RIL.SYMBOL), *at.BoundingBox(RIL.SYMBOL)))
        if at.IsAtFinalElement(RIL.WORD, RIL.SYMBOL):
            yield _word(at, symbols, line)
            symbols = []


def _word(at: Any, symbols: list[Symbol], line: int) -> OcrWord:  # noqa: ANN401 - tesserocr has no types
    from tesserocr import RIL

    x0, top, x1, bottom = at.BoundingBox(RIL.WORD)
    text = "".join(s.text for s in symbols)
    baseline = _baseline(at.Baseline(RIL.TEXTLINE), (x0 + x1) / 2, bottom)
    confidence = round(at.Confidence(RIL.WORD) / 100, 3)
    return OcrWord(text, x0, top, x1, bottom, confidence, line, baseline, tuple(symbols))


def _baseline(ends: tuple[tuple[int, int], tuple[int, int]] | None, x: float, bottom: float) -> float:
    if ends is None or ends[0][0] == ends[1][0]:
        return bottom
    (x0, y0), (x1, y1) = ends
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
