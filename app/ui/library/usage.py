"""How often a clause was matched, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.library.rows import local_day
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.storage.casestore import Usage


def usage_text(clause: str, usage: Mapping[str, Usage], lang: Lang) -> str:
    """In how many stored cases it was found, and when last."""
    found = usage.get(clause)
    if found is None or not found.cases:
        return QCoreApplication.translate("ClauseUsage", "in keinem gespeicherten Vorgang gefunden")
    if found.cases == 1:
        said = QCoreApplication.translate("ClauseUsage", "in 1 Vorgang gefunden, am {0}")
        return said.format(local_day(found.last, lang))
    said = QCoreApplication.translate("ClauseUsage", "in {0} Vorgängen gefunden, zuletzt am {1}")
    return said.format(found.cases, local_day(found.last, lang))
