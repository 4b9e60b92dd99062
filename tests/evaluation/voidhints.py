"""Ineffective clauses (`void` of AGB-DE): does a model of ours beat a linear SVM of the same run clearly enough to rank?

Ours: ridge on the topic model's features (words, pieces, heading, neighbours, rule scores) with the rare class
weighted; its threshold is chosen on folds of the training part. Five folds grouped by contract; the difference of the
mean F1 gets a bootstrap interval over contracts. Not clearly above zero: the program does without such hints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from app.nlp.topicmodel.features import Ints
from scripts.training import ridge
from scripts.training.choice import Prepared
from scripts.training.corpus import Corpus, authors_split
from scripts.training.folds import grouped_folds, random_folds
from scripts.training.ridge import Floats, Setting

SETTINGS = (Setting(0.3, 0.1, 0.1, 0.2, 0.5), Setting(0.3, 0.1, 0.1, 0.05, 1.0), Setting(0.1, 0.0, 0.0, 0.0, 0.5))
PUBLISHED = 0.54  # best F1 on agb-de-under in the paper: a fine-tuned German BERT
DRAWS = 1000


@dataclass(frozen=True)
class Hints:
    """Found by ours and by the SVM for the rows `test`."""

    test: Ints
    ours: Ints
    svm: Ints


def f1(truth: Ints, found: Ints) -> float:
    """F1 of the void clauses."""
    both = int((truth & found).sum())
    return 2 * both / max(int(truth.sum() + found.sum()), 1)


def svm_space(corpus: Corpus, train: Ints) -> csr_matrix:
    """Word and character TF-IDF of title and text."""
    texts = [f"{row.title} {row.text}" for row in corpus.rows]
    makers = ({"ngram_range": (1, 2)}, {"analyzer": "char_wb", "ngram_range": (3, 5)})
    fitted = [TfidfVectorizer(sublinear_tf=True, **maker).fit([texts[i] for i in train]) for maker in makers]
    return hstack([vectorizer.transform(texts) for vectorizer in fitted]).tocsr()


def svm(corpus: Corpus, train: Ints, test: Ints, *, grouped: bool) -> Ints:
    """The baseline, balanced; its threshold is chosen as ours is."""
    space = svm_space(corpus, train)

    def asked(a: Ints, b: Ints) -> Floats:
        fitted = LinearSVC(C=1, class_weight="balanced", random_state=0).fit(space[a], corpus.void[a])
        return np.asarray(fitted.decision_function(space[b]))

    held_out = np.zeros(len(train))
    for a, b in (grouped_folds if grouped else random_folds)(corpus.contracts[train]):
        held_out[b] = asked(train[a], train[b])
    _, threshold = best_threshold(corpus.void[train], held_out)
    return (asked(train, test) >= threshold).astype(int)


def best_threshold(truth: Ints, scores: Floats) -> tuple[float, float]:
    """Best F1 and the threshold that gives it."""
    tried = [
        (f1(truth, (scores >= at).astype(int)), float(at)) for at in np.quantile(scores, np.linspace(0.6, 0.99, 40))
    ]
    return max(tried, key=lambda pair: pair[0])


def _scores(kernel: Floats, void: Ints, train: Ints, test: Ints, strength: float) -> Floats:
    """Ridge with the void rows weighted up."""
    share = max(float(void[train].mean()), 0.01)
    weights = np.where(void[train] == 1, 0.5 / share, 0.5 / (1 - share))
    factor = cho_factor(kernel[np.ix_(train, train)] + np.diag(strength / weights), check_finite=False)
    return np.asarray(kernel[np.ix_(test, train)] @ cho_solve(factor, 2.0 * void[train] - 1, check_finite=False))


def ours(prepared: Prepared, train: Ints, test: Ints, *, grouped: bool) -> Ints:
    """Setting and threshold from folds of the training part."""
    corpus = prepared.corpus
    space = ridge.space(prepared.counts, prepared.roles, prepared.rules, train)
    every = np.arange(corpus.size)
    kernels = {name: kernel.astype(np.float32) for name, kernel in space.kernels(every).items()}
    folds = (grouped_folds if grouped else random_folds)(corpus.contracts[train])
    best, chosen = -1.0, (SETTINGS[0], 0.0)
    for setting in SETTINGS:
        kernel = ridge.mixed(kernels, setting)
        held_out = np.zeros(len(train))
        for a, b in folds:
            held_out[b] = _scores(kernel, corpus.void, train[a], train[b], setting.ridge)
        found, threshold = best_threshold(corpus.void[train], held_out)
        if found > best:
            best, chosen = found, (setting, threshold)
    setting, threshold = chosen
    return (_scores(ridge.mixed(kernels, setting), corpus.void, train, test, setting.ridge) >= threshold).astype(int)


def interval(corpus: Corpus, hints: Sequence[Hints]) -> tuple[float, float, float]:
    """Mean difference of F1 over the folds, with its 95 % bootstrap interval over contracts (seeded)."""
    rng = np.random.default_rng(0)

    def difference(parts: Sequence[tuple[Ints, Ints, Ints]]) -> float:
        return float(np.mean([f1(truth, own) - f1(truth, other) for truth, own, other in parts]))

    def drawn(hint: Hints) -> tuple[Ints, Ints, Ints]:
        contracts = corpus.contracts[hint.test]
        names = np.unique(contracts)
        rows = np.concatenate([np.flatnonzero(contracts == c) for c in rng.choice(names, len(names))])
        return corpus.void[hint.test][rows], hint.ours[rows], hint.svm[rows]

    values = sorted(difference([drawn(hint) for hint in hints]) for _ in range(DRAWS))
    whole = difference([(corpus.void[h.test], h.ours, h.svm) for h in hints])
    return whole, values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS)]


def lines(prepared: Prepared, folder: Path) -> list[str]:
    """The figures as Markdown."""
    corpus, void = prepared.corpus, prepared.corpus.void
    hints = [
        Hints(test, ours(prepared, train, test, grouped=True), svm(corpus, train, test, grouped=True))
        for train, test in grouped_folds(corpus.contracts)
    ]
    mean, low, high = interval(corpus, hints)
    mine, other = (
        np.mean([f1(void[h.test], h.ours) for h in hints]), np.mean([f1(void[h.test], h.svm) for h in hints])
    )  # fmt: skip
    train, test = authors_split(folder, corpus, "agb-de-under")
    own, plain = ours(prepared, train, test, grouped=False), svm(corpus, train, test, grouped=False)
    clear = low > 0
    verdict = "clearly better: may be used to rank" if clear else "not clearly better: the program gives no such hints"
    return [
        "### Ineffective clauses (`void`)",
        "",
        f"Mean F1 over five folds of contracts: ours {mine:.3f}, linear SVM {other:.3f}; difference {mean:+.3f} "
        f"(95 % bootstrap interval {low:+.3f} to {high:+.3f}): {verdict}.",
        f"On `agb-de-under`: ours {f1(void[test], own):.3f}, linear SVM {f1(void[test], plain):.3f}, published {PUBLISHED}.",
        "",
    ]
