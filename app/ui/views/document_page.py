"""The page of one document: panels at the left, the document, panels at the right, notes and progress above.

Arrangement, and the way of the material into the parts; what follows from the worker's replies is in `app.ui.presenter`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from app.ui.opened import OpenDocument
from app.ui.panels.deadlines import DeadlinesPanel
from app.ui.panels.duplicates import DuplicatesPanel
from app.ui.panels.facts import FactsPanel
from app.ui.panels.findings import FindingsPanel
from app.ui.panels.liability import LiabilityPanel
from app.ui.panels.outline import OutlinePanel
from app.ui.panels.overview import OverviewPanel
from app.ui.panels.pages import PagesPanel
from app.ui.panels.panel import Command, Panel
from app.ui.panels.search import SearchPanel
from app.ui.panels.unchecked import UncheckedPanel
from app.ui.preparing import Part, Preparer
from app.ui.views.banner import Banner
from app.ui.views.changes_bar import ChangesBar
from app.ui.views.document_stack import DocumentStack
from app.ui.views.notices_banner import NoticesBanner
from app.ui.views.progress_strip import ProgressStrip
from app.ui.views.rail import PanelStack

LEFT: tuple[type[Panel], ...] = (OutlinePanel, PagesPanel, SearchPanel)
RIGHT: tuple[type[Panel], ...] = (
    FindingsPanel,
    OverviewPanel,
    DeadlinesPanel,
    LiabilityPanel,
    DuplicatesPanel,
    FactsPanel,
    UncheckedPanel,
)
_SHARES = (22, 45, 38)  # of the width


class DocumentPage(QWidget):
    """Widgets of one tab."""

    def __init__(self, document: OpenDocument, *, without_pages: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        context = document.context
        self._settings = context.settings
        self.banner = Banner(context.theme)
        self.notices = NoticesBanner(document)
        self.changes = ChangesBar(document)
        self.progress = ProgressStrip(context.language)
        self.stack = DocumentStack(document, without_pages=without_pages)
        self.left = PanelStack(LEFT, document, rail_at=Qt.Edge.LeftEdge)
        self.left.make_all()  # quickly made, and they listen to pages and search
        self.right = PanelStack(RIGHT, document, rail_at=Qt.Edge.RightEdge)
        self.splitter = self._new_splitter()
        self.preparer = Preparer()
        self.preparer.failed.connect(document.failed)
        self._arrange()
        document.material_changed.connect(self._prepare)
        document.navigation.moved.connect(self._show_place)
        document.panel_wanted.connect(self.show_panel)
        document.undo.indexChanged.connect(document.possible_changed)
        self._commands: dict[str, Command] | None = None
        self._waiting = False  # there is something to show, but not every panel to show it
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_next_panel)
        self._making.start()

    def _new_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget, share in zip((self.left, self.stack, self.right), _SHARES, strict=True):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, share)
        self.stack.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([share * 12 for share in _SHARES])
        splitter.restoreState(self._settings.shape("document"))
        return splitter

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.banner, self.notices, self.changes, self.progress, self.splitter):
            column.addWidget(widget)
        column.setStretch(column.count() - 1, 1)

    def close_up(self) -> None:
        """No work goes on; the widths are remembered."""
        self._making.stop()
        self.preparer.close()
        self._settings.keep_shape("document", self.splitter.saveState())

    def show_panels(self, *, shown: bool) -> None:
        """Without an analysis outline and findings have nothing to say, and an empty list would look like good news."""
        self.left.setVisible(shown)
        self.right.setVisible(shown)

    # --- panels

    def panel(self, name: str) -> Panel:
        """By its name."""
        side = self.left if name in (kind.name for kind in LEFT) else self.right
        return side.panel(name)

    def _make_next_panel(self) -> None:
        """One an event: what is behind the panels in front is not there when the document opens."""
        if self.right.make_next():
            return
        self._making.stop()
        if self._waiting:
            self._prepare()
        self.document.possible_changed.emit()

    @property
    def _complete(self) -> bool:
        return self.right.complete

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        for side in (self.left, self.right):
            side.show_panel(name)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that is made from the material: what is in front first."""
        front = [self.panel(self.right.current), self.panel(self.left.current)]
        others = (panel for side in (self.right, self.left) for panel in side.panels.values() if panel not in front)
        return (self.stack, self.notices, self.changes, *front, *others)

    @property
    def settled(self) -> bool:
        """Whether everything shows what holds."""
        return not (self._waiting or self.document.stale or self.preparer.busy)

    def _prepare(self) -> None:
        self._waiting = not self._complete
        if self.document.material is not None and not self._waiting:
            self.preparer.prepare(self.parts, self.document.material)

    def _show_place(self) -> None:
        if not self._complete:
            return  # nothing shows the material yet
        for part in self.parts:
            if self.preparer.shows(part, self.document.material):
                part.show_place()

    # --- commands

    def commands(self) -> Mapping[str, Command]:
        """What the parts of the page do, by name of the action."""
        found = self._commands or self._all_commands()
        if self._complete:
            self._commands = found
        return found

    def impossible(self) -> frozenset[str]:
        """Commands that cannot be given now."""
        undo = self.document.undo
        found = {name for name, able in (("undo", undo.canUndo()), ("redo", undo.canRedo())) if not able}
        for panel in (*self.left.made, *self.right.made):
            found |= panel.impossible()
        return frozenset(found | self.stack.impossible())

    def _all_commands(self) -> dict[str, Command]:
        navigation, undo = self.document.navigation, self.document.undo
        found: dict[str, Command] = {
            "next_passage": partial(navigation.step_passage, 1),
            "previous_passage": partial(navigation.step_passage, -1),
            "undo": undo.undo,
            "redo": undo.redo,
            "again": self.document.session.go_on,
            "next_pane": partial(self._step_pane, 1),
            "previous_pane": partial(self._step_pane, -1),
        }
        for kind in (*LEFT, *RIGHT):
            found[f"panel_{kind.name}"] = partial(self._to_panel, kind.name)
        for panel in (*self.left.made, *self.right.made):
            found.update(panel.commands())
        found.update(self.stack.commands())
        return found

    def _step_pane(self, by: int) -> None:
        """By key from the panel at the left over the document to the panel at the right, and round again."""
        panes: list[tuple[QWidget, Command]] = [(self.stack, (self.stack.view or self.stack).setFocus)]
        if self.left.opened and self.left.isVisible():
            panes.insert(0, (self.left, self.panel(self.left.current).take_focus))
        if self.right.opened and self.right.isVisible():
            panes.append((self.right, self.panel(self.right.current).take_focus))
        here = QApplication.focusWidget()
        at = next((n for n, (pane, _) in enumerate(panes) if here is not None and pane.isAncestorOf(here)), -by)
        panes[(at + by) % len(panes)][1]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the document."""
        if event.key() == Qt.Key.Key_Escape and self.stack.view is not None:
            self.stack.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _to_panel(self, name: str) -> None:
        """By key: the keyboard goes there too."""
        self.show_panel(name)
        self.panel(name).take_focus()
