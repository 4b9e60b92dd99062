"""What the user says of a finding: verdict, note, own severity, who takes care of it; and by whom and when, and whether it is stored.

Strategy: the bar shows what the review says and says back what is done; it keeps nothing. Verdict and note are always there, the
rest is a line that opens when it is wanted or filled. Several findings at once are said the same of in one step.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.errors import ExpectedError
from app.models.analysis import Finding, Severity
from app.models.decisions import Decision, Verdict
from app.settings import load_settings, save_settings
from app.ui.dialogs.orphans_dialog import OrphansDialog
from app.ui.models.decided import shared
from app.ui.models.decision_text import signed_text
from app.ui.opened import OpenDocument
from app.ui.panels.panel import Command
from app.ui.review_keeping import Kept
from app.ui.summary_copy import SummaryCopy
from app.ui.views.decision_more import DecisionMore
from app.ui.views.flow_layout import FlowLayout
from app.ui.views.name_row import NameRow
from app.ui.views.note_edit import NoteEdit
from app.ui.views.verdict_buttons import VerdictButtons
from app.wording.errors import error_sentence
from app.wording.lang import sentence_start
from app.wording.terms import term

_ON = "next_after_decision"
_AGAIN = "again"


class DecisionBar(QWidget):
    """Between the list of findings and what is said of one."""

    next_wanted = Signal()  # the next undecided finding

    def __init__(self, document: OpenDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._review = document, document.review
        self._findings: tuple[Finding, ...] = ()
        self.summary = SummaryCopy(document, self)
        self.several = QLabel()
        self.verdicts = VerdictButtons(document.context.theme)
        self.note = NoteEdit()
        self.more = DecisionMore(document.context)
        self.name = NameRow()
        self.onward = QCheckBox()
        self.opener = QToolButton()
        self.signed = QLabel()
        self.orphans = QPushButton()
        self.orphans.setFlat(True)
        self.form = QWidget()
        self._arrange()
        self._connect()
        self._retranslate()
        self.show_findings(())

    def _arrange(self) -> None:
        self.opener.setCheckable(True)
        self.opener.setAutoRaise(True)
        self.opener.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.onward.setChecked(self._document.context.settings.choice(_ON, "on") == "on")
        self.signed.setWordWrap(True)
        self.signed.setTextFormat(Qt.TextFormat.RichText)
        self.signed.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        foot = FlowLayout(spacing=self.fontMetrics().averageCharWidth())
        foot.addWidget(self.opener)
        foot.addWidget(self.onward)
        gap = self.fontMetrics().lineSpacing() // 3
        whole = QVBoxLayout(self)
        whole.setContentsMargins(gap, gap, gap, gap)
        whole.setSpacing(gap)
        whole.addWidget(self.orphans, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.form)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for part in (self.several, self.verdicts, self.note, self.more, self.name):
            column.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self.signed)

    def _connect(self) -> None:
        review, context = self._review, self._document.context
        self.verdicts.picked.connect(self.decide)
        self.note.typed.connect(self._write)
        self.note.left.connect(review.end_note)
        self.more.severity_picked.connect(self._weigh)
        self.more.assignee_given.connect(self._assign)
        self.name.given.connect(self._sign)
        self.onward.toggled.connect(lambda on: context.settings.keep_choice(_ON, "on" if on else "off"))
        self.opener.toggled.connect(self._open)
        self.orphans.clicked.connect(self.show_orphans)
        self.signed.linkActivated.connect(lambda _: review.store_again())
        review.changed.connect(self._refresh)
        review.kept_changed.connect(self._show_signed)
        context.language.changed.connect(self._retranslate)
        context.theme.changed.connect(self._show_signed)

    # --- what is shown

    def show_finding(self, finding: Finding | None) -> None:
        """The finding that is looked at."""
        self.show_findings((finding,) if finding is not None else ())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Several that were selected."""
        if findings != self._findings:
            self._review.end_note()
            self.more.leave()
        self._findings = findings
        self.form.setEnabled(bool(findings))
        self._refresh()

    @property
    def decision(self) -> Decision | None:
        """What is said of all of them alike."""
        return shared(self._findings, self._review.decided)

    def _refresh(self) -> None:
        decision = self.decision
        self.verdicts.show_verdict(decision.verdict if decision else None)
        if not self._review.writing:
            note = decision.note if decision else ""
            if note != self.note.toPlainText().strip():
                self.note.show_text(note)
        programs = {finding.severity for finding in self._findings}
        only = programs.pop() if len(programs) == 1 else None
        self.more.show_decision(decision, only, self._names(), self._document.lang)
        self._open(self.opener.isChecked())
        self.name.setVisible(not load_settings()[0].user)
        self._show_several()
        self._show_signed()
        self._count_orphans()

    def _count_orphans(self) -> None:
        count = len(self._review.orphans)
        self.orphans.setVisible(count > 0)
        self.orphans.setText(self.tr("Frühere Entscheidungen ohne Hinweis: {0} …").format(count))

    def show_orphans(self) -> None:
        """What was decided of findings that are not there any more."""
        OrphansDialog(self._document, self.window()).show()

    def _names(self) -> tuple[str, ...]:
        recalled = self._document.context.settings.recalled("assignee")
        return tuple(dict.fromkeys((*self._review.assignees(), *recalled)))

    def _show_several(self) -> None:
        self.several.setVisible(len(self._findings) > 1)
        self.several.setText(self.tr("{0} Hinweise ausgewählt").format(len(self._findings)))

    def _open(self, wanted: bool) -> None:
        self.more.setVisible(wanted or self.more.filled)
        self.opener.setArrowType(Qt.ArrowType.DownArrow if self.more.isVisibleTo(self) else Qt.ArrowType.RightArrow)

    def _show_signed(self) -> None:
        decision = self.decision if len(self._findings) == 1 else None
        nobody = self.tr("ohne Namen")
        said = escape(signed_text(decision, nobody, self._document.lang)) if decision else ""
        line = " · ".join(part for part in (said, self._kept_text(decided=self.decision is not None)) if part)
        ink = self._document.context.theme.hex("palette", "soft")
        self.signed.setText(f"<span style='color:{ink}'>{line}</span>" if line else "")
        self.signed.setVisible(bool(line))

    def _kept_text(self, *, decided: bool) -> str:
        """Of what is stored only where something is; of what is not, always."""
        match self._review.kept:
            case Kept.WRITING:
                return self.tr("wird gespeichert …")
            case Kept.STORED if decided:
                return self.tr("gespeichert")
            case Kept.NOWHERE:
                return self.tr("wird nicht gespeichert")
            case Kept.REFUSED:
                words = self.tr("nicht gespeichert,"), self.tr("erneut versuchen")
                ink = self._document.context.theme.hex("palette", "accent")
                return f"{words[0]} <a style='color:{ink}' href='{_AGAIN}'>{words[1]}</a>"
        return ""

    def _retranslate(self) -> None:
        self.verdicts.retranslate(self._document.lang)
        self.note.setPlaceholderText(self.tr("Notiz"))
        self.note.setAccessibleName(self.tr("Notiz"))
        self.more.retranslate()
        self.name.retranslate()
        self.onward.setText(self.tr("Danach zum nächsten offenen"))
        self.onward.setToolTip(self.tr("Nach einer Entscheidung weiter zum nächsten offenen Hinweis"))
        self.opener.setText(self.tr("Mehr"))
        self.opener.setToolTip(self.tr("Eigene Gewichtung, Zuständigkeit"))
        self.opener.setAccessibleName(self.tr("Eigene Gewichtung, Zuständigkeit"))
        self._refresh()

    # --- what is said

    def decide(self, verdict: Verdict | None) -> None:
        """Of what is shown; then on to the next, if that is wished."""
        if not self._findings:
            return
        self._review.decide(self._findings, verdict=verdict)
        if verdict is not None and self.onward.isChecked():
            self._go_on(verdict)

    def _go_on(self, verdict: Verdict) -> None:
        progress = self._review.progress()
        if progress.decided == progress.total:
            self._document.said.emit(self.tr("Alle Hinweise sind entschieden."))
            return
        if self._review.kept not in (Kept.NOWHERE, Kept.REFUSED):  # which was just told
            label = sentence_start(term("verdict", verdict.value, self._document.lang))
            self._document.said.emit(self.tr("Entschieden: {0}. Strg+Z nimmt es zurück.").format(label))
        self.next_wanted.emit()

    def _write(self, text: str) -> None:
        if self._findings:
            self._review.write_note(self._findings, text)

    def _weigh(self, severity: Severity | None, reason: str) -> None:
        self._review.decide(self._findings, severity=severity, reason=reason)

    def _assign(self, name: str) -> None:
        if self._review.decide(self._findings, assignee=name) and name:
            self._document.context.settings.keep_recalled("assignee", name)

    def _sign(self, name: str) -> None:
        """From now on, and what was decided in this sitting without a name."""
        try:
            save_settings(replace(load_settings()[0], user=name))
        except ExpectedError as error:
            self._document.said.emit(error_sentence(error, self._document.lang))
            return
        self._review.sign(name)
        self._refresh()

    # --- commands

    def commands(self) -> Mapping[str, Command]:
        """By name of the action."""
        verdicts: dict[str, Command] = {verdict.value: partial(self.decide, verdict) for verdict in Verdict}
        return verdicts | {
            "undecide": partial(self.decide, None),
            "note": partial(self._focus, self.note),
            "own_severity": partial(self._focus, self.more.severity),
            "assign": partial(self._focus, self.more.assignee),
            "copy_summary": self.summary.copy,
        }

    def impossible(self) -> frozenset[str]:
        """Without a finding there is nothing to decide; what has no verdict cannot lose it."""
        if not self._findings:
            return frozenset(self.commands()) - {"copy_summary"}
        undecided = not any(d.verdict for f in self._findings if (d := self._review.decision(f)))
        return frozenset(("undecide",) if undecided else ())

    def _focus(self, field: QWidget) -> None:
        self._document.show_panel("findings")
        if self.more.isAncestorOf(field):
            self.opener.setChecked(True)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
