"""The order of the list of findings, without a window."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.analysis import FindingKind, Severity
from app.models.decisions import Verdict
from app.ui.models.arrangement_text import arrangement_from, arrangement_text
from app.ui.models.arranging import Arrangement, Grouping, Sorting, arranged, dictionary_order
from app.ui.models.filtering import Filters, toggled, without
from app.ui.models.findingrows import FindingRow, GroupRow, ListedFinding, Standing, findings_in
from app.ui.models.findingwords import severity_labels
from app.ui.models.stepping import next_undecided, step

H, M, L, I = Severity  # noqa: E741 - as in the table
LABELS = severity_labels("de")


def _finding(id_, severity, kind, order, section="", subject="", words=""):
    return ListedFinding(
        id_, f"a-{id_}", severity, kind, f"Titel {id_}", kind.value, "§ 1", (words or f"titel {id_}").casefold(), order,
        section, f"Abschnitt {section}" if section else "", subject, f"Thema {subject}" if subject else "",
    )  # fmt: skip


FINDINGS = (
    _finding("a", H, FindingKind.DEVIATION, 2, "s2", "liability", "haftung 1.000 euro"),
    _finding("b", M, FindingKind.STATUTORY, 0, "s1", "payment"),
    _finding("c", M, FindingKind.DEVIATION, 3, "s2", "liability"),
    _finding("d", L, FindingKind.MISSING, 5, "", ""),
    _finding("e", I, FindingKind.NUMBERING, 4, "s3", "termination"),
    _finding("f", H, FindingKind.CONTRADICTION, 1, "s1", "payment", "haftung straße"),
)
SAID = {
    "a-a": Standing(Verdict.NEGOTIATE, "Anna"),
    "a-b": Standing(Verdict.ACCEPT),
    "a-c": Standing(assignee="Anna"),
    "a-e": Standing(severity=H),
}


def _text(grouping=Grouping.NONE, sorting=Sorting.CLAUSE, filters=None, closed=()):
    """`high:fa` is a heading with its findings."""
    arrangement = Arrangement(grouping, sorting, filters or Filters())
    rows = arranged(FINDINGS, SAID, arrangement, LABELS, frozenset(closed)).rows
    parts = (f" {r.key.split(':')[1]}:" if isinstance(r, GroupRow) else r.finding.id for r in rows)
    return "".join(parts).strip()


@pytest.mark.parametrize(
    ("grouping", "sorting", "expected"),
    [
        ("none", "clause", "bfaced"),
        ("none", "severity", "faebcd"),
        ("none", "kind", "acdfbe"),
        ("none", "subject", "dacfbe"),
        ("severity", "clause", "high:fae medium:bc low:d"),
        ("severity", "kind", "high:afe medium:cb low:d"),
        ("kind", "severity", "deviation:ac missing:d contradiction:f statutory:b numbering:e"),
        ("clause", "clause", "s1:bf s2:ac s3:e :d"),
        ("clause", "severity", "s1:fb s2:ac s3:e :d"),
        ("subject", "clause", "liability:ac payment:bf termination:e :d"),
    ],
)
def test_groups_and_order(grouping, sorting, expected):
    assert _text(Grouping(grouping), Sorting(sorting)) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(severities=frozenset([H])), "fae"),  # e weighs high for the user
        (Filters(severities=frozenset([I])), ""),
        (Filters(kinds=frozenset([FindingKind.DEVIATION, FindingKind.MISSING])), "acd"),
        (Filters(subjects=frozenset(["payment"])), "bf"),
        (Filters(subjects=frozenset([""])), "d"),
        (Filters(states=frozenset(["undecided"])), "fced"),
        (Filters(states=frozenset(["decided"])), "ba"),
        (Filters(states=frozenset(["accept", "undecided"])), "bfced"),
        (Filters(states=frozenset(["reject"])), ""),
        (Filters(assignees=frozenset(["Anna"])), "ac"),
        (Filters(assignees=frozenset(["-"])), "bfed"),
        (Filters(words="HAFTUNG"), "fa"),
        (Filters(words="euro Haftung"), "a"),
        (Filters(words="STRASSE"), "f"),
        (Filters(words="straße"), "f"),
        (Filters(words="gibt es nicht"), ""),
        (Filters(words="haftung", severities=frozenset([H]), states=frozenset(["undecided"])), "f"),
    ],
)
def test_filters(filters, expected):
    assert _text(filters=filters) == expected


def test_subjects_are_sorted_as_in_a_dictionary():
    labels = ("Zahlung", "Änderung der Bedingungen", "Allgemeines", "öffentliche Hand")
    assert sorted(labels, key=dictionary_order) == [labels[2], labels[1], labels[3], labels[0]]


def test_a_closed_group_is_counted_but_its_findings_are_not_shown():
    found = arranged(FINDINGS, SAID, Arrangement(), LABELS, frozenset(["severity:high"]))
    heading = found.rows[0]
    assert (heading.key, heading.count, heading.undecided, heading.open) == ("severity:high", 3, 2, False)
    assert [r.finding.id for r in findings_in(found.rows)] == ["b", "c", "d"]
    assert (found.shown, found.total) == (6, 6)


def test_a_finding_that_is_kept_stays_at_its_place_whatever_the_filters():
    open_only = Arrangement(Grouping.NONE, filters=Filters(states=frozenset(["undecided"])))
    rows = arranged(FINDINGS, SAID, open_only, LABELS, keep="a").rows
    assert "".join(row.finding.id for row in findings_in(rows)) == "faced"
    assert arranged(FINDINGS, SAID, open_only, LABELS, keep="f") == arranged(FINDINGS, SAID, open_only, LABELS)


def test_how_many_are_shown_of_how_many():
    found = arranged(FINDINGS, SAID, Arrangement(filters=Filters(words="haftung")), LABELS)
    assert (found.shown, found.total) == (2, 6)


def test_an_own_severity_counts_and_is_known_as_such():
    rows = findings_in(arranged(FINDINGS, SAID, Arrangement(), LABELS).rows)
    assert {r.finding.id: r.severity for r in rows if r.own} == {"e": H}


ROWS = arranged(FINDINGS, SAID, Arrangement(Grouping.SEVERITY), LABELS).rows  # fae bc d


@pytest.mark.parametrize(
    ("current", "by", "expected"),
    [("f", 1, "a"), ("e", 1, "b"), ("d", 1, "f"), ("f", -1, "d"), (None, 1, "f"), (None, -1, "d"), ("gone", 1, "f")],
)
def test_steps_go_by_what_is_shown_and_round_the_end(current, by, expected):
    assert step(ROWS, current, by) == expected


@pytest.mark.parametrize(
    ("current", "expected"), [(None, "f"), ("f", "e"), ("e", "c"), ("c", "d"), ("d", "f"), ("b", "c")]
)
def test_the_next_undecided_one_round_the_end(current, expected):
    assert next_undecided(ROWS, current) == expected


def test_nowhere_to_go():
    assert step((), "a", 1) is None
    assert next_undecided((), "a") is None
    all_decided = {f.anchor: Standing(Verdict.ACCEPT) for f in FINDINGS}
    assert next_undecided(arranged(FINDINGS, all_decided, Arrangement(), LABELS).rows, "a") is None


def test_choices_go_in_and_out():
    both = toggled(toggled(Filters(), "severities", "high"), "severities", "low")
    assert both.severities == {Severity.HIGH, Severity.LOW}
    assert all(isinstance(severity, Severity) for severity in both.severities)
    assert toggled(both, "severities", "low") == without(both, "severities", "low")
    assert without(Filters(words="a b"), "words", "a b") == Filters()
    assert not Filters().active
    assert both.active


CHOICES = st.builds(
    Filters,
    st.frozensets(st.sampled_from(Severity)),
    st.frozensets(st.sampled_from(FindingKind)),
    st.frozensets(st.sampled_from(["", "liability", "payment", "termination"])),
    st.frozensets(st.sampled_from(["undecided", "decided", "accept", "negotiate"])),
    st.frozensets(st.sampled_from(["-", "Anna"])),
    st.sampled_from(["", "haftung", "titel", "TITEL a"]),
)
ARRANGEMENTS = st.builds(Arrangement, st.sampled_from(Grouping), st.sampled_from(Sorting), CHOICES)


@given(ARRANGEMENTS, st.integers())
def test_what_is_shown_is_a_permutation_of_what_the_filters_keep_whatever_the_grouping(arrangement, seed):
    plain = arranged(FINDINGS, SAID, Arrangement(Grouping.NONE, Sorting.CLAUSE, arrangement.filters), LABELS)
    mixed = random.Random(seed).sample(FINDINGS, len(FINDINGS))
    found = arranged(mixed, SAID, arrangement, LABELS)
    ids = [row.finding.id for row in findings_in(found.rows)]
    assert sorted(ids) == sorted(row.finding.id for row in findings_in(plain.rows))
    assert len(ids) == found.shown
    assert found.rows == arranged(FINDINGS, SAID, arrangement, LABELS).rows
    headings = [row for row in found.rows if isinstance(row, GroupRow)]
    assert sum(row.count for row in headings) == (0 if arrangement.grouping is Grouping.NONE else found.shown)


@given(ARRANGEMENTS)
def test_an_arrangement_is_kept_but_for_the_words(arrangement):
    kept = arrangement_from(arrangement_text(arrangement))
    assert kept == Arrangement(
        arrangement.grouping, arrangement.sorting, without(arrangement.filters, "words", arrangement.filters.words)
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        '{"grouping": "moon"}',
        '{"severities": ["worst"], "kinds": 3, "states": ["open", 1]}',
        "[" * 9,
    ],
)
def test_what_cannot_be_read_hides_nothing(text):
    assert arrangement_from(text) == Arrangement()


def test_rows_are_findings_or_headings():
    assert {type(row) for row in ROWS} == {FindingRow, GroupRow}
