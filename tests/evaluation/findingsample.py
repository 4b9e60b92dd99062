"""Findings drawn for a human reader, and the precision that follows from the reader's verdicts.

`make sample-findings SEED=7` analyses every document of ../shared/corpus with the usual facts, draws 60 findings (every
kind in turn, so that each has at least five where there are so many; in a kind a document at random, in the document
a finding at random) and writes them to build/findings/seed-7.md with a file for the verdicts beside it. The reader
fills `verdict` (right, wrong, doubtful) and `reason` (own words, nothing quoted) and puts the file into
tests/evaluation/verdicts/. `--verdicts` prints the precision by kind and seed from the stored files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from app.errors import ExpectedError
from app.models.analysis import Analysis, Finding, FindingKind
from app.models.provisions import Evidence
from app.models.reading import Clause
from app.reporting.places import clause_place, place_lines
from app.wording.findings import explanation, title
from tests.evaluation.documents import ROOT, SHARED, analysed
from tests.evaluation.imported import FORMATS, document_id

VERDICTS = ROOT / "tests/evaluation/verdicts"
OUT = ROOT / "build/findings"
SIZE = 60
LABEL = 10  # characters; what is longer in a path is a heading
RIGHT, WRONG, DOUBTFUL = "right", "wrong", "doubtful"
WRONG_BAR = 0.10


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of one finding; `clause` is the label path of its first clause. No words of the document."""

    id: str
    document: str
    clause: str
    kind: str
    code: str
    severity: str
    verdict: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Drawn:
    """A finding with the document it is in."""

    document: str
    file: str
    finding: Finding
    analysis: Analysis

    @property
    def id(self) -> str:
        """Document and finding."""
        return f"{self.document} {self.finding.id}"

    def verdict(self) -> Verdict:
        """The reader's form."""
        f = self.finding
        clause = next(iter(_clauses(f, self.analysis)), None)
        return Verdict(self.id, self.document, _labels(clause), f.kind.value, f.code, f.severity.value)


def _labels(clause: Clause | None) -> str:
    """The label path without headings, which are the document's own words."""
    return " > ".join(p for p in (clause.path if clause else ()) if len(p) <= LABEL and any(map(str.isalnum, p)))


# --- drawing


def draw(findings: Iterable[Drawn], seed: int, size: int = SIZE) -> list[Drawn]:
    """`size` findings: kinds take turns; in a kind every document with findings left is as likely as any other."""
    random = Random(seed)
    left: dict[FindingKind, dict[str, list[Drawn]]] = {kind: defaultdict(list) for kind in FindingKind}
    for drawn in findings:
        left[drawn.finding.kind][drawn.document].append(drawn)
    chosen: list[Drawn] = []
    while len(chosen) < size and any(left.values()):
        for kind in FindingKind:
            if left[kind] and len(chosen) < size:
                chosen.append(_one(left[kind], random))
    return sorted(chosen, key=lambda d: (list(FindingKind).index(d.finding.kind), d.document, d.finding.id))


def _one(documents: dict[str, list[Drawn]], random: Random) -> Drawn:
    document = random.choice(sorted(documents))
    drawn = documents[document].pop(random.randrange(len(documents[document])))
    if not documents[document]:
        del documents[document]
    return drawn


def corpus_findings(folder: Path) -> Iterator[Drawn]:
    """Every finding of every readable document of `folder`."""
    for path in sorted(p for p in folder.iterdir() if p.suffix in FORMATS):
        try:
            analysis = analysed(path)
        except ExpectedError as error:
            print(f"{document_id(path)}: {error.code}", file=sys.stderr)
            continue
        print(f"{document_id(path)}: {len(analysis.findings)}", file=sys.stderr)
        for finding in analysis.findings:
            yield Drawn(document_id(path), path.name, finding, analysis)


# --- for the reader


def sheet(number: int, drawn: Drawn) -> list[str]:
    """One finding as Markdown."""
    f, reading = drawn.finding, drawn.analysis.reading
    lines = [f"## {number}. {f.kind} · {f.code} · {f.severity}", "", f"`{drawn.id}` in `{drawn.file}`"]
    lines += [f"**{title(f, 'de')}**", "", explanation(f, "de"), ""]
    if f.legal_basis or f.rule:
        lines += [f"rule `{f.rule}`, norms: {', '.join(f.legal_basis) or '–'}, reference: {f.reference}", ""]
    if f.searched:
        lines += ["searched: " + ", ".join(f.searched), ""]
    for provision in (drawn.analysis.provisions_by_id[p] for p in f.provisions):
        lines.append(
            f"- provision {_place(reading.by_id[provision.clause], drawn)}: „{provision.quote}“ {provision.value}"
        )
    lines += [_evidence(e, drawn) for e in f.evidence]
    lines += [f"- clause {_place(c, drawn)}: {c.heading} | {c.text[:700]}" for c in _clauses(f, drawn.analysis)]
    for section in f.sections:
        lines.append(
            "- section: " + ", ".join(_place(reading.by_id[c], drawn) for c in section[:3]) + f" … {len(section)}"
        )
    return [*lines, "", "---", ""]


