"""The page „Fassungen“: every wording is a tab, in the order from preferred to unacceptable."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QScrollArea, QTabWidget, QToolButton, QWidget

from app.library.model import PositionRank
from app.library.plain import Plain
from app.ui.library.editing import Place, changed
from app.ui.library.editor_fields import ChoiceField, TextField
from app.ui.library.editor_form import Form, Kit, Page, Snug, bring_to_sight, soft_label
from app.ui.library.positions_order import added, can_move, moved, number, positions, ranked, removed
from app.ui.views.flow_layout import FORM_GAP, FORM_LINE_GAP, FlowLayout

_NAMES = ("Auftragnehmer", "Auftraggeber", "Anbieter", "Kunde", "Betrag", "Frist", "Datum", "Ort")
"""Names of placeholders that contracts need; part of the German wordings, so never translated."""


_LEAST_LINES = 12


class PositionForm(Form):
    """One wording: rank, text, examples, note."""

    def __init__(self, kit: Kit, index: int, examples: int) -> None:
        super().__init__(kit, above=True)
        self._at: Place = ("position", index)
        self.examples = examples
        ranks = list(self._ranks().items())
        self.add((*self._at, "rank"), self.tr("Rang"), ChoiceField(ranks))
        self.text = TextField(kit.theme, 6, 20)
        hint = self.tr("Ein Absatz je Zeile. {{Name}} steht für beliebigen Text, zum Beispiel {{Betrag}}.")
        self.add((*self._at, "text"), self.tr("&Text der Fassung"), self.text, hint)
        self.form.addRow(self._placeholder_button())
        for n in range(examples):
            self._add_example(n)
        self.form.addRow(self._example_button())
        about = self.tr("Nur intern, zum Beispiel was noch zu bestätigen ist.")
        self.add((*self._at, "note"), self.tr("A&nmerkung"), TextField(kit.theme, 2, 8), about)

    def _ranks(self) -> dict[str, str]:
        return {
            PositionRank.PREFERRED.value: self.tr("Bevorzugt: das wollen wir"),
            PositionRank.FALLBACK.value: self.tr("Rückfall: damit können wir leben"),
            PositionRank.UNACCEPTABLE.value: self.tr("Unannehmbar: das unterschreiben wir nie"),
        }

    def with_value(self, plain: Plain, place: Place, value: object) -> Plain:
        """Another rank is another place."""
        if place[2:] == ("rank",):
            return ranked(plain, int(place[1]), str(value))[0]
        if place[2:3] == ("examples",):
            return self._with_example(plain, int(place[3]), str(value))
        return super().with_value(plain, place, value)

    def _with_example(self, plain: Plain, n: int, text: str) -> Plain:
        """An example that is being written may be empty; it keeps its place."""
        held = list(positions(plain)[int(self._at[1])].get("examples", []))
        held[n] = text
        return changed(plain, (*self._at, "examples"), held)

    def _add_example(self, n: int) -> None:
        field = TextField(self.kit.theme, 2, 10)
        row = self.add((*self._at, "examples", n), self.tr("Weiterer Wortlaut {0}").format(n + 1), field)
        remove = QPushButton(self.tr("Entfernen"))
        remove.setAccessibleName(self.tr("Weiteren Wortlaut {0} entfernen").format(n + 1))
        remove.clicked.connect(lambda: self._remove_example(n))
        layout = row.field.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)

    def _example_button(self) -> QWidget:
        self.more = QPushButton(self.tr("Weiteren &Wortlaut hinzufügen"))
        self.more.setToolTip(self.tr("Ein anderer Text, der ebenso als diese Fassung zählt"))
        self.more.clicked.connect(lambda: self._set_examples([*self._examples(), ""]))
        return _left(self.more)

    def _examples(self) -> list[str]:
        return list(positions(self._plain)[int(self._at[1])].get("examples", []))

    def _remove_example(self, n: int) -> None:
        held = self._examples()
        del held[n]
        self._set_examples(held)

    def _set_examples(self, held: list[str]) -> None:
        place = (*self._at, "examples")
        self.edited.emit(changed(self._plain, place, held), place, False)

    def _placeholder_button(self) -> QWidget:
        button = QToolButton()
        button.setText(self.tr("&Platzhalter einfügen"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = QMenu(button)
        for name in _NAMES:
            action = QAction("{{" + name + "}}", menu)
            action.triggered.connect(lambda _=False, name=name: self.text.insert_placeholder(name))
            menu.addAction(action)
        own = QAction(self.tr("Anderer Name …"), menu)
        own.triggered.connect(lambda: self.text.insert_placeholder("Name"))
        menu.addSeparator()
        menu.addAction(own)
        button.setMenu(menu)
        return _left(button)


def _left(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


class _Still(QWidget):
    """Does not scroll as a whole, as each tab scrolls by itself."""

    def heightForWidth(self, width: int) -> int:
        """None: a page would then be as high as its highest tab."""
        return -1

    def minimumSizeHint(self) -> QSize:
        """Room for the buttons and some lines."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * _LEAST_LINES)


