"""The dialog of taking a clause over: the text, what the library has nearly like it, and the reference clause it goes to."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.library.plain import Plain
from app.ui.dialogs.buttons import Buttons
from app.ui.library.desk import Desk
from app.ui.library.editor_form import soft_label
from app.ui.library.reference_tree import ReferenceTree
from app.ui.library.taking import Taking
from app.ui.placing import short_place
from app.wording.lang import Lang
from app.wording.numbers import percent_text
from app.wording.terms import term

if TYPE_CHECKING:
    from app.pipeline.knownclauses import Answer
    from app.pipeline.taking import NearClause

_LINES_OF_TEXT, _LINES_OF_WARNING = 7, 10
_WIDTH = 110  # characters


class TakingDialog(QDialog):
    """`done` gets the draft and the version it changes, 0 for a new clause."""

    def __init__(
        self, desk: Desk, taking: Taking, done: Callable[[Plain, int], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._taking, self._done = desk, taking, done
        self._lang: Lang = desk.context.language.code
        self._answer: Answer | None = None
        self.warning: QTextBrowser | None = None
        self.search = QLineEdit()
        self.tree = ReferenceTree(desk.session.store.types(), desk.context.theme, self._lang)
        self.example = QCheckBox(self.tr("Als &weiteren Wortlaut einer vorhandenen Fassung dieser Art"))
        self.box = Buttons(self)
        self.go_on = self.box.addButton(self._action(), QDialogButtonBox.ButtonRole.AcceptRole)
        self.box.accepted.connect(self.accept)
        self.setWindowTitle(self._title())
        self._arrange()
        self._enable()

    # --- words

    def _title(self) -> str:
        match self._taking.how:
            case "reference":
                return self.tr("Als Bezugsklausel übernehmen")
            case "fallback":
                return self.tr("Als Rückfall übernehmen")
            case "unacceptable":
                return self.tr("Als Beispiel für unannehmbar übernehmen")

    def _action(self) -> str:
        if self._taking.how == "reference":
            return self.tr("&Trotzdem neu anlegen")
        return self.tr("&Übernehmen und bearbeiten")

    # --- arrangement

    def _arrange(self) -> None:
        em, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        place = short_place(self._taking.clause, self._taking.document.analysis.reading, self._lang)
        column.addWidget(soft_label(f"{self._taking.document.title} · {place}", self._desk.context.theme))
        text = self._browser(self.tr("Text der Klausel"), _paragraphs(self._taking.text), _LINES_OF_TEXT)
        column.addWidget(text)
        self._warnings = QVBoxLayout()
        column.addLayout(self._warnings)
        if self._taking.how != "reference":
            self._add_choice(column)
        else:
            column.addStretch(1)
        column.addWidget(self.box)
        self.resize(em * _WIDTH, line * 42 if self._taking.how != "reference" else self.sizeHint().height())

    def show_answer(self, answer: Answer) -> None:
        """What the library has on the wording."""
        self._answer = answer
        if answer.near:
            self._add_warning(answer.near[0])
        if self._taking.how == "reference":
            self.resize(self.width(), self.sizeHint().height())
        else:
            self._fill()

    def _browser(self, name: str, markup: str, most: int) -> QTextBrowser:
        """As high as its text at the usual width, but no higher than so many lines."""
        view = QTextBrowser()
        view.setOpenLinks(False)
        view.setAccessibleName(name)
        view.setHtml(markup)
        view.document().setTextWidth(self.fontMetrics().averageCharWidth() * (_WIDTH - 8))
        line = self.fontMetrics().lineSpacing()
        view.setFixedHeight(min(round(view.document().size().height()) + line // 2, line * most))
        view.document().setTextWidth(-1)
        return view

    def _add_warning(self, near: NearClause) -> None:
        words = self.tr("Fast derselbe Wortlaut steht schon in „{0}“ ({1}, Ähnlichkeit {2}):").format(
            near.title, self._rank(near), percent_text(round(near.similarity * 100), self._lang)
        )
        said = QLabel(f"▲ {words}")
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        self._warnings.addWidget(said)
        self.warning = self._browser(words, self._diff(near), _LINES_OF_WARNING)
        self._warnings.addWidget(self.warning)
        self.known = self.box.addButton(self.tr("&Vorhandene öffnen"), QDialogButtonBox.ButtonRole.ActionRole)
        self.known.setIcon(QIcon())
        self.known.clicked.connect(lambda: self._open_known(near.reference))

    def _rank(self, near: NearClause) -> str:
        return term("position", near.rank.value, self._lang)

    def _diff(self, near: NearClause) -> str:
        from app.library.changes import FieldChange
        from app.ui.library.changes_view import changes_html

        references = self._answer.references if self._answer else ()
        reference = next(known for known in references if known.id == near.reference)
        wording = reference.positions[near.index].wordings[(near.example + 1) if near.example is not None else 0]
        text = self._taking.text.replace("\n\n", "\n")
        if wording == text:
            return escape(self.tr("Der Wortlaut ist gleich."))
        change = FieldChange("position.text", near.rank.value, 0, wording, text)
        return changes_html([change], self._desk.context.theme, self._lang)

    def _add_choice(self, column: QVBoxLayout) -> None:
        label = QLabel(self.tr("&Zu welcher Bezugsklausel? Die zum Thema stehen oben, die ähnlichste zuerst."))
        label.setWordWrap(True)
        label.setBuddy(self.search)
        self.search.setPlaceholderText(self.tr("Suchen"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.tree.setAccessibleName(self.tr("Bezugsklauseln"))
        self.tree.currentItemChanged.connect(self._enable)
        self.tree.itemActivated.connect(self._activate)
        for widget in (label, self.search, self.tree, self.example):
            column.addWidget(widget)
        column.setStretch(column.indexOf(self.tree), 1)
        self.example.setChecked(self._taking.how == "unacceptable")
        self._fill()
        self.search.setFocus()

    # --- the list

    def _fill(self) -> None:
        """What the search finds of it, or everything."""
        if self._answer is None:
            self.tree.wait(self.tr("Der Bestand wird durchgesehen …"))
        elif self.search.text().strip():
            found = set(self._desk.session.store.search(self.search.text()))
            self.tree.show_hits([one for one in self._answer.references if one.id in found])
        else:
            self.tree.show_by_type(self._answer.references, self._taking.on_subject)
        self._enable()

    def _activate(self) -> None:
        if self.tree.chosen():
            self.accept()

    def _enable(self) -> None:
        self.go_on.setEnabled(self._taking.how == "reference" or bool(self.tree.chosen()))

    # --- ends

    def accept(self) -> None:
        """Close, then hand the draft over."""
        chosen = self.tree.chosen()
        if self._taking.how == "reference":
            plain, base = self._taking.as_new(), 0
        elif chosen:
            plain, base = self._taking.onto(chosen, as_example=self.example.isChecked())
        else:
            return
        super().accept()
        self._done(plain, base)

    def _open_known(self, reference: str) -> None:
        from app.ui.library import wiring

        self.reject()
        wiring.edit(self._desk, reference, self.parentWidget() or self)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
