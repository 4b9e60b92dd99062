"""Folds: whole contracts held out, or rows at random as in the authors' split."""

from __future__ import annotations

from sklearn.model_selection import GroupKFold, KFold

from app.nlp.topicmodel.features import Ints

FOLDS = 5

Fold = tuple[Ints, Ints]


def grouped_folds(contracts: Ints) -> list[Fold]:
    """Rows to train and to test on; no contract is in both."""
    return list(GroupKFold(FOLDS).split(contracts, groups=contracts))


def random_folds(contracts: Ints) -> list[Fold]:
    """Rows drawn at random (seeded), contracts cut through."""
    return list(KFold(FOLDS, shuffle=True, random_state=0).split(contracts))
