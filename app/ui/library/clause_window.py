"""The editor of a clause in a window of its own, so that it can stand beside the library and a document.

An editor that is open for a clause comes to the front; closing asks the editor first.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from app.library.plain import Plain
from app.ui.fitting import resize_within_screen
from app.ui.icons import app_icon
from app.ui.library.desk import Desk
from app.ui.library.editor import ClauseEditor

_WIDTH, _HEIGHT = 160, 125  # characters
_OFFSET = QPoint(60, 60)
_open: set[ClauseWindow] = set()


class ClauseWindow(QMainWindow):
    """Hosts one editor."""

    def __init__(self, desk: Desk, editor: ClauseEditor) -> None:
        super().__init__()
        self._settings = desk.context.settings
        self.editor = editor
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(app_icon())
        self.setWindowTitle(editor.windowTitle())
        self.setCentralWidget(editor)
        editor.titled.connect(self.setWindowTitle)
        editor.closing.connect(self.close)
        close = QAction(self)
        close.setShortcuts([QKeySequence("Ctrl+W"), QKeySequence("Esc")])
        close.triggered.connect(self.close)
        self.addAction(close)
        em = self.fontMetrics().averageCharWidth()
        resize_within_screen(self, em * _WIDTH, em * _HEIGHT)

    def restore(self) -> None:
        """Where the last one stood."""
        self.restoreGeometry(self._settings.shape("clause"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only if the editor agrees."""
        if not self.editor.may_close():
            event.ignore()
            return
        self._settings.keep_shape("clause", self.saveGeometry())
        _open.discard(self)
        event.accept()


def close_editors() -> bool:
    """Close all that are open; whether all of them agreed."""
    return all(window.close() for window in tuple(_open))


def window_on(clause: str | None) -> ClauseWindow | None:
    """The window that is open for a clause."""
    return next((window for window in _open if clause is not None and window.editor.clause_id == clause), None)


def open_editor(
    desk: Desk,
    clause: str | None,
    parent: QWidget,
    *,
    type_id: str = "",
    plain: Plain | None = None,
    base: int = 0,
) -> ClauseEditor:
    """The editor on a clause (None: a new one); `plain` and `base` begin an unsaved draft, or change the one that is open."""
    known = window_on(clause)
    if known is not None and plain is not None:
        known.editor.bring_in(plain)
    if known is None:
        known = ClauseWindow(desk, ClauseEditor(desk, clause, type_id=type_id, plain=plain, base=base))
        _open.add(known)
        known.move(parent.window().frameGeometry().topLeft() + _OFFSET)
        known.restore()
    known.show()
    known.raise_()
    known.activateWindow()
    return known.editor
