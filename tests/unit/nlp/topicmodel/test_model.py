"""The trained model: what ships is what the card says, it decides in whole numbers, and the program runs without it."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from app import paths
from app.importing.options import ReadOptions
from app.models.reading import Clause
from app.nlp.clausetype_words import HEADINGS, TEXTS
from app.nlp.clausetypes import Voice, classify, decide, familiar, model_voices, rule_features
from app.nlp.topicmodel import calibration
from app.nlp.topicmodel import model as topicmodel
from app.nlp.topicmodel.features import Row
from app.nlp.topicmodel.model import NAME, TopicModel, load, section_neighbours
from app.nlp.topicmodel.topics import TYPE_OF
from app.pipeline.stages import read, understand

MODELS = paths.resources() / "models"
CARD = json.loads((MODELS / f"{NAME}.json").read_text("utf-8"))


def shipped() -> TopicModel:
    model = load()
    assert model is not None
    return model


def clause(text: str, heading: str = "", name: str = "c", parent: str | None = None) -> Clause:
    return Clause(name, name, "", heading, text, (), parent, 1)


def test_the_card_names_the_weights_that_ship() -> None:
    data = (MODELS / f"{NAME}.npz").read_bytes()
    assert hashlib.sha256(data).hexdigest() == CARD["weights_sha256"] == shipped().fingerprint
    assert CARD["weights_sha256"] in (MODELS / "README.md").read_text("utf-8")


def test_the_weights_were_trained_with_todays_stems() -> None:
    # Failing? The stems changed: `make train` and measure again.
    assert hashlib.sha256(b"\0".join((HEADINGS.encode(), TEXTS.encode()))).hexdigest() == CARD["stems_sha256"]


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.iterdir()) < 20_000_000


def test_only_whole_numbers_are_in_it() -> None:
    with np.load(MODELS / f"{NAME}.npz", allow_pickle=False) as arrays:
        kinds = {name: arrays[name].dtype.kind for name in arrays.files if name != "topics"}
    assert set(kinds.values()) <= {"i", "u"}


def test_topics_are_those_that_have_a_type() -> None:
    assert shipped().topics == tuple(sorted(TYPE_OF))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie können per Vorkasse, Kreditkarte oder auf Rechnung bezahlen.", "payment"),
        (
            "Sie haben das Recht, binnen vierzehn Tagen ohne Angabe von Gründen diesen Vertrag zu widerrufen.",
            "withdrawal",
        ),
        ("Wir versenden die Ware innerhalb von drei Werktagen an die angegebene Lieferanschrift.", "delivery"),
        ("Bis zur vollständigen Bezahlung bleibt die gelieferte Ware unser Eigentum.", "retention_of_title"),
        ("Auf den Vertrag findet deutsches Recht unter Ausschluss des UN-Kaufrechts Anwendung.", "applicable_law"),
    ],
)
def test_it_knows_the_subjects_of_consumer_terms(text: str, expected: str) -> None:
    assert model_voices((clause(text),), shipped())["c"].type == expected


def test_the_same_clauses_score_the_same_again_and_in_any_chunk_of_memory() -> None:
    rows = [Row("Zahlung", "Zahlbar sofort."), Row("Lieferung", "Lieferung frei Haus."), Row("Lieferung", "")]
    first, second = (shipped().scores(rows, rule_features(rows)) for _ in range(2))
    assert first.dtype == np.int64
    assert (first == second).all()


def test_neighbours_count_but_only_those_beside() -> None:
    rows = [Row("A", "Text eins."), Row("A", "Text zwei."), Row("A", "Text drei.")]
    other = [Row("A", "Der Gerichtsstand ist Köln."), *rows[1:]]
    first, second = (shipped().scores(r, rule_features(r)) for r in (rows, other))
    assert (first[1] != second[1]).any()
    assert (first[2] == second[2]).all()


def test_sections_before_and_after_are_those_under_another_heading() -> None:
    assert section_neighbours(["A", "A", "B", "C"]) == ([None, None, "A", "B"], ["B", "B", "C", None])
    assert section_neighbours([]) == ([], [])


def test_without_the_file_the_rules_decide_alone(tmp_path: Path) -> None:
    assert load(tmp_path / "none.npz") is None
    (found,) = classify((clause("Gerichtsstand ist Köln."),), None)
    assert (found.type, found.type_source) == ("jurisdiction", "wording")
    assert 0 < found.confidence < 1


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program whose resources have no models."""
    nowhere = SimpleNamespace(resources=lambda: tmp_path)
    for module in (topicmodel, calibration):
        monkeypatch.setattr(module, "paths", nowhere)
        module.load.cache_clear()
    yield
    for module in (topicmodel, calibration):
        module.load.cache_clear()


@pytest.mark.usefixtures("bare")
def test_without_models_a_document_is_read_all_the_same() -> None:
    text = "§ 1 Zahlung\n\nRechnungen sind binnen 14 Tagen zahlbar.\n\n§ 2 Gerichtsstand\n\nGerichtsstand ist Köln.\n"
    reading = understand(read(text.encode(), "agb.txt", ReadOptions()))
    assert reading.model == ""
    assert {"payment", "jurisdiction"} <= {c.type for c in reading.clauses}
    assert all(0 < c.confidence < 1 for c in reading.clauses if c.type)


@pytest.mark.usefixtures("bare")
def test_a_model_without_curves_is_not_believed() -> None:
    assert calibration.load() is calibration.ROUGH
    assert decide(None, CLEAR, calibration.load(), True) == (None, 0.0)
    rule = Voice("delivery", 0.1, "wording")
    assert decide(rule, CLEAR, calibration.load(), True)[0] == rule


CURVES = calibration.load()
CLEAR, MEDIUM, WEAK = (Voice("payment", margin, "model") for margin in (2.0, 0.1, 0.05))


