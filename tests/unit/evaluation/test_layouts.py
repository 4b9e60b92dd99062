"""Our terms come back from layouts that the corpus lacks; a layout that is read badly shows in the figures."""

from __future__ import annotations

import dataclasses

import pytest

from app.models.reading import Reading
from tests.evaluation.imported import INVENTED_BAR, LOST_BAR
from tests.evaluation.importtables import layouts, printed_layout_faults
from tests.evaluation.layouts.catalogue import LAYOUTS, SCANS
from tests.evaluation.layouts.design import FOOTNOTE, HIDDEN, Layout, printed
from tests.evaluation.layouts.measure import compared, measure, reading_of

F1_BAR = 0.97
BY_NAME = {layout.name: layout for layout in LAYOUTS}
COLUMNS = BY_NAME["3 columns"]


@pytest.mark.parametrize(
    "name",
    [
        "2 columns from mid-page",
        "3 columns",
        "3 columns, 6.3 pt, narrow gutter",
        "letterhead, footer in columns",
        "diagonal watermark, 3 columns",
        "boxes in 2 columns",
        "raised sentence numbers",
        "ruled table",
        "white sentence",
        "browser's print",
        "bold over (1), no number",
        "no number, bold",
        "/Rotate 90",
        "printed across, 2 columns",
        "everything at once",
    ],
)
def test_our_terms_come_back_from_this_layout(name: str) -> None:
    found = measure(BY_NAME[name])
    scores = found.scores
    assert min(scores.clauses.f1, scores.labels.right, scores.parents.right) >= F1_BAR
    assert found.texts >= F1_BAR, found.wrong
    assert found.lost_share <= LOST_BAR, found.lost
    assert found.invented_share <= INVENTED_BAR, found.invented


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reading_of(printed(COLUMNS)[0])


def test_a_clause_that_is_missed_and_its_words_show(reading: Reading) -> None:
    fewer = dataclasses.replace(reading, clauses=reading.clauses[1:])
    found = compared(COLUMNS, fewer, printed(COLUMNS)[1])
    assert found.scores.clauses.missed == ["clause 0"]
    assert {word for _, word in found.lost} == {"§", "1", "Geltungsbereich"}
    assert len(found.wrong) == 1


def test_words_of_another_clause_make_a_text_wrong_without_being_lost(reading: Reading) -> None:
    second, third = reading.clauses[2], reading.clauses[3]
    swapped = (
        dataclasses.replace(second, text=third.text, body_spans=third.body_spans),
        dataclasses.replace(third, text=second.text, body_spans=second.body_spans),
    )
    mixed = dataclasses.replace(reading, clauses=(*reading.clauses[:2], *swapped, *reading.clauses[4:]))
    found = compared(COLUMNS, mixed, printed(COLUMNS)[1])
    assert (found.lost, found.invented) == ((), ())
    assert len(found.wrong) == 2


def test_words_that_nobody_set_are_invented(reading: Reading) -> None:
    words = [page[:] for page in printed(COLUMNS)[1]]
    words[0].remove("Geltungsbereich")
    assert [word for _, word in compared(COLUMNS, reading, words).invented] == ["Geltungsbereich"]


@pytest.mark.parametrize("layout", [COLUMNS, BY_NAME["everything at once"]], ids=lambda layout: layout.name)
def test_a_layout_is_printed_the_same_each_time(layout: Layout) -> None:
    assert printed(layout) == printed(layout)


def test_names_are_names_and_scans_are_layouts() -> None:
    assert len(BY_NAME) == len(LAYOUTS)
    assert {layout.name for layout in SCANS} <= BY_NAME.keys()
    assert len(SCANS) == 8


def test_hidden_words_are_set_but_not_counted_as_printed() -> None:
    words = {word for page in printed(BY_NAME["white sentence"])[1] for word in page}
    assert not {"weiß", "niemanden"} & words
    assert "weiß" in HIDDEN


def test_the_note_is_set_once_at_the_foot_of_the_first_column() -> None:
    pages = [" ".join(page) for page in printed(BY_NAME["footnote in 2 columns"])[1]]
    assert [page.count(FOOTNOTE) for page in pages] == [1, *[0] * (len(pages) - 1)]


def test_a_row_for_each_layout_and_the_faults_in_words(reading: Reading) -> None:
    fewer = dataclasses.replace(reading, clauses=reading.clauses[1:])
    figures = [compared(COLUMNS, each, printed(COLUMNS)[1]) for each in (reading, fewer)]
    rows = layouts(figures)
    assert rows[2] == "| 3 columns | 2 | 1.000 | 1.000 | 1.000 | 1.000 | 0.00 | 0.00 |"
    assert rows[3] == "| 3 columns | 2 | 0.996 | 1.000 | 0.973 | 0.991 | 0.18 | 0.00 |"
    assert len(printed_layout_faults(figures)) == 1
