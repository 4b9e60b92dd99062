"""Reports against the files in tests/golden; KLAUSELLUPE_REGENERATE=1 writes them anew (look at the difference!)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import app
from app.reporting.formats import FORMATS, written
from app.reporting.options import Reader, ReportOptions
from app.wording.lang import Lang
from tests.unit.reporting.report_example import ANALYSIS

GOLDEN = Path(__file__).parents[2] / "golden"
FORMS, LANGS = ("json", "html", "text"), ("de", "en")


@pytest.mark.parametrize("reader", Reader)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", FORMS)
def test_the_report_is_as_it_was(name: str, lang: Lang, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "__version__", "0.0.0")
    kind = "" if reader is Reader.INTERNAL else f".{reader.value}"
    file = GOLDEN / f"example{kind}.{lang}{FORMATS[name].suffix}"
    content = written(name, ANALYSIS, ReportOptions(lang=lang, reader=reader)).content
    if os.environ.get("KLAUSELLUPE_REGENERATE"):
        file.write_bytes(content)
    assert content == file.read_bytes()
