"""The words of the list of findings: what a row and a heading say, as drawn and as read out."""

from __future__ import annotations

from dataclasses import dataclass

from app.models.analysis import Severity
from app.ui.models.findingrows import FindingRow, GroupRow, ListRow
from app.wording.findinglist import list_phrase, verdict_text
from app.wording.lang import Lang, sentence_start
from app.wording.terms import term


@dataclass(frozen=True, slots=True)
class RowWords:
    """In one language."""

    lang: Lang

    def heading(self, row: GroupRow) -> str:
        """The name of a group."""
        if row.label:
            return sentence_start(row.label)
        return list_phrase("no_subject" if row.key.startswith("subject:") else "no_place", self.lang)

    def count(self, row: GroupRow) -> str:
        """How many findings a group has; how many are open where some are decided."""
        if row.undecided < row.count:
            return list_phrase("group_open", self.lang, undecided=row.undecided, count=row.count)
        return str(row.count)

    def standing(self, row: FindingRow) -> str:
        """The decision, with who is to see to it: "Verhandeln · Anna Berg"."""
        verdict = row.standing.verdict
        said = verdict_text(verdict, self.lang) if verdict else ""
        return " · ".join(part for part in (said, row.standing.assignee) if part)

    def own(self) -> str:
        """The sign of a severity of the user's own."""
        return list_phrase("own_severity", self.lang)

    def tip(self, row: ListRow) -> str:
        """The whole row, not cut; a heading needs none."""
        if isinstance(row, GroupRow):
            return ""
        return "\n".join((row.finding.title, row.finding.below, ", ".join(self._said(row))))

    def spoken(self, row: ListRow) -> str:
        """For screen readers."""
        if isinstance(row, GroupRow):
            return self._spoken_heading(row)
        severity = term("severity", row.severity.value, self.lang)
        return f"{severity}: {row.finding.title}, {row.finding.below}, {', '.join(self._said(row))}"

    def _spoken_heading(self, row: GroupRow) -> str:
        count = list_phrase("group_one" if row.count == 1 else "group_count", self.lang, count=row.count)
        if row.undecided < row.count:
            count = self.count(row)
        state = list_phrase("expanded" if row.open else "collapsed", self.lang)
        return f"{self.heading(row)}, {count}, {state}"

    def _said(self, row: FindingRow) -> list[str]:
        standing = row.standing
        said = [verdict_text(standing.verdict, self.lang) if standing.verdict else list_phrase("undecided", self.lang)]
        said += [list_phrase("assigned", self.lang, assignee=standing.assignee)] if standing.assignee else []
        said += [self.own()] if row.own else []
        return said + ([list_phrase("noted", self.lang)] if standing.noted else [])


def severity_labels(lang: Lang) -> dict[Severity, str]:
    """What severities are called."""
    return {severity: term("severity", severity.value, lang) for severity in Severity}
