"""What no rule looked at is listed with its reason and place."""

from __future__ import annotations

from dataclasses import replace

from app.comparing.evaluation import evaluate_reading
from app.models.liability import Damage, Extent, Fault, LiabilityCell, LiabilityMatrix
from app.models.provisions import Duration, LiabilityCap, NoticePeriod, ProvisionKind, Unit
from app.models.reading import NotAnalysed, Reading
from app.models.source import Block, BlockKind
from tests.unit.comparing.made import FACTS, library, reading, reference, with_values

NOTICE = (ProvisionKind.NOTICE_PERIOD, NoticePeriod(Duration(3, Unit.MONTH)))


def ledger(read: Reading) -> list[NotAnalysed]:
    return list(evaluate_reading(read, library(reference()), FACTS).not_checked)


def reasons(read: Reading) -> list[str]:
    return [entry.reason for entry in ledger(read)]


def with_blocks(read: Reading, *blocks: Block) -> Reading:
    return replace(read, source=replace(read.source, blocks=blocks))


def test_a_table_in_a_clause_is_one_entry() -> None:
    text = "Frist\tDauer\nKündigung\t3 Monate"
    rows = (Block(0, 11, BlockKind.TABLE_ROW, table=0), Block(12, len(text), BlockKind.TABLE_ROW, table=0))
    (entry,) = [e for e in ledger(with_blocks(reading(text), *rows)) if e.reason == "table"]
    assert entry.spans == ((0, len(text)),)
    assert entry.excerpt == "Frist Dauer Kündigung 3 Monate"


def test_a_table_outside_of_clauses_is_none_of_the_rules_business() -> None:
    read = with_blocks(reading("Ein Satz."), Block(500, 510, BlockKind.TABLE_ROW, table=0))
    assert "table" not in reasons(read)


def test_a_note_counts_where_it_is_in_no_clause() -> None:
    inside, outside = Block(0, 9, BlockKind.NOTE), Block(700, 710, BlockKind.NOTE)
    assert reasons(with_blocks(reading("Ein Satz."), inside)).count("note") == 0
    assert reasons(with_blocks(reading("Ein Satz."), inside, outside)).count("note") == 1


def test_a_value_read_with_little_confidence_is_quoted() -> None:
    read = with_values(reading("Kündigung mit drei Monaten Frist."), NOTICE)
    unsure = replace(read, provisions=(replace(read.provisions[0], confidence=0.4),))
    assert "low_confidence" not in reasons(read)
    (entry,) = [e for e in ledger(unsure) if e.reason == "low_confidence"]
    assert entry.excerpt == "Kündigung mit drei Monaten Frist."


def test_an_unsure_subject_is_said_to_be_unsure() -> None:
    read = reading("Ein Satz.", types=["payment"])
    unsure = replace(read, clauses=(replace(read.clauses[0], confidence=0.3),))
    assert reasons(read) == ["no_reference"]
    assert reasons(unsure) == ["unsure_type"]


def test_a_cap_in_no_cell_of_the_matrix_is_said() -> None:
    cap = (ProvisionKind.LIABILITY_CAP, LiabilityCap("amount", amount=25_000.0, currency="EUR"))
    read = with_values(reading("Bei Wartung haften wir bis zu 25.000 Euro."), cap)
    cell = LiabilityCell(Fault.INTENT, Damage.OTHER, Extent.LIMITED, ("p0001",))
    placed = replace(read, liability=(LiabilityMatrix(None, None, (cell,)),))
    assert "not_in_matrix" in reasons(read)
    assert "not_in_matrix" not in reasons(placed)
