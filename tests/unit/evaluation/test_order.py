"""The order check finds sentences whose parts stand apart in print."""

from __future__ import annotations

import pytest

from app.models.reading import Clause, Reading
from app.models.source import Box, Ignored, IgnoredReason, Mark, MarkKind, Page, SourceDocument
from tests.evaluation.order import keeps_lines, order
from tests.evaluation.readers import Independent, Printed

TEXT = "Der Kunde zahlt den Preis binnen zehn Tagen nach Erhalt der Ware"


def reading(text: str, ignored: tuple[Ignored, ...] = (), marks: tuple[Mark, ...] = ()) -> Reading:
    pages = (Page(1, 600, 800), Page(2, 600, 800))
    source = SourceDocument("a.pdf", "0", 1, "application/pdf", text, (), (), (), pages, ignored, marks=marks)
    clause = Clause("c1", "a", "", "", text, (), None, 0, body_spans=((0, len(text)),))
    return Reading(source, (clause,))


def printed(*pages: str) -> tuple[tuple[Printed, ...], ...]:
    return tuple(
        tuple(Printed(word, 10 * i, 0, 10 * i + 9, 9) for i, word in enumerate(page.split())) for page in pages
    )


def test_a_text_in_the_readers_order_is_in_order() -> None:
    assert order(reading(TEXT), Independent(printed(TEXT))).share == 1


def test_a_line_of_another_column_in_the_middle_breaks_every_shingle_across_it() -> None:
    mixed = "Der Kunde zahlt den Preis § 9 Gerichtsstand ist Hof binnen zehn Tagen nach Erhalt der Ware"
    found = order(reading(mixed), Independent(printed(TEXT + " § 9 Gerichtsstand ist Hof")))
    assert found.share < 0.5
    assert ("c1", "den Preis § 9 Gerichtsstand") in found.astray


def test_words_joined_or_divided_otherwise_stay_in_order() -> None:
    divided = TEXT.replace("Erhalt", "Er- halt").replace("den Preis", "denPreis")
    assert order(reading(TEXT), Independent(printed(divided))).share == 1


def test_a_footer_between_two_pages_does_not_break_a_sentence() -> None:
    footer = Ignored(IgnoredReason.FOOTER, "Seite 1", page=1, box=Box(1, 40, 0, 70, 10))
    pages = printed("Der Kunde zahlt den Seite 1", "Preis binnen zehn Tagen nach Erhalt der Ware")
    assert order(reading(TEXT, (footer,)), Independent(pages)).share == 1
    assert order(reading(TEXT), Independent(pages)).share < 1


def test_a_sentence_number_between_words_does_not_break_a_sentence() -> None:
    mark = Mark(TEXT.index("binnen"), "2", MarkKind.SENTENCE_NUMBER)
    numbered = Independent(printed(TEXT.replace("binnen", "2 binnen")))
    assert order(reading(TEXT, marks=(mark,)), numbered).share == 1
    assert order(reading(TEXT), numbered).share < 1


@pytest.mark.parametrize(("stored", "trusted"), [("a b c d", True), ("a c b d", False)])
def test_the_files_own_order_counts_only_where_it_keeps_lines_together(stored: str, trusted: bool) -> None:
    assert keeps_lines(Independent(printed("a b c d"), (), printed(stored), ("ab", "cd"))) is trusted
