"""Making a file and writing it: in a thread, what is made in a process of its own. No Qt.

Strategy: first is looked whether the place is free, so that nobody waits for a file that cannot be written; again before it is written, because
making it takes a while. Nothing is overwritten that the user did not agree to, and never the document itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event

from app.atomic import write_atomically
from app.errors import ErrorCode, ExpectedError, KlausellupeError
from app.jobs.isolated import isolated
from app.models.analysis import Analysis
from app.reporting.copyresult import CopyReason, LeftOut
from app.reporting.formats import written
from app.reporting.options import ReportOptions

_PATIENCE_S = 600.0  # copies of documents with hundreds of pages


@dataclass(frozen=True)
class Order:
    """What shall be written where. `source`: the document's file, where a copy is made; `document`: where it lies."""

    format: str
    analysis: Analysis
    options: ReportOptions
    source: bytes | None
    path: Path
    document: Path
    overwrite: bool = False


class Refused(StrEnum):
    """Why nothing was written though nothing went wrong."""

    TAKEN = "taken"  # there is a file of this name: the user is asked
    DOCUMENT = "document"  # it is the document itself
    FOLDER = "folder"  # there is no such folder


@dataclass(frozen=True, slots=True)
class Saved:
    """`told`: what is elsewhere or missing in a copy; `about`: what is to be known of the copy as a whole."""

    path: Path
    told: tuple[LeftOut, ...] = ()
    about: tuple[CopyReason, ...] = ()


Outcome = Saved | Refused | KlausellupeError


def save(order: Order, stop: Event) -> Outcome:
    """In a thread; `stop` gives it up until it is being written."""
    try:
        return _refused(order) or _save(order, stop)
    except KlausellupeError as error:
        return error
    except OSError:
        return ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(order.path), "name": order.path.name})


def _save(order: Order, stop: Event) -> Saved | Refused:
    wanted = (order.format, order.analysis, order.options, order.source)
    made = isolated(written, *wanted, timeout=_PATIENCE_S, stop=stop)
    refused = _refused(order)
    if refused is None:
        write_atomically(order.path, made.content)
        return Saved(order.path, made.left_out, made.about)
    return refused


def _refused(order: Order) -> Refused | None:
    if not order.path.parent.is_dir():
        return Refused.FOLDER
    if not order.path.exists() and not order.path.is_symlink():
        return None
    if order.document.exists() and order.path.exists() and order.path.samefile(order.document):
        return Refused.DOCUMENT
    return None if order.overwrite else Refused.TAKEN
