"""What is asked of the worker for pages, and what is kept: pieces of pages, their order, their memory."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from app.ui.page_images import PageImages
from app.ui.page_pieces import TILE, WHOLE_PIXELS, Piece, is_whole, page_piece, thumbnail_piece, tiles


class Asked(list):
    def __call__(self, piece):
        self.append(piece)


@pytest.fixture
def asked():
    return Asked()


@pytest.fixture
def images(asked, qapp):
    return PageImages(asked)


def _page(number, width=10, height=20):
    return page_piece(number, width, height)


def _image(piece):
    return QImage(*piece.size, QImage.Format.Format_RGB32)


def _draw(images, *pieces):
    for piece in pieces:
        images.keep(piece, _image(piece))


# --- pieces


def test_a_page_is_one_piece_until_it_is_looked_at_closely():
    assert _page(3, 2000, 3000) == Piece(3, 2000, 3000)
    assert not list(tiles(3, 2000, 3000, (0, 0, 500, 500)))
    rough = _page(3, 20_000, 10_000)
    assert rough.rough
    assert rough.width == pytest.approx(2 * rough.height, abs=2)
    assert rough.size[0] * rough.size[1] < WHOLE_PIXELS


def test_close_up_only_the_parts_in_sight_are_drawn():
    parts = list(tiles(1, 5000, 7000, (1000, 2000, 1100, 2100)))
    assert [part.clip for part in parts] == [
        (0, 1024, 1024, 1024),
        (1024, 1024, 1024, 1024),
        (0, 2048, 1024, 1024),
        (1024, 2048, 1024, 1024),
    ]


def test_the_parts_of_a_page_cover_it_and_do_not_overlap():
    parts = list(tiles(1, 5000, 7000, (0, 0, 5000, 7000)))
    assert sum(part.size[0] * part.size[1] for part in parts) == 5000 * 7000
    assert len({part.slot for part in parts}) == len(parts)
    assert all(max(part.size) <= TILE for part in parts)


@pytest.mark.parametrize("size", [(0, 0), (1, 0)])
def test_a_page_is_at_least_a_point(size):
    assert min(_page(1, *size).size) == 1


# --- asking


def test_two_pieces_are_asked_for_at_once_and_the_next_when_one_comes(images, asked):
    images.want([_page(4), _page(5), _page(6)])
    assert asked == [_page(4), _page(5)]
    _draw(images, _page(4))
    assert asked[2:] == [_page(6)]
    images.want([_page(4)])
    assert len(asked) == 3


def test_pages_that_were_scrolled_past_are_not_asked_for(images, asked):
    images.want(_page(number) for number in range(1, 100))
    images.want([_page(150)])
    _draw(images, _page(1))
    assert asked == [_page(1), _page(2), _page(150)]


def test_another_zoom_asks_again_and_shows_the_old_meanwhile(images, asked):
    _draw(images, _page(1))
    images.want([_page(1, 20, 40)])
    assert asked == [_page(1, 20, 40)]
    assert images.image(1).width() == 10


def test_a_rough_page_is_there_in_any_size(images, asked):
    _draw(images, _page(1, 1000, 1000))
    images.want([_page(1, 30_000, 30_000)])
    assert not asked


def test_a_part_serves_at_its_own_zoom_only(images, asked):
    part, other = (next(tiles(1, width, 5000, (0, 0, 9, 9))) for width in (4000, 4001))
    _draw(images, part)
    images.want([part, other])
    assert asked == [other]
    assert images.tile(part) is not None
    assert images.tile(other) is None


def test_thumbnails_wait_until_every_page_in_sight_is_drawn(images, asked):
    thumbnails = [thumbnail_piece(number, 5, 8) for number in (7, 8)]
    images.want([_page(1)])
    images.want_thumbnails(thumbnails)
    assert asked == [_page(1)]
    _draw(images, _page(1))
    assert asked[1:] == thumbnails[:1]  # one at a time
    images.want([_page(2), _page(3)])
    _draw(images, thumbnails[0])
    assert asked[2:] == [_page(2), _page(3)]


def test_a_thumbnail_stands_in_for_a_page_that_is_not_drawn_yet(images):
    _draw(images, thumbnail_piece(1, 5, 8))
    assert images.image(1).width() == 5
    _draw(images, _page(1))
    assert images.image(1).width() == 10
    assert images.thumbnail(1).width() == 5


# --- what cannot be drawn


def test_a_page_that_cannot_be_drawn_is_not_asked_for_again(images, asked):
    images.want([_page(1)])
    images.give_up(_page(1))
    images.want([_page(1)])
    assert len(asked) == 1
    assert images.failed(1)


def test_a_page_at_which_the_process_died_has_a_second_try(images, asked):
    images.want([_page(1)])
    images.give_up(_page(1), True)
    assert (len(asked), images.failed(1)) == (2, False)
    images.give_up(_page(1), True)
    assert (len(asked), images.failed(1)) == (2, True)


def test_the_second_try_is_had_again_once_the_page_was_drawn(images, asked):
    images.want([_page(1)])
    for _ in range(3):
        images.give_up(_page(1), True)
        assert not images.failed(1)
        _draw(images, _page(1))
        images.want([_page(1, len(asked) * 20, 40)])


def test_a_page_is_shown_though_its_thumbnail_cannot_be_drawn(images, asked):
    thumbnail = thumbnail_piece(1, 5, 8)
    images.want_thumbnails([thumbnail])
    images.give_up(thumbnail)
    images.want([_page(1)])
    images.want_thumbnails([thumbnail])
    assert asked == [thumbnail, _page(1)]
    assert not images.failed(1)


def test_the_user_can_try_again(images, asked, qtbot):
    images.want([_page(1)])
    images.give_up(_page(1))
    with qtbot.waitSignal(images.changed, check_params_cb=lambda page: page == 1):
        images.try_again()
    assert asked == [_page(1)] * 2
    assert not images.failed(1)


# --- memory

KILO = page_piece(0, 16, 16).bytes  # of one page below


def _kept(images, pages):
    return [page for page in pages if images.image(page) is not None]


def test_pages_not_seen_for_long_are_dropped(qapp):
    images = PageImages(Asked(), limit=2 * KILO)
    _draw(images, _page(1, 16, 16), _page(2, 16, 16))
    images.image(1)
    _draw(images, _page(3, 16, 16))
    assert _kept(images, (1, 2, 3)) == [1, 3]
    assert images.bytes == 2 * KILO


def test_pages_parts_and_thumbnails_share_one_limit(qapp):
    images = PageImages(Asked(), limit=10 * KILO)
    for number in range(1, 60):
        _draw(images, _page(number, 16, 16), thumbnail_piece(number, 16, 16), Piece(number, 99, 99, (0, 0, 16, 16)))
        assert images.bytes <= 10 * KILO
    images.forget()
    assert images.bytes == 0


def test_what_is_in_sight_is_not_dropped_for_what_comes(qapp):
    images = PageImages(Asked(), limit=2 * KILO)
    images.want([_page(1, 16, 16), _page(2, 16, 16)])
    _draw(images, *(_page(number, 16, 16) for number in (1, 2, 3)))
    assert _kept(images, (1, 2)) == [1, 2]


def test_the_same_page_in_another_size_takes_the_place_of_the_first(images):
    _draw(images, _page(1, 16, 16), _page(1, 32, 32))
    assert images.bytes == 4 * KILO


def test_no_more_is_asked_for_than_can_be_kept(images, asked):
    side = 2800
    assert is_whole(side, side)
    images.want(_page(number, side, side) for number in range(1, 50))
    for piece in asked:
        _draw(images, piece)
    assert 1 < len(asked) < 10
