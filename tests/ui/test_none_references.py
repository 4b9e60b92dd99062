"""PySide6 6.12.0 loses references to None on Python 3.11 and aborts in the end; the locked version must not."""

from __future__ import annotations

import subprocess
import sys

CODE = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
print("alive")
"""


def test_a_long_session_does_not_use_singletons_up():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n", done.stderr
