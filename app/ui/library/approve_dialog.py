"""Approval by a second person: what has changed since what was in force before, what that changes in stored cases, the reason.

Who may not approve is told why. Names are what the settings say: they keep the record and are no access control, and the dialog
says so.
"""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.library.changes import field_changes
from app.library.lifecycle import Refusal, before_change, in_force, refusal
from app.library.model import Status
from app.settings import load_settings
from app.ui.dialogs.buttons import Buttons
from app.ui.library import wiring
from app.ui.library.changes_view import changes_html
from app.ui.library.desk import Desk
from app.ui.library.detail import clause_html
from app.ui.library.effect_view import EffectView

_LONGEST = 300


class ApproveDialog(QDialog):
    """Opened on a clause under review."""

    def __init__(self, desk: Desk, clause: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._lang = desk.context.language.code
        self._versions = desk.session.store.versions(clause)
        self._last = self._versions[-1]
        self._before = before_change(self._versions)
        self._user = desk.session.user(parent)
        self.setWindowTitle(self.tr("Freigeben: {0}").format(self._last.clause.title))
        self.changes = QTextBrowser()
        self.changes.setAccessibleName(self.tr("Änderungen seit der geltenden Fassung"))
        self.effect = EffectView(desk)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("zum Beispiel: mit der Geschäftsführung abgestimmt"))
        self._arrange()
        self._show()
        without = replace(self._last.clause, status=Status.DRAFT)  # takes no effect
        self.effect.start(self._last.clause, self._before.clause if self._before else without)

    def _arrange(self) -> None:
        self.buttons = Buttons(self)
        self.approve = self.buttons.addButton(self.tr("&Freigeben"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.settings = self.buttons.addButton(self.tr("&Einstellungen …"), QDialogButtonBox.ButtonRole.ActionRole)
        self.settings.clicked.connect(lambda: wiring.settings(self._desk.context, self))
        self.buttons.accepted.connect(self.accept)
        label = QLabel(self.tr("&Vermerk zur Freigabe:"))
        label.setBuddy(self.reason)
        panes = QSplitter(Qt.Orientation.Vertical)
        panes.addWidget(_titled(self._compared(), self.changes))
        panes.addWidget(_titled(self.tr("Was sich dadurch in gespeicherten Vorgängen ändert"), self.effect))
        panes.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(panes, 1)
        for widget in (self.note, label, self.reason, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 130, em * 100)

    def _compared(self) -> str:
        if self._before is None:
            return self.tr("Die Klausel; vor ihr galt keine andere Fassung")
        title = self.tr("Was sich gegenüber Version {0} ändert").format(self._before.clause.version)
        if in_force(self._versions) == self._last:
            title += " " + self.tr("(gilt schon, mit dem Vermerk „fachlich zu bestätigen“)")
        return title

    def _show(self) -> None:
        session, theme = self._desk.session, self._desk.context.theme
        if self._before is None:
            html = clause_html(self._last, session.store.types(), theme, self._lang)
        else:
            changes = field_changes(self._before.clause, self._last.clause)
            html = changes_html((c for c in changes if c.field != "status"), theme, self._lang)
        nothing = self.tr("Am Inhalt wurde nichts geändert.")
        self.changes.setHtml(html or f"<p>{escape(nothing)}</p>")
        self._judge()

    def _judge(self) -> None:
        """Whether this user may approve."""
        why = refusal(self._user, self._versions)
        self.settings.setVisible(why in (Refusal.NO_NAME, Refusal.OWN_CHANGE))
        self.note.setText(self._sentence(why))
        for widget in (self.approve, self.reason):
            widget.setEnabled(why is None)
        if why is None:
            self.reason.setFocus()

    def _sentence(self, why: Refusal | None) -> str:
        match why:
            case Refusal.NO_NAME:
                return self.tr(
                    "Für die Freigabe brauchen wir Ihren Namen. Bitte tragen Sie ihn in den Einstellungen ein."
                )
            case Refusal.NOT_IN_REVIEW:
                return self.tr(
                    "Freigegeben wird nur, was zur Prüfung vorgelegt ist. Bitte legen Sie die Klausel erst vor."
                )
            case Refusal.OWN_CHANGE:
                return self.tr(
                    "Sie haben seit der letzten Freigabe selbst etwas an dieser Klausel geändert. Freigeben muss eine zweite "
                    "Person mit eigenem Namen in den Einstellungen."
                )
            case _:
                return self.tr(
                    "Sie geben als „{0}“ frei. Der Name kommt aus den Einstellungen und wird nicht geprüft."
                ).format(self._user)

    def changeEvent(self, event: QEvent) -> None:
        """Back from the settings the name may be another."""
        super().changeEvent(event)
        user = load_settings()[0].user
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and user != self._user:
            self._user = user
            self._judge()

    def accept(self) -> None:
        """Approve."""
        reason = " ".join(self.reason.text().split())
        base = self._last.clause.version
        super().accept()
        self._desk.session.set_status(self._last.clause.id, Status.APPROVED, base=base, reason=reason)

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        self.effect.stop()
        super().done(result)


def _titled(title: str, content: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    label = QLabel(title)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    column.addWidget(label)
    column.addWidget(content, 1)
    return pane