def _evidence(evidence: Evidence, drawn: Drawn) -> str:
    clause = drawn.analysis.reading.by_id[evidence.clause]
    return f"- {evidence.part} {_place(clause, drawn)}: „{clause.text[evidence.start : evidence.end]}“"


def _place(clause: Clause, drawn: Drawn) -> str:
    return place_lines([clause_place(clause, drawn.analysis.reading)], "de")[0]


def _clauses(finding: Finding, analysis: Analysis) -> list[Clause]:
    return [analysis.reading.by_id[c] for c in finding.clauses]


def write_sample(seed: int, folder: Path = OUT) -> Path:
    """Draw and write the sheet and the empty verdicts; returns the sheet's path."""
    chosen = draw(corpus_findings(SHARED / "corpus"), seed)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [line for number, drawn in enumerate(chosen, start=1) for line in sheet(number, drawn)]
    path = folder / f"seed-{seed}.md"
    path.write_text("\n".join([f"# Findings drawn with seed {seed}", "", *lines]), "utf-8")
    save_verdicts([drawn.verdict() for drawn in chosen], folder / f"seed-{seed}.json")
    return path


# --- verdicts


def save_verdicts(verdicts: Sequence[Verdict], path: Path) -> None:
    """One object a line."""
    rows = ",\n ".join(json.dumps(asdict(v), ensure_ascii=False) for v in verdicts)
    path.write_text(f"[\n {rows}\n]\n", "utf-8")


def read_verdicts(path: Path) -> list[Verdict]:
    """Stored verdicts. Raises ValueError where one is not filled in or quotes the document."""
    verdicts = [Verdict(**row) for row in json.loads(path.read_text("utf-8"))]
    for v in verdicts:
        if v.verdict not in (RIGHT, WRONG, DOUBTFUL) or (v.verdict != RIGHT and not v.reason):
            raise ValueError(f"{path.name}: {v.id} has no verdict or no reason")
        if any(mark in v.reason for mark in "„“”»«"):
            raise ValueError(f"{path.name}: the reason of {v.id} quotes")
    return verdicts


@dataclass(frozen=True, slots=True)
class Precision:
    """Verdicts counted; a doubtful one counts neither as right nor as wrong."""

    right: int
    wrong: int
    doubtful: int

    @property
    def share(self) -> float:
        """Right among right and wrong; 1 where nothing was judged."""
        judged = self.right + self.wrong
        return self.right / judged if judged else 1.0


def precision(verdicts: Iterable[Verdict]) -> Precision:
    """Count verdicts."""
    counted = Counter(v.verdict for v in verdicts)
    return Precision(counted[RIGHT], counted[WRONG], counted[DOUBTFUL])


def quality_lines(folder: Path = VERDICTS) -> list[str]:
    """The section of docs/quality.md: precision by kind, a column for each stored seed."""
    seeds = {path.stem: read_verdicts(path) for path in sorted(folder.glob("*.json"))}
    lines = ["## Findings read", "", INTRODUCTION, ""]
    if not seeds:
        return [*lines, "No verdicts are stored yet.", ""]
    lines += ["| kind | " + " | ".join(seeds) + " |", "| --- |" + " ---: |" * len(seeds)]
    for kind in (*FindingKind, None):
        cells = [_cell([v for v in verdicts if kind in (None, v.kind)]) for verdicts in seeds.values()]
        lines.append(f"| {kind.value if kind else '**all**'} | " + " | ".join(cells) + " |")
    return [*lines, "", f"Bar: at most {WRONG_BAR:.0%} wrong.", ""]


INTRODUCTION = (
    "Sixty findings drawn over the documents of ../shared/corpus, every kind in turn (`make sample-findings SEED=…`), read "
    "by someone who had not written the finders, before that round's faults were mended. A cell: share of right findings "
    "among those judged (right / wrong / doubtful)."
)


def _cell(verdicts: list[Verdict]) -> str:
    if not verdicts:
        return "–"
    p = precision(verdicts)
    return f"{p.share:.2f} ({p.right} / {p.wrong} / {p.doubtful})"


def main() -> None:
    """Draw a sample, or print what the stored verdicts say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verdicts", action="store_true", help="print the precision of the stored verdicts")
    args = parser.parse_args()
    if args.verdicts:
        print("\n".join(quality_lines()))
    else:
        print(write_sample(args.seed))


if __name__ == "__main__":
    main()
