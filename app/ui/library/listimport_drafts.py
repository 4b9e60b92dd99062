"""The drafts that a file gave, to be looked through before they come into the library; and what became part of none.

Strategy: every draft has a tick; one whose subject is not known cannot be ticked before the user has chosen it. What is taken
comes into the library as a draft, which takes effect nowhere until it is reviewed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import ExpectedError, KlausellupeError
from app.importing.clauselists.model import ClauseList, DraftClause
from app.library.model import ReferenceClause, Revision
from app.library.plain import clause_of
from app.library.problems import Problems
from app.pipeline.clauselists import with_type
from app.ui.dialogs.buttons import Buttons
from app.ui.library.desk import Desk
from app.ui.library.detail import clause_html
from app.wording.clauselists import left_out_reason, place_text, problem_sentence
from app.wording.errors import error_sentence
from app.wording.imports import note_sentence

Taken = Callable[[tuple[ReferenceClause, ...]], bool]
_NUMBER = Qt.ItemDataRole.UserRole
_SHOWN = 300  # characters of a passage that was left out


class DraftsDialog(QDialog):
    """`taken` gets the ticked clauses, all valid, and says whether the library took them."""

    def __init__(self, desk: Desk, found: ClauseList, title: str, taken: Taken, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk, self._taken = desk, taken
        self._lang = desk.context.language.code
        self._types = desk.session.store.types()
        self._names = {kind.id: kind.de if self._lang == "de" else kind.en for kind in self._types}
        self._used = frozenset(entry.id for entry in desk.session.store.entries())
        self.drafts = list(found.drafts)
        self.clauses: list[ReferenceClause | None] = [_clause(draft) for draft in self.drafts]
        self.list = QTreeWidget()
        self.view = QTextBrowser()
        self.type = QComboBox()
        self._summary = QLabel()
        desk.session.failed.connect(self._say_refused)
        self._arrange(found)
        self._fill()

    # --- layout

    def _arrange(self, found: ClauseList) -> None:
        self.list.setHeaderLabels([self.tr("Bezugsklausel"), self.tr("Thema"), self.tr("Zu beachten")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Entwürfe"))
        self.list.currentItemChanged.connect(self._show_current)
        self.list.itemChanged.connect(lambda *_: self._sum_up())
        self.view.setAccessibleName(self.tr("Entwurf"))
        self.type.addItem(self.tr("bitte wählen …"), "")
        for kind, name in self._names.items():
            self.type.addItem(name, kind)
        self.type.activated.connect(lambda: self._choose_type(self.type.currentData()))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        label = QLabel(self.tr("&Thema:"))
        label.setBuddy(self.type)
        form.addRow(label, self.type)
        column.addLayout(form)
        column.addWidget(self.view, 1)
        panes = QSplitter()
        panes.addWidget(self.list)
        panes.addWidget(right)
        panes.setStretchFactor(0, 3)
        panes.setStretchFactor(1, 2)
        panes.setChildrenCollapsible(False)
        tabs = QTabWidget()
        tabs.addTab(panes, self.tr("Entwürfe ({0})").format(len(self.drafts)))
        left = tuple(self._left_out(found))
        if left:
            tabs.addTab(_browser("".join(left)), self.tr("Nicht übernommen ({0})").format(len(left)))
        self.buttons = Buttons(self)
        self.take = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self._summary.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(tabs, 1)
        column.addWidget(self._summary)
        column.addWidget(self.buttons)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 165, em * 95)

    def _left_out(self, found: ClauseList) -> Iterator[str]:
        for note in found.notes:
            yield f"<p>{escape(note_sentence(note, self._lang))}</p>"
        for part in found.left_out:
            where = f"{place_text(part.place, self._lang)}: " if part.place else ""
            text = part.text if len(part.text) <= _SHOWN else f"{part.text[:_SHOWN]}…"
            sentence = left_out_reason(part, self._lang)
            yield f"<p><b>{escape(where)}</b>{escape(sentence)}<br>{escape(text)}</p>"

    # --- the list

    def _fill(self) -> None:
        self.list.blockSignals(True)
        for number, draft in enumerate(self.drafts):
            item = QTreeWidgetItem(self.list)
            item.setData(0, _NUMBER, number)
            self._show_row(item, draft, ticked=self.clauses[number] is not None)
        self.list.blockSignals(False)
        em = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((44, 28, 12)):
            self.list.setColumnWidth(column, em * width)
        for first in self._items()[:1]:
            self.list.setCurrentItem(first)
        self._sum_up()

    def _show_row(self, item: QTreeWidgetItem, draft: DraftClause, *, ticked: bool) -> None:
        number = item.data(0, _NUMBER)
        usable = self.clauses[number] is not None
        name = self._names.get(draft.plain.get("type", ""), self.tr("bitte wählen"))
        for column, text in enumerate((draft.plain["title"], name, str(len(draft.problems) or ""))):
            item.setText(column, text)
            item.setToolTip(column, text)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags)
        item.setCheckState(0, Qt.CheckState.Checked if ticked and usable else Qt.CheckState.Unchecked)

    def _sum_up(self) -> None:
        for item in self._items():  # what the library would refuse cannot be ticked
            if self.clauses[item.data(0, _NUMBER)] is None and item.checkState(0) is Qt.CheckState.Checked:
                item.setCheckState(0, Qt.CheckState.Unchecked)
        chosen = len(self.chosen())
        open_ = sum(clause is None for clause in self.clauses)
        self.take.setText(self.tr("Ausgewählte &übernehmen ({0})").format(chosen))
        self.take.setEnabled(chosen > 0)
        text = self.tr("Übernommenes wird Entwurf und gilt erst, wenn es geprüft ist.")
        if open_:
            text = self.tr("Noch ohne nötige Angabe: {0}.").format(open_) + " " + text
        self._summary.setText(text)

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(n) for n in range(self.list.topLevelItemCount()))
        return [item for item in items if item is not None]

    def chosen(self) -> tuple[ReferenceClause, ...]:
        """The ticked clauses."""
        ticked = (i.data(0, _NUMBER) for i in self._items() if i.checkState(0) is Qt.CheckState.Checked)
        found = (self.clauses[number] for number in ticked)
        return tuple(clause for clause in found if clause is not None)

    # --- one draft

    def _current(self) -> int | None:
        item = self.list.currentItem()
        return item.data(0, _NUMBER) if item is not None else None

    def _show_current(self) -> None:
        number = self._current()
        self.type.setEnabled(number is not None)
        if number is None:
            return
        draft, clause = self.drafts[number], self.clauses[number]
        self.type.setCurrentIndex(max(0, self.type.findData(draft.plain.get("type", ""))))
        notes = "".join(f"<li>{escape(problem_sentence(p, self._lang, self._names))}</li>" for p in draft.problems)
        where = f"<p>{escape(place_text(draft.place, self._lang))}</p>"
        shown = _look(draft) if clause is None else self._html(clause)
        self.view.setHtml(where + (f"<ul>{notes}</ul>" if notes else "") + shown)

    def _html(self, clause: ReferenceClause) -> str:
        return clause_html(Revision(clause), self._types, self._desk.context.theme, self._lang)

    def _choose_type(self, kind: str) -> None:
        number = self._current()
        if number is None or not kind:
            return
        others = {draft.plain["id"] for n, draft in enumerate(self.drafts) if n != number}
        self.drafts[number] = with_type(self.drafts[number], kind, self._used | others)
        self.clauses[number] = _clause(self.drafts[number])
        self._show_row(self._items()[number], self.drafts[number], ticked=True)
        self._show_current()

    def accept(self) -> None:
        """Take what is ticked; where that is refused it stays, and it is said why."""
        if self._taken(self.chosen()):
            super().accept()

    def _say_refused(self, error: KlausellupeError) -> None:
        if isinstance(error, ExpectedError):
            self._summary.setText(error_sentence(error, self._lang))


def _clause(draft: DraftClause) -> ReferenceClause | None:
    """None where the library would refuse it."""
    problems = Problems()
    clause = clause_of(draft.plain, problems)
    return None if problems.found else clause


def _look(draft: DraftClause) -> str:
    """A draft that is no clause yet."""
    texts = (escape(one["text"]).replace("\n", "<br>") for one in draft.plain.get("position", []))
    return f"<h3>{escape(draft.plain['title'])}</h3>" + "".join(f"<p>{text}</p>" for text in texts)


def _browser(html: str) -> QTextBrowser:
    browser = QTextBrowser()
    browser.setHtml(html)
    return browser
