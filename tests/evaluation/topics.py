"""Topics of AGB-DE: the shipped integer model, trained anew on each training part, measured on what it has not seen.

Contracts held out: five folds grouped by contract. Every choice (setting, calibration curves) is made inside the
training part by folds of its own. The linear SVM of the same run stands beside it. Minutes: `make quality ARGS=--topics`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from app.nlp.clausetypes import Voice, decide, familiar, topic_voice
from app.nlp.topicmodel import calibration
from app.nlp.topicmodel.features import Ints
from app.nlp.topicmodel.topics import BROADER, TYPE_OF
from scripts.training import business, curves, ridge
from scripts.training.choice import Choice, Prepared, choose, prepare
from scripts.training.corpus import Corpus, authors_split, read
from scripts.training.folds import grouped_folds, random_folds
from tests.evaluation import typesb2b, voidhints
from tests.evaluation.documents import SHARED
from tests.evaluation.typesb2b import calibration_error

FOLDER = SHARED / "data/agb-de"


@dataclass(frozen=True)
class Run:
    """One test part: predictions of the integer model and of the SVM, types with confidence of rules and both."""

    test: Ints
    predicted: Ints
    svm: Ints
    setting: ridge.Setting
    voices: tuple[tuple[Voice | None, Voice], ...]
    familiar: tuple[bool, ...]
    curves: calibration.Calibration

    @property
    def decided(self) -> list[tuple[str | None, float]]:
        """Type and confidence of rules and model together, finer types by the corpus's name."""
        asked = zip(self.voices, self.familiar, strict=True)
        found = [decide(rule, topic, self.curves, known) for (rule, topic), known in asked]
        return [(BROADER.get(v.type, v.type), share) if v else (None, share) for v, share in found]

    @property
    def rules(self) -> list[str | None]:
        """Types of the rules alone, finer types by the corpus's name."""
        return [BROADER.get(rule.type, rule.type) if rule else None for rule, _ in self.voices]


def micro(run: Sequence[Run], labels: Ints, of: str = "predicted") -> float:
    """Share of right first topics: micro F1, every clause has one."""
    return float(np.mean(np.concatenate([getattr(r, of) == labels[r.test] for r in run])))


def weighted(run: Run, labels: Ints, of: str = "predicted") -> float:
    """F1 weighted by the topics' frequency."""
    truth, guess = labels[run.test], getattr(run, of)
    total = 0.0
    for topic in sorted(set(truth.tolist())):
        hit = int(((truth == topic) & (guess == topic)).sum())
        total += int((truth == topic).sum()) * 2 * hit / max(int((truth == topic).sum() + (guess == topic).sum()), 1)
    return total / len(truth)


def one_run(prepared: Prepared, train: Ints, test: Ints, choice: Choice) -> Run:
    """Train on `train` with the choice made there; ask the integer model on whole contracts, look at `test`."""
    corpus = prepared.corpus
    model = ridge.quantised(choice.space, train, choice.duals, choice.setting, corpus.topics)
    scores = np.zeros((corpus.size, len(corpus.topics)), np.int64)
    for contract in sorted(set(corpus.contracts[test].tolist())):
        rows = np.flatnonzero(corpus.contracts == contract)
        scores[rows] = model.scores([corpus.rows[i] for i in rows], prepared.rules[rows])
    truth = types_of(corpus)
    rules = [prepared.voices[i] for i in train]
    held = curves.documents(corpus.contracts[train].tolist(), rules, choice.held_out, [truth[i] for i in train])
    fitted = curves.fit(held, business.documents(model))
    voices = tuple((prepared.voices[i], topic_voice(scores[i], corpus.topics)) for i in test)
    known = {
        c: familiar(prepared.voices[i] for i in np.flatnonzero(corpus.contracts == c)) for c in set(corpus.contracts)
    }
    kinds = tuple(known[corpus.contracts[i]] for i in test)
    return Run(test, scores[test].argmax(1), svm(corpus, train, test), choice.setting, voices, kinds, fitted)


def types_of(corpus: Corpus) -> list[str]:
    """The type of every row's first topic."""
    return [TYPE_OF[corpus.topics[label]] for label in corpus.labels]


