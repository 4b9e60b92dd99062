"""What of the library is shown: which shelf, the words searched for, the filters, the type. No widgets.

A search orders by how well a clause fits; without one the order is that of the library. The counts beside the types obey search
and filters, so that the tree shows where the hits are.
"""

from __future__ import annotations

from app.library.model import ClauseType, Revision, Status
from app.storage.search import folded
from app.ui.library.rows import Filters, Row, counts, of_type, type_name
from app.ui.library.shelf import Shelf
from app.wording.lang import Lang


class Browsing:
    """What is asked for, and what is shown because of it; `show` after every change of it."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self.types: tuple[ClauseType, ...] = ()
        self.all: tuple[Row, ...] = ()
        self.query = ""
        self.filters = Filters()
        self.type = ""
        self.shown: tuple[Row, ...] = ()
        self.counts: dict[str, int] = {}
        self._by_id: dict[str, Row] = {}
        self._found: tuple[Row, ...] = ()

    def open(self, shelf: Shelf, lang: Lang) -> None:
        """Read from another shelf, or from the same one anew; types in the order of their names. Raises ExpectedError."""
        self.types = tuple(sorted(shelf.types(), key=lambda kind: folded(type_name(kind, lang))))
        places = {kind.id: place for place, kind in enumerate(self.types)}
        self.all = tuple(sorted(shelf.rows(), key=lambda row: places.get(row.type, len(places))))
        self._by_id = {row.id: row for row in self.all}
        self.shelf = shelf
        self.look_for(self.query)

    def look_for(self, query: str) -> None:
        """Words that all must occur. Raises ExpectedError."""
        self.query = query.strip()
        if self.shelf is not None and self.query:
            found = map(self._by_id.get, self.shelf.search(self.query))
            self._found = tuple(row for row in found if row is not None)
        else:
            self._found = self.all
        self.show()

    def ask(self, filters: Filters, clause_type: str) -> None:
        """Other filters, another type."""
        self.filters, self.type = filters, clause_type
        self.show()

    def show(self) -> None:
        """Sort out what is shown."""
        admitted = tuple(row for row in self._found if self.filters.admits(row))
        self.counts = counts(admitted)
        self.shown = of_type(admitted, self.type)

    def last(self, clause: str) -> Revision | None:
        """The clause as it stands on the shelf."""
        return self.shelf.last(clause) if self.shelf and clause else None

    def row(self, clause: str) -> Row | None:
        """The row of a clause."""
        return self._by_id.get(clause)

    @property
    def retired_hits(self) -> int:
        """Retired clauses that were found but are not shown."""
        if self.filters.status is not None or self.filters.retired_too:
            return 0
        return sum(row.status is Status.RETIRED for row in of_type(self._found, self.type))
