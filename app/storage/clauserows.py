"""A reference clause as rows: what lists show, what the search finds, and its whole content.

Strategy: lists read plain columns, so that five thousand entries are quick; the content of a version is one text in the form of
the library's files (`app.library.plain`), which can be read in twenty years without this program.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from app.library.files import entry_sha
from app.library.model import ReferenceClause, Revision, Status
from app.library.plain import clause_of, from_json, plain_clause, to_json
from app.library.problems import Problems
from app.library.table import one_line, paragraphs
from app.models.facts import Audience, ContractKind, Perspective
from app.storage.instants import optional_instant, stamp
from app.storage.search import indexed

Row = Mapping[str, Any]

_KNOWN: Final = 8192  # more clauses than a large library has


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause in a list: what its last version says of it. `in_force`: the version that takes effect, None: none does."""

    id: str
    title: str
    type: str
    perspective: Perspective
    audiences: tuple[Audience, ...]
    contract_kinds: tuple[ContractKind, ...]
    tags: tuple[str, ...]
    language: str
    status: Status
    owner: str
    version: int
    at: datetime | None
    author: str
    in_force: int | None
    has_draft: bool
    valid_from: date | None
    valid_to: date | None


ENTRY_COLUMNS: Final = """
    clauses.id, title, type, perspective, audiences, contract_kinds, tags, language, status, owner, version, clauses.at,
    clauses.author, in_force, valid_from, valid_to
"""


@lru_cache(maxsize=_KNOWN)
def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry of `ENTRY_COLUMNS` and whether there is a draft; one that did not change is the same as before."""
    identifier, title, kind, perspective, audiences, kinds, tags, language, *rest = row
    status, owner, version, at, author, in_force, valid_from, valid_to, has_draft = rest
    return Entry(
        id=identifier,
        title=title,
        type=kind,
        perspective=Perspective(perspective),
        audiences=tuple(map(Audience, _words(audiences))),
        contract_kinds=tuple(map(ContractKind, _words(kinds))),
        tags=_words(tags),
        language=language,
        status=Status(status),
        owner=owner,
        version=version,
        at=optional_instant(at),
        author=author,
        in_force=in_force,
        has_draft=bool(has_draft),
        valid_from=_optional_day(valid_from),
        valid_to=_optional_day(valid_to),
    )


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def clause_row(revision: Revision, in_force: int | None) -> dict[str, object]:
    """The row of `clauses` for its last version."""
    clause = revision.clause
    return {
        "id": clause.id,
        "version": clause.version,
        "in_force": in_force,
        "title": clause.title,
        "type": clause.type,
        "perspective": clause.perspective.value,
        "audiences": _list(clause.audiences),
        "contract_kinds": _list(clause.contract_kinds),
        "tags": _list(clause.tags),
        "language": clause.language,
        "status": clause.status.value,
        "owner": clause.owner,
        "valid_from": clause.valid_from and clause.valid_from.isoformat(),
        "valid_to": clause.valid_to and clause.valid_to.isoformat(),
        "at": revision.at and stamp(revision.at),
        "author": revision.author,
    }


def as_stored(revision: Revision) -> Revision:
    """The version as it will be read back, here and from a pack, whatever was pasted into author and reason.

    Raises ExpectedError LIBRARY_INVALID: nothing is stored that cannot be.
    """
    clause, _ = clause_from(_content(revision.clause))
    return replace(revision, clause=clause, author=one_line(revision.author), reason=paragraphs(revision.reason))


def version_row(revision: Revision, recorded: datetime, origin: str) -> dict[str, object]:
    """The row of `versions`."""
    clause = revision.clause
    return {
        "clause": clause.id,
        "number": clause.version,
        "status": clause.status.value,
        "content": _content(clause),
        "author": revision.author,
        "at": revision.at and stamp(revision.at),
        "reason": revision.reason,
        "recorded": stamp(recorded),
        "origin": origin,
    }


def revision_of(row: Row) -> Revision:
    """A row of `versions`. What was stored was valid; if it is not any more, that is a fault of the program."""
    return Revision(clause_from(row["content"])[0], row["author"], optional_instant(row["at"]), row["reason"])


@lru_cache(maxsize=_KNOWN)
def clause_from(content: str) -> tuple[ReferenceClause, str]:
    """The clause of a version's content, with its fingerprint. Five thousand take a second, once in a process."""
    problems = Problems()
    clause = clause_of(from_json(content), problems)
    problems.raise_if_any()
    return clause, entry_sha(clause)


def _content(clause: ReferenceClause) -> str:
    return to_json(plain_clause(clause))


def search_row(clause: ReferenceClause) -> dict[str, str]:
    """The row of `texts`: by weight, what a clause is found by."""
    wordings = [wording for position in clause.positions for wording in position.wordings]
    notes = [clause.guidance, clause.comment, *(position.note for position in clause.positions)]
    notes += [rule.sentence for rule in clause.rules] + [basis.norm for basis in clause.legal_basis]
    notes += [approval.approver for approval in clause.approvals]
    notes += [clause.silence.effect, clause.silence.norm] if clause.silence else []
    return {
        "title": indexed(clause.title),
        "words": indexed("\n".join((clause.id, clause.type, clause.owner, *clause.tags))),
        "wordings": indexed("\n".join(wordings)),
        "notes": indexed("\n".join(filter(None, notes))),
    }


def _optional_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _list(words: tuple[str, ...]) -> str:
    return json.dumps([str(word) for word in words], ensure_ascii=False)
