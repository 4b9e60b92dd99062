"""Long analyses travel in pieces and arrive whole."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from app.jobs.messages import Analysed, Cancel, Evaluate, Evaluated, Progressed, without_reading
from app.jobs.pieces import Gathered, Piece, in_pieces
from app.models.analysis import Analysis, Check, LibraryStamp, Outcome
from app.models.facts import DealFacts
from app.models.reading import NOTHING_READ, Clause
from app.models.source import Run


def _analysis(count: int) -> Analysis:
    source = replace(NOTHING_READ.source, text="x" * count, runs=tuple(Run(n, n + 1) for n in range(count)))
    clauses = tuple(Clause(str(n), str(n), "", "", "x", (), None, 0) for n in range(count // 2))
    reading = replace(NOTHING_READ, source=source, clauses=clauses)
    checks = tuple(Check(f"rule-{n}", Outcome.OK) for n in range(count // 4))
    return Analysis(reading, DealFacts(), LibraryStamp("", ""), checks=checks)


def _sent(message):
    """As it arrives at the other end."""
    return [pickle.loads(pickle.dumps(part)) for part in in_pieces(message)]


@pytest.mark.parametrize("count", [0, 3, 200, 201, 5000])
@pytest.mark.parametrize(
    "made",
    [
        lambda analysis: Analysed(7, analysis),
        lambda analysis: without_reading(7, analysis),
        lambda analysis: Evaluate(7, ".", DealFacts(), analysis.reading),
        lambda analysis: Evaluate(7, ".", DealFacts()),
        lambda analysis: Progressed(7, 0.5, "reading", {}),
        lambda analysis: Cancel(7),
    ],
)
def test_what_arrives_is_what_was_sent(count, made):
    message, gathered = made(_analysis(count)), Gathered()
    arrived = [gathered.take(part) for part in _sent(message)]
    assert arrived[:-1] == [None] * (len(arrived) - 1)
    assert arrived[-1] == message


def test_no_piece_is_long():
    parts = _sent(Analysed(7, _analysis(5000)))
    assert max(len(part.elements) for part in parts if isinstance(part, Piece)) <= 200
    assert len(pickle.dumps(parts[-1])) < 7000  # the text itself, and little else


def test_what_follows_is_not_mixed_with_what_was_gathered():
    gathered = Gathered()
    for part in _sent(Analysed(1, _analysis(1000))):
        gathered.take(part)
    short = _analysis(3)
    assert gathered.take(Evaluated(2, short)) == Evaluated(2, short)
