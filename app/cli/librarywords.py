"""A library on the terminal: tables, a clause in full, differences with their words marked `[-gone-]{+new+}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING

from app.cli.librarysource import Version
from app.library.changes import FieldChange, field_changes, fields_of
from app.library.model import ClauseType, Revision
from app.models.analysis import DiffOp
from app.wording.changes import field_label, shown
from app.wording.lang import Lang
from app.wording.librarycommand import librarytext
from app.wording.numbers import date_text
from app.wording.terms import term

if TYPE_CHECKING:
    from app.cli.librarysource import Listed

_WIDTH = 100


def counted(count: int, lang: Lang) -> str:
    """`12 Klauseln`."""
    return librarytext("count_one" if count == 1 else "count", lang, count=count)


def list_lines(clauses: Sequence[Listed], types: Sequence[ClauseType], lang: Lang) -> Iterator[str]:
    """A heading for each type, a line for each clause, their number."""
    names = {item.id: item.de if lang == "de" else item.en for item in types}
    width = max((len(clause.id) for clause in clauses), default=0)
    kind = None
    for clause in clauses:
        if clause.type != kind:
            kind = clause.type
            yield names.get(kind) or term("clause_type", kind, lang)
        facts = " · ".join((term("perspective", clause.perspective, lang), _status(clause, lang)))
        yield f"  {clause.id:<{width}}  {clause.title} ({facts})"
    yield counted(len(clauses), lang)


def clause_lines(revision: Revision, lang: Lang) -> Iterator[str]:
    """A clause in full."""
    clause = revision.clause
    yield f"{clause.title}  [{clause.id}]"
    yield signed(revision, lang)
    for change in fields_of(clause):
        if change.field not in ("title", "status"):
            yield from _entry(change, shown(change, lang)[1], lang)


def change_lines(changes: Iterable[FieldChange], lang: Lang) -> Iterator[str]:
    """Every change with its words."""
    for change in changes:
        yield from _entry(change, _marked(*shown(change, lang)), lang)


def history_lines(versions: Sequence[Version], lang: Lang) -> Iterator[str]:
    """The last version first; what each changed."""
    for place in reversed(range(len(versions))):
        yield from _version(versions[place], versions[place - 1] if place else None, lang)
    if not any(version.in_force for version in versions):
        yield librarytext("never_in_force", lang)


def _version(version: Version, before: Version | None, lang: Lang) -> Iterator[str]:
    notes = [librarytext("in_force", lang)] if version.in_force else []
    if version.recorded:
        notes.append(librarytext("recorded", lang, day=moment(version.recorded, lang)))
    yield " · ".join((signed(version.revision, lang), *notes))
    if version.revision.reason:
        yield from _wrapped(version.revision.reason, "  ")
    if before is None:
        yield f"  {librarytext('first', lang)}"
        return
    labels = [field_label(c, lang) for c in field_changes(before.revision.clause, version.revision.clause)]
    yield from _wrapped(", ".join(dict.fromkeys(labels)), "  ")


def signed(revision: Revision, lang: Lang) -> str:
    """`Version 3 · freigegeben · Anna · 22.11.2026 14:05`."""
    author = revision.author or ("" if revision.at else librarytext("starter", lang))
    at = moment(revision.at, lang) if revision.at else ""
    return " · ".join(filter(None, (_status(revision.clause, lang), author, at)))


def moment(at: datetime, lang: Lang) -> str:
    """A time on the user's clock."""
    local = at.astimezone()
    return f"{date_text(local.date(), lang)} {local:%H:%M}"


def _status(clause: Listed, lang: Lang) -> str:
    number = librarytext("version", lang, number=clause.version)
    return f"{number} · {term('clause_status', clause.status, lang)}"


def _entry(change: FieldChange, text: str, lang: Lang) -> Iterator[str]:
    yield f"{field_label(change, lang)}:"
    yield from _wrapped(text, "    ")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    for paragraph in text.split("\n"):
        yield from wrap(
            paragraph,
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _marked(before: str, after: str) -> str:
    from app.comparing.diff import word_diff

    parts = []
    for hunk in word_diff(before, after):
        gone, new = before[hunk.a0 : hunk.a1], after[hunk.b0 : hunk.b1]
        if hunk.op is DiffOp.EQUAL:
            parts.append(gone)
        else:
            parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{new}+}}" if new else ""))
    return "".join(parts)