@pytest.mark.parametrize(
    ("rule", "topic", "in_familiar", "in_other"),
    [
        (None, CLEAR, CLEAR, None),
        (None, WEAK, None, None),
        (None, None, None, None),
        (Voice("delivery", 1.0, "wording"), CLEAR, CLEAR, CLEAR),
        (Voice("delivery", 1.0, "wording"), WEAK, Voice("delivery", 1.0, "wording"), Voice("delivery", 1.0, "wording")),
        (Voice("delivery", 20.0, "heading"), MEDIUM, Voice("delivery", 20.0, "heading"), Voice("delivery", 20.0, "heading")),
        (Voice("set_off", 1.0, "wording"), CLEAR, Voice("set_off", 1.0, "wording"), Voice("set_off", 1.0, "wording")),
        (Voice("termination", 1.0, "wording"), CLEAR, CLEAR, Voice("termination", 1.0, "wording")),
        (Voice("termination", 9.0, "wording"), CLEAR, Voice("termination", 9.0, "wording"), Voice("termination", 9.0, "wording")),
        (Voice("services", 3.0, "wording"), WEAK, Voice("services", 3.0, "wording"), Voice("services", 3.0, "wording")),
    ],
    ids=["silent", "silent-weak", "nothing", "overruled", "kept", "clear-heading", "finer", "unknown", "unknown-clear", "rare"],
)  # fmt: skip
def test_who_decides(
    rule: Voice | None, topic: Voice | None, in_familiar: Voice | None, in_other: Voice | None
) -> None:
    for known, expected in ((True, in_familiar), (False, in_other)):
        found, share = decide(rule, topic, CURVES, known)
        assert found == expected, known
        assert 0 < share < 1 if expected else share == 0


def test_agreement_is_surer_than_either_voice_in_dispute() -> None:
    rule = Voice("payment", 4.0, "wording")
    other = Voice("delivery", 4.0, "wording")
    assert decide(rule, CLEAR, CURVES, True)[1] > decide(other, CLEAR, CURVES, True)[1]


SHOP = [
    Voice("payment", 3.0, "wording"),
    Voice("set_off", 3.0, "wording"),
    Voice("withdrawal", 3.0, "wording"),
    None,
] * 6
STRANGE = Voice("termination", 3.0, "wording")


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        (SHOP, True),
        ([*SHOP, STRANGE], True),
        ([*SHOP, *[STRANGE] * 6], False),
        (SHOP[:6], False),
        ([None] * 40, False),
        ([], False),
    ],
    ids=["known-subjects", "one-strange", "many-strange", "too-short", "silent", "empty"],
)
def test_a_document_is_familiar_by_its_subjects(voices: list[Voice | None], expected: bool) -> None:
    assert familiar(voices) is expected


def test_the_kind_of_document_decides_whom_to_believe() -> None:
    asked = clause("Der Betrag wird bei Abholung in unserer Filiale in bar oder mit Karte beglichen.", name="x")
    shop = tuple(
        clause(text, name=f"s{n}")
        for n, text in enumerate(
            ["Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.", "Wir liefern frei Haus; die Lieferzeit beträgt drei Tage."] * 6
        )
    )  # fmt: skip
    office = tuple(
        clause(text, name=f"o{n}")
        for n, text in enumerate(
            ["Der Vertrag ist mit einer Frist von drei Monaten kündbar.", "Beide Seiten behandeln Geschäftsgeheimnisse vertraulich."] * 6
        )
    )  # fmt: skip
    model = shipped()
    among = [next(c for c in classify((*rest, asked), model) if c.id == "x") for rest in (shop, office)]
    assert among[0].type == "payment"
    assert (among[1].type, among[1].type_source) != (among[0].type, "model")


def test_types_of_business_terms_stay_with_the_rules() -> None:
    text = "Der Vertrag kann mit einer Frist von drei Monaten zum Monatsende gekündigt werden."
    (found,) = classify((clause(text),), shipped())
    assert (found.type, found.type_source) == ("termination", "wording")


def test_a_section_and_no_words_of_its_own_give_the_sections_type() -> None:
    clauses = (clause("", "Geheimhaltung", "s"), clause("Das gilt auch danach.", name="p", parent="s"))
    assert [(c.type, c.type_source) for c in classify(clauses, shipped())] == [
        ("confidentiality", "heading"),
        ("confidentiality", "section"),
    ]


def test_what_the_rules_found_stays_among_the_subjects() -> None:
    text = "Wir liefern nur gegen Vorkasse per Überweisung; die Lieferzeit beträgt fünf Werktage."
    (alone,), (asked,) = classify((clause(text),)), classify((clause(text),), shipped())
    assert set(alone.subjects) <= set(asked.subjects)


def test_curves_rise_and_stay_between_nothing_and_certainty() -> None:
    for curves in (CURVES.familiar, CURVES.other):
        for name in calibration.NAMES:
            shares = getattr(curves, name).shares
            assert all(0 < share < 1 for share in shares), name
            assert all(a <= b for a, b in pairwise(shares)), name


def test_asking_the_model_is_quick() -> None:
    texts = [
        "Die Lieferung erfolgt frei Haus, sofern der Kunde nichts anderes verlangt und die Adresse stimmt. " * 5
    ] * 150
    rows = [Row(f"§ {n // 5}", f"{n} {text}") for n, text in enumerate(texts)]
    features = rule_features(rows)
    shipped().scores(rows[:3], features[:3])
    start = time.perf_counter()
    shipped().scores(rows, features)
    assert time.perf_counter() - start < 1.0  # 0.1 s on a free machine


def test_no_clause_no_question() -> None:
    assert classify((), shipped()) == ()
    assert model_voices((clause(" "),), shipped()) == {}
