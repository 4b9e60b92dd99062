"""The report as a file: the writer by the ending of its name, written at once or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis
from app.reporting.decisions import NOTHING, Decided
from app.wording.lang import Lang

Writer = Callable[[Analysis, Lang, Decided], str]


def _html(analysis: Analysis, lang: Lang, decided: Decided) -> str:
    from app.reporting.tohtml import to_html

    return to_html(analysis, lang, decided)


def _json(analysis: Analysis, lang: Lang, decided: Decided) -> str:
    from app.reporting.tojson import to_json

    return to_json(analysis, lang, decided)


def _text(analysis: Analysis, lang: Lang, decided: Decided) -> str:
    from app.reporting.totext import to_text

    return to_text(analysis, lang, decided)


WRITERS: dict[str, Writer] = {".html": _html, ".json": _json, ".txt": _text}
DEFAULT = ".html"


def with_ending(path: Path, wanted: str) -> Path:
    """The path with an ending that has a writer; `wanted` where it has none."""
    return path if path.suffix.casefold() in WRITERS else path.with_name(path.name + wanted)


def export(analysis: Analysis, path: Path, lang: Lang, decided: Decided = NOTHING) -> None:
    """Write the report, with what was decided; raises OUTPUT_NOT_WRITABLE."""
    content = WRITERS[path.suffix.casefold()](analysis, lang, decided).encode()
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(content) != len(content) or not file.commit():
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(path), "name": path.name})
