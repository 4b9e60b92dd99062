"""Documents to measure on: ours, and those in ../shared where they lie beside the repository."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from app.importing.options import ReadOptions
from app.library.loader import load
from app.models.analysis import Analysis
from app.paths import clause_library
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("KLAUSELLUPE_SHARED", ROOT.parent / "shared"))
OURS = ROOT / "tests/data/gold"
AS_OF = date(2026, 11, 22)  # measurements do not depend on the day


def gold_documents(folder: Path) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Name, document and gold file of every annotated document."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        home = ROOT / "resources/samples" if folder == OURS else folder
        yield path.stem, home / gold["document"], gold


def analysed(path: Path) -> Analysis:
    """The analysis with the starter library and the usual facts."""
    return analyse(path.read_bytes(), path.name, load(clause_library()), assumed(AS_OF), ReadOptions())
