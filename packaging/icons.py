"""Draws the program's icon as Windows (.ico) and macOS (.icns) want it: `python packaging/icons.py FOLDER`."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

SIZES = (16, 32, 48, 64, 128, 256)
LARGEST = 1024


def main(folder: Path) -> None:
    """Write both files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([])
    drawing = QSvgRenderer(str(Path(__file__).parents[1] / "resources" / "icons" / "klausellupe.svg"))
    image = QImage(LARGEST, LARGEST, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the binding takes the name of a format
    picture = Image.open(io.BytesIO(stored.data()))
    picture.save(folder / "klausellupe.ico", sizes=[(size, size) for size in SIZES])
    picture.save(folder / "klausellupe.icns")
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
