"""The forms a report can take, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.models.analysis import Analysis
from app.reporting.tohtml import to_html
from app.reporting.tojson import to_json
from app.reporting.totext import to_text
from app.wording.lang import Lang


@dataclass(frozen=True, slots=True)
class Format:
    """A writer and the suffix of its files."""

    suffix: str
    write: Callable[[Analysis, Lang], str]


FORMATS: Final[dict[str, Format]] = {
    "json": Format(".json", to_json),
    "html": Format(".html", to_html),
    "text": Format(".txt", to_text),
}
