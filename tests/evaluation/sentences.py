"""Measures `split_sentences` against annotated general terms.

    python -m tests.evaluation.sentences FOLDER [--show]

FOLDER holds JSON files with `Text` and `Annotations` (the character span of each sentence's last word). A boundary is
right where a sentence of ours ends with the same last word; marks after it are not compared. The worst fifth of the
documents (every fifth by name) is named: no rule was learnt, but one may fit some documents better than others.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.nlp.sentences import split_sentences

FOLDS = 5


def last_letter(text: str, end: int) -> int:
    """Offset behind the last letter or digit before `end`."""
    while end and not text[end - 1].isalnum():
        end -= 1
    return end


def boundaries(document: dict) -> tuple[set[int], set[int]]:
    """Ends of the annotated sentences and of ours."""
    text = document["Text"]
    gold = {last_letter(text, a["end"]) for a in document["Annotations"] if a["type"] == "SBD"}
    return gold, {last_letter(text, end) for _, end in split_sentences(text)}


def differences(text: str, gold: set[int], found: set[int]) -> Iterator[str]:
    """A line for every boundary missed (`-`) or wrong (`+`)."""
    for end in sorted(gold ^ found):
        sign = "-" if end in gold else "+"
        yield f"{sign} {text[max(0, end - 50) : end]!r} | {text[end : end + 40]!r}"


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries annotated, found and right; scores of documents add up."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where nothing is there."""
        return 2 * self.right / max(1, self.gold + self.found)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}  gold {self.gold}  found {self.found}"


def worst_fold(scores: Sequence[Score]) -> tuple[int, Score]:
    """Number (from 1) and score of the worst of five folds."""
    folds = [sum(scores[n::FOLDS], Score()) for n in range(FOLDS)]
    return min(enumerate(folds, start=1), key=lambda fold: fold[1].f1)


def main(argv: list[str]) -> int:
    """Prints precision, recall and F1 over all files of the folder and of the worst fold."""
    scores = []
    for path in sorted(Path(argv[0]).glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        gold, found = boundaries(document)
        scores.append(Score(len(gold), len(found), len(gold & found)))
        if "--show" in argv:
            print(f"== {path.stem}", *differences(document["Text"], gold, found), sep="\n")
    number, worst = worst_fold(scores)
    print(sum(scores, Score()))
    print(f"worst of {FOLDS} folds: number {number}, {worst}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
