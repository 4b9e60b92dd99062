"""What stands in the document more than once: the document as a strip with linked bands, the list of groups, two versions beside
each other. Strip and list follow each other; both lead into the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout

from app.ui.icons import line_icon
from app.ui.models.bands import Picture, picture_of
from app.ui.models.duplicates import (
    COPY,
    GROUP,
    PAIR,
    Group,
    copy_key,
    copy_text,
    duplicate_groups,
    duplicate_rows,
    duplicates_sentence,
    sameness,
)
from app.ui.models.near import MADE_AHEAD, Beside, beside, shown_pairs
from app.ui.models.rows import Row
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Material, Panel
from app.ui.views.bands_view import BandsView
from app.ui.views.folding_table import FoldingTable
from app.ui.views.near_duplicates import NearDuplicates

_CLOSER = 1.6


@dataclass(frozen=True)
class Duplicates:
    """All that the panel shows; `made`: pairs that are made already, by group and number."""

    sentence: str = ""
    groups: tuple[Group, ...] = ()
    picture: Picture = field(default_factory=Picture)
    names: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    made: dict[tuple[int, int], Beside] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)  # of clauses


class DuplicatesPanel(Panel):
    """Above the strip and the list, below two versions of a clause."""

    name, icon = "duplicates", "duplicates"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        context = document.context
        self._shown = Duplicates()
        self._group, self._pair = -1, 0
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.bands = BandsView(context.theme)
        self.list = FoldingTable(context, "duplicates")
        self.near = NearDuplicates(context)
        self.closer, self.further = (QToolButton() for _ in range(2))
        self._arrange()
        self._listen()
        self.begin_at(self.list)
        self._draw_icons()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        for button in (self.further, self.closer):
            button.setAutoRaise(True)
            head.addWidget(button)
        self.upper, self.splitter = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        for splitter, widgets in ((self.upper, (self.bands, self.list)), (self.splitter, (self.upper, self.near))):
            for widget in widgets:
                splitter.addWidget(widget)
            splitter.setChildrenCollapsible(False)
        em = self.fontMetrics().averageCharWidth()
        self.upper.setSizes([em * 34, em * 46])
        self.splitter.setSizes([em * 80, em * 45])
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, 0)
        column.addLayout(head)
        column.addWidget(self.splitter, 1)
        self._shaped: dict[str, QSplitter] = {"duplicates/upper": self.upper, "duplicates": self.splitter}
        for name, splitter in self._shaped.items():
            splitter.restoreState(self.document.context.settings.shape(name))
            splitter.splitterMoved.connect(self._keep_shape)

    def _keep_shape(self) -> None:
        for name, splitter in self._shaped.items():
            self.document.context.settings.keep_shape(name, splitter.saveState())

    def _listen(self) -> None:
        self.bands.picked.connect(self._go_to_band)
        self.list.walked.connect(self._follow)
        self.list.picked.connect(self._follow)
        self.near.picked.connect(self.document.go_to)
        self.near.stepped.connect(self._step)
        self.closer.clicked.connect(lambda: self.bands.zoom_by(_CLOSER))
        self.further.clicked.connect(lambda: self.bands.zoom_by(1 / _CLOSER))
        self.bands.zoomed.connect(self._enable)
        self.document.context.theme.changed.connect(self._draw_icons)

    def _draw_icons(self) -> None:
        self.closer.setIcon(line_icon("zoom-in"))
        self.further.setIcon(line_icon("zoom-out"))

    def _enable(self) -> None:
        self.further.setEnabled(self.bands.zoom > 1)

    def retranslate(self) -> None:
        """Buttons, and what a screen reader says."""
        self.bands.setAccessibleName(self.tr("Das Dokument als Streifen; was sich wiederholt, ist verbunden"))
        self.list.setAccessibleName(self.tr("Was sich wiederholt"))
        self.closer.setText(self.tr("Streifen vergrößern"))
        self.further.setText(self.tr("Streifen verkleinern"))
        for button in (self.closer, self.further):
            button.setToolTip(button.text())
            button.setAccessibleName(button.text())
        self.near.retranslate()

    def title(self) -> str:
        """On the rail."""
        return self.tr("Doppeltes")

    def badge(self) -> str:
        """How many groups."""
        return str(len(self._shown.groups)) if self._shown.groups else ""

    def prepare(self, material: Material) -> Duplicates:
        """Groups, picture, list, and the pairs that will be looked at first."""
        analysis, lang = material.analysis, material.lang
        groups = duplicate_groups(analysis)
        picture = picture_of(groups, analysis.reading)
        wanted = [(g, n) for g, group in enumerate(groups) for n in range(len(shown_pairs(group)))]
        tips = (
            f"{groups[b.group].name(b.copy)}: {copy_text(groups[b.group].copies[b.copy], analysis, lang)}"
            f"\n{sameness(groups[b.group], lang)}"
            for b in picture.bands
        )
        return Duplicates(
            duplicates_sentence(groups, analysis, lang),
            groups,
            picture,
            tuple(groups[b.group].name(b.copy) for b in picture.bands),
            tuple(tips),
            duplicate_rows(groups, analysis, lang),
            {(g, n): beside(groups[g], n, analysis, lang) for g, n in wanted[:MADE_AHEAD]},
            {clause.id: n for n, clause in enumerate(analysis.reading.clauses)},
        )

    def show_prepared(self, prepared: Duplicates, material: Material) -> None:
        """Another analysis."""
        same = prepared.groups == self._shown.groups
        self._shown = prepared
        self.said.setText(prepared.sentence)
        self.splitter.setVisible(bool(prepared.groups))
        for button in (self.closer, self.further):
            button.setVisible(bool(prepared.groups))
        self._enable()
        self.bands.show_picture(prepared.picture, prepared.names, prepared.tips)
        self.list.show_rows(("",), prepared.rows, material.lang)
        if not same:
            self._group, self._pair = (0 if prepared.groups else -1), 0
        self._show_pair()
        self.titled.emit()

    def show_place(self) -> None:
        """Where the reader is, on the strip."""
        self.bands.show_here(self._shown.places.get(self.document.navigation.clause or ""))

    # --- strip, list and versions follow each other

    def _follow(self, key: str) -> None:
        """What a row of the list leads to."""
        if key.startswith(GROUP):
            self._look_at(int(key.removeprefix(GROUP)))
        elif key.startswith(COPY):
            group, copy = map(int, key.removeprefix(COPY).split(":"))
            self._look_at(group, copy=copy)
            self.document.go_to(copy_key(self._shown.groups[group].copies[copy]))
        elif key.startswith(PAIR):
            group, pair = map(int, key.removeprefix(PAIR).split(":"))
            self._look_at(group, pair=pair)
        else:
            self.document.go_to(key)

    def _go_to_band(self, number: int) -> None:
        band = self._shown.picture.bands[number]
        self.list.select(f"{COPY}{band.group}:{band.copy}", open_=True)
        self._look_at(band.group, copy=band.copy)
        self.document.go_to(copy_key(self._shown.groups[band.group].copies[band.copy]))

    def _look_at(self, group: int, *, copy: int = 0, pair: int = 0) -> None:
        bands = self._shown.picture.bands
        self.bands.select(next(n for n, band in enumerate(bands) if (band.group, band.copy) == (group, copy)))
        if (group, pair) != (self._group, self._pair):
            self._group, self._pair = group, pair
            self._show_pair()

    def _step(self, by: int) -> None:
        self._pair += by
        self.list.select(f"{PAIR}{self._group}:{self._pair}", open_=True)
        self._show_pair()

    def _show_pair(self) -> None:
        material = self.document.material
        if self._group < 0 or material is None:
            self.near.show_nothing()
            return
        group = self._shown.groups[self._group]
        count = len(shown_pairs(group))
        if not count:
            self.near.show_nothing(self.tr("{0}: Alle Fassungen sind Wort für Wort gleich.").format(group.letter))
            return
        made = self._shown.made.get((self._group, self._pair))
        pair = made or beside(group, self._pair, material.analysis, material.lang)
        self.near.show_pair(pair, self._pair, count, material.lang)
