"""How often reference clauses were matched in the stored cases: read now and then, said in words."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app import paths
from app.errors import ExpectedError
from app.ui.library.rows import local_day
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.storage.caserows import Usage  # loads sqlite_utils

_FRESH_S = 20.0


class UsageBook:
    """What the stored cases say; None where they cannot be read, of which their own list tells."""

    def __init__(self) -> None:
        self._known: Mapping[str, Usage] | None = {}
        self._read_at = -_FRESH_S

    def __call__(self) -> Mapping[str, Usage] | None:
        """As it was a few seconds ago at most."""
        if time.monotonic() - self._read_at >= _FRESH_S:
            self._known = self._read()
            self._read_at = time.monotonic()
        return self._known

    def _read(self) -> Mapping[str, Usage] | None:
        if not paths.user_cases().is_file():
            return {}
        from app.storage.casestore import CaseStore

        try:
            with CaseStore(paths.user_cases()) as cases:
                return cases.usage()
        except ExpectedError:
            return None


def usage_text(clause: str, usage: Mapping[str, Usage] | None, lang: Lang) -> str:
    """In how many stored cases it was found, and when last; "" where that is not known."""
    if usage is None:
        return ""
    found = usage.get(clause)
    if found is None or not found.cases:
        return QCoreApplication.translate("ClauseUsage", "in keinem gespeicherten Vorgang gefunden")
    if found.cases == 1:
        said = QCoreApplication.translate("ClauseUsage", "in 1 Vorgang gefunden, am {0}")
        return said.format(local_day(found.last, lang))
    said = QCoreApplication.translate("ClauseUsage", "in {0} Vorgängen gefunden, zuletzt am {1}")
    return said.format(found.cases, local_day(found.last, lang))
