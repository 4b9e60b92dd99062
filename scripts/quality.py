"""Measure against annotated documents and independent readers (`make quality`): ours, and those in ../shared.

Prints the figures and, against the saved baseline, every item that improved or regressed by name. Our own terms in many
layouts are measured as well. `--topics` trains and measures the topic model in folds. `--corpus` also runs all documents of ../shared without annotation and scans of our layouts; `--write` writes docs/quality.md and its figures as data (docs/quality.json), `--save` the baseline (ids and numbers,
no text of any document). The words behind the figures are in build/quality.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.models.analysis import FindingKind  # noqa: E402
from tests.evaluation import (  # noqa: E402
    baseline,
    calibration,
    findingsample,
    goldset,
    importtables,
    liability,
    panel,
    positionmatches,
    redlines,
)
from tests.evaluation.documents import OURS, SHARED, analysed, gold_documents  # noqa: E402
from tests.evaluation.imported import (  # noqa: E402
    FORMATS,
    ImportFigures,
    document_id,
    measure_import,
    write_details,
)
from tests.evaluation.layouts.catalogue import LAYOUTS, SCANS  # noqa: E402
from tests.evaluation.layouts.measure import LayoutFigures, measure, measure_scan  # noqa: E402
from tests.evaluation.planted import measure as planted  # noqa: E402
from tests.evaluation.versionpairs import quality as versionpairs  # noqa: E402

BASELINE = ROOT / "tests/evaluation/baseline.json"
OUT = ROOT / "build/quality"
DEV = SHARED / "gold/dev"
CAUTION = (
    "The rules were written with the dev set in view: these figures show that nothing broke, they forecast nothing. "
    "Other documents come out lower."
)
MEASURES = (
    "Three checks against readers that share no code with the program (poppler for PDF, LibreOffice's text and the bare "
    "XML for Word, the file itself for text). Unaccounted: words of the reader that are in no clause, furniture, mark or "
    "listed part of ours; invented: words of ours that it lacks; both per page, with joined and split words settled by "
    "their letters. Order: five words in a row of a clause stand in a row for the reader. Read back: what PDFium finds "
    "in a clause's boxes is the clause. Documents of ../shared go by number and format."
)
LAYOUT_MEASURES = (
    "Terms of our own, printed by `tests/evaluation/layouts` in layouts that the documents above hardly show, and compared "
    "with what was set: no reader stands between. Whole texts: clauses whose text is, letter by letter, what was set "
    "(nothing of the page around in it, in its order). Lost and invented: words, of all that is printed."
)


@dataclass
class Figures:
    """All that was measured: scores of the annotated sets, the import's figures of every set, and the layouts."""

    gold: list[goldset.Measured] = field(default_factory=list)
    imports: dict[str, list[ImportFigures]] = field(default_factory=dict)
    layouts: list[LayoutFigures] = field(default_factory=list)
    scans: list[LayoutFigures] = field(default_factory=list)

    def measure_gold(self, name: str, folder: Path) -> None:
        """Analyse every annotated document of `folder` once, for both kinds of figures."""
        measured = goldset.Measured(name)
        for stem, document, gold in gold_documents(folder):
            figures, analysis = measure_import(document, f"{name}/{stem}")
            if analysis is None:
                raise SystemExit(f"{name}/{stem}: {figures.error}")
            measured.add(stem, analysis, gold, OUT / name)
            self._keep(name, figures)
        self.gold.append(measured)

    def measure_corpus(self, name: str, folder: Path) -> None:
        """Analyse every readable document of `folder`, annotated or not."""
        for path in sorted(p for p in folder.iterdir() if p.suffix in FORMATS):
            self._keep(name, measure_import(path, f"{name}/{document_id(path)}")[0])

    def _keep(self, name: str, figures: ImportFigures) -> None:
        self.imports.setdefault(name, []).append(figures)
        write_details(figures, OUT / "import")

    @property
    def all_imports(self) -> list[ImportFigures]:
        """The import's figures of all sets."""
        return [figures for found in self.imports.values() for figures in found]


def repeated(path: Path) -> str:
    """How the repeated sections of a document are reported."""
    found = [f for f in analysed(path).findings if f.kind is FindingKind.DUPLICATE and f.sections]
    return "; ".join(f"{len(f.sections)} copies of {', '.join(str(len(s)) for s in f.sections)} clauses" for f in found)


