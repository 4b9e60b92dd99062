"""Nothing may be written anywhere: home, temporary folder and working directory are empty ones of the test's own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def untouched(tmp_path_factory) -> Iterator[list[Path]]:
    """Three empty folders that the worker processes take for theirs; the fixture looks at them at the end too."""
    folders = [tmp_path_factory.mktemp(name) for name in ("home", "temporary", "working")]
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(folders[0]))
        for name in ("TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(folders[1]))
        patch.setattr(tempfile, "tempdir", None)
        patch.chdir(folders[2])
        yield folders


def written(folders: list[Path]) -> list[str]:
    """What lies in them."""
    return sorted(str(path.relative_to(folder.parent)) for folder in folders for path in folder.rglob("*"))
