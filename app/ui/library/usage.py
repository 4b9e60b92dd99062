"""How often reference clauses were matched in the stored cases, in words; read in the thread of the cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.ui.library.rows import local_day
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.storage.caserows import Usage  # loads sqlite_utils
    from app.ui.cases import Cases


class UsageBook(QObject):
    """What the cases' thread said last; None until it has, or where the cases cannot be read, of which their list tells."""

    changed = Signal()

    def __init__(self, cases: Cases | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: Mapping[str, Usage] | None = None
        if cases is not None:
            cases.used.connect(self._take)

    def __call__(self) -> Mapping[str, Usage] | None:
        """Usage by reference clause; those never met are not in it."""
        return self._known

    def _take(self, known: Mapping[str, Usage]) -> None:
        self._known = known
        self.changed.emit()


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
