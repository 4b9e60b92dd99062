"""The steps of a clause's life: submitted for review, approved by a second person, retired, taken up again.

Each is a version with a reason. Who may approve is the core's rule (`lifecycle.refusal`); before a step that takes effect, its
effect on the stored cases is shown.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.library.lifecycle import in_force
from app.library.model import Revision, Status
from app.ui.library.desk import Desk
from app.ui.library.reason_dialog import ReasonDialog


def submit(desk: Desk, clause: str, parent: QWidget) -> ReasonDialog:
    """A draft goes to review; where it was never approved it takes effect at once, so the effect is shown."""
    versions = desk.session.store.versions(clause)
    last = versions[-1]
    submitted = replace(last, clause=replace(last.clause, status=Status.REVIEW))
    effective = in_force((*versions, submitted)) == submitted
    words = (
        QCoreApplication.translate("Review", "Zur Prüfung vorlegen"),
        _effective_sentence() if effective else _waiting_sentence(),
        QCoreApplication.translate("Review", "Vorlegen"),
    )
    return _ask(desk, submitted, words, parent, effect=effective)


def _effective_sentence() -> str:
    return QCoreApplication.translate(
        "Review",
        "„{0}“ wird zur Prüfung vorgelegt; freigeben kann sie eine zweite Person. Weil die Klausel noch nie freigegeben war, gilt "
        "diese Fassung ab jetzt mit dem Vermerk „fachlich zu bestätigen“.",
    )


def _waiting_sentence() -> str:
    return QCoreApplication.translate(
        "Review",
        "„{0}“ wird zur Prüfung vorgelegt; freigeben kann sie eine zweite Person. Bis dahin gilt die freigegebene Fassung.",
    )


def retire(desk: Desk, clause: str, parent: QWidget) -> ReasonDialog:
    """The clause is used no longer; what that changes is shown."""
    last = desk.session.store.last(clause)
    words = (
        QCoreApplication.translate("Review", "Ausmustern"),
        QCoreApplication.translate(
            "Review",
            "„{0}“ wird ausgemustert: Sie gilt ab jetzt nicht mehr. Alle Versionen bleiben im Verlauf und lassen sich "
            "wiederherstellen.",
        ),
        QCoreApplication.translate("Review", "Ausmustern"),
    )
    return _ask(desk, replace(last, clause=replace(last.clause, status=Status.RETIRED)), words, parent, effect=True)


def approve(desk: Desk, clause: str, parent: QWidget) -> QWidget:
    """What approval would change, then approval by a second person."""
    from app.ui.library.approve_dialog import ApproveDialog

    dialog = ApproveDialog(desk, clause, parent)
    dialog.open()
    return dialog


def _ask(desk: Desk, wanted: Revision, words: tuple[str, str, str], parent: QWidget, *, effect: bool) -> ReasonDialog:
    """`wanted`: the last version with the status it is to get."""
    from app.ui.library.effect_view import EffectView

    title, sentence, action = words
    clause = wanted.clause

    def do(reason: str) -> None:
        desk.session.set_status(clause.id, clause.status, base=clause.version, reason=reason)

    view = EffectView(desk) if effect else None
    dialog = ReasonDialog(title, sentence.format(clause.title), action, do, parent, effect=view)
    if view is not None:
        view.start(clause)
    dialog.open()
    return dialog
