"""The steps of a clause's life: submitted for review, approved by a second person, retired, taken up again.

Each is a version with a reason. Who may approve is the core's rule (`lifecycle.refusal`); before approving, the effect on
the stored cases is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.library.model import Revision, Status
from app.ui.library.desk import Desk
from app.ui.library.reason_dialog import ReasonDialog


def submit(desk: Desk, clause: str, parent: QWidget) -> ReasonDialog:
    """A draft goes to review."""
    last = desk.session.store.last(clause)
    sentence = QCoreApplication.translate(
        "Review",
        "„{0}“ wird zur Prüfung vorgelegt. Freigeben kann sie danach eine zweite Person. War sie schon einmal freigegeben, gilt "
        "bis dahin die freigegebene Fassung; sonst gilt sie ab jetzt mit dem Vermerk „fachlich zu bestätigen“.",
    ).format(last.clause.title)
    return _ask(
        desk,
        last,
        Status.REVIEW,
        (
            QCoreApplication.translate("Review", "Zur Prüfung vorlegen"),
            sentence,
            QCoreApplication.translate("Review", "Vorlegen"),
        ),
        parent,
    )


def retire(desk: Desk, clause: str, parent: QWidget) -> ReasonDialog:
    """The clause is used no longer."""
    last = desk.session.store.last(clause)
    sentence = QCoreApplication.translate(
        "Review",
        "„{0}“ wird ausgemustert: Sie gilt ab jetzt nicht mehr. Alle Versionen bleiben im Verlauf und lassen sich wiederherstellen.",
    ).format(last.clause.title)
    return _ask(
        desk,
        last,
        Status.RETIRED,
        (
            QCoreApplication.translate("Review", "Ausmustern"),
            sentence,
            QCoreApplication.translate("Review", "Ausmustern"),
        ),
        parent,
    )


def approve(desk: Desk, clause: str, parent: QWidget) -> QWidget:
    """What approval would change, then approval by a second person."""
    from app.ui.library.approve_dialog import ApproveDialog

    dialog = ApproveDialog(desk, clause, parent)
    dialog.open()
    return dialog


def _ask(desk: Desk, last: Revision, status: Status, words: tuple[str, str, str], parent: QWidget) -> ReasonDialog:
    title, sentence, action = words

    def do(reason: str) -> None:
        desk.session.set_status(last.clause.id, status, base=last.clause.version, reason=reason)

    dialog = ReasonDialog(title, sentence, action, do, parent)
    dialog.open()
    return dialog
