"""`python -m tests.evaluation.versionpairs [--seed N] [WORDS]`: measure the pairs whose name holds WORDS, with all that is wrong."""

from __future__ import annotations

import argparse

from tests.evaluation.versionpairs.measure import measured
from tests.evaluation.versionpairs.pairs import SEED, pairs
from tests.evaluation.versionpairs.quality import table


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="?", default="")
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    figures = measured((p for p in pairs(args.seed) if args.words in p.name), print)
    print("\n".join(table(figures)))


if __name__ == "__main__":
    main()
