"""File › Export the report: what, for whom, which findings; how it will look; where it goes. Nothing is made in this thread.

Strategy: the parts hold what the user says, `_wish` is what follows from it: the writer's options, from which preview and file are made alike. Every
kind keeps its own choices while the dialog is open, and what can be remembered of them afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import ExpectedError, KlausellupeError
from app.reporting.filenames import file_name
from app.reporting.formats import FORMATS
from app.settings import load_settings, logo_bytes
from app.ui.dialogs.buttons import Buttons
from app.ui.exporting import choices as rules
from app.ui.exporting.choices import Choices
from app.ui.exporting.choices_form import ChoicesForm
from app.ui.exporting.kind_list import KindList
from app.ui.exporting.kinds import COPY, Kind
from app.ui.exporting.preview_pane import PreviewPane
from app.ui.exporting.previewer import Previewer, Wish
from app.ui.exporting.previewing import Preview
from app.ui.exporting.saved_bar import SavedBar
from app.ui.exporting.saver import Saver
from app.ui.exporting.saving import Order
from app.ui.exporting.source import LOOKING, Source
from app.ui.exporting.source_finder import Kept, SourceFinder
from app.ui.exporting.target import Target
from app.ui.exporting.writing import Writing
from app.ui.fitting import resize_within_screen
from app.ui.inthread import InThread
from app.ui.models.findingrows import ListedFinding
from app.ui.models.listing import listed_findings
from app.ui.proposing import beside
from app.wording.errors import error_sentence

if TYPE_CHECKING:
    from app.ui.presenter import Presenter

_WIDTH, _HEIGHT = 190, 108  # letters
_FORM_WIDTH, _PREVIEW_WIDTH = 40, 36
_KIND = "export_kind"


def local_now() -> datetime:
    """What the files say of their making."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)


@dataclass(frozen=True)
class Tools:
    """What outlives the dialog. `kept`: asks for the bytes that a document's case keeps."""

    saver: Saver
    previewer: Previewer
    kept: Kept
    clock: Callable[[], datetime] = local_now


