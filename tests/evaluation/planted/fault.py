"""One planted fault: the terms with it, and what a finding must say to have found it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.models.analysis import Analysis, Finding, FindingKind
from tests.evaluation.planted.terms import Printed, Terms, printed

Path = tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """`terms` hold one fault; one finding of a kind in `kinds` names every place of `places` (or, with `one_of`, any).

    `says`: words of which one stands in the finding's norms, subject, rule or quote. `also`: kinds of findings that
    follow from the fault (a cap that contradicts another may also lie below the limit). `document`: the file's bytes
    where they are not simply the terms printed.
    """

    name: str
    kind: FindingKind
    terms: Terms
    places: tuple[str, ...] = ()
    one_of: bool = False
    says: tuple[str, ...] = ()
    other_kinds: frozenset[FindingKind] = frozenset()
    also: frozenset[FindingKind] = frozenset()
    suffix: str = "txt"
    made: bytes | None = field(default=None, repr=False)

    @property
    def printed(self) -> Printed:
        """Numbered, with the labels of every place."""
        return printed(self.terms)

    def document(self) -> bytes:
        """The file's bytes."""
        return self.made if self.made is not None else self.printed.document(self.suffix)

    def found_by(self, finding: Finding, analysis: Analysis) -> bool:
        """Whether the finding speaks of this fault."""
        return (
            finding.kind in {self.kind, *self.other_kinds}
            and self._names_places(finding, analysis)
            and (not self.says or any(word in spoken(finding) for word in self.says))
        )

    def explains(self, finding: Finding, analysis: Analysis) -> bool:
        """Whether the finding is about this fault, or follows from it."""
        labels = self.printed.labels
        touches = {labels[place] for place in self.places} & set(named_paths(finding, analysis))
        return finding.kind in self.also or (finding.kind in {self.kind, *self.other_kinds} and bool(touches))

    def _names_places(self, finding: Finding, analysis: Analysis) -> bool:
        if not self.places:
            return True
        labels = self.printed.labels
        wanted = {labels[place] for place in self.places}
        named = set(named_paths(finding, analysis))
        return bool(wanted & named) if self.one_of else wanted <= named


def named_paths(finding: Finding, analysis: Analysis) -> Iterator[Path]:
    """Label paths of every clause a finding points to."""
    clauses = analysis.reading.by_id
    named = [*finding.clauses, *(e.clause for e in finding.evidence), *(c for s in finding.sections for c in s)]
    named += [analysis.provisions_by_id[p].clause for p in finding.provisions]
    for clause in named:
        yield clauses[clause].path


def spoken(finding: Finding) -> str:
    """What a finding says in norms, codes and parameters."""
    values = (str(value) for value in finding.params.values())
    return " ".join((*finding.legal_basis, finding.code, finding.rule or "", *finding.searched, *values))
