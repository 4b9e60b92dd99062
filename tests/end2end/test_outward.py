"""Our own library with marks on everything internal, applied to our samples for real: no mark leaves the house."""

from __future__ import annotations

from functools import cache

import pytest

from app.comparing.evaluation import evaluate_reading
from app.library.loader import load
from app.models.analysis import Analysis
from app.models.reading import Reading
from app.paths import clause_library
from app.reporting.formats import written
from app.reporting.options import ReportOptions
from app.wording.lang import LANGS, Lang
from tests.evaluation.documents import OURS, analysed, gold_documents
from tests.unit.reporting.internal_marks import (
    COMMENT,
    facts_with_figures,
    found_marks,
    internal_options,
    marked_library,
    outward_options,
)

SAMPLES = {document.name: document for _, document, _ in gold_documents(OURS)}
FORMS = ("html", "text", "json")


@cache
def reading_of(name: str) -> Analysis:
    return analysed(SAMPLES[name])


@cache
def marked(name: str) -> Analysis:
    plain = reading_of(name)
    reading: Reading = plain.reading
    return evaluate_reading(reading, marked_library(load(clause_library())), facts_with_figures(plain.facts))


def file(form: str, analysis: Analysis, options: ReportOptions) -> bytes:
    return written(form, analysis, options).content


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_no_mark_of_a_marked_library_leaves_the_house(name: str, lang: Lang) -> None:
    analysis = marked(name)
    options = outward_options(analysis, lang)
    for form in FORMS:
        content = file(form, analysis, options)
        assert found_marks(content) == [], form
        assert COMMENT in content.decode()


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_marks_are_in_the_internal_report(name: str) -> None:
    analysis = marked(name)
    assert any("sentence" in found for found in found_marks(file("html", analysis, internal_options(analysis))))


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_marks_change_no_finding(name: str) -> None:
    assert {f.code for f in marked(name).findings} == {f.code for f in reading_of(name).findings}
