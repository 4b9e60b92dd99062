"""Two versions compared: what became of each clause, and that nothing is dropped."""

from __future__ import annotations

import pickle

import pytest

from app.comparing.versions import compare_versions
from app.models.analysis import DiffOp
from app.models.versions import ChangeKind, places
from tests.unit.comparing.versions.made import OLD, against, analysed, at, edited, rest

SECTION_2 = OLD[OLD.index("§ 2 ") : OLD.index("§ 3 ")]
SECTION_6 = OLD[OLD.index("§ 6 ") :]


def test_the_same_text_is_unchanged_throughout() -> None:
    found = against(OLD)
    assert set(found.counts) == {ChangeKind.UNCHANGED}
    assert not any(c.moved or c.renumbered or c.values or c.figures or c.redirected for c in found.changes)
    assert {change.kind for change in found.outside} == {ChangeKind.UNCHANGED}
    assert found.risk == type(found.risk)()


def test_a_changed_period_is_told_as_a_value() -> None:
    found = edited(("drei Monaten", "sechs Monaten"))
    change = at(found, "§ 4 (2)")
    assert change.kind is ChangeKind.CHANGED
    (value,) = change.values
    assert value.parts == ("duration",)
    old, new = found.old.provisions_by_id, found.new.provisions_by_id
    assert value.old
    assert value.new
    assert "drei" in old[value.old].quote
    assert "sechs" in new[value.new].quote
    assert change.figures == ()
    assert rest(found, "§ 4 (2)") == {ChangeKind.UNCHANGED}


def test_a_changed_cap_is_told_as_a_value_and_its_hunk_is_of_substance() -> None:
    change = at(edited(("10.000 Euro", "5.000 Euro")), "§ 5 (2)")
    assert [value.parts for value in change.values] == [("amount",)]
    assert [change.old_text[change.hunks[n].a0 : change.hunks[n].a1] for n in change.substantive] == ["10.000"]


def test_a_number_in_no_provision_is_told_as_a_figure() -> None:
    old = OLD.replace("Es gilt deutsches Recht.", "Die Server sind zu 99,5 % erreichbar (§ 536a BGB).")
    found = against(old.replace("99,5 %", "98 %"), old)
    (figure,) = at(found, "§ 6 (1)").figures
    assert old[old.index("99,5 %") :].startswith(at(found, "§ 6 (1)").old_text[slice(*figure.old)])
    assert at(found, "§ 6 (1)").new_text[slice(*figure.new)] == "98 %"


def test_a_value_that_only_moved_to_another_clause_is_no_change() -> None:
    found = edited(
        ("\n(2) Der Vertrag kann mit einer Frist von drei Monaten zum Monatsende gekündigt werden.\n", ""),
        (
            "(1) Der Vertrag läuft auf unbestimmte Zeit.\n",
            "(1) Der Vertrag läuft auf unbestimmte Zeit. Der Vertrag kann mit einer Frist von drei Monaten zum Monatsende "
            "gekündigt werden.\n",
        ),
    )
    assert not [value for change in found.changes for value in change.values]


def test_a_clause_that_went_takes_its_value_with_it() -> None:
    found = edited(("\n(1) Rechnungen sind innerhalb von 30 Tagen nach Zugang zu zahlen.\n", ""))
    change = at(found, "§ 3 (1)", old=True)
    assert change.kind is ChangeKind.REMOVED
    assert [(value.old is not None, value.new) for value in change.values] == [(True, None)]
    assert change.of_substance


def test_spelling_alone_is_trivial() -> None:
    change = at(edited(("zulässig, soweit", "zulaessig so weit")), "§ 2 (1)")
    assert change.kind is ChangeKind.TRIVIAL
    assert not change.substantive
    assert not change.of_substance


def test_a_text_that_a_longer_one_holds_is_that_clause() -> None:
    longer = "Es gilt deutsches Recht. Das UN-Kaufrecht ist ausgeschlossen. Zwingende Vorschriften des Verbraucherschutzes bleiben unberührt."
    found = edited(("Es gilt deutsches Recht.", longer))
    assert at(found, "§ 6 (1)").kind is ChangeKind.CHANGED
    assert rest(found, "§ 6 (1)") == {ChangeKind.UNCHANGED}