def gold_lines(figures: Figures) -> list[str]:
    """The annotated sets as Markdown."""
    lines = [row for measured in figures.gold for row in goldset.tables(measured)]
    if not DEV.is_dir():
        return [*lines, "../shared is not here: measured on our own documents only.", ""]
    lines += [*goldset.bars(figures.gold[-1]), *goldset.official(DEV, OUT / "dev")]
    copies = repeated(SHARED / "samples/systemhaus-dreifach.pdf")
    return [*lines, "Repeated sections of `systemhaus-dreifach.pdf`: " + copies, ""]


def import_lines(figures: Figures) -> list[str]:
    """The section on the import as Markdown."""
    lines = ["## Import", "", MEASURES, ""]
    for name, found in figures.imports.items():
        lines += [f"### {name}", "", *importtables.summary(name, found), *importtables.table(found)]
    return lines


def layout_lines(figures: Figures) -> list[str]:
    """The section on layouts as Markdown; scans where they were measured."""
    lines = ["## Layouts", "", LAYOUT_MEASURES, "", *importtables.layouts(figures.layouts)]
    if figures.scans:
        lines += ["Printed, copied and scanned (300 dpi, skew, blur, grain, specks), then recognised:", ""]
        lines += importtables.layouts(figures.scans)
    return lines


def finding_lines() -> list[str]:
    """The sections on findings and confidences as Markdown; the gold sets must have been measured."""
    sets = {"ours": OURS} | ({"dev": DEV} if DEV.is_dir() else {})
    pairs = {f"provisions of {name}": calibration.gold_pairs(folder, OUT / name) for name, folder in sets.items()}
    return [*planted.quality_lines(), *findingsample.quality_lines(), *calibration.lines(pairs)]


def page(arguments: Sequence[str], lines: Sequence[str]) -> str:
    """docs/quality.md."""
    command = "make quality ARGS='" + " ".join(arguments) + "'"
    head = ["# Quality", "", f"Written by `{command}` on {platform.machine()}, Python {platform.python_version()}.", ""]
    return "\n".join([*head, CAUTION, "", *lines]).rstrip() + "\n"


def main() -> int:
    """Measure, print, and write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="store_true", help="also all documents of ../shared, and scans")
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    parser.add_argument("--save", action="store_true", help="save the figures as the new baseline")
    parser.add_argument("--topics", action="store_true", help="also topics and ineffective clauses of AGB-DE (minutes)")
    args = parser.parse_args()
    figures = Figures()
    figures.measure_gold("ours", OURS)
    if DEV.is_dir():
        figures.measure_gold("dev", DEV)
    for name in ("samples", "corpus") if args.corpus else ():
        figures.measure_corpus(name, SHARED / name)
    figures.layouts = [measure(layout) for layout in LAYOUTS]
    figures.scans = [measure_scan(layout) for layout in SCANS] if args.corpus else []
    lines = [
        *gold_lines(figures),
        *liability.lines(),
        *positionmatches.lines(),
        *finding_lines(),
        *versionpairs.lines(),
        *redlines.lines(),
        *import_lines(figures),
        *layout_lines(figures),
    ]
    if args.topics:
        from tests.evaluation import topics  # scikit-learn takes seconds to import

        lines += topics.lines()
    items = {key: value for measured in figures.gold for key, value in goldset.found_items(measured).items()}
    numbers = baseline.import_figures(figures.all_imports)
    compared = baseline.changes(BASELINE, items, numbers)
    wrong = importtables.printed_layout_faults([*figures.layouts, *figures.scans])
    print("\n".join([*lines, *importtables.printed_faults(figures.all_imports), *wrong, *compared]))
    if args.save:
        baseline.save(BASELINE, items, numbers)
    if args.write:
        (ROOT / "docs/quality.md").write_text(page(sys.argv[1:], lines), "utf-8")
        panel.write(ROOT / "docs/quality.json", panel.panel(figures.gold, figures.imports, figures.layouts))
    return int(any(line.startswith(baseline.REGRESSED) for line in compared))


if __name__ == "__main__":
    sys.exit(main())
