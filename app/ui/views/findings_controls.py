"""Above the list of findings: words to look for, filters, how it is grouped; and the filters in force as one sentence."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.icons import line_icon
from app.ui.models.arranging import Arranged, Arrangement
from app.ui.models.filterchoices import Chip, chips
from app.ui.models.filtering import Filters, toggled, without
from app.ui.theme import Theme
from app.ui.views.filter_button import FilterButton
from app.ui.views.grouping_button import GroupingButton
from app.wording.findinglist import list_phrase
from app.wording.lang import Lang

_RESET = "reset"
_TYPING_MS = 60  # between two letters: the list follows the hand, not every stroke of it


class FindingsControls(QWidget):
    """Emits the arrangement that is wanted."""

    changed = Signal(object)  # Arrangement

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang: Lang = "de"
        self._arrangement = Arrangement()
        self.words = QLineEdit()
        self.filter = FilterButton()
        self.by = GroupingButton()
        self.sentence = QLabel()
        self._search_icon = QAction(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._arrange()
        self._connect()
        theme.changed.connect(self._recolour)
        self._recolour()

    def _arrange(self) -> None:
        self.words.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.sentence.hide()
        self._row = QGridLayout()
        self._row.setColumnStretch(0, 1)
        self._place(one_line=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self.sentence)

    def _place(self, *, one_line: bool) -> None:
        """The words to look for, beside the buttons or above them."""
        self._row.addWidget(self.words, 0, 0, 1, 1 if one_line else 3)
        for column, button in ((1, self.filter), (2, self.by)):
            self._row.addWidget(button, 0 if one_line else 1, column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons are not squeezed."""
        super().resizeEvent(event)
        needed = sum(button.sizeHint().width() + self._row.horizontalSpacing() for button in (self.filter, self.by))
        self._place(one_line=self.words.minimumWidth() + needed <= event.size().width())

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typing.start)
        self.words.returnPressed.connect(self.look_now)
        self._typing.timeout.connect(self.look_now)
        self.filter.toggled_choice.connect(self._toggle)
        self.filter.reset_wanted.connect(self.reset)
        self.by.changed.connect(self._want)
        self.sentence.linkActivated.connect(self._take_out)

    # --- what is shown

    def show_arrangement(self, arrangement: Arrangement, lang: Lang) -> None:
        """How the list is arranged; words that are being typed stay as they are."""
        self._arrangement, self._lang = arrangement, lang
        if not self._typing.isActive() and self.words.text().split() != arrangement.filters.words.split():
            self.words.blockSignals(True)
            self.words.setText(arrangement.filters.words)
            self.words.blockSignals(False)
        self.words.setPlaceholderText(list_phrase("filter_words", lang))
        self.words.setAccessibleName(list_phrase("filter_words", lang))
        self.filter.speak(lang)
        self.by.show_arrangement(arrangement, lang)

    def show_count(self, found: Arranged) -> None:
        """How many of all findings are shown, and what leaves the others out."""
        filters, lang = self._arrangement.filters, self._lang
        self.sentence.setVisible(filters.active and found.total > 0)
        shown = escape(list_phrase("shown", lang, shown=found.shown, total=found.total))
        reset = f"<a href='{_RESET}'>{escape(list_phrase('reset', lang))}</a>"
        self.sentence.setText(" · ".join((shown, *map(self._chip, chips(filters, lang)), reset)))

    def _chip(self, chip: Chip) -> str:
        tip = escape(list_phrase("remove", self._lang, label=chip.label))
        return f"<a href='{escape(f'{chip.group}:{chip.value}')}' title='{tip}'>{escape(chip.label)}&nbsp;✕</a>"

    def focus_words(self) -> None:
        """Let the user type words to filter by."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    # --- what the user does

    def look_now(self) -> None:
        """Filter by the words typed."""
        self._typing.stop()
        self._filter(replace(self._arrangement.filters, words=" ".join(self.words.text().split())))

    def reset(self) -> None:
        """Show everything."""
        self._typing.stop()
        self._filter(Filters())

    def _toggle(self, group: str, value: str) -> None:
        self._filter(toggled(self._arrangement.filters, group, value))

    def _take_out(self, link: str) -> None:
        if link == _RESET:
            self.reset()
        else:
            group, _, value = link.partition(":")
            self._filter(without(self._arrangement.filters, group, value))

    def _filter(self, filters: Filters) -> None:
        self._want(replace(self._arrangement, filters=filters))

    def _want(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self.changed.emit(arrangement)

    def _recolour(self) -> None:
        self._search_icon.setIcon(line_icon("search"))
        self.filter.setIcon(line_icon("filter"))
