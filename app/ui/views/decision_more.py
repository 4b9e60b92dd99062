"""The user's own severity with its reason, and who takes care of a finding."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from app.models.analysis import Severity
from app.models.decisions import Decision
from app.ui.context import Context
from app.ui.icons import mark_icon
from app.ui.models.decided import lacking
from app.wording.lang import Lang
from app.wording.terms import term

_LONGEST = 300


class DecisionMore(QWidget):
    """A severity without its reason is not said yet: the line for the reason opens and waits."""

    severity_picked = Signal(object, str)  # Severity | None, reason
    assignee_given = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._decision: Decision | None = None
        self._waiting: Severity | None = None  # for its reason
        self._fresh = True  # nothing was typed at this finding
        self.severity = QComboBox()
        self.severity.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.severity.setMinimumContentsLength(10)
        self.reason = QLineEdit()
        self.assignee = QLineEdit()
        for field in (self.reason, self.assignee):
            field.setMaxLength(_LONGEST)
        self._names = QStringListModel(self)
        self.assignee.setCompleter(self._new_completer())
        self._labels = (QLabel(), QLabel(), QLabel())
        self._arrange()
        self.severity.activated.connect(self._pick)
        self.reason.editingFinished.connect(self._give_reason)
        self.assignee.editingFinished.connect(self._give_assignee)

    def _new_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self.fontMetrics().lineSpacing() // 3)
        fields = (self.severity, self.reason, self.assignee)
        for row, (label, field) in enumerate(zip(self._labels, fields, strict=True)):
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)

    def retranslate(self) -> None:
        """In the language of the window."""
        words = (self.tr("&Gewichtung:"), self.tr("Begrün&dung:"), self.tr("&Zuständig:"))
        for label, word, field in zip(self._labels, words, (self.severity, self.reason, self.assignee), strict=True):
            label.setText(word)
            field.setAccessibleName(word.replace("&", "").removesuffix(":"))
        self.reason.setPlaceholderText(self.tr("Warum gewichten Sie anders als das Programm?"))
        self.assignee.setPlaceholderText(self.tr("Name"))

    @property
    def filled(self) -> bool:
        """Whether something is said here, or about to be."""
        decision = self._decision
        return self._waiting is not None or bool(decision and (decision.severity or decision.assignee))

    def leave(self) -> None:
        """Another finding follows: what is typed belongs to this one, a severity that waits for its reason to none."""
        self._give_reason()
        self._give_assignee()
        self._waiting, self._fresh = None, True

    def show_decision(
        self, decision: Decision | None, program: Severity | None, names: tuple[str, ...], lang: Lang
    ) -> None:
        """`program`: its own severity, None where several differ."""
        self._decision = decision
        if decision and decision.severity and self._waiting is decision.severity:
            self._waiting = None
        self._fill(program, lang)
        if self._fresh or not self.reason.hasFocus():
            self.reason.setText(decision.reason if decision else "")
        if self._fresh or not self.assignee.hasFocus():
            self.assignee.setText(decision.assignee if decision else "")
        self._fresh = False
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))
        self._show_reason()

    def _fill(self, program: Severity | None, lang: Lang) -> None:
        self.severity.clear()
        usual = self.tr("wie das Programm")
        label = f"{usual} ({term('severity', program.value, lang)})" if program else usual
        self.severity.addItem(label, None)
        for severity in Severity:
            icon = mark_icon(severity, self._theme.severity(severity))
            self.severity.addItem(icon, term("severity", severity.value, lang), severity.value)
        shown = self._waiting or (self._decision.severity if self._decision else None)
        self.severity.setCurrentIndex(0 if shown is None else 1 + shown.rank)

    def _show_reason(self) -> None:
        wanted = self._waiting is not None or bool(self._decision and self._decision.severity)
        self.reason.setVisible(wanted)
        self._labels[1].setVisible(wanted)

    def _pick(self) -> None:
        """Back to the program's at once; an own one as soon as its reason is there."""
        data = self.severity.currentData()
        severity = None if data is None else Severity(data)
        self._waiting = severity
        if lacking(severity, self.reason.text()):
            self._show_reason()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(severity)

    def _give_reason(self) -> None:
        """An empty reason is none: what was said before stays."""
        severity = self._waiting or (self._decision.severity if self._decision else None)
        if severity is None:
            return
        if not lacking(severity, self.reason.text()):
            self._say(severity)
        elif self._waiting is None and self._decision is not None:
            self.reason.setText(self._decision.reason)

    def _say(self, severity: Severity | None) -> None:
        self._waiting = None
        self.severity_picked.emit(severity, self.reason.text().strip() if severity else "")

    def _give_assignee(self) -> None:
        name = " ".join(self.assignee.text().split())
        if name != (self._decision.assignee if self._decision else ""):
            self.assignee_given.emit(name)
