"""What was dropped on the window or lies on the clipboard: files, else text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Files and folders of this computer."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def text_in(data: QMimeData) -> str:
    """The plain text: it has the numbers that word processors print, which their HTML leaves out. HTML only where there is nothing else."""
    text = data.text() if data.hasText() else ""
    if not text.strip() and data.hasHtml():
        text = QTextDocumentFragment.fromHtml(data.html()).toPlainText()
    return text if text.strip() else ""
