"""What is stored comes back as it was, or is refused with a sentence."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from dataclasses import dataclass, make_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis, Finding, FindingKind, Limit, Severity
from app.models.facts import Audience, DealFacts, Fact, FactSource
from app.models.provisions import (
    Duration,
    Evidence,
    LiabilityCap,
    LiabilityExclusion,
    NoticePeriod,
    ObjectionDeadline,
    Party,
    Provision,
    ProvisionKind,
    ProvisionValue,
    RenewalTerm,
    Term,
    Unit,
)
from app.models.reading import Clause, Correction, LostCorrection, NotAnalysed, Reading
from app.models.source import SourceDocument
from app.storage.codec import _written, form, packed, unpacked
from app.wording.errors import error_sentence
from tests.unit.storage.analysedsamples import NAMES, analysed

DAYS = Duration(14, Unit.DAY, "Tage")
SOURCE = SourceDocument("a.txt", "0" * 64, 4, "text/plain", "Text", (), (), ())


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_comes_back_equal(name):
    analysis = analysed(name)
    again = unpacked(packed(analysis, Analysis), Analysis)
    assert again == analysis
    assert repr(again) == repr(analysis)  # 14 is not 14.0, a tuple no list, an enum no text


def test_equal_values_have_the_same_bytes():
    analysis = analysed(NAMES[0])
    data = packed(analysis, Analysis)
    assert packed(unpacked(data, Analysis), Analysis) == data


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (LiabilityCap("amount", 5000.0, "EUR", carve_outs=("intent",)), ProvisionValue),
        (LiabilityExclusion(Party.SUPPLIER, damage=("lost_profit",)), ProvisionValue),
        (NoticePeriod(DAYS, "month_end", by=Party.BOTH), ProvisionValue),
        (ObjectionDeadline(DAYS, immediate=True, deemed_consent=True), ProvisionValue),
        (Term(DAYS), ProvisionValue),
        (Term(), ProvisionValue),
        (RenewalTerm(indefinite=True), ProvisionValue),
        (Provision("p1", ProvisionKind.NOTICE_PERIOD, "c1", 0, 4, "Text", Term(DAYS), "r", 0.5), Provision),
        (Fact(date(2026, 11, 22), FactSource.USER, (Evidence("c1", 0, 4, "rule"),)), Fact[date]),
        (DealFacts(Fact(None), audience=Fact(Audience.B2C, FactSource.USER), annual_fee=Fact(12)), DealFacts),
        (Finding("f1", "a", FindingKind.MISSING, Severity.LOW, "c", {"n": 1, "x": None, "b": True, "t": "1"}), Finding),
        (
            Finding("f1", "a", FindingKind.DEVIATION, Severity.LOW, "c", limit=Limit("r", "f", 3, "at_most", True)),
            Finding,
        ),
        (Limit("r", "f", 2.0, "at_most", "zwei"), Limit),
        (
            Reading(
                SOURCE,
                (Clause("c", "a", "", "", "x", ("",), None, 0, corrected=("split", "type"), type_source="user"),),
                not_analysed=(NotAnalysed("excluded_by_user", ((0, 1),), anchor="b"),),
                corrections=(Correction("split", "a", "4:Der", "§ 1"),),
                lost_corrections=(LostCorrection(Correction("merge", "a"), "no_such_clause"),),
            ),
            Reading,
        ),
        (
            Reading(SOURCE, (Clause("c", "a", "§ 1", "", "x \ud800 \x00 \U0001f600", ("§ 1",), None, 0, ((0, 1),)),)),
            Reading,
        ),
        ((datetime(2026, 1, 1, tzinfo=UTC),), tuple[datetime, ...]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_kind_of_value_comes_back(value, kind):
    again = unpacked(packed(value, kind), kind)
    assert again == value
    assert repr(again) == repr(value)


def test_what_was_also_found_comes_back():
    also = Finding("f2", "b", FindingKind.STATUTORY, Severity.HIGH, "d", evidence=(Evidence("c", 0, 1, "rule"),))
    finding = Finding("f1", "a", FindingKind.MISSING, Severity.LOW, "c", also=(also,))
    assert unpacked(packed(finding, Finding), Finding) == finding


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"a": [], "b": {}, "c": None},
        {'"ä\n': {"deep": list(range(200)), "text": "\u2028 \ud800"}},
        [{"a": [1.5, True, None, "x"]}] * 64,
        tuple({"a": (n,)} for n in range(65)),
        "x",
    ],
    ids=lambda value: str(value)[:20],
)
def test_pieces_make_the_text_that_json_would_write_at_once(value):
    assert "".join(_written(value)) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_no_piece_holds_more_than_a_part_of_a_long_list():
    pieces = list(_written({"a": {"b": [{"n": n} for n in range(1000)]}}))
    assert max(map(len, pieces)) <= 1000


# --- content of another version


@dataclass(frozen=True)
class Earlier:
    """A class as it was."""

    name: str
    limit: int = 0


@pytest.mark.parametrize(
    "changed",
    [
        make_dataclass("Earlier", [("name", str), ("limit", int, 0), ("new", tuple[str, ...], ())], frozen=True),
        make_dataclass("Earlier", [("name", str)], frozen=True),
        make_dataclass("Earlier", [("name", str), ("limit", float, 0)], frozen=True),
        make_dataclass("Earlier", [("name", str), ("bound", int, 0)], frozen=True),
    ],
    ids=["a field more", "a field less", "another type", "another name"],
)
def test_content_of_another_version_is_refused_with_a_sentence(changed):
    with pytest.raises(ExpectedError) as caught:
        unpacked(packed(Earlier("x"), Earlier), changed)
    assert caught.value.code is ErrorCode.CASE_OUTDATED
    assert "noch einmal" in error_sentence(caught.value, "de")
    assert "again" in error_sentence(caught.value, "en")


def test_a_reading_stays_readable_when_only_the_analysis_changes():
    changed = make_dataclass("Analysis", [("reading", Reading), ("more", int)])
    assert form(Reading) == form(Reading)
    assert form(changed) != form(Analysis)


def test_a_change_deep_inside_changes_the_form():
    def outer(inner):
        return make_dataclass("Outer", [("inner", tuple[inner, ...])])

    one = make_dataclass("Inner", [("a", int)])
    other = make_dataclass("Inner", [("a", int), ("b", int | None)])
    assert form(outer(one)) != form(outer(other))


def test_the_form_does_not_depend_on_the_process():
    code = "from app.storage.codec import form; from app.models.analysis import Analysis; print(form(Analysis))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.strip() == form(Analysis)


# --- damaged content


class Colour(StrEnum):
    """Of a thing."""

    RED = "red"


@dataclass(frozen=True)
class Thing:
    """With a field of every simple type."""

    text: str = "x"
    number: int = 1
    size: float = 1.5
    sure: bool = True
    colour: Colour = Colour.RED
    day: date | None = None
    spans: tuple[tuple[int, int], ...] = ((1, 2),)


def _with(**changes) -> bytes:
    stored = json.loads(zlib.decompress(packed(Thing(), Thing)))
    stored["content"].update(changes)
    return zlib.compress(json.dumps(stored).encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"text": None},
        {"text": 1},
        {"number": "1"},
        {"number": 1.0},
        {"number": True},
        {"size": "1.5"},
        {"size": True},
        {"sure": 1},
        {"colour": "blue"},
        {"day": "gestern"},
        {"day": 5},
        {"spans": 3},
        {"spans": [[1]]},
        {"spans": [["1", "2"]]},
        {"more": 1},
    ],
    ids=str,
)
def test_a_value_of_another_type_is_not_converted(changes):
    with pytest.raises(ExpectedError) as caught:
        unpacked(_with(**changes), Thing)
    assert caught.value.code is ErrorCode.CASE_DAMAGED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        zlib.compress(b""),
        zlib.compress(b"[]"),
        zlib.compress(b"{}"),
        zlib.compress(b"\xff"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(json.dumps({"form": form(Thing)}).encode()),
        zlib.compress(json.dumps({"form": form(Thing), "content": None}).encode()),
        packed(Thing(), Thing)[:-3],
    ],
    ids=range(10),
)
def test_damaged_content_is_refused(data):
    with pytest.raises(ExpectedError) as caught:
        unpacked(data, Thing)
    assert caught.value.code is ErrorCode.CASE_DAMAGED


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_SMALL = Reading(
    SOURCE,
    (Clause("c", "a", "", "", "x", (), None, 0),),
    (Provision("p", ProvisionKind.CONTRACT_TERM, "c", 0, 1, "x", Term(DAYS), "r", 1.0),),
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_stands_in_the_place_of_a_value_nothing_crashes(data):
    stored = json.loads(zlib.decompress(packed(_SMALL, Reading)))
    node, key = stored, "content"
    while isinstance(node[key], dict | list) and node[key] and data.draw(st.booleans()):
        node = node[key]
        key = data.draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
    node[key] = data.draw(_JSON)
    try:
        again = unpacked(zlib.compress(json.dumps(stored).encode()), Reading)
    except ExpectedError:
        return
    assert unpacked(packed(again, Reading), Reading) == again


# --- what it needs


def test_it_loads_neither_spacy_nor_qt():
    code = (
        "import sys; from app.storage.codec import packed, unpacked; from app.models.facts import DealFacts;"
        "unpacked(packed(DealFacts(), DealFacts), DealFacts);"
        "print([m for m in ('spacy', 'PySide6', 'pdfplumber') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert out.stdout.strip() == "[]"
