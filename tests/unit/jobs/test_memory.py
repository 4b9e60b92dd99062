"""How much memory a process has used; what watches it where the system does not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.jobs import memory, process

MEGABYTE = 1 << 20


def test_the_peak_grows_with_what_is_used():
    code = "from app.jobs import memory as m; a = bytearray(m.peak() + (50 << 20)); p = m.peak(); b = bytearray(100 << 20); print(m.peak() - p)"
    # a process begins with the peak of the one that started it, so a first block goes above that
    grown = int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
    assert 90 * MEGABYTE < grown < 130 * MEGABYTE


def test_the_peak_is_in_bytes():
    assert 5 * MEGABYTE < memory.peak() < 8192 * MEGABYTE


class _Parent:
    def __init__(self) -> None:
        self.sentinel, self._other_end = os.pipe()

    def close(self) -> None:
        os.close(self.sentinel)
        os.close(self._other_end)


class _Ended(BaseException):
    pass


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is no process there")
def test_without_limits_of_the_system_a_worker_ends_itself(monkeypatch):
    def end(code: int) -> None:
        raise _Ended(code)

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(memory, "peak", lambda: process.MEMORY_LIMIT + 1)
    parent = _Parent()
    try:
        with pytest.raises(_Ended) as ended:
            process._watch(parent)
    finally:
        parent.close()
    assert ended.value.args == (process.OUT_OF_MEMORY,)
