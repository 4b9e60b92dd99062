"""Measures `split_sentences` against annotated general terms.

    python -m tests.evaluation.sentences FOLDER [--show]

FOLDER holds JSON files with `Text` and `Annotations` (the character span of each sentence's last word). A boundary is
right where a sentence of ours ends with the same last word; marks after it are not compared.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from app.nlp.sentences import split_sentences


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


def main(argv: list[str]) -> int:
    """Prints precision, recall and F1 over all files of the folder."""
    gold_count = found_count = right = 0
    for path in sorted(Path(argv[0]).glob("*.json")):
        document = json.loads(path.read_text("utf-8"))
        gold, found = boundaries(document)
        gold_count, found_count, right = gold_count + len(gold), found_count + len(found), right + len(gold & found)
        if "--show" in argv:
            print(f"== {path.stem}", *differences(document["Text"], gold, found), sep="\n")
    precision, recall = right / max(1, found_count), right / max(1, gold_count)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  gold {gold_count}  found {found_count}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
