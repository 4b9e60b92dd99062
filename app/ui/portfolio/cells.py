"""What the table of documents says: one row a document, each cell with its words and what it is sorted by. No Qt.

Strategy: amounts sort by the least, periods by the shortest number of days; what a document does not have comes last, whichever way is sorted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from app.comparing.durations import days
from app.errors import ErrorCode
from app.models.analysis import Severity
from app.models.portfolio import DocumentDigest, Failure
from app.models.provisions import Duration, LiabilityCap, ProvisionKind, ProvisionValue
from app.reporting.paper import Tone
from app.reporting.portfolio.rows import count_of, each_value, remarks, worst_text
from app.reporting.printable import printable
from app.reporting.tones import sign
from app.ui.portfolio.entries import Entry, Stage
from app.wording.batch import failure_sentence
from app.wording.lang import Lang
from app.wording.numbers import percent_text
from app.wording.portfoliowindow import portfolio_phrase
from app.wording.terms import term

Key = tuple[float, str] | None
"""None: nothing there."""
VALUES: Final = (ProvisionKind.LIABILITY_CAP, ProvisionKind.NOTICE_PERIOD, ProvisionKind.OBJECTION_DEADLINE)
FACTS: Final = ("contract_kind", "perspective", "audience")
COUNTS: Final = tuple(Severity)
COLUMNS: Final = ("name", "stage", "worst", *(s.value for s in COUNTS), *(k.value for k in VALUES), *FACTS)
_ORDER: Final = {
    stage: at for at, stage in enumerate((Stage.FAILED, Stage.ENDED, Stage.RUNNING, Stage.WAITING, Stage.DONE))
}
_NO_FINDING: Final = len(COUNTS)


@dataclass(frozen=True, slots=True)
class Cell:
    """`tip`: what the words leave out."""

    text: str
    key: Key = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`worst` colours its cell; `words`: what the filter looks through."""

    cells: tuple[Cell, ...]
    worst: Severity | None
    failed: bool
    words: str

    @property
    def spoken(self) -> str:
        """As a whole."""
        return ", ".join(cell.text for cell in self.cells if cell.text)


def heads(lang: Lang) -> tuple[tuple[str, str], ...]:
    """Of the columns: short, and in full."""
    return tuple(_head(name, lang) for name in COLUMNS)


def _head(name: str, lang: Lang) -> tuple[str, str]:
    if name in {severity.value for severity in COUNTS}:
        full = portfolio_phrase("number_of", lang, severity=term("severity", name, lang))
        return portfolio_phrase(name, lang), full
    if name in {kind.value for kind in VALUES}:
        label = term("provision_kind", name, lang)
    else:
        label = term("fact", name, lang) if name in FACTS else portfolio_phrase(name, lang)
    return label, label


def row_of(entry: Entry, lang: Lang) -> Row:
    """All cells."""
    digest = entry.digest
    cells = (_name(entry), _stage(entry, lang), _worst(entry, lang), *(_rest(digest, lang) if digest else _NOTHING))
    words = " ".join((*(cell.text for cell in cells), *entry.also, str(entry.path or ""))).casefold()
    failed = entry.stage in (Stage.FAILED, Stage.ENDED)
    return Row(cells, digest.worst.severity if digest and digest.worst else None, failed, words)


_NOTHING: Final = (Cell(""),) * (len(COLUMNS) - 3)


def _name(entry: Entry) -> Cell:
    name = printable(entry.name)
    places = (str(entry.path or entry.name), *entry.also)
    return Cell(name, (0.0, name.casefold()), "\n".join(map(printable, places)))


def _stage(entry: Entry, lang: Lang) -> Cell:
    key = (float(_ORDER[entry.stage]), "")
    if entry.stage is Stage.RUNNING:
        percent = percent_text(round(entry.fraction * 100), lang)
        return Cell(portfolio_phrase("running", lang, percent=percent), key)
    if entry.digest is None:
        return Cell(portfolio_phrase(entry.stage.value, lang), key)
    if entry.digest.complete:
        return Cell(portfolio_phrase("complete", lang), (key[0] + 0.5, ""), "\n".join(remarks(entry.digest, lang)))
    return Cell(portfolio_phrase("incomplete", lang), key, unread_text(entry.digest, lang))


def unread_text(digest: DocumentDigest, lang: Lang) -> str:
    """Which pages are missing, as far as that is known."""
    if not digest.unread_pages:
        return portfolio_phrase("incomplete", lang)
    return portfolio_phrase("incomplete_pages", lang, pages=", ".join(map(str, digest.unread_pages)))


def _worst(entry: Entry, lang: Lang) -> Cell:
    digest = entry.digest
    if digest is None:
        sentence = failure_text(entry, lang)
        return Cell(sentence, None, sentence)
    text = worst_text(digest, lang)
    if digest.worst is None:
        return Cell(text, (_NO_FINDING, ""), text)
    severity = digest.worst.severity
    text = f"{term('severity', severity.value, lang)}: {text}"
    return Cell(text, (severity.rank - count_of(digest, severity) / 1e6, ""), f"{text}\n{digest.worst_place}".strip())


def failure_text(entry: Entry, lang: Lang) -> str:
    """Why nothing is known of it; a window can ask for a password."""
    match entry.failure:
        case Failure(code=ErrorCode.PDF_ENCRYPTED):
            return portfolio_phrase("locked", lang)
        case Failure() as failure:
            return failure_sentence(failure, lang)
    return portfolio_phrase("ended_long", lang) if entry.stage is Stage.ENDED else ""


def _rest(digest: DocumentDigest, lang: Lang) -> tuple[Cell, ...]:
    counts = (_count(count_of(digest, severity)) for severity in COUNTS)
    return (*counts, *(_values(digest, kind, lang) for kind in VALUES), *map(partial(_fact, digest, lang), FACTS))


def _count(count: int) -> Cell:
    return Cell(str(count or "–"), (float(count), ""))


def _values(digest: DocumentDigest, kind: ProvisionKind, lang: Lang) -> Cell:
    """A value with a finding has the sign of its severity before it."""
    each = [
        (f"{sign(Tone(severity.value))} {text}" if severity else text)
        for text, severity in each_value(digest, kind, lang)
    ]
    sizes = [size for value in digest.of_kind(kind) if (size := _size(value.value)) is not None]
    key: Key = (min(sizes, default=float("inf")), each[0]) if each else None
    return Cell("; ".join(each), key, "\n".join(each))


def _size(value: ProvisionValue) -> float | None:
    """Euros or days; None of what has neither."""
    if isinstance(value, LiabilityCap):
        return value.amount
    if getattr(value, "immediate", False):
        return 0.0
    duration = getattr(value, "duration", None)
    return days(duration)[0] if isinstance(duration, Duration) else None


def _fact(digest: DocumentDigest, lang: Lang, name: str) -> Cell:
    fact = getattr(digest.facts, name)
    if fact.value is None:
        return Cell("")
    text = term("audience_short" if name == "audience" else name, str(fact.value), lang)
    return Cell(
        text,
        (0.0, text.casefold()),
        f"{term(name, str(fact.value), lang)} ({term('fact_source', fact.source.value, lang)})",
    )
