"""The right side of the dialog: what would be written, as pages, table, text, mail or list; above it what is seen, and how it is getting on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.context import Context
from app.ui.exporting.placement_text import placement_text
from app.ui.exporting.preview_pages import PreviewPages
from app.ui.exporting.preview_tables import PreviewTables
from app.ui.exporting.previewing import Mail, Pages, Placements, PlainText, Preview, Sheets
from app.ui.icons import line_icon
from app.wording.lang import Lang
from app.wording.numbers import size_text


class PreviewPane(QWidget):
    """Shows one preview after the other."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._titles: Mapping[str, str] = {}  # of findings by anchor, for the list of a copy
        self._placements: tuple[Placements, Lang] | None = None
        self._format = ""
        self.pages = PreviewPages(context)
        self.tables = PreviewTables()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setMargin(self.fontMetrics().height())
        self.below = QPlainTextEdit()
        self.below.setReadOnly(True)
        self.below.setTabChangesFocus(True)
        self.below.setAccessibleName(self.tr("Was in die Kopie geschrieben wird"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.message)
        for view in (self.pages, self.tables, self.text):
            view.setAccessibleName(self.tr("Vorschau"))
            self._stack.addWidget(view)
        self._arrange()
        self.say(self.tr("Die Vorschau wird erstellt …"))

    def _arrange(self) -> None:
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._zooms = QWidget()
        row = QHBoxLayout(self._zooms)
        row.setContentsMargins(0, 0, 0, 0)
        for icon, name, act in (
            ("zoom-out", self.tr("Verkleinern"), self.pages.zoom_out),
            ("zoom-in", self.tr("Vergrößern"), self.pages.zoom_in),
            ("fit-width", self.tr("Seitenbreite"), self.pages.fit),
        ):
            button = QToolButton()
            button.setIcon(line_icon(icon))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setAutoRaise(True)
            button.clicked.connect(act)
            row.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self._zooms, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._stack, 3)
        column.addWidget(self.below, 1)

    # --- what is shown

    @property
    def view(self) -> QWidget:
        """What is in sight."""
        return self._stack.currentWidget() or self.message

    def begin(self) -> None:
        """A new one is being made; the former stays in sight."""
        self.note.setText(self.tr("Die Vorschau wird erstellt …"))

    def say(self, sentence: str) -> None:
        """In place of a preview."""
        self.message.setText(sentence)
        self.message.setAccessibleName(sentence)
        self._show(self.message, "")

    def show_preview(self, preview: Preview, format_name: str, lang: Lang) -> None:
        """What was made; of another format from its beginning."""
        if format_name != self._format:
            self.pages.bar.setValue(0)
        self._format = format_name
        match preview:
            case Pages(pdf, sizes):
                self.pages.show_pdf(pdf, sizes)
                self._show(self.pages, self._about_pages(format_name, len(sizes)))
            case Sheets(sheets):
                self.tables.show_sheets(sheets)
                self._show(self.tables, self.tr("Die ersten Zeilen der Tabelle"))
            case PlainText(text, cut):
                self._write(text, self.tr("Der Anfang der Datei") if cut else self.tr("Die ganze Datei"))
            case Mail():
                self._write(self._mail(preview, lang), self.tr("Der Entwurf öffnet sich in Ihrem E-Mail-Programm."))
            case Placements(pages=Pages(pdf, sizes)):
                self.pages.show_pdf(pdf, sizes)
                self._show(self.pages, self._about_pages(format_name, len(sizes)), below=True)
                self._list(preview, lang)
            case Placements():
                self._write("", self.tr("Was in die Kopie geschrieben wird und wo"))
                self._list(preview, lang)

    @property
    def titles(self) -> Mapping[str, str]:
        """Of findings by anchor."""
        return self._titles

    def name_findings(self, titles: Mapping[str, str]) -> None:
        """They may be known later than what is placed."""
        self._titles = titles
        if self._placements is not None:
            self._list(*self._placements)

    def _list(self, placements: Placements, lang: Lang) -> None:
        self._placements = placements, lang
        field = self.text if placements.pages is None else self.below
        field.setPlainText(placement_text(placements, self._titles, lang))

    def _write(self, text: str, note: str) -> None:
        self.text.setPlainText(text)
        self._show(self.text, note)

    def _show(self, view: QWidget, note: str, *, below: bool = False) -> None:
        self._placements = None
        self.below.setVisible(below)
        self._stack.setCurrentWidget(view)
        self.note.setText(note)
        self._zooms.setVisible(view is self.pages)
        if view is not self.pages:
            self.pages.end()

    def _about_pages(self, format_name: str, count: int) -> str:
        pages = self.tr("1 Seite") if count == 1 else self.tr("{0} Seiten").format(count)
        if format_name in ("docx", "card-docx"):
            return self.tr("{0} · gezeigt als PDF; Word kann anders umbrechen").format(pages)
        if format_name == "html":
            return self.tr("Gezeigt wird derselbe Bericht als PDF; im Browser ist er eine einzige lange Seite.")
        return pages

    def _mail(self, mail: Mail, lang: Lang) -> str:
        subject = self.tr("Betreff: {0}").format(mail.subject)
        files = [self.tr("Anlage: {0} ({1})").format(name, size_text(size, lang)) for name, size in mail.files]
        return "\n".join((subject, *files, "", mail.text))

    def close_pages(self) -> None:
        """The dialog is closed."""
        self.pages.end()
