"""What the program finds of the planted faults, and what it says besides.

A finding counts as besides if its kind does not follow from the fault, and the same terms without the fault do not
have it (same code, rule and opening words of its clauses).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from app.importing.options import ReadOptions
from app.library.loader import load
from app.library.model import Library
from app.models.analysis import Analysis, Finding, FindingKind, Severity
from app.paths import clause_library
from app.pipeline.analyse import analyse
from tests.evaluation.planted.catalogue import all_faults
from tests.evaluation.planted.fault import Fault, named_paths
from tests.evaluation.planted.otherwords import FIRST_RUN, other_words
from tests.evaluation.planted.terms import Terms, clean_terms, printed

RECALL_BAR = 0.90
FIRST_FEW = 60  # characters by which a clause is known again
Known = tuple[str, str, str, frozenset[str]]


@dataclass
class Recall:
    """Faults of one kind: names of those found and missed."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the faults that were found."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


@dataclass(frozen=True, slots=True)
class Besides:
    """A finding that the fault does not explain."""

    fault: str
    kind: FindingKind
    severity: Severity
    code: str
    rule: str
    places: tuple[str, ...]


@dataclass
class Planted:
    """The result of a run."""

    kinds: dict[FindingKind, Recall] = field(default_factory=dict)
    besides: list[Besides] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Analyse one planted document."""
        analysis = analysed_terms(fault.terms, fault.document(), fault.suffix)
        recall = self.kinds.setdefault(fault.kind, Recall())
        hits = [f for f in analysis.findings if fault.found_by(f, analysis)]
        (recall.found if hits else recall.missed).append(fault.name)
        known = _known(_clean(fault.terms.name, "txt"))
        for finding in analysis.findings:
            explained = finding in hits or fault.explains(finding, analysis) or _key(finding, analysis) in known
            if not explained:
                self.besides.append(_besides(fault, finding, analysis))

    @property
    def grave(self) -> list[Besides]:
        """Those besides that a reader would have to look at: medium and higher."""
        return [b for b in self.besides if b.severity.rank <= Severity.MEDIUM.rank]


def _besides(fault: Fault, finding: Finding, analysis: Analysis) -> Besides:
    places = tuple(sorted({" ".join(path) for path in named_paths(finding, analysis)}))
    name = f"{fault.kind}: {fault.name}"
    return Besides(name, finding.kind, finding.severity, finding.code, finding.rule or "", places)


def _key(finding: Finding, analysis: Analysis) -> Known:
    texts = frozenset(analysis.reading.by_id[c].text[:FIRST_FEW] for c in finding.clauses)
    return finding.kind.value, finding.code, finding.rule or "", texts


def _known(analysis: Analysis) -> set[Known]:
    return {_key(f, analysis) for f in analysis.findings}


@cache
def _library() -> Library:
    return load(clause_library())


@cache
def _clean(name: str, suffix: str) -> Analysis:
    return clean_analysis(clean_terms()[name], suffix)


def clean_analysis(terms: Terms, suffix: str = "txt") -> Analysis:
    """The analysis of terms without a fault."""
    return analysed_terms(terms, printed(terms).document(suffix), suffix)


def analysed_terms(terms: Terms, document: bytes, suffix: str) -> Analysis:
    """The analysis of a document under the facts of its header."""
    return analyse(document, f"{terms.name}.{suffix}", _library(), terms.facts, ReadOptions())


def measured(faults: Iterable[Fault]) -> Planted:
    """Recall of all kinds and findings besides."""
    planted = Planted()
    for fault in faults:
        planted.add(fault)
    return planted


def alarms(analysis: Analysis) -> list[str]:
    """Findings of severity medium or higher: none in clean terms."""
    return [
        f"{f.severity} {f.kind} {f.code} {f.rule or ''} {[' '.join(p) for p in named_paths(f, analysis)]}"
        for f in analysis.findings
        if f.severity.rank <= Severity.MEDIUM.rank
    ]


def quality_lines() -> list[str]:
    """The section of docs/quality.md."""
    planted, other = measured(all_faults()), measured(other_words())
    false = {name: alarms(_clean(name, "txt")) for name in clean_terms()}
    lines = ["## Planted faults", "", INTRODUCTION, ""]
    lines.append("| kind | planted | found | recall | bar | in other words, first run | today |")
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind, recall in planted.kinds.items():
        total = len(recall.found) + len(recall.missed)
        first = "{} of {}".format(*FIRST_RUN[kind]) if kind in FIRST_RUN else "–"
        today = f"{other.kinds[kind].recall:.2f}" if kind in other.kinds else "–"
        figures = f"{len(recall.found)} | {recall.recall:.2f} | {RECALL_BAR:.2f} | {first} | {today}"
        lines.append(f"| {kind} | {total} | {figures} |")
    lines += ["", _missed_line(planted, other), "", _besides_line(planted, other), "", _clean_line(false), ""]
    return lines


def _missed_line(*runs: Planted) -> str:
    missed = [f"`{kind}: {name}`" for run in runs for kind, recall in run.kinds.items() for name in recall.missed]
    return "Missed: " + ("; ".join(missed) or "none") + "."


INTRODUCTION = (
    "One known fault a document, in ten clean terms of our own (`tests/data/clean`, `tests/evaluation/planted`). A fault "
    "is found when a finding of its kind names every place it concerns. The terms and faults were written by whoever did "
    "not write the finders, but the finders were mended with them in view. The last columns are faults in other words that "
    "were kept back until then: their first run says more about other documents."
)


def _besides_line(*runs: Planted) -> str:
    besides, grave = sum(len(r.besides) for r in runs), sum(len(r.grave) for r in runs)
    documents = sum(len(k.found) + len(k.missed) for r in runs for k in r.kinds.values())
    return (
        f"Findings besides the planted one, which nothing in the document explains: {besides}, {grave} of them of "
        f"severity medium or higher, in {documents} documents."
    )


def _clean_line(false: dict[str, list[str]]) -> str:
    wrong = [name for name, found in false.items() if found]
    return (
        f"Findings of severity medium or higher in the {len(false)} clean terms: {sum(map(len, false.values()))}"
        + (f" ({', '.join(wrong)})" if wrong else "")
        + "; bar 0."
    )
