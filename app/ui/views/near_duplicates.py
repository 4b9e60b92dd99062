"""Two versions of a clause side by side with what differs marked; buttons go from pair to pair."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.detail_markup import Look, columns, link, small, style, text
from app.ui.icons import line_icon
from app.ui.models.near import Beside, Place
from app.wording.lang import Lang


class NearDuplicates(QWidget):
    """Emits the key of a place, and the step to another pair."""

    picked = Signal(str)
    stepped = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)  # words of the document
        self.head.setWordWrap(True)
        self.previous, self.next = (QToolButton() for _ in range(2))
        self.words = QTextBrowser()
        self.words.setOpenLinks(False)
        self.words.document().setDocumentMargin(self.fontMetrics().averageCharWidth())
        self.words.anchorClicked.connect(self._lead)
        for button, by in ((self.previous, -1), (self.next, 1)):
            button.setAutoRaise(True)
            button.clicked.connect(lambda _=False, by=by: self.stepped.emit(by))
        self._arrange()
        context.theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.retranslate()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.head, 1)
        line.addWidget(self.previous)
        line.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.words, 1)

    def _draw_icons(self) -> None:
        self.previous.setIcon(line_icon("previous"))
        self.next.setIcon(line_icon("next"))

    def retranslate(self) -> None:
        """Buttons, and what a screen reader says."""
        self.previous.setText(self.tr("Vorheriges Paar"))
        self.next.setText(self.tr("Nächstes Paar"))
        for button in (self.previous, self.next):
            button.setToolTip(button.text())
            button.setAccessibleName(button.text())
        self.words.setAccessibleName(self.tr("Beide Fassungen nebeneinander"))
        self.words.setPlaceholderText(self.tr("Bitte oben eine Wiederholung wählen."))

    def show_nothing(self, sentence: str = "") -> None:
        """No pair is looked at."""
        self.head.clear()
        self._enable(0, 0)
        self.words.setPlainText(sentence)

    def show_pair(self, pair: Beside, number: int, count: int, lang: Lang) -> None:
        """One of so many pairs of a group."""
        look = Look(self._context.theme, lang)
        several = self.tr("{0} und {1}: Paar {2} von {3}").format(pair.left.name, pair.right.name, number + 1, count)
        self.head.setText(several if count > 1 else self.tr("{0} und {1}").format(pair.left.name, pair.right.name))
        self._enable(number, count)
        heads = (_head(pair.left), _head(pair.right))
        self.words.setHtml(style(look) + columns(heads, pair.rows, look) + small(self._legend(pair)))

    def _legend(self, pair: Beside) -> str:
        if pair.equal:
            return self.tr("Beide Fassungen sind Wort für Wort gleich.")
        if not pair.comparable:
            return self.tr("Die Fassungen sind so verschieden, dass ein Vergleich Wort für Wort nicht weiterhilft.")
        return self.tr("unterstrichen: steht nur in dieser Fassung")

    def _enable(self, number: int, count: int) -> None:
        for button in (self.previous, self.next):
            button.setVisible(count > 1)
        self.previous.setEnabled(number > 0)
        self.next.setEnabled(number + 1 < count)

    def _lead(self, url: QUrl) -> None:
        self.picked.emit(url.toString(QUrl.ComponentFormattingOption.FullyDecoded))


def _head(place: Place) -> str:
    return f"<b>{text(place.name)}</b> {link(place.key, place.where)}"
