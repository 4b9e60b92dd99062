"""From a wish in the library window to what fulfils it, loaded only then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.models.reading import Clause
from app.ui.context import Context
from app.ui.library.desk import Desk

TakenAs = Literal["reference", "fallback", "unacceptable"]


def edit(desk: Desk, clause: str, parent: QWidget) -> None:
    """The editor on a clause."""
    from app.ui.library.clause_window import open_editor

    open_editor(desk, clause, parent)


def new(desk: Desk, clause_type: str, parent: QWidget) -> None:
    """The editor on a new clause of a type ("": not chosen yet)."""
    from app.ui.library.clause_window import open_editor

    open_editor(desk, None, parent, type_id=clause_type)


def take(desk: Desk, clause: Clause, how: TakenAs, parent: QWidget) -> None:
    """A document's clause as reference, fallback or unacceptable example."""
    from app.ui.library.taking import take_clause

    take_clause(desk, clause, how, parent)


def history(desk: Desk, clause: str, parent: QWidget) -> None:
    """The versions of a clause."""
    from app.ui.library.history import show_history

    show_history(desk, clause, parent)


def submit(desk: Desk, clause: str, parent: QWidget) -> None:
    """A draft goes to review."""
    from app.ui.library import review

    review.submit(desk, clause, parent)


def approve(desk: Desk, clause: str, parent: QWidget) -> None:
    """What approval would change, then approval."""
    from app.ui.library import review

    review.approve(desk, clause, parent)


def retire(desk: Desk, clause: str, parent: QWidget) -> None:
    """The clause is used no longer; its versions stay."""
    from app.ui.library import review

    review.retire(desk, clause, parent)


def export_pack(desk: Desk, clauses: tuple[str, ...], parent: QWidget) -> None:
    """Clauses as a pack."""
    from app.ui.library import packs_export

    packs_export.export_pack(desk, clauses, parent)


def import_pack(desk: Desk, parent: QWidget) -> None:
    """Clauses from a pack."""
    from app.ui.library import packs_import

    packs_import.import_pack(desk, parent)


def subscriptions(desk: Desk, parent: QWidget) -> None:
    """Pack folders that announce updates."""
    from app.ui.library.packs_subscriptions import show_subscriptions

    show_subscriptions(desk, parent)


def news(desk: Desk, folder: Path, parent: QWidget) -> None:
    """What a subscribed folder brings."""
    from app.ui.library import packs_import

    packs_import.import_news(desk, folder, parent)


def starter_updates(desk: Desk, parent: QWidget) -> None:
    """What a new version of the program brings."""
    from app.ui.library import packs_import

    packs_import.starter_updates(desk, parent)


def import_word(desk: Desk, parent: QWidget) -> None:
    """Drafts from a Word file."""
    from app.ui.library import listimport

    listimport.import_word(desk, parent)


def import_table(desk: Desk, parent: QWidget) -> None:
    """Drafts from a table."""
    from app.ui.library import listimport

    listimport.import_table(desk, parent)


def usage(desk: Desk, look_at: Callable[[str], object], parent: QWidget) -> None:
    """How often each clause was met; `look_at` shows one in the library's window."""
    from app.ui.library.usage_dialog import UsageDialog

    UsageDialog(desk, look_at, parent).open()


def settings(context: Context, parent: QWidget) -> None:
    """All settings; what was chosen holds at once."""
    from app.settings import load_settings
    from app.ui.dialogs.settings_dialog import SettingsDialog

    dialog = SettingsDialog(
        load_settings()[0],
        theme=context.theme.wish,
        library=context.library.effective(),
        lang=context.language.code,
        parent=parent,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: context.choose(dialog.settings(), dialog.theme()))
    dialog.open()
