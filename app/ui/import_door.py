"""The way of files into the window: one is opened at once, several are read one after the other, folders are looked into, text is pasted.

A file that has a tab already comes to the front.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app import paths
from app.ui.case_door import CaseDoor
from app.ui.context import Context
from app.ui.handedover import files_in, text_in
from app.ui.imports import Imports
from app.ui.inthread import InThread
from app.ui.models.dropped import LIMIT, Dropped, dropped
from app.ui.models.pasted import pasted_path
from app.ui.session import Stored
from app.ui.tabs import DocumentTabs
from app.ui.views.import_list import ImportList
from app.wording.queue import dropped_sentence

if TYPE_CHECKING:
    from app.ui.presenter import Presenter

SAMPLE = "lieferbedingungen.pdf"


class ImportDoor(QObject):
    """One for the window; `say` shows a quiet sentence."""

    def __init__(
        self, tabs: DocumentTabs, cases: CaseDoor, context: Context, say: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tabs, self._cases, self._context, self._say = tabs, cases, context, say
        self._first = False  # the next tab is the first of several files: the user wants to see something
        self.imports = Imports(self, lambda: context.language.code, self)
        self.list = ImportList(self.imports, context)
        self._folders = InThread(self)
        self._folders.done.connect(self._take)
        tabs.closing.connect(self.imports.closed)

    # --- files

    def open(self, given: Iterable[Path]) -> None:
        """Files and folders, in this order."""
        wanted = tuple(given)
        if any(path.is_dir() for path in wanted):
            self._folders.start(lambda _stale: dropped(wanted))
        else:
            self._take(dropped(wanted))

    def _take(self, found: Dropped) -> None:
        lang = self._context.language.code
        if found.too_many:
            self._say(dropped_sentence("too_many", lang, limit=LIMIT))
        if found.nothing:
            self._say(dropped_sentence("nothing_to_read", lang))
        new = [path for path in found.files if self._tabs.shown(path) is None]
        if len(found.files) == 1:
            self.open_alone(found.files[0])
        elif new:
            self._first = not self.imports.busy
            self.imports.add(new)
        elif found.files:
            self.open_alone(found.files[-1])

    def sample(self) -> None:
        """A document of ours to try the program on."""
        self.open_alone(paths.resources() / "samples" / SAMPLE)

    # --- text

    def paste(self) -> None:
        """What lies on the clipboard: files are opened, text becomes a document."""
        data: QMimeData | None = QApplication.clipboard().mimeData()  # None where there is no clipboard
        self.take(QMimeData() if data is None else data)

    def take(self, data: QMimeData) -> None:
        """What was dropped or pasted."""
        files, text = files_in(data), text_in(data)
        if files:
            self.open(files)
        elif text:
            self._open_text(text)
        else:
            self._say(dropped_sentence("nothing_to_paste", self._context.language.code))

    def _open_text(self, text: str) -> None:
        """As a file that is nowhere; the same text is the same case."""
        content = text.encode("utf-8", "replace")
        if not self._cases.brought_to_front(hashlib.sha256(content).hexdigest()):
            path = pasted_path(datetime.now(UTC), self._context.language.code)
            self._cases.attach(self._tabs.open_tab(path, Stored(content)))

    def close(self) -> None:
        """At the end."""
        self.imports.cancel_waiting()
        self._folders.close()

    # --- what the queue asks for

    def open_behind(self, path: Path) -> Presenter:
        front, self._first = self._first, False
        return self._open_tab(path, front=front, start=False)

    def open_alone(self, path: Path) -> None:
        known = self._tabs.shown(path)
        if known is None:
            self._open_tab(path)
        else:
            self._tabs.bring(known)

    def _open_tab(self, path: Path, *, front: bool = True, start: bool = True) -> Presenter:
        presenter = self._tabs.open_tab(path, front=front, start=start)
        self._cases.attach(presenter)
        self._context.settings.keep_recent(path)
        return presenter

    def show(self, presenter: Presenter) -> None:
        self._tabs.bring(presenter)

    def in_front(self, presenter: Presenter) -> bool:
        return self._tabs.in_front(presenter)

    def close_presenter(self, presenter: Presenter) -> None:
        self._tabs.close_tab(presenter)
