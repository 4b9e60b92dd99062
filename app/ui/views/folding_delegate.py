"""How a cell of a folding table looks: wrapped words, a mark before them, an arrow before what folds, lines between rows.

Words are laid out by one function for measuring and painting, so that a row is as high as its text. Heights of equal texts
in columns of one width are remembered.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.models.folding import LINE_ROLE, Line
from app.ui.theme import Theme

_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(_TOP_LEFT)
_SCRAP = 3  # letters that stand alone at the end of a line or at its beginning at least
_BACK = 5  # letters before the end of the line that a syllable is looked for in
_VOWELS = re.compile("[aeiouyäöü]", re.IGNORECASE)
_TOGETHER = ("ch", "ck", "sch", "ph", "th", "qu")
_SOFT_HYPHEN = "\u00ad"
_TALL = 100_000
_REMEMBERED = 20_000  # heights
Index = QModelIndex | QPersistentModelIndex

TONES = {  # names of tones → colours of the theme
    "link": ("palette", "accent"),
    "soft": ("palette", "soft"),
    "unlimited": ("diff", "new"),
    "limited": ("severity", "medium"),
    "excluded": ("severity", "high"),
    "not_regulated": ("palette", "soft"),
}


class FoldingDelegate(QStyledItemDelegate):
    """Of one table."""

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme
        self._fits: dict[tuple[str, int, bool], tuple[str, int]] = {}

    # --- measuring

    @property
    def _metrics(self) -> QFontMetrics:
        return self._table.fontMetrics()

    @property
    def margin(self) -> int:
        """Left and right of words."""
        return self._metrics.averageCharWidth()

    @property
    def _air(self) -> int:
        """Above and below them."""
        return max(3, round(self._metrics.height() * 0.25))

    @property
    def _mark(self) -> int:
        """The edge of a mark."""
        return round(self._metrics.ascent() * 0.95)

    def _inset(self, line: Line, column: int, *, marked: bool) -> int:
        """Where words begin in the cell."""
        inset = self.margin
        if column == 0:
            step = self._metrics.averageCharWidth()
            inset += line.depth * step + (2 * step if line.folds else 0)
        return inset + (self._mark + self.margin // 2 if marked else 0)

    def height(self, line: Line, widths: tuple[int, ...], marked: int) -> int:
        """Of a row whose columns are so wide; one that has a single cell takes them all."""
        alone = len(line.row.cells) == 1
        wide = (sum(widths),) if alone else widths
        bears = bool(line.row.severity or line.row.sign)
        highest = 0
        for column, (text, width) in enumerate(zip(line.row.cells, wide, strict=False)):
            room = width - self._inset(line, column, marked=bears and column == marked) - self.margin
            shown = self._shown(text, max(room, 4 * self.margin), strong=line.row.strong)
            highest = max(highest, sum(part[1] for part, _ in shown))
        return highest + 2 * self._air + 1

    def title_height(self, titles: list[str], widths: list[int]) -> int:
        """Of the highest title of a column."""
        areas = (QRect(0, 0, max(width, 1), _TALL) for width in widths)
        return max(
            self._metrics.boundingRect(area, _FLAGS, title).height() for area, title in zip(areas, titles, strict=True)
        )

    def _shown(self, text: str, width: int, *, strong: bool) -> list[tuple[tuple[str, int], bool]]:
        """The words in parts, and which are bold: of a strong row its first line."""
        first, _, rest = text.partition("\n") if strong else ("", "", text)
        parts = [(first, True)] if strong else []
        parts += [(rest, False)] if rest or not strong else []
        return [(self._fitted(part, width, bold=bold), bold) for part, bold in parts]

    def _fitted(self, text: str, width: int, *, bold: bool) -> tuple[str, int]:
        """The text with breaks in words that are too long for the width, and how high it is."""
        key = (text, width, bold)
        known = self._fits.get(key)
        if known is None:
            if len(self._fits) > _REMEMBERED:
                self._fits.clear()
            metrics = QFontMetrics(self._font(bold=bold))
            shown = breakable(text, width, metrics)
            height = metrics.boundingRect(QRect(0, 0, width, _TALL), _FLAGS, shown).height() if text else 0
            known = self._fits[key] = (shown, max(height, metrics.height()))
        return known

    def forget(self) -> None:
        """The font is another."""
        self._fits.clear()

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self._table.font())
        font.setBold(bold)
        return font

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heights are set row by row."""
        return QSize(0, self._metrics.height() + 2 * self._air + 1)

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, lines, mark, words, focus."""
        line: Line = index.data(LINE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        painter.save()
        self._ground(painter, area, line, chosen=chosen)
        column = index.column()
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        inset = self._inset(line, column, marked=icon is not None)
        ink = self._ink(line, column, chosen=chosen)
        if column == 0 and line.folds:
            self._arrow(painter, area, line, ink)
        if icon is not None:
            at = QRect(
                area.left() + inset - self._mark - self.margin // 2, area.top() + self._air, self._mark, self._mark
            )
            at.translate(0, (self._metrics.height() - self._mark) // 2)
            mode = icon.Mode.Selected if chosen else icon.Mode.Normal
            icon.paint(painter, at, Qt.AlignmentFlag.AlignCenter, mode)
        self._words(painter, area.adjusted(inset, self._air, -self.margin, 0), line, column, ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._focus(painter, area, chosen=chosen)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, line: Line, *, chosen: bool) -> None:
        palette = self._table.palette()
        active = self._table.hasFocus()
        if chosen:
            painter.fillRect(area, palette.highlight() if active else self._theme.colour("palette", "chosen"))
        elif line.depth == 0 and line.folds:
            painter.fillRect(area, palette.alternateBase())
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _ink(self, line: Line, column: int, *, chosen: bool) -> QColor:
        if chosen and self._table.hasFocus():
            return self._table.palette().color(QPalette.ColorRole.HighlightedText)
        tone = line.row.tones[column] if column < len(line.row.tones) else ""
        return self._theme.colour(*TONES[tone]) if tone else self._table.palette().color(QPalette.ColorRole.Text)

    def _words(self, painter: QPainter, area: QRect, line: Line, column: int, ink: QColor) -> None:
        text = line.row.cells[column] if column < len(line.row.cells) else ""
        painter.setPen(ink)
        for (words, height), bold in self._shown(text, area.width(), strong=line.row.strong):
            font = self._font(bold=bold)
            font.setUnderline(column < len(line.row.tones) and line.row.tones[column] == "link")
            painter.setFont(font)
            painter.drawText(area, _FLAGS, words)
            area.translate(0, height)

    def _arrow(self, painter: QPainter, area: QRect, line: Line, ink: QColor) -> None:
        """To the right where it is closed, downwards where it is open."""
        em = self._metrics.averageCharWidth()
        left = area.left() + self._inset(line, 0, marked=False) - 2 * em
        middle = QPointF(left + em * 0.6, area.top() + self._air + self._metrics.height() / 2)
        r = em * 0.5
        down = (QPointF(-r, -r / 2), QPointF(r, -r / 2), QPointF(0, r))
        right = (QPointF(-r / 2, -r), QPointF(r, 0), QPointF(-r / 2, r))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([middle + p for p in (down if line.open else right)]))

    def _focus(self, painter: QPainter, area: QRect, *, chosen: bool) -> None:
        role = QPalette.ColorRole.HighlightedText if chosen and self._table.hasFocus() else QPalette.ColorRole.Highlight
        painter.setPen(QPen(self._table.palette().color(role), 1.5, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(area).adjusted(1.5, 1.5, -1.5, -2.5))


def breakable(text: str, width: int, metrics: QFontMetrics) -> str:
    """Words that are longer than a line with hyphens where the lines end."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    return "".join(_broken(part, width, metrics) for part in re.split(r"(\s+)", text))


def _broken(word: str, width: int, metrics: QFontMetrics) -> str:
    """A word that says itself where it may end is left alone."""
    if _SOFT_HYPHEN in word or metrics.horizontalAdvance(word) <= width:
        return word
    room = width - metrics.horizontalAdvance("-")
    pieces, start = [], 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and metrics.horizontalAdvance(word[start:end]) > room:
            cut = _syllable(word, start, end - 1)
            pieces.append(word[start:cut])
            start = cut
    return _SOFT_HYPHEN.join([*pieces, word[start:]])


def _syllable(word: str, start: int, end: int) -> int:
    """A little before `end`, where a consonant begins a syllable and neither end is a scrap; `end` where there is none."""
    cuts = range(min(end, len(word) - _SCRAP), max(start + _SCRAP, end - _BACK) - 1, -1)
    return next((cut for cut in cuts if _begins_syllable(word, cut)), end)


def _begins_syllable(word: str, cut: int) -> bool:
    consonant = not _VOWELS.match(word[cut])
    return consonant and bool(_VOWELS.match(word[cut + 1])) and word[cut - 1 : cut + 1].lower() not in _TOGETHER
