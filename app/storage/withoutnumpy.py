"""sqlite_utils without numpy, of which it only wants type names that no table of ours has.

WORKAROUND: sqlite_utils 3 and 4 (db.py, `import_module("numpy")`) load numpy wherever it is installed. Its libraries are loaded
while the interpreter is held, 70–120 ms in which the window does not move. So numpy is hidden from this one import, in this
thread only: another thread may load it meanwhile, and it can be loaded later as ever.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def database_class() -> type[Database]:
    """`sqlite_utils.Database`."""
    with _numpy_hidden():
        from sqlite_utils import Database

    return Database


@contextmanager
def _numpy_hidden() -> Iterator[None]:
    """Where numpy is loaded already, it stays so."""
    finder = _Refusing(threading.get_ident())
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _Refusing(MetaPathFinder):
    def __init__(self, thread: int) -> None:
        self._thread = thread

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:
        """Asked first for every module; for others None: not known here."""
        if fullname == "numpy" and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(name=fullname)
