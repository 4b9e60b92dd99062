"""Every form a report can take: nothing internal in an outward file, and the same bytes every time."""

from __future__ import annotations

import pytest

from app.reporting.formats import FORMATS, written
from app.wording.lang import LANGS, Lang
from tests.unit.reporting.internal_marks import found_marks, internal_options, marked_analysis, outward_options

MARKED = marked_analysis()
FORMS = sorted(name for name, form in FORMATS.items() if not form.needs_source)  # copies have tests of their own
ALWAYS_OUTWARD = sorted(name for name in FORMS if FORMATS[name].outward_only)
every_form = pytest.mark.parametrize("name", FORMS)


@pytest.mark.parametrize("lang", LANGS)
@every_form
def test_nothing_internal_is_in_an_outward_file(name: str, lang: Lang) -> None:
    assert found_marks(written(name, MARKED, outward_options(MARKED, lang)).content) == []


@pytest.mark.parametrize("name", [name for name in FORMS if name not in ALWAYS_OUTWARD])
def test_the_marks_are_found_where_they_may_be(name: str) -> None:
    assert found_marks(written(name, MARKED, internal_options(MARKED)).content)


@pytest.mark.parametrize("name", ALWAYS_OUTWARD)
def test_what_is_for_the_other_side_alone_is_outward_whatever_was_asked(name: str) -> None:
    assert found_marks(written(name, MARKED, internal_options(MARKED)).content) == []


@every_form
def test_the_same_analysis_gives_the_same_bytes(name: str) -> None:
    options = internal_options(MARKED)
    assert written(name, MARKED, options).content == written(name, marked_analysis(), options).content
