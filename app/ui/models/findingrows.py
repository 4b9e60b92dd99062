"""What the list of findings is made of: findings as a list knows them, what the user has said, rows and headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Decision, Verdict


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """What the list knows of a finding. `section`: the part of the document it stands in; `order`: where in it.

    `searchable` is case-folded; `also_at`: how many more places it has.
    """

    id: str
    anchor: str
    severity: Severity
    kind: FindingKind
    title: str
    kind_label: str
    place: str
    searchable: str
    order: int = 0
    section: str = ""
    section_label: str = ""
    subject: str = ""
    subject_label: str = ""
    clause: str = ""

    @property
    def below(self) -> str:
        """The line below the title: what kind of finding, and where."""
        return f"{self.kind_label} · {self.place}" if self.place else self.kind_label


@dataclass(frozen=True, slots=True)
class Standing:
    """What the user has said of a finding."""

    verdict: Verdict | None = None
    assignee: str = ""
    severity: Severity | None = None
    noted: bool = False


NOTHING_SAID = Standing()


def standings(decided: Mapping[str, Decision]) -> dict[str, Standing]:
    """By anchor."""
    return {
        anchor: Standing(decision.verdict, decision.assignee, decision.severity, bool(decision.note))
        for anchor, decision in decided.items()
        if decision.stands
    }


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with what the user has said; `severity` is the user's own where there is one."""

    finding: ListedFinding
    standing: Standing
    severity: Severity

    @property
    def own(self) -> bool:
        """Whether the user weighs it otherwise than the program."""
        return self.standing.severity is not None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading; `key` names the group whatever the language."""

    key: str
    label: str
    count: int
    undecided: int
    severity: Severity | None = None
    open: bool = True


ListRow = FindingRow | GroupRow


def row_of(finding: ListedFinding, said: Mapping[str, Standing]) -> FindingRow:
    """A finding with what is said of it."""
    standing = said.get(finding.anchor, NOTHING_SAID)
    return FindingRow(finding, standing, standing.severity or finding.severity)


def findings_in(rows: Iterable[ListRow]) -> tuple[FindingRow, ...]:
    """Without headings."""
    return tuple(row for row in rows if isinstance(row, FindingRow))
