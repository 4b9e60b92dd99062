"""`python -m tests.evaluation.planted [WORDS]`: measure the planted faults whose kind or name holds WORDS, by name.

`--seed N` plants the structural faults elsewhere, `--other` takes the faults in other words, `--write FOLDER` writes the
documents instead of measuring.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from tests.evaluation.planted.catalogue import SEED, all_faults
from tests.evaluation.planted.fault import Fault
from tests.evaluation.planted.measure import Planted, alarms, clean_analysis, measured
from tests.evaluation.planted.otherwords import other_words
from tests.evaluation.planted.terms import clean_terms


def write(faults: list[Fault], folder: Path) -> None:
    """The planted documents as files, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, fault in enumerate(faults):
        name = re.sub(r"[^\w-]+", "-", f"{number:03d}-{fault.kind}-{fault.name}")[:80]
        (folder / f"{name}.{fault.suffix}").write_bytes(fault.document())


def tell(planted: Planted) -> None:
    """Recall by kind, what was missed and what was found besides."""
    for kind, recall in planted.kinds.items():
        print(f"{kind}: {len(recall.found)} found, {len(recall.missed)} missed, recall {recall.recall:.2f}")
        for name in recall.missed:
            print(f"    missed: {name}")
    print(f"besides: {len(planted.besides)}, of them medium or higher: {len(planted.grave)}")
    for b in planted.besides:
        print(f"    {b.severity} {b.kind} {b.code} {b.rule} {list(b.places)} in {b.fault}")


def main() -> None:
    """Measure or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="?", default="")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--other", action="store_true")
    args = parser.parse_args()
    planted = other_words() if args.other else all_faults(args.seed)
    faults = [f for f in planted if args.words in f"{f.kind}: {f.name}"]
    if args.write:
        write(faults, args.write)
        return
    tell(measured(faults))
    for name, terms in clean_terms().items():
        for alarm in alarms(clean_analysis(terms)):
            print(f"clean {name}: {alarm}")


if __name__ == "__main__":
    main()
