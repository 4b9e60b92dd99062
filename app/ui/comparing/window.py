"""Two documents side by side: what differs as a list, both places marked, one scrolling with the other.

Strategy: each side reads or shows its document itself; when both are there, they are compared in a process of its own and shown.
Another language compares again, because all sentences are made there.
"""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from app.errors import Cancelled, ExpectedError, KlausellupeError
from app.jobs.isolated import isolated
from app.models.analysis import Analysis
from app.models.source import Span
from app.settings import load_settings
from app.ui.comparing.markup import row_markup
from app.ui.comparing.pair import Pair, forms_pair, slim, versions_pair
from app.ui.comparing.row_list import RowList
from app.ui.comparing.saving import ComparisonSaver
from app.ui.comparing.side import Side
from app.ui.context import Context
from app.ui.fitting import resize_within_screen
from app.ui.icons import app_icon, line_icon
from app.ui.inthread import InThread
from app.ui.proposing import beside
from app.ui.session import DocumentSession
from app.wording.errors import bug_sentence, error_sentence
from app.wording.lang import Lang

_PATIENCE_S = 120.0
_WIDTH, _HEIGHT = 230, 120  # characters
_MESSAGE_MS = 10_000
_Document = tuple[DocumentSession, Analysis | None]


class CompareWindow(QMainWindow):
    """`old` and `new`; with `forms` ours and theirs. It owns both sessions and ends them when it is closed."""

    closed = Signal()
    shown = Signal()  # a comparison

    def __init__(self, old: _Document, new: _Document, context: Context, *, forms: bool = False) -> None:
        super().__init__()
        self._context, self._forms = context, forms
        self.pair: Pair | None = None
        self._leading = False  # one side is scrolled after the other
        self._stop = Event()
        self.old, self.new = Side(*old, context), Side(*new, context)
        self.rows, self.detail, self.sums = RowList(context.theme), QTextBrowser(), QLabel(wordWrap=True)
        self._comparing = InThread(self)
        self.saver = ComparisonSaver(self.say, lambda: self._lang, self._paths, self)
        self._steps = {name: QAction(self) for name in ("previous", "next", "swap", "follow", "save", "outward")}
        self.setWindowIcon(app_icon())
        self._arrange()
        self._connect()
        self._speak()
        for side in (self.old, self.new):
            side.start()

    # --- arranged

    def _arrange(self) -> None:
        self.sums.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setOpenLinks(False)
        left, below = QSplitter(Qt.Orientation.Vertical), QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail, 1)
        column.addWidget(self.sums)
        left.addWidget(self.rows)
        left.addWidget(below)
        left.setStretchFactor(0, 3)
        left.setStretchFactor(1, 2)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        for part, share in ((left, 2), (self.old, 3), (self.new, 3)):
            self._whole.addWidget(part)
            self._whole.setStretchFactor(self._whole.count() - 1, share)
        self._whole.setChildrenCollapsible(False)
        gap = self.fontMetrics().averageCharWidth() // 2
        self._whole.setContentsMargins(gap, gap, gap, 0)
        self.setCentralWidget(self._whole)
        self._add_bar()
        em = self.fontMetrics().averageCharWidth()
        resize_within_screen(self, em * _WIDTH, em * _HEIGHT)
        self.restoreGeometry(self._context.settings.shape("comparing"))
        self._whole.setSizes([2000, 3000, 3000])

    def _add_bar(self) -> None:
        bar = self.addToolBar("")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        steps = self._steps
        steps["previous"].setShortcut(QKeySequence("Shift+F8"))
        steps["next"].setShortcut(QKeySequence("F8"))
        steps["save"].setShortcut(QKeySequence("Ctrl+S"))
        steps["swap"].setShortcut(QKeySequence("Ctrl+T"))
        steps["follow"].setCheckable(True)
        steps["follow"].setChecked(not self._forms)
        steps["follow"].setVisible(not self._forms)
        steps["outward"].setVisible(not self._forms)
        for name in ("save", "outward", "", "previous", "next", "", "swap", "follow"):
            if name:
                bar.addAction(steps[name])
            else:
                bar.addSeparator()
        self._bar = bar

    def _connect(self) -> None:
        context = self._context
        context.language.changed.connect(self._speak)
        context.theme.changed.connect(self._look)
        for side, to_new in ((self.old, True), (self.new, False)):
            side.read.connect(self._compare)
            side.scrolled.connect(lambda side=side, to_new=to_new: self._follow(side, to_new=to_new))
        self.rows.chosen.connect(self._show_row)
        self._comparing.done.connect(self._take)
        self._steps["previous"].triggered.connect(lambda: self.rows.step(-1))
        self._steps["next"].triggered.connect(lambda: self.rows.step(1))
        self._steps["swap"].triggered.connect(self.swap)
        self._steps["save"].triggered.connect(lambda: self.save(outward=False))
        self._steps["outward"].triggered.connect(lambda: self.save(outward=True))
        self._look()

    def _look(self) -> None:
        for name, icon in (("previous", "previous"), ("next", "next"), ("save", "export"), ("swap", "redo")):
            self._steps[name].setIcon(line_icon(icon))
        self._show_row(self.rows.current)

    def _speak(self) -> None:
        words = {
            "previous": self.tr("Vorige"),
            "next": self.tr("Nächste"),
            "swap": self.tr("Seiten tauschen"),
            "follow": self.tr("Gemeinsam blättern"),
            "save": self.tr("Vergleich speichern …"),
            "outward": self.tr("Für die andere Seite …"),
        }
        for name, text in words.items():
            self._steps[name].setText(text)
            keys = self._steps[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self._steps[name].setToolTip(f"{text} ({keys})" if keys else text)
        self._steps["outward"].setToolTip(self.tr("Ohne unsere Klauselbibliothek und ohne das, was sie dazu sagt"))
        self.detail.setAccessibleName(self.tr("Einzelheiten der Änderung"))
        self.rows.speak()
        self._name_sides()
        self._compare()

    def _name_sides(self) -> None:
        if self._forms:
            roles, title = (self.tr("Unsere AGB"), self.tr("Andere Seite")), self.tr("AGB nebeneinander")
        else:
            roles, title = (self.tr("Alte Fassung"), self.tr("Neue Fassung")), self.tr("Vergleich zweier Fassungen")
        for side, role in zip((self.old, self.new), roles, strict=True):
            side.speak(role)
        names = f"{self.old.session.path.name} ↔ {self.new.session.path.name}"
        self.setWindowTitle(f"{names} – {title}")
        self._bar.setWindowTitle(title)

    # --- compared

    def _compare(self) -> None:
        old, new = self.old.analysis, self.new.analysis
        for name in ("save", "outward"):
            self._steps[name].setEnabled(False)
        if old is None or new is None or self.old.view is None or self.new.view is None:
            return
        self.sums.setText(self.tr("Die Dokumente werden verglichen …"))
        self._stop.set()
        self._stop = stop = Event()
        lang, library, forms = self._lang, self._context.library.effective(), self._forms

        def work(_stale: object) -> Pair | KlausellupeError:
            try:
                if forms:
                    return isolated(forms_pair, slim(old), slim(new), library, lang, timeout=_PATIENCE_S, stop=stop)
                return isolated(versions_pair, slim(old), slim(new), lang, timeout=_PATIENCE_S, stop=stop)
            except KlausellupeError as error:
                return error

        self._comparing.start(work)

    def _take(self, result: Pair | KlausellupeError) -> None:
        match result:
            case Pair():
                self._show(result)
            case Cancelled():
                pass
            case ExpectedError():
                self.sums.setText(error_sentence(result, self._lang))
            case _:
                self.sums.setText(bug_sentence(self._lang))

    def _show(self, pair: Pair) -> None:
        self.pair = pair
        for name in ("save", "outward"):
            self._steps[name].setEnabled(True)
        self.sums.setText("\n".join(pair.sums))
        self.rows.show_rows(pair.rows)
        if not pair.rows:
            self.detail.setPlainText(pair.sums[0] if pair.sums else "")
        self.shown.emit()

    @property
    def settled(self) -> bool:
        """Whether what is shown is what holds."""
        return self.pair is not None and self._steps["save"].isEnabled()

    # --- a row

    def _show_row(self, number: int | None) -> None:
        if self.pair is None or number is None or number >= len(self.pair.rows):
            return
        row = self.pair.rows[number]
        self.detail.setHtml(row_markup(row, self._context.theme))
        self._leading = True
        self._mark(self.old, self.pair.old_marks, row.old)
        self._mark(self.new, self.pair.new_marks, row.new)
        self._bring(row.old, row.new)
        self._leading = False

    def _mark(self, side: Side, all_marks: tuple[Span, ...], own: tuple[Span, ...]) -> None:
        """All that differs, the row's own stronger; of a row that is not among them its own alone."""
        first = min(own, default=None)
        at = bisect_left(all_marks, first) if first is not None else len(all_marks)
        if first is None or (at < len(all_marks) and all_marks[at] == first):
            side.mark(all_marks, at if first is not None else None)
        else:
            side.mark(tuple(sorted(own)), 0)

    def _bring(self, old: tuple[Span, ...], new: tuple[Span, ...]) -> None:
        """Both places; where one side has nothing, what stands beside it."""
        assert self.pair is not None  # noqa: S101 - asked before
        follow = self.pair.follow
        if old:
            self.old.reveal(tuple(sorted(old)))
        elif new and follow.points:
            self.old.go_to_place(follow.across(min(new)[0], to_new=False))
        if new:
            self.new.reveal(tuple(sorted(new)))
        elif old and follow.points:
            self.new.go_to_place(follow.across(min(old)[0], to_new=True))

    def _follow(self, side: Side, *, to_new: bool) -> None:
        if self._leading or self.pair is None or not self._steps["follow"].isChecked() or not self.pair.follow.points:
            return
        place = side.place()
        if place is not None:
            self._leading = True
            (self.new if to_new else self.old).go_to_place(self.pair.follow.across(place, to_new=to_new))
            self._leading = False

    # --- what can be done

    def swap(self) -> None:
        """Old becomes new."""
        self.old, self.new = self.new, self.old
        for at, side in ((1, self.old), (2, self.new)):
            self._whole.insertWidget(at, side)
        for side in (self.old, self.new):
            side.scrolled.disconnect()
        for side, to_new in ((self.old, True), (self.new, False)):
            side.scrolled.connect(lambda side=side, to_new=to_new: self._follow(side, to_new=to_new))
        self.pair = None
        self._name_sides()
        self._compare()

    def save(self, *, outward: bool = False) -> None:
        """As a file; `outward`: without what our library says."""
        if self.pair is not None:
            path = self.new.session.path
            name = (self.tr("Vergleich {0} extern") if outward else self.tr("Vergleich {0}")).format(path.stem)
            proposal = beside(path).with_name(f"{name}.docx")
            self.saver.choose(self.pair.comparison, proposal, load_settings()[0], outward=outward)

    def _paths(self) -> tuple[Path, ...]:
        return self.old.session.path, self.new.session.path

    def say(self, text: str) -> None:
        """Quietly."""
        self.statusBar().showMessage(text, _MESSAGE_MS)

    @property
    def _lang(self) -> Lang:
        return self._context.language.code

    def closeEvent(self, event: QCloseEvent) -> None:
        """All work on both documents ends."""
        self._stop.set()
        self._context.settings.keep_shape("comparing", self.saveGeometry())
        self.saver.close()
        self._comparing.close()
        for side in (self.old, self.new):
            side.close_document()
        event.accept()
        self.closed.emit()
        self.deleteLater()
