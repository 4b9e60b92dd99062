"""Text that was pasted: its name, and how its case is told apart from one with a file.

Strategy: the text is a document like any other, only that its bytes come from memory. Its path names a file that never existed, in a
folder of ours, so that nothing takes it for one of the user's.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from app import paths
from app.wording.lang import Lang

_FOLDER: Final = "pasted"


def _folder() -> Path:
    return paths.user_data_dir() / _FOLDER


def pasted_path(now: datetime, lang: Lang) -> Path:
    """Eingefügter Text 22.11.2026 14.05.txt"""
    there = now.astimezone()
    name = f"Eingefügter Text {there:%d.%m.%Y %H.%M}" if lang == "de" else f"Pasted text {there:%Y-%m-%d %H.%M}"
    return _folder() / f"{name}.txt"


def is_pasted(path: Path) -> bool:
    """Whether a document has no file because it never had one."""
    return path.parent.name == _FOLDER and path.parent == _folder()
