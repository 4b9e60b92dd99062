"""What the list shows of a stored case, which cases a search lets through, and how they are sorted. No Qt, no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app import __version__
from app.models.analysis import Severity
from app.ui.models.pasted import is_pasted
from app.wording.caselist import decided_text, opened_text, sign_text, time_text, when_text
from app.wording.lang import Lang
from app.wording.numbers import number_text
from app.wording.queue import findings_count
from app.wording.terms import term

if TYPE_CHECKING:
    from app.storage.caserows import CaseEntry

COLUMNS: Final = 5
TITLE, FINDINGS, DECIDED, OPENED, STATE = range(COLUMNS)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the cases: signs of files by case, fingerprint of the library in force ("": not known), the time."""

    now: datetime
    files: Mapping[str, str]
    library: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case, worded: `texts` by column, `tips` by column, `spoken` as a whole."""

    id: str
    title: str
    path: Path
    worst: Severity | None
    signs: tuple[str, ...]
    texts: tuple[str, ...]
    tips: tuple[str, ...]
    spoken: str
    searchable: str
    order: tuple[object, ...]

    @property
    def on_disk(self) -> bool:
        """Whether there is a file to be shown in its folder."""
        return not is_pasted(self.path) and "missing" not in self.signs


def case_rows(entries: Iterable[CaseEntry], known: Known, lang: Lang) -> tuple[CaseRow, ...]:
    """In the given order."""
    return tuple(_row(entry, known, lang) for entry in entries)


def found(rows: Iterable[CaseRow], words: str) -> tuple[CaseRow, ...]:
    """Those that hold all the words typed."""
    wanted = words.casefold().split()
    return tuple(row for row in rows if all(word in row.searchable for word in wanted))


def in_order(rows: Iterable[CaseRow], column: int, *, down: bool) -> tuple[CaseRow, ...]:
    """Sorted by a column; what is alike stays as given."""
    return tuple(sorted(rows, key=lambda row: row.order[column], reverse=down))  # type: ignore[arg-type,return-value]  # one type a column


def _row(entry: CaseEntry, known: Known, lang: Lang) -> CaseRow:
    signs = _signs(entry, known)
    when = when_text(entry.opened, known.now, lang)
    worst = term("severity", entry.worst.value, lang) if entry.worst else ""
    counted = " · ".join(filter(None, (number_text(entry.findings, lang), worst)))
    hints = " · ".join(filter(None, (findings_count(entry.findings, lang), worst)))
    decided = decided_text(entry.decided, entry.findings, lang, long=True) if entry.findings else ""
    short = ", ".join(sign_text(sign, lang) for sign in signs)
    long = "\n".join(sign_text(sign, lang, long=True) for sign in signs)
    place = entry.title if is_pasted(entry.path) else f"{entry.title}\n{entry.path}"
    return CaseRow(
        id=entry.id,
        title=entry.title,
        path=entry.path,
        worst=entry.worst,
        signs=signs,
        texts=(entry.title, counted, decided_text(entry.decided, entry.findings, lang), when, short),
        tips=(place, hints, decided, time_text(entry.opened, lang), long),
        spoken=", ".join(filter(None, (entry.title, hints, decided, opened_text(when, lang), short))),
        searchable=f"{entry.title}\n{entry.name}\n{entry.path}\n{worst}\n{short}".casefold(),
        order=_order(entry, signs),
    )


def _signs(entry: CaseEntry, known: Known) -> tuple[str, ...]:
    held = (
        known.files.get(entry.id, ""),
        "library" if known.library and known.library != entry.library.sha256 else "",
        "program" if entry.program != __version__ else "",
    )
    return tuple(filter(None, held))


def _order(entry: CaseEntry, signs: tuple[str, ...]) -> tuple[object, ...]:
    """What each column is sorted by: upwards means most urgent last, so that the first click down shows it on top."""
    gravity = -entry.worst.rank if entry.worst else -len(Severity)
    done = entry.decided / entry.findings if entry.findings else 1.0
    return entry.title.casefold(), (gravity, entry.findings), done, entry.opened, signs
