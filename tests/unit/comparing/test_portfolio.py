"""Digests and clauses that several documents share."""

from __future__ import annotations

import pytest

from app.comparing.portfolio import digest_of, portfolio_of, same_clauses
from app.models.analysis import Severity
from app.models.portfolio import Failure, PortfolioRow
from app.models.reading import Clause
from tests.unit.reporting.report_example import ANALYSIS

DIGEST = digest_of(ANALYSIS)
CAP = (
    "Die Haftung des Anbieters ist für jeden Schadensfall auf einen Betrag von zehntausend Euro begrenzt, soweit nicht "
    "Vorsatz oder grobe Fahrlässigkeit vorliegt."
)
NEARLY = CAP.replace("zehntausend", "fünftausend")
OTHER = "Der Kunde zahlt die Rechnung innerhalb von vierzehn Tagen nach ihrem Zugang ohne jeden Abzug auf das genannte Konto."


def row(name: str, *texts: str) -> PortfolioRow:
    clauses = tuple(
        Clause(f"c{n}", f"{name}{n}", f"({n})", "", text, (f"({n})",), None, 1) for n, text in enumerate(texts, start=1)
    )
    return PortfolioRow(name, digest=_with(clauses))


def _with(clauses: tuple[Clause, ...]):
    from dataclasses import replace

    return replace(DIGEST, clauses=clauses)


def found(*rows: PortfolioRow) -> list[tuple[str, list[tuple[int, str]]]]:
    return [(same.relation, [(p.row, p.clause) for p in same.places]) for same in same_clauses(rows)]


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        ([row("a", CAP), row("b", OTHER)], []),
        ([row("a", CAP), row("b", OTHER, CAP)], [("exact", [(0, "c1"), (1, "c2")])]),
        ([row("a", CAP), row("b", CAP.upper())], [("exact", [(0, "c1"), (1, "c1")])]),
        ([row("a", CAP), row("b", NEARLY)], [("near", [(0, "c1"), (1, "c1")])]),
        ([row("a", CAP, CAP)], []),
        ([row("a", CAP, CAP), row("b", CAP)], [("exact", [(0, "c1"), (0, "c2"), (1, "c1")])]),
        ([row("a", CAP), row("b", NEARLY), row("c", CAP)], [("near", [(0, "c1"), (1, "c1"), (2, "c1")])]),
        (
            [row("a", CAP, OTHER), row("b", OTHER, CAP)],
            [("exact", [(0, "c1"), (1, "c2")]), ("exact", [(0, "c2"), (1, "c1")])],
        ),
        ([row("a", "Es gilt deutsches Recht."), row("b", "Es gilt deutsches Recht.")], []),
        (
            [row("a", CAP), PortfolioRow("kaputt", failure=Failure("pdf_damaged")), row("c", CAP)],
            [("exact", [(0, "c1"), (2, "c1")])],
        ),
        ([], []),
    ],
)
def test_clauses_of_several_documents_are_grouped(rows: list[PortfolioRow], groups: list[object]) -> None:
    assert found(*rows) == groups


def test_every_copy_in_many_documents_is_in_the_group() -> None:
    rows = [row(str(n), CAP) for n in range(60)]
    (group,) = same_clauses(rows)
    assert [place.row for place in group.places] == list(range(60))


def test_the_similarity_of_a_group_is_that_of_its_least_alike() -> None:
    (group,) = same_clauses([row("a", CAP), row("b", NEARLY)])
    assert 0.85 <= group.similarity < 1


def test_a_digest_keeps_what_a_table_needs() -> None:
    source = ANALYSIS.reading.source
    assert (DIGEST.sha256, DIGEST.size, DIGEST.complete) == (source.sha256, source.size, source.complete)
    assert len(DIGEST.values) == len(ANALYSIS.reading.provisions)
    assert DIGEST.findings == len(ANALYSIS.findings) == sum(count for _, count in DIGEST.counts)
    assert [severity for severity, _ in DIGEST.counts] == list(Severity)
    assert DIGEST.worst is not None
    assert DIGEST.worst.severity is min((f.severity for f in ANALYSIS.findings), key=lambda s: s.rank)
    assert all(clause.boxes == () and clause.body_spans == () for clause in DIGEST.clauses)
    assert [clause.text for clause in DIGEST.clauses] == [clause.text for clause in ANALYSIS.reading.clauses]


def test_a_value_knows_the_gravest_finding_on_it() -> None:
    for value, provision in zip(DIGEST.values, ANALYSIS.reading.provisions, strict=True):
        severities = [f.severity for f in ANALYSIS.findings if provision.id in f.provisions]
        assert value.severity is min(severities, key=lambda s: s.rank, default=None)
        assert value.quote == provision.quote


def test_a_portfolio_counts_what_was_read() -> None:
    made = portfolio_of([row("a", CAP), PortfolioRow("b", failure=Failure("bug"))], ["bild.png"])
    assert (len(made.rows), len(made.read), made.left_out) == (2, 1, ("bild.png",))
