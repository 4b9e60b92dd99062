"""The example's report in its forms as text, for tests that read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.reporting.build import build_report
from app.reporting.options import ReportOptions
from app.reporting.pages import report_paper
from app.reporting.paper import Paper
from app.reporting.reportmodel import Report
from app.reporting.tohtml import to_html
from app.reporting.tojson import to_json
from app.reporting.totext import to_text
from app.wording.lang import Lang

NOTHING: Mapping[str, Decision] = {}


def options(lang: Lang = "de", decided: Mapping[str, Decision] = NOTHING, **rest: Any) -> ReportOptions:
    """Of an internal report, unless said otherwise."""
    return ReportOptions(lang=lang, decided=dict(decided), **rest)


def report_of(analysis: Analysis, lang: Lang = "de", decided: Mapping[str, Decision] = NOTHING, **rest: Any) -> Report:
    """The report's model."""
    return build_report(analysis, options(lang, decided, **rest))


def paper(analysis: Analysis, given: ReportOptions) -> Paper:
    """The report as blocks."""
    return report_paper(build_report(analysis, given), given)


def html_of(analysis: Analysis, lang: Lang = "de", decided: Mapping[str, Decision] = NOTHING, **rest: Any) -> str:
    """The page."""
    return to_html(paper(analysis, options(lang, decided, **rest))).decode()


def text_of(analysis: Analysis, lang: Lang = "de", decided: Mapping[str, Decision] = NOTHING, **rest: Any) -> str:
    """The text."""
    return to_text(paper(analysis, options(lang, decided, **rest))).decode()


def json_of(analysis: Analysis, lang: Lang = "de", decided: Mapping[str, Decision] = NOTHING, **rest: Any) -> str:
    """The JSON file."""
    return to_json(analysis, options(lang, decided, **rest)).decode()


def read_json(analysis: Analysis, lang: Lang = "de", **rest: Any) -> dict[str, Any]:
    """The JSON, read again."""
    loaded: dict[str, Any] = json.loads(json_of(analysis, lang, **rest))
    return loaded
