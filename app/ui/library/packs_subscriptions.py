"""Pack folders that are watched: colleagues' libraries on a share, read only; what is new there is offered, never forced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.errors import ExpectedError, KlausellupeError
from app.library.packs import Pack
from app.pipeline.exchange import Announcement, pack_at
from app.ui.background import Background
from app.ui.dialogs.buttons import Buttons
from app.ui.library.desk import Desk
from app.ui.library.packs_import import Offering, import_news
from app.ui.library.packs_watch import PackWatch
from app.ui.library.rows import local_time
from app.wording.errors import error_sentence

_PATH = Qt.ItemDataRole.UserRole


class SubscriptionsDialog(QDialog):
    """The list, and what can be done with each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Abonnierte Paketordner"))
        self._desk = desk
        self._lang = desk.context.language.code
        self._watch = PackWatch(desk, self)
        self._watch.announced.connect(lambda _: self._fill())
        self._reader = Background(self)
        self._reader.done.connect(self._subscribe)
        self._reader.failed.connect(self._say_error)
        self._chosen = Path()
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Name"), self.tr("Ordner"), self.tr("Zuletzt übernommen"), self.tr("Stand")])
        self.list.setAccessibleName(self.tr("Abonnierte Paketordner"))
        self.list.currentItemChanged.connect(self._enable)
        self.add = QPushButton(self.tr("Ordner &abonnieren …"))
        self.look = QPushButton(self.tr("&Neues ansehen …"))
        self.remove = QPushButton(self.tr("Ab&bestellen"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self._arrange()
        desk.session.changed.connect(self._fill)
        self._fill()
        self._watch.look()

    def _arrange(self) -> None:
        note = QLabel(
            self.tr(
                "Ein Paketordner liegt zum Beispiel auf einem Netzlaufwerk und wird nur gelesen. Gibt es dort Neues, sagt das "
                "Programm es Ihnen; übernommen wird nur, was Sie auswählen."
            )
        )
        note.setWordWrap(True)
        row = QHBoxLayout()
        for button, action in (
            (self.add, self._choose),
            (self.look, self._show_news),
            (self.remove, self._unsubscribe),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch()
        buttons = Buttons(self, Buttons.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(note)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(buttons)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 125, em * 60)

    def _fill(self) -> None:
        chosen = self._path()
        self.list.clear()
        news = {found.path: found for found in self._watch.found}
        for subscription in self._desk.session.store.subscriptions():
            looked = local_time(subscription.looked, self._lang) if subscription.looked else self.tr("noch nie")
            state = self._state(news.get(subscription.path))
            item = QTreeWidgetItem(self.list, [subscription.name, str(subscription.path), looked, state])
            item.setData(0, _PATH, str(subscription.path))
            for column in range(self.list.columnCount()):
                item.setToolTip(column, item.text(column))
            if subscription.path == chosen:
                self.list.setCurrentItem(item)
        for column in range(self.list.columnCount()):
            self.list.resizeColumnToContents(column)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self._enable()

    def _state(self, found: Announcement | None) -> str:
        if found is None:
            return self.tr("nichts Neues")
        if found.error is not None:
            return error_sentence(found.error, self._lang)
        return self.tr("{0} Klauseln angeboten").format(found.count)

    def _enable(self) -> None:
        for button in (self.look, self.remove):
            button.setEnabled(self._path() is not None)

    def _path(self) -> Path | None:
        item = self.list.currentItem()
        return Path(item.data(0, _PATH)) if item is not None else None

    # --- what can be done

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Paketordner abonnieren"))
        if name:
            self.subscribe_to(Path(name))

    def subscribe_to(self, path: Path) -> None:
        """Read the pack there, then watch it."""
        self._chosen = path
        self.said.clear()
        self._reader.start(pack_at, path)

    def _subscribe(self, pack: Pack) -> None:
        path = self._chosen
        self._desk.session.write(lambda store, _, at: store.subscribe(path, pack.name, at), parent=self)
        self._watch.look()

    def _unsubscribe(self) -> None:
        path = self._path()
        if path is not None:
            self._desk.session.write(lambda store, _, at: store.unsubscribe(path), parent=self)

    def _show_news(self) -> None:
        path = self._path()
        if path is not None:
            self.offering: Offering = import_news(self._desk, path, self)
            self.offering.finished.connect(lambda _: self._watch.look())

    def _say_error(self, error: KlausellupeError) -> None:
        if isinstance(error, ExpectedError):
            self.said.setText(error_sentence(error, self._lang))
        else:
            self._desk.session.failed.emit(error)

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog."""
        self._watch.stop()
        self._reader.stop()
        super().done(result)


def show_subscriptions(desk: Desk, parent: QWidget) -> SubscriptionsDialog:
    """Open the dialog."""
    dialog = SubscriptionsDialog(desk, parent)
    dialog.open()
    return dialog
