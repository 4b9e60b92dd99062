"""The outline: the clauses of the document as a tree that is filtered as one types, and corrected by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout

from app.models import corrections as rules
from app.models.reading import Clause
from app.ui.dialogs.split_dialog import SplitDialog
from app.ui.dialogs.type_dialog import TypeDialog
from app.ui.models.outline import clause_name, matching_rows, outline_rows
from app.ui.models.rows import Row
from app.ui.models.tree import Nodes, laid_out
from app.ui.models.weighed import weighed
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Command, Material, Panel
from app.ui.views.tree_panel import TreePanel
from app.wording.report import phrase
from app.wording.terms import terms

_OPEN_ALL = 400  # clauses; a longer outline starts closed
_SHARES = (0.64,)
_TYPING_MS = 120  # between two letters
_ROOM_EM = 56  # with less the subjects would leave too little of the headings


class OutlinePanel(Panel):
    """Leads to clauses; its commands change the clause that is selected."""

    name, icon = "outline", "outline"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._rows: tuple[Row, ...] = ()
        self._expand = True
        self.dialog: QDialog | None = None
        self._search = QLineEdit()
        self._search.setClearButtonEnabled(True)
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(8)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.hide()
        self.tree = TreePanel(document.context.theme, shares=_SHARES)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._soon.timeout.connect(self._look)
        self._search.textChanged.connect(self._soon.start)
        self._search.returnPressed.connect(self._enter)
        self.tree.picked.connect(document.go_to)
        self.tree.customContextMenuRequested.connect(self._offer_menu)
        self.begin_at(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 0)
        column.addWidget(self._search)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.tree, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Words of its own."""
        self._search.setPlaceholderText(self.tr("Gliederung filtern"))
        self._search.setAccessibleName(self.tr("Gliederung filtern"))
        self._nothing.setText(self.tr("Keine Klausel enthält diese Wörter."))
        self.tree.setAccessibleName(self.tr("Gliederung"))

    def title(self) -> str:
        """On the rail."""
        return self.tr("Gliederung")

    # --- what is shown

    def prepare(self, material: Material) -> tuple[tuple[Row, ...], Nodes | None]:
        """The rows; None where they are those that show already."""
        rows = outline_rows(weighed(material.analysis, material.decided), material.lang)
        return rows, None if rows == self._rows else laid_out(rows)

    def show_prepared(self, prepared: tuple[tuple[Row, ...], Nodes | None], material: Material) -> None:
        """Another analysis; nothing moves where the outline is the same."""
        rows, nodes = prepared
        if nodes is not None:
            self._rows = rows
            self._expand = len(material.analysis.reading.clauses) <= _OPEN_ALL
            if self._search.text().split():
                self._look()
            else:
                self._show(nodes, any_left=bool(rows))
        self.document.possible_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Subjects need room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.tree.setColumnHidden(1, self.width() < self.fontMetrics().averageCharWidth() * _ROOM_EM)
        self.tree.share_width()

    def show_place(self) -> None:
        """The clause that is looked at."""
        navigation = self.document.navigation
        self.tree.select(navigation.clause or navigation.aside)

    def _enter(self) -> None:
        self._soon.stop()
        self._look()
        self.tree.setFocus()

    def _look(self) -> None:
        rows = matching_rows(self._rows, self._search.text())
        self._show(laid_out(rows), any_left=bool(rows))

    def _show(self, nodes: Nodes, *, any_left: bool) -> None:
        expand = self._expand or bool(self._search.text().split())
        self.tree.show_rows(("", ""), nodes, self.document.lang, expand=expand)
        self._fit()
        self._nothing.setVisible(bool(self._rows) and not any_left)
        self.tree.setVisible(any_left or not self._rows)
        self.show_place()

    def _offer_menu(self, place: QPoint) -> None:
        if self.tree.indexAt(place).isValid():  # Qt has selected its row
            self.document.menu_wanted.emit(self.tree.viewport().mapToGlobal(place))

    # --- corrections

    def commands(self) -> Mapping[str, Command]:
        """Changes of the clause selected."""
        corrections = self.document.corrections
        return {
            "merge": corrections.merge,
            "split": self._ask_split,
            "level_up": lambda: corrections.move(rules.HIGHER),
            "level_down": lambda: corrections.move(rules.DEEPER),
            "exclude": corrections.exclude,
            "retype": self._ask_type,
            "restore": corrections.restore,
        }

    def impossible(self) -> frozenset[str]:
        """What the selected clause does not allow."""
        return frozenset(self.commands()) - self.document.corrections.possible()

    def _ask_split(self) -> None:
        clause = self.document.corrections.clause
        if clause is not None:
            dialog = SplitDialog(clause, clause_name(clause), self.window())
            self._ask(dialog, lambda: self.document.corrections.split(clause, dialog.offset()))

    def _ask_type(self) -> None:
        clause = self.document.corrections.clause
        if clause is not None:
            dialog = TypeDialog(self._types(), clause.type or "", clause_name(clause), self.window())
            self._ask(dialog, lambda: self._retype(clause, dialog.name()))

    def _retype(self, clause: Clause, name: str) -> None:
        if name != (clause.type or ""):
            self.document.corrections.retype(clause, name)

    def _types(self) -> tuple[tuple[str, str], ...]:
        lang = self.document.lang
        known = sorted(terms("clause_type", lang).items(), key=lambda item: item[1].casefold())
        return (*known, ("", phrase("no_subject", lang)))

    def _ask(self, dialog: QDialog, done: Callable[[], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(done)
        self.dialog = dialog
        dialog.open()
