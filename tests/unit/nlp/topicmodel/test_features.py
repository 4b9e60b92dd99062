"""What the model sees: folded texts, hashed words and pieces, whole numbers only."""

from __future__ import annotations

import numpy as np
import pytest

from app.nlp.topicmodel.features import PIECE_BITS, TEXT_LIMIT, TITLE_BITS, WORD_BITS, fold, pieces, title_pieces, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zahlung, binnen 14 Tagen!", " zahlung binnen 00 tagen "),
        ("Straße\n§ 3", " strasse 0 "),
        ("", "  "),
        ("_*_", "  "),
    ],
)
def test_folding_keeps_words_and_the_shape_of_numbers(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_folding_looks_at_the_beginning_only() -> None:
    assert len(fold("x" * 10 * TEXT_LIMIT)) == TEXT_LIMIT + 2


def test_a_bag_counts_words_and_pairs() -> None:
    bag = words(" der kunde der kunde ")
    assert sorted(bag.counts.tolist()) == [1, 2, 2, 2]  # kunde der; der, kunde, der kunde


def test_a_piece_does_not_reach_over_a_blank() -> None:
    assert pieces(" ab ", PIECE_BITS).counts.sum() == 3  # " ab", "ab ", " ab "
    apart, together = pieces(" ab cd ", PIECE_BITS), pieces(" abcd ", PIECE_BITS)
    assert apart.counts.sum() == 6
    assert together.counts.sum() > 6


@pytest.mark.parametrize("text", ["", " ", "a", "x" * 5000, "\ud83d allein", "😀", "٣ 四 Ⅻ"])
def test_odd_texts_make_bags_too(text: str) -> None:
    made = (
        (words(fold(text)), WORD_BITS),
        (pieces(fold(text), PIECE_BITS), PIECE_BITS),
        (title_pieces(text), TITLE_BITS),
    )
    for bag, bits in made:
        assert bag.buckets.dtype == bag.counts.dtype == np.int64
        assert all(0 <= bucket < 1 << bits for bucket in bag.buckets.tolist())


WORD_HAFTUNG = [1225]
PIECES_ABC = [19849, 36801, 57033, 93332, 113567, 125212]


def test_buckets_are_the_same_everywhere() -> None:
    # A changed hash makes the shipped weights worthless without any error.
    assert words(" haftung ").buckets.tolist() == WORD_HAFTUNG
    assert pieces(" abc ", PIECE_BITS).buckets.tolist() == PIECES_ABC