def test_terms_printed_three_times_are_the_old_ones_once() -> None:
    body = OLD[OLD.index("§ 1 ") :]
    found = against(f"{OLD}\n{body}\n{body}")
    assert found.counts[ChangeKind.UNCHANGED] == len(found.old.reading.clauses)
    assert not any(change.moved for change in found.changes)


def test_a_word_that_turns_the_sense_is_not() -> None:
    change = at(edited(("haften wir unbeschränkt", "haften wir nicht unbeschränkt")), "§ 5 (1)")
    assert change.kind is ChangeKind.CHANGED
    assert change.substantive


def _renumbered(text: str) -> str:
    """Section 2 behind section 6, and all of them counted anew."""
    moved = text.replace(SECTION_2, "").replace(SECTION_6, SECTION_6 + "\n" + SECTION_2)
    for old, new in (
        ("§ 2 L", "§ X L"),
        ("§ 3 Z", "§ 2 Z"),
        ("§ 4 L", "§ 3 L"),
        ("§ 5 H", "§ 4 H"),
        ("§ 6 S", "§ 5 S"),
    ):
        moved = moved.replace(old, new)
    return moved.replace("§ X L", "§ 6 L")


def test_a_moved_section_is_told_once_and_references_that_follow_are_trivial() -> None:
    found = against(_renumbered(OLD).replace("§ 3 Abs. 2", "§ 2 Abs. 2"))
    assert [" ".join(found.new.reading.by_id[c.new[0]].path) for c in found.changes if c.moved] == ["§ 6"]
    assert at(found, "§ 4 (2)").kind is ChangeKind.TRIVIAL
    assert {c.kind for c in found.changes} == {ChangeKind.UNCHANGED, ChangeKind.TRIVIAL}
    assert at(found, "§ 5").renumbered


def test_a_reference_that_was_left_behind_is_of_substance_and_has_a_hunk() -> None:
    found = against(_renumbered(OLD))
    change = at(found, "§ 4 (2)")
    assert change.kind is ChangeKind.CHANGED
    assert [change.new_text[slice(*span)] for span in change.redirected] == ["§ 3 Abs. 2"]
    (hunk,) = (change.hunks[n] for n in change.substantive)
    assert hunk.op is DiffOp.REPLACE
    assert change.old_text[hunk.a0 : hunk.a1] == change.new_text[hunk.b0 : hunk.b1] == "§ 3 Abs. 2"


def test_a_statutes_number_is_no_reference_inside() -> None:
    old = OLD.replace("Es gilt deutsches Recht.", "Unternehmer ist, wer es nach § 14 BGB ist.")
    change = at(against(old.replace("§ 14 BGB", "§ 13 BGB"), old), "§ 6 (1)")
    assert change.kind is ChangeKind.CHANGED


def test_a_split_paragraph_is_one_change() -> None:
    found = edited(
        ("bestätigt haben. Teillieferungen", "bestätigt haben.\n\n(2) Teillieferungen"),
        ("(2) Die Gefahr", "(3) Die Gefahr"),
    )
    change = at(found, "§ 2 (1)")
    assert change.kind is ChangeKind.SPLIT
    assert change == at(found, "§ 2 (2)")
    assert not change.of_substance
    assert at(found, "§ 2 (3)").renumbered


def test_merged_paragraphs_are_one_change() -> None:
    found = edited((".\n\n(2) Aufrechnen darf", ". Aufrechnen darf"))
    assert at(found, "§ 3 (1)").kind is ChangeKind.MERGED
    assert at(found, "§ 3 (1)") == at(found, "§ 3 (2)", old=True)
    assert not [value for c in found.changes for value in c.values]


def test_a_heading_over_its_only_paragraph_is_neither_split_nor_merged() -> None:
    old = OLD.replace("\n(1) Der Vertrag läuft auf unbestimmte Zeit.\n", "").replace(
        "(2) Der Vertrag kann", "Der Vertrag kann"
    )
    new = old.replace("Der Vertrag kann", "(1) Der Vertrag kann").replace(
        "gekündigt werden.", "gekündigt werden.\n\n(2) Das Recht zur Kündigung aus wichtigem Grund bleibt unberührt."
    )
    found = against(new, old)
    assert at(found, "§ 4").kind is ChangeKind.UNCHANGED
    assert at(found, "§ 4") == at(found, "§ 4 (1)")
    assert at(found, "§ 4 (2)").kind is ChangeKind.ADDED