def svm(corpus: Corpus, train: Ints, test: Ints) -> Ints:
    """The plain baseline: word and character TF-IDF of title and text, linear SVM."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    texts = [f"{row.title} {row.text}" for row in corpus.rows]
    makers = ({"ngram_range": (1, 2)}, {"analyzer": "char_wb", "ngram_range": (3, 5)})
    fitted = [TfidfVectorizer(sublinear_tf=True, **maker).fit([texts[i] for i in train]) for maker in makers]
    space = hstack([vectorizer.transform(texts) for vectorizer in fitted]).tocsr()
    return np.asarray(LinearSVC(C=1, random_state=0).fit(space[train], corpus.labels[train]).predict(space[test]))


def ceiling(corpus: Corpus) -> tuple[float, float]:
    """Share of pairs of equal texts that carry the same topic, and the accuracy that leaves to the best guess."""
    groups: dict[str, list[int]] = {}
    for row, label in zip(corpus.rows, corpus.labels.tolist(), strict=True):
        groups.setdefault(" ".join(row.text.lower().split()), []).append(label)
    several = [labels for labels in groups.values() if len(labels) > 1]
    pairs = [a == b for labels in several for a, b in combinations(labels, 2)]
    return float(np.mean(pairs)), (1 + float(np.mean(pairs))) / 2


def measured(prepared: Prepared, folder: Path) -> tuple[list[Run], Run]:
    """The five folds and the authors' split."""
    corpus = prepared.corpus
    grouped = [
        one_run(prepared, train, test, choose(prepared, train, grouped_folds))
        for train, test in grouped_folds(corpus.contracts)
    ]
    train, test = authors_split(folder, corpus)
    return grouped, one_run(prepared, train, test, choose(prepared, train, random_folds))


def type_lines(corpus: Corpus, runs: Sequence[Run]) -> list[str]:
    """Types on held-out contracts: rules alone, model alone, both; calibration of what the program shows."""
    truth = types_of(corpus)
    rows = [(rule, topic[1].type, both, truth[i]) for r in runs for rule, topic, both, i in
            zip(r.rules, r.voices, r.decided, r.test.tolist(), strict=True)]  # fmt: skip
    known = set(TYPE_OF.values())
    share = {
        name: float(np.mean([row[k] == row[3] if k < 2 else row[2][0] == row[3] for row in rows]))
        for k, name in enumerate(("rules", "model", "both"))
    }
    cases = [(both[1], both[0] == right) for _, _, both, right in rows if both[0] in known]
    return [
        f"Types of held-out contracts right: rules alone {share['rules']:.3f}, model alone {share['model']:.3f}, both "
        f"{share['both']:.3f}. Expected calibration error {calibration_error(cases):.3f} over {len(cases)} clauses with a "
        "type that the corpus knows.",
        "",
    ]


def lines(folder: Path = FOLDER) -> list[str]:
    """The section on topics as Markdown."""
    prepared = prepare(read(folder))
    corpus = prepared.corpus
    grouped, authors = measured(prepared, folder)
    pairs, best = ceiling(corpus)
    found = [
        "## Topics",
        "",
        "First topic of AGB-DE's clauses, 22 topics. What is measured is the integer model of the run-time code, trained",
        "anew on each training part; settings and curves are chosen on folds of that part.",
        "",
        "| | shipped kind of model | linear SVM of the same run | bar |",
        "| --- | --- | --- | --- |",
        f"| contracts held out (5 folds), micro F1 | {micro(grouped, corpus.labels):.3f} | "
        f"{micro(grouped, corpus.labels, 'svm'):.3f} | 0.86 |",
        f"| authors' split, weighted F1 | {weighted(authors, corpus.labels):.3f} | "
        f"{weighted(authors, corpus.labels, 'svm'):.3f} | 0.88 |",
        "",
        "By fold: "
        + ", ".join(f"{micro([r], corpus.labels):.3f}" for r in grouped)
        + ". Equal texts carry the same topic "
        f"in {pairs:.0%} of pairs, which leaves about {best:.2f} to the best guess.",
        "",
        *type_lines(corpus, grouped),
    ]
    return [*found, *typesb2b.lines(), *voidhints.lines(prepared, folder)]
