"""Names of the files that are written: by the user's pattern, and such that every system takes them.

Strategy: placeholders are filled in one pass, so that nothing in a document's name is taken for a placeholder; what is empty takes its separator with
it. What a system forbids becomes an underscore; what is too long is cut, its ending stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import Final

from app.models.analysis import Analysis
from app.reporting.formats import Format
from app.reporting.options import ReportOptions
from app.wording.filekinds import example_document, file_kind
from app.wording.lang import Lang

FORBIDDEN: Final = '<>:"/\\|?*'
LONGEST: Final = 200  # bytes with the ending, so that every file system has room for it
PLACEHOLDERS: Final = ("name", "kind", "date", "company", "reviewer")
RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""Names that Windows keeps for devices, with any ending."""

_PLACEHOLDER = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")
_SEPARATORS = re.compile(r"(?:\s+[–—-]+(?=\s+[–—-]+(?:\s|$)))+")
_ENDS = " .–—-_,"
_EXAMPLE_DAY = date(2026, 11, 22)


def file_name(pattern: str, analysis: Analysis, options: ReportOptions, form: Format) -> str:
    """The proposed name of a file, with its ending."""
    source = analysis.reading.source
    values = {
        "name": PurePath(source.name.replace("\\", "/")).stem,
        "kind": file_kind(form.name, options.lang, outward=options.outward),
        "date": options.made_at.date().isoformat() if options.made_at else "",
        "company": options.company,
        "reviewer": options.reviewer,
    }
    return safe_name(_filled(pattern, values) or values["kind"], form.suffix_for(source))


def example_name(pattern: str, lang: Lang) -> str:
    """What the pattern makes of a document of an example."""
    values = {
        "name": example_document(lang),
        "kind": file_kind("pdf", lang),
        "date": _EXAMPLE_DAY.isoformat(),
        "company": "Muster GmbH",
        "reviewer": "Mia Muster",
    }
    return safe_name(_filled(pattern, values) or values["kind"], ".pdf")


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    text = _PLACEHOLDER.sub(lambda found: values[found[1]], pattern)
    return _SEPARATORS.sub("", f" {text} ").strip(_ENDS)


def safe_name(text: str, suffix: str) -> str:
    """A name that Linux, macOS and Windows take, with its ending."""
    known = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    shown = "".join("_" if c in FORBIDDEN else c if c.isprintable() else " " for c in known)
    room = LONGEST - len(suffix.encode())
    name = " ".join(shown.split()).encode()[:room].decode("utf-8", "ignore").strip(_ENDS) or "_"
    return f"{'_' if name.partition('.')[0].casefold() in RESERVED else ''}{name}{suffix}"