def test_a_new_heading_over_the_only_paragraph_belongs_to_it() -> None:
    lone = OLD.replace("\n(1) Der Vertrag läuft auf unbestimmte Zeit.\n", "").replace(
        "(2) Der Vertrag kann", "Der Vertrag kann"
    )
    new = (
        lone.replace("§ 4 Laufzeit", "§ 4 Beendigung")
        .replace("Der Vertrag kann", "(1) Der Vertrag kann")
        .replace(
            "gekündigt werden.",
            "gekündigt werden.\n\n(2) Das Recht zur Kündigung aus wichtigem Grund bleibt unberührt.",
        )
    )
    found = against(new, lone)
    assert at(found, "§ 4") == at(found, "§ 4 (1)")
    assert at(found, "§ 4").kind is ChangeKind.CHANGED
    assert at(found, "§ 4").headed


def test_another_heading_is_a_change_of_the_heading_alone() -> None:
    found = edited(("§ 5 Haftung", "§ 5 Verantwortung der Muster GmbH"))
    assert at(found, "§ 5").kind is ChangeKind.CHANGED
    assert at(found, "§ 5").headed
    assert rest(found, "§ 5") == {ChangeKind.UNCHANGED}


def test_text_in_no_clause_is_compared_too() -> None:
    found = edited(("Allgemeine Bedingungen der Muster GmbH", "Allgemeine Bedingungen der Beispiel GmbH"))
    told = [change for change in found.outside if change.kind is not ChangeKind.UNCHANGED]
    assert [(change.kind, change.new_text) for change in told] == [
        (ChangeKind.CHANGED, "Allgemeine Bedingungen der Beispiel GmbH")
    ]


def test_lines_in_a_row_that_came_are_told_together() -> None:
    found = against(OLD.replace("Allgemeine Bedingungen", "Stand: Mai\n\nBirkenweg 21\n\nAllgemeine Bedingungen"))
    came = [change for change in found.outside if change.kind is ChangeKind.ADDED]
    assert [change.new_text for change in came] == ["Stand: Mai\nBirkenweg 21"]
    assert [found.new.reading.source.text[slice(*span)] for span in came[0].new] == ["Stand: Mai", "Birkenweg 21"]


def test_what_was_removed_stands_where_it_stood() -> None:
    found = against(OLD.replace(SECTION_2, ""))
    kinds = [change.kind for change in found.changes]
    assert kinds.index(ChangeKind.REMOVED) == 3
    assert found.counts[ChangeKind.REMOVED] == 3


def test_a_hunk_is_found_in_its_document() -> None:
    found = edited(("drei Monaten", "sechs Monaten"))
    change = at(found, "§ 4 (2)")
    hunk = change.hunks[change.substantive[0]]
    spans = places(found.new.reading, change.new, (hunk.b0, hunk.b1), headed=change.headed)
    assert [found.new.reading.source.text[a:b] for a, b in spans] == ["sechs"]


@pytest.mark.parametrize("new", ["Hier steht nichts von alledem.", "§ 1 Anderes\n\nGanz andere Bedingungen.\n"])
def test_strangers_have_nothing_in_common(new: str) -> None:
    found = against(new)
    assert set(found.counts) <= {ChangeKind.ADDED, ChangeKind.REMOVED}


def test_the_comparison_travels_between_processes_and_is_always_the_same() -> None:
    new = OLD.replace("drei Monaten", "sechs Monaten")
    first, second = (compare_versions(analysed(OLD), analysed(new)) for _ in range(2))
    assert pickle.loads(pickle.dumps(first)).changes == second.changes == first.changes


def test_read_backwards_it_says_the_same() -> None:
    new = _renumbered(OLD).replace("drei Monaten", "sechs Monaten")
    there, back = against(new), against(OLD, new)
    assert there.counts == back.counts
    assert {(c.old, c.new, c.kind) for c in there.changes} == {(c.new, c.old, c.kind) for c in back.changes}


def test_the_new_risk_is_told_against_the_library() -> None:
    found = edited(
        (
            "(2) Im Übrigen ist unsere Haftung auf 10.000 Euro begrenzt. § 3 Abs. 2 bleibt unberührt.\n",
            "(2) Im Übrigen haften wir nicht.\n",
        )
    )
    assert found.risk.appeared or found.risk.vanished or found.risk.graver or found.risk.lighter
    told = {finding.anchor for finding in found.risk.appeared}
    assert told <= {finding.anchor for finding in found.new.findings} | {
        also.anchor for finding in found.new.findings for also in finding.also
    }
