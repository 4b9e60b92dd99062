"""What a new analysis has changed, as a sentence and as rows that lead to the findings. No Qt: made in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.comparing.delta import Delta, delta
from app.models.analysis import Analysis, Finding
from app.models.handles import with_also
from app.reporting.entries import finding_entry
from app.ui.models.rows import Row
from app.ui.placing import short_place
from app.wording.lang import Lang
from app.wording.reanalysis import changes_sentence, group_title, more_text, severity_change
from app.wording.terms import term

_COUNTED: Final = ("appeared", "vanished", "graver", "lighter", "otherwise", "undecided", "decided")
_SHOWN: Final = 60  # of a group: whoever wants more looks at the findings themselves
_NOT_THE_USERS: Final = frozenset({"library", "rules", "program"})


@dataclass(frozen=True, slots=True)
class Changes:
    """`rows`: the findings concerned, in groups; `lasting`: worth a bar, else a sentence in passing will do."""

    sentence: str
    rows: tuple[Row, ...] = ()
    lasting: bool = False


NOTHING: Final = Changes("")


def changes(old: Analysis, new: Analysis, lang: Lang, *, program_changed: bool = False) -> Changes:
    """From the former analysis to the new one; without a sentence where nothing is to be told."""
    found = delta(old, new, program_changed=program_changed)
    if not found.any and not set(found.reasons) - {"date"}:
        return NOTHING
    counts = {kind: len(getattr(found, kind)) for kind in _COUNTED}
    lasting = found.any or bool(_NOT_THE_USERS & set(found.reasons))
    return Changes(changes_sentence(found.reasons, counts, lang), _rows(found, old, new, lang), lasting)


def _rows(found: Delta, old: Analysis, new: Analysis, lang: Lang) -> tuple[Row, ...]:
    keys = {f.anchor: finding.id for finding in new.findings for f in with_also([finding])}
    groups = {
        "appeared": [_row(f, new, keys.get(f.anchor, ""), lang) for f in found.appeared[:_SHOWN]],
        "graver": [_changed(a, b, new, keys, lang) for a, b in found.graver[:_SHOWN]],
        "lighter": [_changed(a, b, new, keys, lang) for a, b in found.lighter[:_SHOWN]],
        "otherwise": [_row(b, new, keys.get(b.anchor, ""), lang) for _, b in found.otherwise[:_SHOWN]],
        "vanished": [_row(f, old, _clause_now(f, old, new), lang) for f in found.vanished[:_SHOWN]],
    }
    return tuple(_group(kind, rows, len(getattr(found, kind)), lang) for kind, rows in groups.items() if rows)


def _group(kind: str, rows: list[Row], total: int, lang: Lang) -> Row:
    more = [Row((more_text(total - len(rows), lang), "", ""))] if total > len(rows) else []
    return Row((group_title(kind, total, lang), "", ""), strong=True, children=(*rows, *more))


def _row(finding: Finding, analysis: Analysis, key: str, lang: Lang, severity: str = "") -> Row:
    title = finding_entry(finding, analysis, lang).title
    cells = (title, _place(finding, analysis, lang), severity or term("severity", finding.severity.value, lang))
    return Row(cells, key=key, severity=finding.severity, tip=title)


def _changed(old: Finding, new: Finding, analysis: Analysis, keys: dict[str, str], lang: Lang) -> Row:
    before, after = (term("severity", finding.severity.value, lang) for finding in (old, new))
    return _row(new, analysis, keys.get(new.anchor, ""), lang, severity_change(before, after, lang))


def _place(finding: Finding, analysis: Analysis, lang: Lang) -> str:
    clause = analysis.reading.by_id.get(finding.clauses[0]) if finding.clauses else None
    return short_place(clause, analysis.reading, lang) if clause else ""


def _clause_now(finding: Finding, old: Analysis, new: Analysis) -> str:
    """Where a finding that is gone used to be, if its clause is still there."""
    anchors = {old.reading.by_id[clause].anchor for clause in finding.clauses if clause in old.reading.by_id}
    return next((clause.id for clause in new.reading.clauses if clause.anchor in anchors), "")
