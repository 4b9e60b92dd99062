"""Reports against the files in tests/golden; KLAUSELLUPE_REGENERATE=1 writes them anew (look at the difference!)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import app
from app.models.analysis import Analysis
from app.reporting.formats import FORMATS
from app.wording.lang import Lang
from tests.unit.reporting.report_example import ANALYSIS

GOLDEN = Path(__file__).parents[2] / "golden"
CASES = [(name, lang) for name in FORMATS for lang in ("de", "en")]


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_the_report_is_as_it_was(name: str, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "__version__", "0.0.0")
    write: Callable[[Analysis, Lang], str] = FORMATS[name].write
    file = GOLDEN / f"example.{lang}{FORMATS[name].suffix}"
    written = write(ANALYSIS, lang)
    if os.environ.get("KLAUSELLUPE_REGENERATE"):
        file.write_bytes(written.encode())
    assert written.encode() == file.read_bytes()
