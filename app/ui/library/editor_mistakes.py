"""What is wrong with the clause that is being edited, in the editor's words; and the list of it all, each leading to its place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.library.problems import ProblemCode
from app.ui.library.editing import Judged, Mistake, Place
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term

_MOST_LINES = 4
_LACKING = (ProblemCode.MISSING, ProblemCode.EMPTY)


def lacking(mistake: Mistake) -> bool:
    """Whether something is only not there yet."""
    return mistake.problem.code in _LACKING


def mistake_sentence(mistake: Mistake, lang: Lang) -> str:
    """One sentence that says what to do, where the editor knows more than the files' own words say."""
    translate, code, place = QCoreApplication.translate, mistake.problem.code, mistake.place
    last = place[-1] if place else ""
    if code is ProblemCode.WRONG_TYPE and last in ("value", "contract_value"):
        return translate("EditorMistakes", "Bitte eine Zahl angeben, zum Beispiel 1.000 oder 2,5.")
    if place == ("valid_to",):
        return translate("EditorMistakes", "Das Ende liegt vor dem Beginn.")
    if place[:1] == ("silence",) and code is ProblemCode.MISSING and len(place) == 1:
        return translate("EditorMistakes", "Bei einem Pflichtthema bitte angeben, was ohne Regelung gilt.")
    if code is ProblemCode.NOT_ALLOWED and "examples" in place:
        return translate("EditorMistakes", "Dieser Wortlaut steht schon da.")
    if code in _LACKING:
        return translate("EditorMistakes", "Bitte ausfüllen.")
    return sentence_start(term("library_problem", code.value, lang)) + "."


class Complaints:
    """What is complained about: a new clause is not called wrong before anything was written."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self._touched: set[Place] = set()

    def touch(self, place: Place) -> None:
        """Something was written there."""
        self._touched.add(place)

    def sentences(self, found: Judged, lang: Lang) -> dict[Place, str]:
        """A sentence for each place that is wrong."""
        return {m.place: mistake_sentence(m, lang) for m in found.mistakes if self._complains(m)}

    def _complains(self, mistake: Mistake) -> bool:
        place = mistake.place
        return self.strict or not lacking(mistake) or any(place == t[: len(place)] for t in self._touched)


class MistakeList(QFrame):
    """All mistakes with their places; Enter or a click leads there."""

    picked = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QLabel()
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(4)
        column.addWidget(self.count)
        column.addWidget(self.list)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()

    def show_lines(self, title: str, lines: list[tuple[str, Place]]) -> None:
        """Show them; hidden where there are none."""
        self.count.setText(title)
        self.list.setAccessibleName(title)
        self.list.clear()
        for text, place in lines:
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, list(place))
        height = self.list.sizeHintForRow(0) if lines else 0
        self.list.setFixedHeight(height * min(len(lines), _MOST_LINES))
        self.setVisible(bool(lines))

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(tuple(item.data(Qt.ItemDataRole.UserRole)))
