"""What the windows of the library work with: the open library, the document in front, how often clauses were matched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.models.analysis import Analysis
from app.ui.context import Context
from app.ui.library.session import LibrarySession
from app.ui.library.usage import UsageBook

if TYPE_CHECKING:
    pass  # loads sqlite_utils


@dataclass(frozen=True)
class DocumentInFront:
    """A document that the main window shows, as it was analysed last."""

    title: str
    analysis: Analysis


def _no_document() -> DocumentInFront | None:
    return None


@dataclass(frozen=True)
class Desk:
    """Handed to everything the library window opens."""

    context: Context
    session: LibrarySession
    document: Callable[[], DocumentInFront | None] = field(default=_no_document)
    usage: UsageBook = field(default_factory=UsageBook)
