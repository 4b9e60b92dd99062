"""What the panels beside a document have in common.

Strategy: everything a panel shows is derived again from one frozen `Material`. Deriving may take long, so it happens in a thread
(`app.ui.preparing`): `prepare` touches neither Qt nor the panel, `show_prepared` only puts what was made into models and widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.models.facts import DealFacts
from app.reporting.build import report_words
from app.reporting.options import ReportOptions
from app.reporting.reportmodel import Report
from app.wording.lang import Lang

if TYPE_CHECKING:
    from app.ui.opened import OpenDocument

Command = Callable[[], object]


@dataclass(frozen=True)
class Material:
    """What panels are made from. `facts`: as asked for (those that held are the analysis's); `decided`: by anchor of findings;
    `orphans`: decisions whose finding is not there any more.
    """

    analysis: Analysis
    facts: DealFacts
    lang: Lang
    theme: str
    decided: Mapping[str, Decision] = field(default_factory=dict)
    orphans: tuple[Decision, ...] = ()

    @cached_property
    def report(self) -> Report:
        """The report's words, made once for all panels."""
        return report_words(self.analysis, ReportOptions(lang=self.lang))


class Panel(QWidget):
    """A panel of one document; `name` and `icon` are known to the rail, `title` stands below the icon."""

    name: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    titled = Signal()  # title or badge have changed

    def __init__(self, document: OpenDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._beginning: QWidget | None = None
        document.context.language.changed.connect(self._speak)

    def begin_at(self, widget: QWidget) -> None:
        """Who gets the keyboard when it goes to the panel. No focus proxy: of a widget that has one, Tab reaches nothing else."""
        self._beginning = widget

    def take_focus(self) -> None:
        """The keyboard comes here."""
        (self._beginning or self).setFocus()

    def _speak(self) -> None:
        self.retranslate()
        self.titled.emit()

    def retranslate(self) -> None:
        """The panel's own words, in the language of the window; a panel that has any calls it itself when it is made."""

    def title(self) -> str:
        """A word or two in the language of the window."""
        raise NotImplementedError

    def badge(self) -> str:
        """A short number for the rail, "" for none."""
        return ""

    def prepare(self, material: Material) -> object:
        """In a thread: what to show. Neither Qt nor the panel is touched."""
        raise NotImplementedError

    def show_prepared(self, prepared: Any, material: Material) -> None:  # noqa: ANN401 - what `prepare` made
        """In the main thread, quickly."""
        raise NotImplementedError

    def show_place(self) -> None:
        """The user has gone somewhere else; nothing to do for most."""

    def commands(self) -> Mapping[str, Command]:
        """What it does, by name of the action."""
        return {}

    def impossible(self) -> frozenset[str]:
        """Names of its commands that cannot be given now; `document.possible_changed` says that this has changed."""
        return frozenset()
