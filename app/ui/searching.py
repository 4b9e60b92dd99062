"""The search in one document, shared by the bar above it, the panel that lists the hits and the views that mark them.

It searches as one types, in slices on the main thread; before there is a text it remembers what was asked for and says so.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal

from app.models.analysis import Analysis
from app.models.source import Span
from app.ui.models.search import Hits, Query, Searchable, first_from
from app.ui.slices import Slices


class SearchState(Enum):
    """What there is to say."""

    EMPTY = "empty"  # nothing is searched for
    READING = "reading"  # there is no text yet
    RUNNING = "running"
    DONE = "done"


class Search(QObject):
    """`changed`: words, state or hits are others; `moved`: the user goes to the current hit."""

    changed = Signal()
    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.query = Query("")
        self.hits = Hits()
        self.current: int | None = None
        self._text: Searchable | None = None
        self._of = ""  # the text that is searched
        self._near = 0
        self._leads = False
        self._marking = False
        self._slices = Slices(self)

    @property
    def state(self) -> SearchState:
        """What is going on."""
        if not self.query.words.strip():
            return SearchState.EMPTY
        if self._text is None:
            return SearchState.READING
        return SearchState.RUNNING if self._slices.busy else SearchState.DONE

    @property
    def marked(self) -> tuple[Span, ...]:
        """The hits to be marked in the document."""
        return self.hits.spans if self._marking else ()

    @property
    def hit(self) -> Span | None:
        """The current one."""
        return None if self.current is None else self.hits.spans[self.current]

    # --- what is searched

    def show(self, analysis: Analysis) -> None:
        """The text has been read; the same text keeps its hits."""
        text = analysis.reading.source.text
        if self._text is None or text != self._of:
            self._of, self._text = text, Searchable(text)
            self._start()

    def ask(self, query: Query, near: int = 0) -> None:
        """Search for something else; the first hit from `near` on becomes the current one."""
        shown, self._marking = self._marking, True
        if query == self.query:
            if not shown:
                self.changed.emit()
            return
        self.query, self._near, self._leads = query, near, True
        self._start()

    def _start(self) -> None:
        if self._text is None or self.state is SearchState.EMPTY:
            self._slices.stop()
            self._take(Hits())
            return
        self._slices.start(self._text.search(self.query), self._take)
        if self._slices.busy:
            self.changed.emit()

    def _take(self, hits: Hits) -> None:
        self.hits, self.current = hits, first_from(hits.spans, self._near)
        self.changed.emit()
        if self._leads and self.current is not None:
            self._leads = False
            self.moved.emit()

    # --- where one is

    def step(self, by: int) -> None:
        """To the next hit or back, from the last to the first."""
        if self.current is not None:
            shown = self._marking  # else the first key shows where one was
            self.go_to((self.current + by) % len(self.hits.spans) if shown else self.current)

    def go_to(self, index: int) -> None:
        """To a hit."""
        if 0 <= index < len(self.hits.spans):
            self.current, self._near = index, self.hits.spans[index][0]
            self._marking = True
            self.moved.emit()

    def conceal(self) -> None:
        """No marks any more; words and hits stay for the next time."""
        if self._marking:
            self._marking = False
            self.changed.emit()
