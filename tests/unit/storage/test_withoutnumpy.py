"""Opening a database does not load numpy, and leaves nothing that keeps others from loading it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OPEN = "import sys, pathlib; from app.storage.database import open_database; finders = list(sys.meta_path)\n"
OPENED = "open_database(pathlib.Path(sys.argv[1]) / 'a.sqlite', ()).close()\n"


def _says(program: str, folder: Path) -> str:
    """What a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("'sqlite_utils' in sys.modules, 'numpy' in sys.modules", "True False", id="numpy is not loaded"),
        pytest.param(
            "[f for f in sys.meta_path if f not in finders and type(f).__module__.startswith('app')]",
            "[]",
            id="no finder of ours is left",
        ),
        pytest.param("[f for f in finders if f not in sys.meta_path]", "[]", id="no finder of others is gone"),
        pytest.param("__import__('numpy').arange(3).sum()", "3", id="numpy can be loaded later"),
    ],
)
def test_in_a_fresh_process_after_opening_a_database(asked: str, answer: str, tmp_path: Path) -> None:
    assert _says(f"{OPEN}{OPENED}print({asked})", tmp_path) == answer


def test_numpy_that_is_loaded_already_stays_usable(tmp_path: Path) -> None:
    program = f"{OPEN}import numpy\n{OPENED}import sqlite_utils.db\nprint(sqlite_utils.db.np is numpy)"
    assert _says(program, tmp_path) == "True"


def test_another_thread_loads_numpy_meanwhile(tmp_path: Path) -> None:
    other = (
        "import threading; from app.storage import withoutnumpy\n"
        "def load():\n    import numpy\n    print(numpy.__name__)\n"
        "with withoutnumpy._numpy_hidden():\n"
        "    thread = threading.Thread(target=load); thread.start(); thread.join()\n"
    )
    assert _says(OPEN + other, tmp_path) == "numpy"
