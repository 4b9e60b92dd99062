"""The fingerprint of a content."""

from __future__ import annotations

import hashlib

import pytest

from app.library.files import _sha


@pytest.mark.parametrize("length", [0, 1, 1999, 2000, 2001, 2048, 10_000])
def test_the_pieces_of_a_content_make_one_fingerprint(length: int) -> None:
    text = "äß€"[: length % 3] + "x" * length
    assert _sha(text) == hashlib.sha256(text.encode()).hexdigest()
