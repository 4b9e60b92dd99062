"""A decision as lines a reader understands: what, why, who."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.analysis import Severity
from app.models.decisions import Decision
from app.wording.decisions import decision_phrase
from app.wording.lang import Lang
from app.wording.terms import term


def decision_remarks(decision: Decision, program: Severity, lang: Lang) -> Iterator[str]:
    """Own severity, note and who takes care of it, as far as given."""
    if decision.severity is not None:
        own, its = (term("severity", severity.value, lang) for severity in (decision.severity, program))
        yield decision_phrase("own_severity", lang, own=own, program=its, reason=decision.reason)
    if decision.note:
        yield decision_phrase("note", lang, note=decision.note)
    if decision.assignee:
        yield decision_phrase("assignee", lang, assignee=decision.assignee)