class ExportDialog(QDialog):
    """Of one document. `kind`: the one to begin with, "" for the last one."""

    def __init__(self, presenter: Presenter, tools: Tools, parent: QWidget | None = None, *, kind: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bericht exportieren"))
        document = presenter.document
        self._document, self._session = document, presenter.session
        self._context, self._lang, self._clock = document.context, document.lang, tools.clock
        self._settings = load_settings()[0]
        self._logo = logo_bytes(self._settings)
        self._take_document()
        self._source: Source = LOOKING
        self._choices: dict[str, Choices] = {}
        self._make_parts(tools)
        self.kinds.choose(kind or self._context.settings.choice(_KIND))
        self._shown = self.kinds.kind
        self._arrange()
        self._connect()
        self._show_kind()
        self.finder.find(self._analysis.reading.source, self._session.path, self._session.content)

    def _take_document(self) -> None:
        analysis = self._session.analysis
        if analysis is None:
            raise ValueError("nothing was analysed yet")
        self._analysis, self._decided = analysis, dict(self._document.review.decided)

    def _make_parts(self, tools: Tools) -> None:
        theme = self._context.theme
        self.kinds = KindList(theme)
        self.form = ChoicesForm(theme, self._lang, self._analysis, self._decided)
        self.preview = PreviewPane(self._context)
        self.target = Target(beside(self._session.path).parent)
        self.bar = SavedBar(theme)
        self.writing = Writing(tools.saver, self.bar, self._lang, self)
        self.previewer = tools.previewer
        self.finder = SourceFinder(tools.kept, self)
        self._listing = InThread(self)
        self.buttons = Buttons(self)
        self.save = self.buttons.addButton(self.tr("&Speichern"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)

    def _arrange(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        scrolled = QScrollArea()
        scrolled.setWidget(self.form)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the focus
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = scrolled.verticalScrollBar().sizeHint().width()
        scrolled.setMinimumWidth(max(letter * _FORM_WIDTH, self.form.minimumSizeHint().width() + room))
        self.preview.setMinimumWidth(letter * _PREVIEW_WIDTH)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        for part, stretch in ((self.kinds, 2), (scrolled, 2), (self.preview, 5)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, stretch)
        column = QVBoxLayout(self)
        column.addWidget(parts, 1)
        column.addWidget(self.target)
        column.addWidget(self.bar)
        column.addWidget(self.buttons)
        resize_within_screen(self, letter * _WIDTH, letter * _HEIGHT)

    def _connect(self) -> None:
        self.kinds.picked.connect(self._change_kind)
        self.form.changed.connect(self._refresh)
        self.target.changed.connect(self._able)
        self.previewer.began.connect(self.preview.begin)
        self.previewer.made.connect(self._show_preview)
        self.finder.found.connect(self._take_source)
        self._listing.done.connect(self._show_listed)
        self.buttons.accepted.connect(self._save)
        self.writing.busy_changed.connect(self._show_writing)
        self.writing.written.connect(self.cancel.setFocus)
        self._document.material_changed.connect(self._follow)
        self._document.destroyed.connect(self._leave)
        self._list_findings()

    # --- what is chosen

    def _change_kind(self) -> None:
        self._choices[self._shown.name] = self.form.choices()
        self._shown = self.kinds.kind
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self._shown
        known = self._choices.get(kind.name) or self._recalled(kind)
        self.bar.hide()
        self.form.show_choices(kind, known, outward_only=FORMATS[kind.forms[0]].outward_only)

    def _recalled(self, kind: Kind) -> Choices:
        usual = rules.usual(kind, self._lang, self._settings.user, self._decided)
        return rules.recalled(self._context.settings.choice(f"export/{kind.name}"), kind, usual)

    def _refresh(self) -> None:
        """Something was chosen: another name, another preview."""
        self._choices[self._shown.name] = self.form.choices()
        wish, made_of = self.wish(), FORMATS[self.format].suffix_for(self._analysis.reading.source)
        name = file_name(self._settings.file_pattern, self._analysis, wish.options, FORMATS[self.format])
        self.target.propose(name, made_of)
        self._able()
        self._want_preview(wish)

    @property
    def format(self) -> str:
        """Name of the form that is chosen."""
        return self.form.choices().form or self._shown.forms[0]

    def wish(self) -> Wish:
        """What follows from what is chosen now."""
        kind, chosen = self._shown, self.form.choices()
        analysis, decided = self._analysis, self._decided
        orphans = self._document.review.orphans
        options = rules.options_of(kind, chosen, analysis, decided, self._settings, self._logo, self._clock(), orphans)
        form = FORMATS[self.format]
        source = self._source.content if form.needs_source or form.takes_source else None
        if source is not None:
            options = replace(options, password=self._session.password)
        return Wish(form.name, self._analysis, options, source)

    def _follow(self) -> None:
        """Another analysis, or decided otherwise, while the dialog is open."""
        if self._session.analysis is not None:
            self._take_document()
            self.form.show_analysis(self._analysis, self._decided)
            self._list_findings()

    # --- findings and source

    def _list_findings(self) -> None:
        """Their words take a while."""
        analysis, lang = self._analysis, self._lang
        self._listing.start(lambda _stale: listed_findings(analysis, lang))

    def _show_listed(self, listed: tuple[ListedFinding, ...]) -> None:
        by_anchor = {f.anchor: rules.severity_of(f, self._decided) for f in self._analysis.findings}
        titles = {finding.anchor: finding.title for finding in listed}
        self.preview.name_findings(titles)
        self.writing.titles = titles
        self.form.picker.show_findings(listed, by_anchor, self.form.picker.ticked)

    @property
    def source_known(self) -> bool:
        """Whether the document's file was looked for."""
        return self._source is not LOOKING

    def _take_source(self, source: Source) -> None:
        self._source = source
        suffix = FORMATS[COPY].suffix_for(self._analysis.reading.source) if COPY in FORMATS else ""
        self.kinds.tell_source(suffix, source.reason)
        form = FORMATS[self.format]
        if form.needs_source or form.takes_source:
            self._refresh()

    # --- preview

    def _want_preview(self, wish: Wish) -> None:
        why_not = self.kinds.why_not(self._shown)
        if why_not:
            self.previewer.drop()
            self.preview.say(why_not)
        else:
            self.previewer.want(wish)

    def _show_preview(self, wish: Wish, found: Preview | KlausellupeError) -> None:
        match found:
            case ExpectedError():
                self.preview.say(error_sentence(found, self._lang))
            case KlausellupeError():
                self.preview.say(self.tr("Die Vorschau ist misslungen. Das ist ein Fehler im Programm."))
            case _:
                self.preview.show_preview(found, self.format, self._lang)

    # --- saving

    def _able(self) -> None:
        """Whether it can be written now, else why not."""
        problem = self.target.problem() or self.kinds.why_not(self._shown)
        self.save.setEnabled(not problem and not self.saving)
        if problem:
            self.bar.say(problem)
        elif self.bar.complains and not self.saving:
            self.bar.hide()

    def _save(self) -> None:
        wish, document = self.wish(), self._session.path
        self._remember()
        order = Order(wish.format, wish.analysis, wish.options, wish.source, self.target.path, document)
        self.writing.write(order)

    def _show_writing(self, busy: bool) -> None:
        for part in (self.kinds, self.form, self.target):
            part.setEnabled(not busy)
        self.cancel.setText(self.tr("&Abbrechen") if busy else self.tr("S&chließen"))
        self._able()

    @property
    def saving(self) -> bool:
        """Whether a file is being written."""
        return self.writing.busy

    # --- the end

    def _remember(self) -> None:
        memory = self._context.settings
        memory.keep_choice(_KIND, self._shown.name)
        memory.keep_choice(f"export/{self._shown.name}", rules.remembered(self.form.choices()))

    def reject(self) -> None:
        """While a file is being written, that is given up first."""
        if self.saving:
            self.writing.cancel()
        else:
            super().reject()

    def _leave(self) -> None:
        """The document was closed; what is being written goes on."""
        self.done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        """Nothing goes on behind a closed dialog but what is being written."""
        self.previewer.drop()
        self.finder.close()
        self._listing.close(0)
        self.preview.close_pages()
        super().done(result)
