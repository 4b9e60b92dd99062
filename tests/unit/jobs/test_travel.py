"""Long values on their way between processes: whole, ordinary, and giving way to others often enough."""

from __future__ import annotations

import pickle

import pytest

from app.jobs import travel

LONG = tuple((n, f"Ziffer {n}", float(n)) for n in range(50_000))


@pytest.mark.parametrize("value", [None, 1, "Ä" * 100_000, b"x" * 1_000_000, LONG, {"a": [LONG]}])
def test_a_value_comes_out_as_it_went_in(value):
    assert travel.unpacked(travel.packed(value)) == value


def test_what_travels_is_an_ordinary_pickle():
    assert pickle.loads(travel.packed(LONG)) == LONG


def test_a_value_is_not_read_twice_where_it_stands_twice():
    shared = ["§ 1"]
    first, second = travel.unpacked(travel.packed((shared, shared)))
    assert first is second


def test_a_long_value_is_written_in_many_steps(monkeypatch):
    """Each is a chance for another thread; the largest takes a millisecond."""
    sizes = []
    write = travel._Written.write
    monkeypatch.setattr(travel._Written, "write", lambda self, part: sizes.append(len(part)) or write(self, part))
    travel.packed(LONG)
    assert len(sizes) > 10
    assert max(sizes) < 200_000


def test_a_long_value_is_read_in_many_steps(monkeypatch):
    sizes = []
    read = travel._Read.read
    monkeypatch.setattr(travel._Read, "read", lambda self, size: sizes.append(size) or read(self, size))
    travel.unpacked(travel.packed(LONG))
    assert len(sizes) > 10
    assert max(sizes) < 200_000


@pytest.mark.parametrize("broken", [b"", b"\x80\x05", b"I1\n."])
def test_half_a_value_is_an_error(broken):
    with pytest.raises((EOFError, pickle.UnpicklingError)):
        travel.unpacked(broken)
