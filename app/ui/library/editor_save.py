"""Dialogs of saving: why, and as what; and what to do when somebody else has saved meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.library.lifecycle import effective
from app.library.model import ReferenceClause, Revision, Status
from app.ui.context import Context
from app.ui.dialogs.buttons import Buttons
from app.ui.library.editor_form import soft_label

_LONGEST = 300


def review_takes_effect(versions: Sequence[Revision]) -> bool:
    """Whether another version for review would be in force before anybody approves it."""
    return effective([*(version.clause.status for version in versions), Status.REVIEW]) == len(versions)


class SaveDialog(QDialog):
    """The reason, with those given before as proposals; draft or for review. `at_once`: for review means in force."""

    def __init__(
        self,
        context: Context,
        status: Status,
        done: Callable[[str, Status], object],
        parent: QWidget | None = None,
        *,
        at_once: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Neue Version speichern"))
        self._context, self._done, self._at_once = context, done, at_once
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(context.settings.reasons())
        self.reason.setCurrentText("")
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(_LONGEST)
            line.setPlaceholderText(self.tr("zum Beispiel: Vorgabe der Geschäftsführung"))
            line.setAccessibleName(self.tr("Grund der Änderung"))
            line.textChanged.connect(self._enable)
        label = QLabel(self.tr("&Grund der Änderung:"))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(self.tr("Grund der Änderung"))
        self.review = QRadioButton(self.tr("Zur &Prüfung geben"))
        self.draft = QRadioButton(self.tr("Als &Entwurf speichern"))
        (self.draft if status is Status.DRAFT else self.review).setChecked(True)
        self.button = Buttons(self)
        self.save = self.button.addButton(self.tr("&Speichern"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.accepted.connect(self.accept)
        self._arrange(label)
        self._enable()
        self.reason.setFocus()

    def _arrange(self, label: QLabel) -> None:
        theme = self._context.theme
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(self.reason)
        column.addSpacing(6)
        column.addWidget(self.review)
        column.addWidget(soft_label(self._review_sentence(), theme))
        column.addWidget(self.draft)
        column.addWidget(
            soft_label(self.tr("Der Entwurf gilt noch nirgends; Sie können später daran weiterarbeiten."), theme)
        )
        column.addSpacing(6)
        column.addWidget(self.button)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)

    def _review_sentence(self) -> str:
        if self._at_once:
            return self.tr(
                "Eine zweite Person gibt die Version frei. Weil die Klausel noch nie freigegeben war, gilt diese Version schon "
                "ab jetzt, mit dem Vermerk „fachlich zu bestätigen“."
            )
        return self.tr("Eine zweite Person gibt die Version frei. Bis dahin bleibt es bei dem, was jetzt gilt.")

    def _enable(self) -> None:
        self.save.setEnabled(bool(self.reason.currentText().strip()))

    def accept(self) -> None:
        """Close, remember the reason, then save."""
        reason = " ".join(self.reason.currentText().split())
        if not reason:
            return
        self._context.settings.keep_reason(reason)
        status = Status.DRAFT if self.draft.isChecked() else Status.REVIEW
        super().accept()
        self._done(reason, status)


class ConflictDialog(QDialog):
    """The version somebody saved beside one's own, and whose goes on."""

    def __init__(
        self,
        context: Context,
        theirs: Revision,
        ours: ReferenceClause,
        *,
        keep_ours: Callable[[], object],
        take_theirs: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Inzwischen geändert"))
        words = self.tr(
            "{0} hat diese Klausel inzwischen als Version {1} gespeichert. Ihre Änderungen sind als Entwurf erhalten. Unten "
            "steht, worin sich die beiden unterscheiden."
        ).format(theirs.author or self.tr("Jemand"), theirs.clause.version)
        said = QLabel(words)
        said.setWordWrap(True)
        self.view = QTextBrowser()
        self.view.setAccessibleName(self.tr("Unterschiede"))
        self.view.setHtml(self._html(context, theirs, ours))
        box = Buttons(self)
        box.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Weiter &bearbeiten"))
        self.theirs = box.addButton(
            self.tr("&Gespeicherte Version übernehmen"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.ours = box.addButton(self.tr("&Meine Fassung darüber speichern …"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.theirs.setIcon(QIcon())
        self.theirs.clicked.connect(lambda: self._end(take_theirs))
        self.ours.clicked.connect(lambda: self._end(keep_ours))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (said, self.view, box):
            column.addWidget(widget)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 120, em * 80)

    def _html(self, context: Context, theirs: Revision, ours: ReferenceClause) -> str:
        from app.library.changes import field_changes
        from app.ui.library.changes_view import side_by_side_html

        left = self.tr("Gespeichert (Version {0})").format(theirs.clause.version)
        right = self.tr("Ihr Entwurf")
        changes = field_changes(theirs.clause, ours)
        if not changes:
            return self.tr("Beide sagen dasselbe.")
        return side_by_side_html(changes, left, right, context.theme, context.language.code)

    def _end(self, action: Callable[[], object]) -> None:
        self.close()
        action()
