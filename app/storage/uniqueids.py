"""No id stands twice: a rule is named in reports, so its id stands for it in the whole library, as a clause's does.

Strategy: after clauses were written, and before that is committed, their ids are looked for in all others, in the last versions
and in those in force. A library that holds an id twice could be written into no pack any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from app.library.files import ids_of, report_repeated
from app.library.model import ReferenceClause
from app.library.problems import ProblemCode, Problems

if TYPE_CHECKING:
    from sqlite_utils import Database

_IDS: Final = """
    SELECT json_extract(rule.value, '$.id'), versions.clause
    FROM clauses
    JOIN versions ON versions.clause = clauses.id AND versions.number IN (clauses.version, clauses.in_force)
    JOIN json_each(versions.content, '$.rule') AS rule
    UNION SELECT id, id FROM clauses
"""


def refuse_repeated(db: Database, clauses: Iterable[ReferenceClause]) -> None:
    """Inside the transaction that wrote these clauses. Raises ExpectedError LIBRARY_INVALID."""
    written = {clause.id: ids_of(clause) for clause in clauses}
    problems = Problems()
    for ids in written.values():
        report_repeated((("", identifier) for identifier in ids), problems)
    owners: dict[str, set[str]] = {identifier: set() for ids in written.values() for identifier in ids}
    for identifier, clause in db.conn.execute(_IDS):
        if identifier in owners:
            owners[identifier].add(clause)
    for clause, ids in written.items():
        for identifier in ids:
            if others := sorted(owners[identifier] - {clause}):
                problems.add("", clause, "id", ProblemCode.DUPLICATE_ID, f"{identifier} ({others[0]})")
    problems.raise_if_any()
