"""What a changed reference clause would change in the stored cases: hints that appear, vanish or change.

The cases are evaluated again in a process of their own; the window waits for nothing. Cases that could not be read are
listed, so that silence never reads as "no effect".
"""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QLabel, QProgressBar, QTextBrowser, QVBoxLayout, QWidget

from app import paths
from app.errors import BugError, Cancelled, ExpectedError, KlausellupeError
from app.library.model import ReferenceClause
from app.models.analysis import Finding
from app.pipeline.effect import CaseEffect, Effect, effect_on_cases
from app.ui.background import Background
from app.ui.library.desk import Desk
from app.ui.theme import Theme
from app.wording.errors import bug_sentence, error_sentence
from app.wording.findings import title
from app.wording.lang import Lang
from app.wording.terms import term

_STEPS = 1000


class EffectView(QWidget):
    """A sentence that sums up, and the difference case by case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self._background.progressed.connect(self._show_progress)
        self._background.done.connect(self._show_effect)
        self._background.failed.connect(self._show_error)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.view = QTextBrowser()
        self.view.setAccessibleName(self.tr("Auswirkung auf gespeicherte Vorgänge"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.bar):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addStretch()  # keeps the sentence at the top while there is nothing below

    def start(self, clause: ReferenceClause, earlier: ReferenceClause | None = None) -> None:
        """Find out what this version would change, compared with an earlier one or with what is in force."""
        self.view.clear()
        self.view.hide()
        if not paths.user_cases().is_file():
            self.say(self._no_cases())
            return
        self.summary.setText(self.tr("Gespeicherte Vorgänge werden noch einmal ausgewertet …"))
        self.bar.setValue(0)
        self.bar.show()
        self._background.start(effect_on_cases, paths.user_cases(), self._desk.session.effective(), clause, earlier)

    def say(self, sentence: str) -> None:
        """There is nothing to find out."""
        self.view.hide()
        self._end(sentence)

    def stop(self) -> None:
        """The window closes."""
        self._background.stop()

    def _show_progress(self, fraction: float) -> None:
        self.bar.setValue(round(fraction * _STEPS))

    def _show_effect(self, effect: Effect) -> None:
        lang, theme = self._desk.context.language.code, self._desk.context.theme
        told = [case for case in effect.cases if case.appeared or case.vanished or case.changed]
        parts = [self._case(case, theme, lang) for case in told]
        parts += [f"<p>{escape(name)}: {escape(error_sentence(error, lang))}</p>" for name, error in effect.unread]
        self.view.setHtml("".join(parts))
        self.view.setVisible(bool(parts))
        self._end(self._sum(effect))

    def _case(self, case: CaseEffect, theme: Theme, lang: Lang) -> str:
        groups = (
            (self.tr("kommt hinzu"), [(f, escape(title(f, lang))) for f in case.appeared]),
            (self.tr("fällt weg"), [(f, f"<s>{escape(title(f, lang))}</s>") for f in case.vanished]),
            (self.tr("ändert sich"), [(after, escape(_change(before, after, lang))) for before, after in case.changed]),
        )
        items = "".join(
            f"<li>{escape(word)}: {text} "
            f"<span style='color:{theme.hex('severity', f.severity.value)}'>"
            f"({escape(term('severity', f.severity.value, lang))})</span></li>"
            for word, lines in groups
            for f, text in lines
        )
        return f"<p style='margin-bottom:2px'><b>{escape(case.title)}</b></p><ul style='margin-top:0'>{items}</ul>"

    def _sum(self, effect: Effect) -> str:
        appeared, vanished, changed = (
            sum(len(getattr(case, name)) for case in effect.cases) for name in ("appeared", "vanished", "changed")
        )
        if not effect.cases and not effect.unread:
            return self._no_cases()
        counted = self.tr("Geprüfte Vorgänge: {0}.").format(len(effect.cases))
        if effect.unread:
            counted += " " + self.tr("Nicht prüfbar: {0}.").format(len(effect.unread))
        if not appeared + vanished + changed:
            same = self.tr("Kein Hinweis ändert sich.")
            return f"{counted} {same}" if effect.cases else counted
        sums = self.tr("Neue Hinweise: {0}, wegfallende: {1}, geänderte: {2}.")
        return f"{counted} {sums.format(appeared, vanished, changed)}"

    def _no_cases(self) -> str:
        return self.tr("Es sind keine Vorgänge gespeichert, an denen sich die Auswirkung zeigen ließe.")

    def _show_error(self, error: KlausellupeError) -> None:
        lang = self._desk.context.language.code
        match error:
            case ExpectedError():
                self._end(error_sentence(error, lang))
            case BugError():
                self._end(bug_sentence(lang))
            case Cancelled():
                self._end("")

    def _end(self, sentence: str) -> None:
        self.bar.hide()
        self.summary.setText(sentence)


def _change(before: Finding, after: Finding, lang: Lang) -> str:
    old, new = title(before, lang), title(after, lang)
    if old != new:
        return f"{old} → {new}"
    grave = (term("severity", f.severity.value, lang) for f in (before, after))
    return f"{new}: {' → '.join(grave)}" if before.severity is not after.severity else new
