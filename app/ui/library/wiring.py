"""From a wish in the library window to what fulfils it, loaded only then."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from app.models.reading import Clause
from app.ui.context import Context
from app.ui.library.desk import Desk

TakenAs = Literal["reference", "fallback", "unacceptable"]


def edit(desk: Desk, clause: str, parent: QWidget) -> None:
    """The editor on a clause."""


def new(desk: Desk, clause_type: str, parent: QWidget) -> None:
    """The editor on a new clause of a type ("": not chosen yet)."""


def take(desk: Desk, clause: Clause, how: TakenAs, parent: QWidget) -> None:
    """A document's clause as reference, fallback or unacceptable example."""


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


def import_pack(desk: Desk, parent: QWidget) -> None:
    """Clauses from a pack."""


def subscriptions(desk: Desk, parent: QWidget) -> None:
    """Pack folders that announce updates."""


def starter_updates(desk: Desk, parent: QWidget) -> None:
    """What a new version of the program brings."""


def import_word(desk: Desk, parent: QWidget) -> None:
    """Drafts from a Word file."""


def import_table(desk: Desk, parent: QWidget) -> None:
    """Drafts from a table."""


def settings(context: Context, parent: QWidget) -> None:
    """Name, what is kept of documents, for how long."""
