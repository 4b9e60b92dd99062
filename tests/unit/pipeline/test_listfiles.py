"""Files with clauses are measured before they are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.pipeline.listfiles import content_of


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"a;b")
    assert content_of(tmp_path / "list.csv") == b"a;b"


def _too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(ReadOptions().max_bytes + 1)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, ErrorCode.FILE_NOT_FOUND),
        (Path.mkdir, ErrorCode.FILE_NOT_READABLE),
        (_too_large, ErrorCode.FILE_TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, make: Callable[[Path], object], code: ErrorCode) -> None:
    make(tmp_path / "list.csv")
    with pytest.raises(ExpectedError) as refused:
        content_of(tmp_path / "list.csv")
    assert refused.value.code is code


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.csv")
    with pytest.raises(ExpectedError) as refused:
        content_of(tmp_path / "list.csv")
    assert refused.value.code is ErrorCode.FILE_NOT_READABLE
