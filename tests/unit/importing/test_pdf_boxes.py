"""Where a character's box lies when the font misstates how far its letters reach below the baseline."""

from __future__ import annotations

import pytest

from app.importing.pdf.plumber import readable_box


@pytest.mark.parametrize(
    ("stated", "bottom"),
    [(2.1, 102.1), (3.9, 103.9), (0.0, 102.1), (5.5, 102.1), (-3.0, 102.1)],
    ids=["usual", "deep", "none", "absurdly deep", "above the baseline"],
)
def test_the_box_is_as_high_as_the_type_and_stands_where_its_letters_are(stated: float, bottom: float) -> None:
    box = readable_box((50.0, 90.0 + stated, 55.0, 100.0 + stated), 100.0, 10.0)
    assert box == pytest.approx((50.0, bottom - 10, 55.0, bottom))