class PositionsPage(Page):
    """Tabs, and what can be done with them."""

    inside = _Still

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Fassungen in der Reihenfolge"))
        self.tabs.currentChanged.connect(self._enable)
        self._cards: list[PositionForm] = []
        self._shape: list[tuple[str, int]] = []
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._tools())
        self._none = soft_label(self.tr("Es gibt noch keine Fassung."), kit.theme)
        self.column.addWidget(self._none)
        self.column.addWidget(self.tabs, 1)

    def _tools(self) -> QHBoxLayout:
        holder = Snug()
        flow = FlowLayout(holder, spacing=FORM_GAP, line_spacing=FORM_LINE_GAP)
        holder.setContentsMargins(0, 8, 8, 0)
        self.add_preferred = self._button(self.tr("Bevorzugte hinzufügen"), lambda: self._add(PositionRank.PREFERRED))
        self.add_fallback = self._button(self.tr("&Rückfall hinzufügen"), lambda: self._add(PositionRank.FALLBACK))
        self.add_bad = self._button(self.tr("&Unannehmbar hinzufügen"), lambda: self._add(PositionRank.UNACCEPTABLE))
        self.earlier = self._button(self.tr("Nach &vorn"), lambda: self._move(-1))
        self.later = self._button(self.tr("Nach &hinten"), lambda: self._move(1))
        self.remove = self._button(self.tr("Fassung &entfernen"), self._remove)
        for button in (self.add_preferred, self.add_fallback, self.add_bad, self.earlier, self.later, self.remove):
            flow.addWidget(button)
        row = QHBoxLayout()
        row.addWidget(holder, 1)
        return row

    def _button(self, text: str, action: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(action)
        return button

    def forms(self) -> Iterator[Form]:
        """The cards."""
        yield from self._cards

    def show_plain(self, plain: Plain) -> None:
        """Tabs as there are wordings; made anew when their order or number changed."""
        self._plain = plain
        shape = [(str(p.get("rank")), len(p.get("examples", []))) for p in positions(plain)]
        if shape != self._shape:
            self._shape = shape
            self._rebuild(plain)
        super().show_plain(plain)
        self._enable()

    def _rebuild(self, plain: Plain) -> None:
        current = min(max(self.tabs.currentIndex(), 0), max(len(self._shape) - 1, 0))
        self._cards = []
        self.tabs.blockSignals(True)
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        for index, (_, examples) in enumerate(self._shape):
            self.tabs.addTab(self._tab(index, examples), self.label(plain, index))
        self.tabs.setCurrentIndex(current)
        self.tabs.blockSignals(False)

    def _tab(self, index: int, examples: int) -> QScrollArea:
        card = PositionForm(self.kit, index, examples)
        card.edited.connect(lambda plain, place, typing: self._take(card, plain, place, typing))
        self._cards.append(card)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(card)
        return area

    def _take(self, card: PositionForm, plain: Plain, place: Place, typing: bool) -> None:
        before = self._plain
        self.edited.emit(plain, place, typing)
        if place[2:] == ("rank",) and card not in self._cards:
            old = positions(before)[int(place[1])]
            rank = positions(plain)
            self.tabs.setCurrentIndex(next((n for n, p in enumerate(rank) if p.get("text") == old.get("text")), 0))

    def label(self, plain: Plain, index: int) -> str:
        """„Bevorzugt“, „Rückfall 2“."""
        rank, which, count = number(plain, index)
        words = {
            PositionRank.PREFERRED.value: self.tr("Bevorzugt"),
            PositionRank.FALLBACK.value: self.tr("Rückfall"),
            PositionRank.UNACCEPTABLE.value: self.tr("Unannehmbar"),
        }
        plain_word = words.get(rank, rank)
        always = rank == PositionRank.FALLBACK.value
        return f"{plain_word} {which}" if count > 1 or always else plain_word

    def name_of(self, place: Place) -> str:
        """„Rückfall 1 › Text der Fassung“."""
        if len(place) < 2 or not isinstance(place[1], int) or place[1] >= len(self._cards):
            return ""
        return " › ".join(filter(None, (self.label(self._plain, place[1]), super().name_of(place))))

    def reveal(self, place: Place) -> None:
        """The tab, then the field in it."""
        if len(place) > 1 and isinstance(place[1], int) and place[1] < len(self._cards):
            self.tabs.setCurrentIndex(place[1])
            row = self._cards[place[1]].row_of(place if len(place) > 2 else (*place, "text"))
            area = self.tabs.widget(place[1])
            if row is not None and isinstance(area, QScrollArea):
                bring_to_sight(area, row)
        elif not self._cards:
            self.add_preferred.setFocus()

    def _enable(self) -> None:
        index, found = self.tabs.currentIndex(), positions(self._plain)
        some = 0 <= index < len(found)
        self._none.setVisible(not found)
        self.tabs.setVisible(bool(found))
        ranks = {position.get("rank") for position in found}
        self.add_preferred.setVisible(PositionRank.PREFERRED.value not in ranks)
        self.earlier.setEnabled(some and can_move(self._plain, index, -1))
        self.later.setEnabled(some and can_move(self._plain, index, 1))
        self.remove.setEnabled(some)

    def _add(self, rank: PositionRank) -> None:
        plain, index = added(self._plain, rank)
        self.edited.emit(plain, ("position", index), False)
        self.reveal(("position", index))

    def _move(self, by: int) -> None:
        plain, index = moved(self._plain, self.tabs.currentIndex(), by)
        self.edited.emit(plain, ("position", index), False)
        self.tabs.setCurrentIndex(index)

    def _remove(self) -> None:
        index = self.tabs.currentIndex()
        self.edited.emit(removed(self._plain, index), ("position", max(0, index - 1)), False)
        self.tabs.setCurrentIndex(min(index, self.tabs.count() - 1))
