"""Training and measuring of the topic model, on a toy corpus: what ships agrees with what was fitted."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn")

from app.nlp.clausetypes import Voice, rule_features
from app.nlp.topicmodel.features import Row
from app.nlp.topicmodel.model import UNIT
from scripts.training import curves, ridge
from scripts.training.choice import Prepared, prepare
from scripts.training.corpus import Corpus
from tests.evaluation.topics import calibration_error, ceiling
from tests.evaluation.typesb2b import noise
from tests.evaluation.voidhints import f1

TOPICS = ("delivery", "payment", "withdrawal")
TEXTS = (
    ("Lieferung", "Wir liefern binnen {} Tagen frei Haus.", 0),
    ("Lieferung", "Die Ware geht als Paket an Ihre Anschrift, Zone {}.", 0),
    ("Zahlung", "Zahlbar binnen {} Tagen per Überweisung.", 1),
    ("Zahlung", "Bei Verzug fallen Zinsen von {} Prozent an.", 1),
    ("Widerruf", "Sie können binnen {} Tagen widerrufen.", 2),
)


def toy() -> Corpus:
    rows = [(contract, *entry) for contract in range(12) for entry in TEXTS]
    return Corpus(
        tuple(Row(title, text.format(contract)) for contract, title, text, _ in rows),
        TOPICS,
        np.array([label for *_, label in rows]),
        np.array([contract for contract, *_ in rows]),
        np.arange(1, len(rows) + 1),
        np.zeros(len(rows), np.int64),
    )


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(toy())


def test_the_integer_model_scores_as_the_fit_did(prepared: Prepared) -> None:
    corpus, setting, train = prepared.corpus, ridge.Setting(), np.arange(40)
    space = ridge.space(prepared.counts, prepared.roles, prepared.rules, train)
    kernel = ridge.mixed(space.kernels(train), setting)
    duals = ridge.solve(kernel[train], corpus.labels[train], 3, setting.ridge)
    model = ridge.quantised(space, train, duals, setting, TOPICS)
    for contract in range(12):
        rows = np.flatnonzero(corpus.contracts == contract)
        asked = [corpus.rows[i] for i in rows]
        scores = model.scores(asked, rule_features(asked))
        assert np.abs(scores / UNIT - (kernel @ duals)[rows]).max() < 0.02
        assert (scores.argmax(1) == corpus.labels[rows]).all()


def test_neighbours_end_with_the_contract(prepared: Prepared) -> None:
    roles = ridge.neighbours(prepared.corpus)
    assert roles["pieces_before"][:6].tolist() == [-1, 0, 1, 2, 3, -1]
    assert roles["titles_before"][:6].tolist() == [-1, -1, 1, 1, 3, -1]
    assert roles["titles_after"][:6].tolist() == [2, 2, 4, 4, -1, 7]


def test_a_row_against_its_likes_counts_less(prepared: Prepared) -> None:
    labels = prepared.corpus.labels.copy()
    labels[0] = 2  # a delivery filed as withdrawal
    train = np.arange(len(labels))
    space = ridge.space(prepared.counts, prepared.roles, prepared.rules, train)
    kernel = ridge.mixed(space.kernels(train), ridge.Setting())
    plain, robust = (ridge.solve(kernel, labels, 3, 0.8, robust=flag) for flag in (False, True))
    assert np.abs(robust[0]).sum() < np.abs(plain[0]).sum()


def test_curves_rise_with_the_margin() -> None:
    cases = [(n / 400, n % 10 < n // 40) for n in range(400)]
    found = curves.curve(cases)
    assert found(0.05) < found(0.5) < found(0.95)
    assert found(-1) == found(0)
    assert found(99) == found(1)


def test_a_curve_of_few_cases_is_flat() -> None:
    assert curves.curve([(0.1, True), (0.9, False)]).shares == (0.5,)


def test_a_curve_of_some_cases_is_a_rising_line() -> None:
    found = curves.curve([(n / 10, n > 20 or n % 3 == 0) for n in range(100)])
    assert found(0.1) < 0.3 < 0.9 < found(8.0) < 1


def test_a_finer_type_counts_as_the_corpus_files_it() -> None:
    assert curves.broad(Voice("set_off", 3.0, "wording")) == "payment"


def test_a_type_the_corpus_does_not_know_is_neither_right_nor_wrong() -> None:
    voices = (Voice("set_off", 3.0, "wording"), Voice("termination", 3.0, "wording"), None)
    topics = tuple(Voice("payment", 1.0, "model") for _ in voices)
    (document,) = curves.documents([7, 7, 7], voices, topics, ["payment"] * 3)
    assert [case.rule_right for case in document.cases] == [True, None, None]
    assert all(case.topic_right for case in document.cases)


def test_familiar_documents_are_judged_by_the_corpus_others_by_business_terms() -> None:
    right = curves.Case(Voice("payment", 3.0, "wording"), None, True, False)
    wrong = curves.Case(Voice("payment", 3.0, "wording"), None, False, False)
    shop, office = curves.Document(True, (right,) * 30), curves.Document(False, (wrong,) * 30)
    found = curves.fit((shop, office), (shop, office))
    assert found.familiar.rules(3.0) > 0.9 > 0.1 > found.other.rules(3.0)


def test_promises_that_are_right_still_miss_in_a_small_sample() -> None:
    assert noise([(0.7, True)] * 5) > noise([(0.7, True)] * 500) > 0


def test_the_calibration_error_is_the_gap_between_promise_and_truth() -> None:
    assert calibration_error([(0.8, True)] * 8 + [(0.8, False)] * 2) == pytest.approx(0)
    assert calibration_error([(0.9, False)] * 5) == pytest.approx(0.9)


def test_equal_texts_that_disagree_bound_what_can_be_right() -> None:
    corpus = toy()
    rows = (Row("", "gleich"), Row("", "Gleich"), Row("", "anders"))
    pairs, best = ceiling(
        Corpus(rows, TOPICS, np.array([0, 1, 2]), corpus.contracts[:3], corpus.ids[:3], corpus.void[:3])
    )
    assert (pairs, best) == (0.0, 0.5)


def test_f1_of_hints() -> None:
    assert f1(np.array([1, 1, 0, 0]), np.array([1, 0, 1, 0])) == 0.5
    assert f1(np.array([0, 0]), np.array([0, 0])) == 0.0
