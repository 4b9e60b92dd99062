"""The way to the window of many documents: there is one of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.context import Context

if TYPE_CHECKING:
    from app.ui.portfolio.window import PortfolioWindow


class PortfolioDoor(QObject):
    """`open_files` brings documents to the front of the main window."""

    def __init__(self, context: Context, open_files: Callable[[tuple[Path, ...]], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._open_files = context, open_files
        self.window: PortfolioWindow | None = None

    def open(self) -> None:
        """Show it, or bring it to the front."""
        if self.window is None:
            from app.ui.portfolio.window import PortfolioWindow

            self.window = PortfolioWindow(self._context, self._open_files)
            self.window.closed.connect(self._forget)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """At the end of the program."""
        if self.window is not None:
            self.window.close()

    def _forget(self) -> None:
        self.window = None
