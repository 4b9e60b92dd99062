"""The findings: the list as the user arranged it, what is decided, and the finding that is looked at in full.

What the list is made of comes from the thread; arranging it anew is quick and happens here, at every letter typed and every decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from app.models.analysis import Analysis, Finding
from app.ui.finding_detail import FindingDetail
from app.ui.models.arrangement_text import arrangement_from, arrangement_text
from app.ui.models.arranging import Arranged, Arrangement, arranged, group_of
from app.ui.models.filterchoices import choice_groups
from app.ui.models.filtering import Filters
from app.ui.models.findingrows import ListedFinding, row_of, standings
from app.ui.models.findingwords import severity_labels
from app.ui.models.listing import listed_findings
from app.ui.models.stepping import next_undecided, step
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Command, Material, Panel
from app.ui.views.decision_bar import DecisionBar
from app.ui.views.finding_menu import FindingMenu
from app.ui.views.findings_controls import FindingsControls
from app.ui.views.findings_list import FindingsList
from app.ui.views.nothing_shown import NothingShown
from app.ui.views.panel_half import PanelHalf
from app.wording.findinglist import list_phrase
from app.wording.lang import Lang

_KEPT = "findings"  # the arrangement, among the user's choices
_SHAPE = "findings"
_MARGIN = 0.4  # of a line
_LEAST = 4  # lines of the list
_SHARES = (450, 550)  # of the height


@dataclass(frozen=True, slots=True)
class PreparedFindings:
    """The findings, worded; without any, which rules were applied."""

    findings: tuple[ListedFinding, ...] = ()
    checks: tuple[str, ...] = ()


class FindingsPanel(Panel):
    """Leads from finding to finding."""

    name, icon = "findings", "findings"

    def __init__(self, document: OpenDocument) -> None:
        super().__init__(document)
        self._prepared: tuple[Analysis, Lang, PreparedFindings] | None = None  # the last, for the next preparation
        self._findings = PreparedFindings()
        self._known = False  # nothing is said about findings before there is an analysis
        self._found = Arranged()
        self._closed: frozenset[str] = frozenset()
        self._kept: str | None = None  # a finding that stays in the list whatever is decided about it
        self._arrangement = arrangement_from(document.context.settings.choice(_KEPT))
        self.controls = FindingsControls(document.context.theme)
        self.list = FindingsList(document.context.theme)
        self.nothing = NothingShown()
        self.decision = DecisionBar(document)
        self.detail = FindingDetail(document, self)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        gap = round(self.fontMetrics().lineSpacing() * _MARGIN)
        self._stack.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST)
        for above, below in ((self.controls, self._stack), (self.decision, self.detail.pane)):
            self.splitter.addWidget(PanelHalf([above], below, gap))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(list(_SHARES))
        self.splitter.restoreState(self.document.context.settings.shape(_SHAPE))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.begin_at(self.list)

    def _connect(self) -> None:
        document = self.document
        self.controls.changed.connect(self._arrange_as)
        self.controls.filter.choices_wanted.connect(self._offer_choices)
        self.list.picked.connect(document.navigation.go_to_finding)
        self.list.several.connect(self._show_decision)
        self.list.toggled.connect(self._toggle_group)
        self.list.opened.connect(lambda _: self.detail.enlarge())
        self.list.menu_wanted.connect(self._offer_menu)
        self.nothing.acted.connect(self._act)
        self.detail.stepped.connect(lambda name: self.commands()[name]())
        self.decision.next_wanted.connect(self._next_undecided)
        self.splitter.splitterMoved.connect(self._keep_shape)
        document.review.changed.connect(self._decided)
        document.filter_wanted.connect(self._filter_as)
        document.context.theme.changed.connect(self._recolour)

    # --- on the rail

    def title(self) -> str:
        """On the rail."""
        return self.tr("Hinweise")

    def badge(self) -> str:
        """How many."""
        return str(len(self._findings.findings)) if self._findings.findings else ""

    def retranslate(self) -> None:
        """Other words."""
        self.list.setAccessibleName(list_phrase("list", self.document.lang))
        self.detail.speak()
        self._arrange()

    def _recolour(self) -> None:
        self.list.viewport().update()
        self.detail.show()

    # --- what is shown

    def prepare(self, material: Material) -> PreparedFindings:
        """The findings, worded anew only for another analysis or language."""
        import app.comparing.diff  # noqa: F401 - slow to load, and a detail wants it at once

        last = self._prepared
        if last is None or last[0] is not material.analysis or last[1] != material.lang:
            findings = listed_findings(material.analysis, material.lang)
            made = PreparedFindings(findings, () if findings else material.report.checks)
            last = self._prepared = (material.analysis, material.lang, made)
        return last[2]

    def show_prepared(self, prepared: PreparedFindings, material: Material) -> None:
        """Another analysis."""
        if prepared is not self._findings or not self._known:
            self._known, self._findings, self._kept = True, prepared, None
            self.list.forget()
            self._arrange()
            self.titled.emit()

    def show_place(self) -> None:
        """The finding or clause that is looked at."""
        finding = self.document.navigation.finding
        if self._kept is not None and (finding is None or finding.id != self._kept):
            self._kept = None
            self._arrange()
        self._open_group_of(finding)
        self.list.select(finding.id if finding else None)
        self._show_decision()
        self.detail.show()

    def _arrange(self) -> None:
        said, lang = standings(self.document.review.decided), self.document.lang
        self._found = arranged(
            self._findings.findings, said, self._arrangement, severity_labels(lang), self._closed, self._kept
        )
        self.list.show_rows(self._found.rows, lang)
        finding = self.document.navigation.finding
        if self.list.current is None and finding is not None:
            self.list.select(finding.id)
        self.controls.show_arrangement(self._arrangement, lang)
        self.controls.show_count(self._found)
        self._say_nothing(lang)
        self.document.possible_changed.emit()

    def _say_nothing(self, lang: Lang) -> None:
        """Why the list is empty."""
        self._stack.setCurrentWidget(self.list if self._found.shown else self.nothing)
        self.controls.setEnabled(self._found.total > 0)
        if not self._known:
            self.nothing.say(list_phrase("waiting", lang))
        elif not self._found.total:
            said = "\n\n".join((list_phrase("nothing_found", lang), *self._findings.checks))
            self.nothing.say(said, list_phrase("show_unchecked", lang), "unchecked")
        else:
            said = list_phrase("nothing_matches", lang, total=self._found.total)
            self.nothing.say(said, list_phrase("reset", lang), "reset")

    def _open_group_of(self, finding: Finding | None) -> None:
        """A group that hides the finding is opened."""
        if finding is None or not self._closed:
            return
        listed = next((f for f in self._findings.findings if f.id == finding.id), None)
        said = standings(self.document.review.decided)
        group = group_of(row_of(listed, said), self._arrangement.grouping) if listed else ""
        if group in self._closed:
            self._toggle_group(group)

    # --- decisions

    def _show_decision(self) -> None:
        """The bar is about all findings that are selected, else about the one that is looked at."""
        chosen = self._chosen()
        if len(chosen) > 1:
            self.decision.show_findings(chosen)
        else:
            self.decision.show_finding(self.document.navigation.finding)
        self.document.possible_changed.emit()

    def _chosen(self) -> tuple[Finding, ...]:
        """By their anchors: the list may show an earlier analysis for a moment."""
        anchors = {row.finding.anchor for row in self.list.chosen_rows()}
        analysis = self.document.analysis
        return tuple(f for f in analysis.findings if f.anchor in anchors) if analysis and anchors else ()

    def _decided(self) -> None:
        """What was decided shows at once; the row stays where the reader is."""
        self._kept = self.list.current
        self._arrange()
        self.detail.show()

    # --- what the user does

    def _arrange_as(self, arrangement: Arrangement) -> None:
        self._kept = None
        self._arrangement = arrangement
        self.document.context.settings.keep_choice(_KEPT, arrangement_text(arrangement))
        self._arrange()
        self._offer_choices()

    def _filter_as(self, wanted: Mapping[str, frozenset[str]]) -> None:
        """Another panel asks for some of the findings."""
        self._arrange_as(replace(self._arrangement, filters=Filters(**wanted)))  # type: ignore[arg-type]  # by its names

    def _offer_choices(self) -> None:
        said, filters = standings(self.document.review.decided), self._arrangement.filters
        self.controls.filter.show_choices(choice_groups(self._findings.findings, said, filters, self.document.lang))

    def _toggle_group(self, key: str) -> None:
        self._closed ^= {key}
        self._arrange()

    def _offer_menu(self, finding: str, place: QPoint) -> None:
        chosen = self._chosen()
        if chosen:
            first = next((f for f in chosen if f.id == finding), chosen[0])
            others = tuple(f for f in chosen if f is not first)
            FindingMenu(self.document, (first, *others), self.detail.enlarge, self).open_at(place)

    def _act(self, action: str) -> None:
        if action == "reset":
            self.controls.reset()
        elif action:
            self.document.show_panel(action)

    def _keep_shape(self) -> None:
        self.document.context.settings.keep_shape(_SHAPE, self.splitter.saveState())

    def commands(self) -> Mapping[str, Command]:
        """Stepping and filtering, from any panel."""
        return {
            **self.decision.commands(),
            "next": lambda: self._step(1),
            "previous": lambda: self._step(-1),
            "next_undecided": self._next_undecided,
            "filter": self._filter,
        }

    def impossible(self) -> frozenset[str]:
        """Where nothing is shown there is no next one."""
        steps = () if self._found.shown else ("next", "previous", "next_undecided")
        return self.decision.impossible().union(steps)

    def _step(self, by: int) -> None:
        self.document.show_panel(self.name)
        self._go_to(step(self._found.rows, self.list.current, by))

    def _next_undecided(self) -> None:
        self.document.show_panel(self.name)
        wanted = next_undecided(self._found.rows, self.list.current)
        if wanted is None:
            self.document.said.emit(list_phrase("all_decided", self.document.lang))
        self._go_to(wanted)

    def _go_to(self, finding: str | None) -> None:
        if finding is not None:
            self.document.navigation.go_to_finding(finding)

    def _filter(self) -> None:
        self.document.show_panel(self.name)
        self.controls.focus_words()
