"""Words of documents and names of files as tool tips: Qt takes a text that begins like markup for it, and would hide what is written."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """To be read as it is written."""
    if not Qt.mightBeRichText(text):
        return text
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)  # long lines are broken
