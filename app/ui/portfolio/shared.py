"""What the table of same clauses says: one row a place, numbered by its group. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.models.corrections import name_of
from app.models.portfolio import Portfolio, SameClause
from app.models.reading import Clause
from app.reporting.printable import printable
from app.ui.portfolio.cells import Cell
from app.wording.lang import Lang
from app.wording.numbers import percent_text
from app.wording.portfoliowindow import portfolio_phrase
from app.wording.terms import term

COLUMNS: Final = ("group", "relation", "name", "place", "text")
_SNIPPET: Final = 200  # characters


@dataclass(frozen=True, slots=True)
class SharedRow:
    """A clause in a document; `group` and `number`: of the group and of the document's row."""

    group: int
    number: int
    clause: Clause
    cells: tuple[Cell, ...]
    words: str


def shared_heads(lang: Lang) -> tuple[str, ...]:
    """Of the columns."""
    return tuple(portfolio_phrase(name, lang) for name in COLUMNS)


def shared_rows(portfolio: Portfolio, lang: Lang) -> tuple[SharedRow, ...]:
    """Every place of every group."""
    known = _clauses(portfolio)
    names = tuple(printable(row.name) for row in portfolio.rows)
    groups = enumerate(portfolio.same)
    return tuple(row for number, same in groups for row in _places(number, same, known, names, lang))


_Known = Mapping[int, Mapping[str, Clause]]


def _clauses(portfolio: Portfolio) -> _Known:
    """Looked up once for thousands of places."""
    return {at: {c.id: c for c in row.digest.clauses} for at, row in enumerate(portfolio.rows) if row.digest}


def _places(group: int, same: SameClause, known: _Known, names: Sequence[str], lang: Lang) -> Iterator[SharedRow]:
    relation = relation_text(same, lang)
    for place in same.places:
        clause, name = known[place.row][place.clause], names[place.row]
        where = printable(name_of(clause))
        snippet = printable(" ".join(clause.text[: _SNIPPET * 2].split())[:_SNIPPET])
        cells = (
            Cell(str(group + 1), (float(group), "")),
            Cell(relation, (1 - same.similarity, "")),
            Cell(name, (0.0, name.casefold())),
            Cell(where, (0.0, where.casefold())),
            Cell(snippet, (0.0, snippet.casefold())),
        )
        words = f"{relation} {name} {where} {clause.text}".casefold()
        yield SharedRow(group, place.row, clause, cells, words)


def relation_text(same: SameClause, lang: Lang) -> str:
    """Word for word, or how nearly."""
    alike = term("relation", same.relation, lang)
    return alike if same.similarity >= 1 else f"{alike} ({percent_text(round(same.similarity * 100), lang)})"
