"""What the two views of a document, its pages and its text, have in common: whoever shows, searches or zooms needs no more.

Spans are of the canonical text in both, so that a place found in one is the same in the other. Only `select` speaks the view's own
language (`Box` on pages, `Span` in text), because the caller has both and a part that was left out has only one of them.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

from PySide6.QtCore import SignalInstance

from app.models.source import Span

Place_contra = TypeVar("Place_contra", contravariant=True)


class DocumentView(Protocol[Place_contra]):
    """Pages (`Place` is a box) or text (`Place` is a span)."""

    @property
    def clause_clicked(self) -> SignalInstance:
        """Id of the clause that was clicked."""

    @property
    def menu_wanted(self) -> SignalInstance:
        """Id of a clause and the place on the screen (QPoint) where its menu is wanted."""

    @property
    def note_clicked(self) -> SignalInstance:
        """Key of a part left out, or id of a finding."""

    @property
    def zoom_changed(self) -> SignalInstance:
        """The zoom, 1.0 for 100 %."""

    # --- zoom

    def zoom_in(self) -> None:
        """One step larger."""

    def zoom_out(self) -> None:
        """One step smaller."""

    def fit(self) -> None:
        """As wide as the view; of text, its normal size."""

    def fit_page(self) -> None:
        """A whole page; text has none, there it is the same as `fit`."""

    # --- what is marked

    def select(
        self,
        clause: str | None,
        quotes: tuple[Place_contra, ...],
        places: tuple[Place_contra, ...] = (),
        focus: tuple[Place_contra, ...] = (),
    ) -> None:
        """Outline a clause, mark quotes, outline places that are no clause; bring `focus` (one of the quotes) into sight."""

    def show_hits(self, hits: tuple[Span, ...], current: int | None) -> None:
        """Mark what was searched for, all in order, the `current` one stronger; moves nothing. () takes the marks away."""

    def selected_text(self) -> str:
        """What the user has selected, "" for nothing; line breaks as `\\n`."""

    # --- what is in sight

    def reveal(self, spans: tuple[Span, ...]) -> None:
        """Bring the first of them into sight, scrolling only if it is not comfortably there."""

    def visible_clause(self) -> str | None:
        """The clause that is read now: the first in the upper part of what is in sight."""

    def place(self) -> int | None:
        """Offset of the first text in sight (what toggling and reopening keep), None before there is text."""

    def go_to_place(self, offset: int) -> None:
        """Scroll so that the text at `offset` stands at the upper edge."""
