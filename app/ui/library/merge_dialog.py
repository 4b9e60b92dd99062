"""What a pack, a subscription or a new program version brings, beside what the library has; the user chooses clause by clause.

Strategy: one list in groups (new, changed there, changed on both sides), what is chosen there is shown on the right as the
difference from our version. New and one-sided changes are proposed to be taken, for a conflict nothing is proposed: it stays open
until the user decides, and open conflicts are left out and offered again. Everything is taken in one step or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import ExpectedError, KlausellupeError
from app.library.changes import field_changes
from app.library.merging import Choice, Merge, Pair
from app.library.model import Revision, Status
from app.ui.dialogs.buttons import Buttons
from app.ui.library.changes_view import side_by_side_html
from app.ui.library.desk import Desk
from app.ui.library.detail import clause_html
from app.ui.library.rows import local_time
from app.wording.errors import error_sentence

_ID = Qt.ItemDataRole.UserRole
Taken = Callable[[Mapping[str, Choice]], bool]


@dataclass(frozen=True, slots=True)
class _Offer:
    """A clause that can be taken: theirs, ours where there is one; `conflict`: both sides changed it."""

    theirs: Revision
    ours: Revision | None = None
    conflict: bool = False


class MergeDialog(QDialog):
    """`taken` gets the choice for every clause that was decided on and says whether the library took it; new ones that are
    not wanted are Choice.OURS.
    """

    def __init__(
        self, desk: Desk, merge: Merge, title: str, taken: Taken, parent: QWidget | None = None, *, note: str = ""
    ) -> None:
        """`note`: what else is to be said of the offer."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk, self._taken = desk, taken
        self._lang = desk.context.language.code
        self._offers = _offers(merge)
        self._choices: dict[str, Choice] = {k: Choice.THEIRS for k, o in self._offers.items() if not o.conflict}
        self._items: dict[str, QTreeWidgetItem] = {}
        self.list = QTreeWidget()
        self.list.setHeaderLabels([self.tr("Bezugsklausel"), self.tr("Entscheidung")])
        self.list.setAccessibleName(self.tr("Angebotene Klauseln"))
        self.list.setUniformRowHeights(True)
        self.list.currentItemChanged.connect(self._show_current)
        self.view = QTextBrowser()
        self.view.setAccessibleName(self.tr("Unterschiede"))
        self.choice = QButtonGroup(self)
        self.choice.idClicked.connect(self._choose)
        desk.session.failed.connect(self._say_refused)
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._arrange(merge, note)
        self._fill()
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 170, em * 95)

    # --- layout

    def _arrange(self, merge: Merge, said: str) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addLayout(self._radio_row())
        panes = QSplitter()
        panes.addWidget(self.list)
        panes.addWidget(right)
        panes.setChildrenCollapsible(False)
        em = self.fontMetrics().averageCharWidth()
        panes.setSizes([em * 70, em * 95])
        self.buttons = Buttons(self)
        self.take = self.buttons.addButton(self.tr("Ü&bernehmen"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        unchanged = self.tr("Gleich auf beiden Seiten: {0}. Nur bei uns geändert: {1}. Beides bleibt, wie es ist.")
        note = QLabel("\n".join(filter(None, (unchanged.format(len(merge.same), len(merge.kept)), said))))
        note.setWordWrap(True)
        for widget, stretch in ((note, 0), (panes, 1), (self._summary, 0), (self.buttons, 0)):
            column.addWidget(widget, stretch)

    def _radio_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, text in enumerate(
            (self.tr("&Unsere behalten"), self.tr("&Andere übernehmen"), self.tr("&Beide behalten"))
        ):
            button = QRadioButton(text)
            self.choice.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        return row

    # --- the list

    def _fill(self) -> None:
        groups = (
            (self.tr("Auf beiden Seiten geändert"), lambda o: o.conflict),
            (self.tr("Neu"), lambda o: o.ours is None),
            (self.tr("Nur dort geändert"), lambda o: o.ours is not None and not o.conflict),
        )
        for title, belongs in groups:
            offers = {key: offer for key, offer in self._offers.items() if belongs(offer)}
            if offers:
                self._add_group(title, offers)
        self.list.expandAll()
        self.list.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 46)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first.child(0) or first)
        self._refresh()

    def _add_group(self, title: str, offers: Mapping[str, _Offer]) -> None:
        group = QTreeWidgetItem(self.list, [f"{title} ({len(offers)})"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        for key, offer in offers.items():
            item = QTreeWidgetItem(group, [offer.theirs.clause.title])
            item.setToolTip(0, offer.theirs.clause.title)
            item.setData(0, _ID, key)
            self._items[key] = item

    def _refresh(self) -> None:
        for key, item in self._items.items():
            item.setText(1, self._decision(self._choices.get(key)))
        open_ = sum(1 for key in self._offers if key not in self._choices)
        taken = sum(1 for choice in self._choices.values() if choice is not Choice.OURS)
        text = self.tr("Zu übernehmen: {0}.").format(taken)
        approved = [key for key, choice in self._choices.items() if choice is Choice.THEIRS and self._approved(key)]
        if approved:
            said = self.tr("Davon tragen {0} den Vermerk „freigegeben“ aus dem Paket und gelten sofort.")
            text += " " + said.format(len(approved))
        if open_:
            left = self.tr("Noch nicht entschieden: {0}; das bleibt, wie es ist, und wird wieder angeboten.")
            text += " " + left.format(open_)
        self._summary.setText(text)
        self.take.setEnabled(bool(self._choices))

    def _approved(self, key: str) -> bool:
        return self._offers[key].theirs.clause.status is Status.APPROVED

    def _decision(self, choice: Choice | None) -> str:
        words = {
            None: self.tr("offen"),
            Choice.OURS: self.tr("unsere behalten"),
            Choice.THEIRS: self.tr("übernehmen"),
            Choice.BOTH: self.tr("beide behalten"),
        }
        return words[choice]

    # --- one clause

    def _show_current(self) -> None:
        key = self._current()
        for button in self.choice.buttons():
            button.setEnabled(key is not None)
        if key is None:
            self.view.clear()
            return
        offer = self._offers[key]
        self.view.setHtml(self._html(offer))
        self._show_choice(self._choices.get(key))
        self.choice.button(0).setText(self.tr("&Unsere behalten") if offer.ours else self.tr("&Nicht übernehmen"))
        self.choice.button(1).setText(self.tr("&Andere übernehmen") if offer.ours else self.tr("&Übernehmen"))
        self.choice.button(2).setVisible(offer.conflict)

    def _show_choice(self, choice: Choice | None) -> None:
        self.choice.setExclusive(False)
        for number, value in enumerate(Choice):
            self.choice.button(number).setChecked(value is choice)
        self.choice.setExclusive(True)

    def _html(self, offer: _Offer) -> str:
        theme = self._desk.context.theme
        if offer.ours is None:
            return clause_html(offer.theirs, self._desk.session.store.types(), theme, self._lang)
        ours = self._column(self.tr("Unsere Fassung"), offer.ours)
        theirs = self._column(self.tr("Andere Fassung"), offer.theirs)
        changes = field_changes(offer.ours.clause, offer.theirs.clause)
        title = f"<h3>{escape(offer.theirs.clause.title)}</h3>"
        return title + side_by_side_html(changes, ours, theirs, theme, self._lang)

    def _column(self, name: str, revision: Revision) -> str:
        when = local_time(revision.at, self._lang) if revision.at else ""
        return " · ".join(filter(None, (name, revision.author or self.tr("mitgelieferter Bestand"), when)))

    def _current(self) -> str | None:
        item = self.list.currentItem()
        key = item.data(0, _ID) if item is not None else None
        return key if isinstance(key, str) else None

    def _choose(self, number: int) -> None:
        key = self._current()
        if key is not None:
            self._choices[key] = list(Choice)[number]
            self._refresh()

    def accept(self) -> None:
        """Take what was chosen; where the library refuses it, the choices stay and it is said why."""
        if self._taken(dict(self._choices)):
            super().accept()

    def _say_refused(self, error: KlausellupeError) -> None:
        if isinstance(error, ExpectedError):
            self._summary.setText(error_sentence(error, self._lang))


def _offers(merge: Merge) -> dict[str, _Offer]:
    def pairs(found: tuple[Pair, ...], *, conflict: bool) -> dict[str, _Offer]:
        return {pair.id: _Offer(pair.theirs, pair.ours, conflict=conflict) for pair in found}

    new = {revision.clause.id: _Offer(revision) for revision in merge.new}
    return pairs(merge.conflicts, conflict=True) | new | pairs(merge.changed, conflict=False)
