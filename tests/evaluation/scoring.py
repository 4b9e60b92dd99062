"""Scores an analysis (as JSON) against a gold file: which items were found, which were not, what is extra.

Follows the definition of the gold set (`../shared/gold/score.py` gives the official figures where it lies beside; this
one works on our own documents without it and names each item, so that a baseline can tell what improved). A clause
matches by its opening letters; a provision by kind, value, a verbatim quote about the same words, and its clause.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rapidfuzz import fuzz

CORE = ("liability_cap", "notice_period", "objection_deadline")
FURTHER = ("payment_term", "limitation_period", "contract_term", "renewal_term", "withdrawal_period")
OPENING = 32
_UNITS = {"hour": ("h", 1), "day": ("d", 1), "week": ("d", 7), "working_day": ("w", 1)} | {
    "month": ("m", 1),
    "quarter": ("m", 3),
    "year": ("m", 12),
}
_FIGURE = {"amount": "amount", "percentage": "percent", "multiple": "factor", "insurance_cover": "amount"}
Item = dict[str, Any]


@dataclass
class Score:
    """Names of the items found and missed, and the number of extra ones."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def right(self) -> float:
        """Share of what there was to find that was found; 1 where there was nothing."""
        total = len(self.found) + len(self.missed)
        return len(self.found) / total if total else 1.0

    @property
    def f1(self) -> float:
        """2 PR / (P + R); 1 where there was nothing to find and nothing was found."""
        total = 2 * len(self.found) + len(self.missed) + len(self.extra)
        return 2 * len(self.found) / total if total else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.missed + other.missed, self.extra + other.extra)


def squash(text: str) -> str:
    """Letters and digits in lower case."""
    plain = unicodedata.normalize("NFKC", text or "").replace("\u00ad", "").lower()
    return "".join(c for c in plain if c.isalnum())


def label_key(label: str) -> str:
    """A label without its marks: `§ 8`, `(2)` and `8.` are 8, 2 and 8."""
    return re.sub(r"[^0-9a-zA-Z]+", ".", label or "").strip(".").lower()


class ClauseScores(NamedTuple):
    """Scores of the clauses, and of the labels and parents of those that match."""

    clauses: Score
    labels: Score
    parents: Score


def score_clauses(gold: list[Item], found: list[Item]) -> ClauseScores:
    """Scores of the clauses and of the labels and parents of those that match."""
    clauses, labels, parents = Score(), Score(), Score()
    by_id = {c["id"]: c for c in found}
    openings = [(squash((c["heading"] or "") + c["text"]), squash(c["text"])) for c in found]
    free = list(range(len(found)))
    for number, item in enumerate(gold):
        want = squash(item["starts"])[:OPENING]
        fitting = [i for i in free if any(_opens(text, want) for text in openings[i])]
        hit = min(fitting, key=lambda i: (label_key(found[i]["label"]) != label_key(item["label"]), i), default=None)
        if hit is None:
            clauses.missed.append(f"clause {number}")
            continue
        free.remove(hit)
        clauses.found.append(f"clause {number}")
        same = label_key(found[hit]["label"]) == label_key(item["label"])
        (labels.found if same else labels.missed).append(f"label {number}")
        below = _same_parent(item.get("parent") or "", by_id.get(found[hit].get("parent")))
        (parents.found if below else parents.missed).append(f"parent {number}")
    clauses.extra = [f"clause {found[i]['id']}" for i in free]
    return ClauseScores(clauses, labels, parents)


def _same_parent(want: str, parent: Item | None) -> bool:
    return _same_place(want, parent) if want and parent is not None else not want and parent is None


def _opens(text: str, want: str) -> bool:
    start = text[: len(want)]
    return start == want or (len(want) >= 12 and fuzz.ratio(start, want) >= 88)


def score_provisions(gold: list[Item], analysis: Item) -> dict[str, Score]:
    """A score for each kind; doubtful items are neither missed nor, where found, extra."""
    scores = {kind: Score() for kind in CORE + FURTHER}
    by_id = {c["id"]: c for c in analysis["clauses"]}
    free = [p for p in analysis["provisions"] if p["kind"] in scores]
    for item in sorted(gold, key=lambda g: bool(g.get("doubtful"))):
        hit = next((p for p in free if _matches(item, p, by_id.get(p["clause"]))), None)
        name = f"{item['kind']} {gold.index(item)} {value_key(item['kind'], item['value'])[1:]}"
        if hit:
            free.remove(hit)
        if not item.get("doubtful"):
            (scores[item["kind"]].found if hit else scores[item["kind"]].missed).append(name)
    for provision in free:
        if not (provision["kind"] == "notice_period" and provision["value"].get("immediate")):
            extra = value_key(provision["kind"], provision["value"])[1:]
            scores[provision["kind"]].extra.append(f"{provision['kind']} {provision['clause']} {extra}")
    return scores


def _matches(item: Item, provision: Item, clause: Item | None) -> bool:
    if clause is None or provision["kind"] != item["kind"]:
        return False
    if value_key(item["kind"], item["value"]) != value_key(item["kind"], provision["value"]):
        return False
    verbatim = clause["text"][provision["start"] : provision["end"]] == provision["quote"]
    return verbatim and _same_words(item["quote"], provision["quote"]) and _same_place(item["clause"], clause)


def _same_words(gold_quote: str, quote: str) -> bool:
    want, got = squash(gold_quote), squash(quote)
    long_enough = len(got) >= min(24, len(want) / 2)
    return long_enough and (want in got or got in want or fuzz.partial_ratio(want, got) >= 85)


def _same_place(place: str, clause: Item) -> bool:
    last = place.rsplit(">", maxsplit=1)[-1].strip()
    if clause["label"] and label_key(last) == label_key(clause["label"]):
        return True
    return len(squash(last)) > 3 and squash(clause["heading"])[:24] == squash(last)[:24]


def value_key(kind: str, value: Item) -> tuple[object, ...]:
    """The part of a value that must be right."""
    if kind == "liability_cap":
        figure = value.get(_FIGURE.get(value["basis"], ""))
        currency = (value.get("currency") or "EUR") if _FIGURE.get(value["basis"]) == "amount" else None
        return kind, value["basis"], None if figure is None else round(float(figure), 2), currency
    flag = "indefinite" if kind == "renewal_term" else "immediate"
    return kind, _length(value.get("duration")), bool(value.get(flag))


def _length(duration: Item | None) -> tuple[str, float] | None:
    if not duration or duration.get("value") is None:
        return None
    family, factor = _UNITS[duration["unit"]]
    return family, round(float(duration["value"]) * factor, 3)
