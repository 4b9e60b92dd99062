"""Pages: every box stands on one, in order, none below the edge; what belongs together stays together."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.reporting.pdf.boxes import Box, CellBox, LineBox, RowBox, row_height
from app.reporting.pdf.lines import Line
from app.reporting.pdf.pages import Page, paginate

HEIGHT = 100.0


def line(height: float = 10, *, keep: bool = False) -> LineBox:
    return LineBox(height, keep=keep)


def row(count: int, head: Box | None = None) -> RowBox:
    """Of so many lines."""
    cells = (CellBox(0, 50, tuple((0.0, 10.0, Line(())) for _ in range(count))),)
    return RowBox(row_height(cells), cells=cells, head=head)


def lines_of(page: Page) -> int:
    return sum(len(box.cells[0].lines) for _, box in page.boxes if isinstance(box, RowBox))


BOXES = st.lists(
    st.one_of(
        st.builds(lambda h, k: line(h, keep=k), st.floats(1, 40), st.booleans()),
        st.builds(lambda h, k: Box(h, keep=k), st.floats(1, 30), st.booleans()),
        st.just(Box(0, fresh=True)),
        st.integers(1, 60).map(row),
    ),
    max_size=40,
)


@settings(deadline=None, derandomize=True)
@given(BOXES)
def test_every_box_is_placed_once_in_order_and_within_the_page(boxes: list[Box]) -> None:
    pages = paginate(boxes, HEIGHT)
    placed = [box for page in pages for _, box in page.boxes]
    assert [box for box in placed if isinstance(box, LineBox)] == [box for box in boxes if isinstance(box, LineBox)]
    assert sum(map(lines_of, pages)) == sum(len(box.cells[0].lines) for box in boxes if isinstance(box, RowBox))
    for page in pages:
        assert all(top + box.height <= HEIGHT + 0.02 for top, box in page.boxes)
        assert all(
            after >= top + box.height - 0.02 for (top, box), (after, _) in zip(page.boxes, page.boxes[1:], strict=False)
        )


def test_what_is_kept_with_the_next_moves_with_it() -> None:
    pages = paginate([line(85), line(10, keep=True), line(10)], HEIGHT)
    assert [len(page.boxes) for page in pages] == [1, 2]


def test_white_between_does_not_part_what_is_kept() -> None:
    pages = paginate([line(75), line(10, keep=True), Box(5), line(15)], HEIGHT)
    assert [len(page.boxes) for page in pages] == [1, 3]


def test_what_follows_the_kept_ones_is_not_kept_too() -> None:
    boxes = [line(50), Box(5), line(10, keep=True), line(10), Box(5), line(10, keep=True), Box(5), line(10)]
    assert [len(page.boxes) for page in paginate(boxes, HEIGHT)] == [5, 3]


def test_white_at_the_top_of_a_page_is_left_out() -> None:
    assert [top for top, _ in paginate([line(95), Box(20), line(10)], HEIGHT)[1].boxes] == [0]


def test_a_chain_that_never_ends_is_broken() -> None:
    assert len(paginate([line(30, keep=True) for _ in range(100)], HEIGHT)) <= 50


def test_the_head_of_a_table_opens_each_of_its_pages() -> None:
    head = row(1)
    pages = paginate([head, *(row(1, head) for _ in range(20))], HEIGHT)
    assert all(page.boxes[0][1] is head for page in pages)
    assert sum(map(lines_of, pages)) == 21 + len(pages) - 1


def test_a_row_taller_than_a_page_is_split_between_its_lines() -> None:
    head = row(1)
    pages = paginate([head, row(30, head)], HEIGHT)
    assert len(pages) > 3
    assert sum(map(lines_of, pages)) == 31 + len(pages) - 1


def test_a_short_row_is_not_split() -> None:
    assert [lines_of(page) for page in paginate([line(80), row(2)], HEIGHT)] == [0, 2]
