"""A pack beside our library: whose change it is, what goes in, what is remembered; subscriptions and starter updates."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.merging import Choice, Merge, answered, brought_in, content_sha, left_open, merge
from app.library.model import ClauseType, Revision, Status
from app.library.packs import Pack, read_pack, write_pack
from app.library.starter import starter_digest, starter_pack
from app.library.subscriptions import Subscription, news

STARTER = read_pack(paths.clause_library()).revisions
RULED = next(revision for revision in STARTER if revision.clause.rules)
AT = datetime(2026, 11, 22, tzinfo=UTC)


def a(title: str = "Eins", identifier: str = "a", status: Status = Status.REVIEW) -> Revision:
    """The clause `a`, which says its title."""
    rules = tuple(replace(rule, id=f"{identifier}.{number}") for number, rule in enumerate(RULED.clause.rules))
    return Revision(replace(RULED.clause, id=identifier, title=title, status=status, rules=rules))


def pack(*revisions: Revision, types: tuple[ClauseType, ...] = ()) -> Pack:
    return Pack("Kollegin", types, revisions)


def ours(*revisions: Revision) -> dict[str, Revision]:
    return {revision.clause.id: revision for revision in revisions}


def groups(found: Merge) -> dict[str, list[str]]:
    """Names of the groups that are not empty, with the ids in them."""
    named = {
        "new": [r.clause.id for r in found.new],
        "declined": [r.clause.id for r in found.declined],
        **{name: [pair.id for pair in getattr(found, name)] for name in ("same", "changed", "kept", "conflicts")},
    }
    return {name: ids for name, ids in named.items() if ids}


def sha(revision: Revision) -> str:
    return content_sha(revision.clause)


ONE, TWO, THREE = a("Eins"), a("Zwei"), a("Drei")
RETIRED = a("Eins", status=Status.RETIRED)


@pytest.mark.parametrize(
    ("here", "there", "base", "group"),
    [
        (None, ONE, None, "new"),
        (None, ONE, ONE, "declined"),
        (None, TWO, ONE, "new"),
        (ONE, ONE, None, "same"),
        (ONE, ONE, TWO, "same"),
        (ONE, TWO, ONE, "changed"),
        (TWO, ONE, ONE, "kept"),
        (TWO, THREE, ONE, "conflicts"),
        (ONE, TWO, None, "conflicts"),
        (a("Eins", status=Status.APPROVED), ONE, None, "same"),
        (a("Eins", status=Status.APPROVED), TWO, ONE, "changed"),
        (ONE, RETIRED, ONE, "changed"),
        (RETIRED, ONE, ONE, "kept"),
        (RETIRED, TWO, ONE, "conflicts"),
        (RETIRED, RETIRED, ONE, "same"),
    ],
)
def test_whose_change_it_is(here: Revision | None, there: Revision, base: Revision | None, group: str) -> None:
    found = merge(ours(here) if here else {}, pack(there), {"a": sha(base)} if base else {})
    assert groups(found) == {group: ["a"]}


def test_what_the_pack_lacks_is_left_alone() -> None:
    assert groups(merge(ours(a()), pack(), {"a": sha(a())})) == {}


def test_the_number_of_a_version_and_who_made_it_are_no_content() -> None:
    other = Revision(replace(ONE.clause, version=7), "Anna", AT, "weil")
    assert groups(merge(ours(ONE), pack(other), {})) == {"same": ["a"]}


def test_types_that_are_new_come_along() -> None:
    one, two = (ClauseType(i, i, i, i, i) for i in ("one", "two"))
    assert merge({}, pack(types=(one, two)), {}, [replace(one, de="anders")]).types == (two,)


def test_a_shipped_type_that_an_older_library_lacks_comes_along() -> None:
    own = ClauseType(RULED.clause.type, *"wxyz")
    assert [item.id for item in merge({}, pack(ONE), {}).types] == [RULED.clause.type]
    assert merge({}, pack(ONE, types=(own,)), {}).types == (own,)
    assert merge({}, pack(ONE), {}, [own]).types == ()


# --- what goes in


def test_a_clause_without_a_choice_is_left_open_and_offered_again() -> None:
    found = merge(ours(ONE), pack(TWO, a(identifier="b")), {})
    assert brought_in(found, {}, "P") == ()
    assert left_open(found, {}) == {"a", "b"}
    assert answered(found, {}) == {}


@pytest.mark.parametrize(
    ("choice", "titles"), [(Choice.OURS, []), (Choice.THEIRS, ["Zwei"]), (Choice.BOTH, ["Zwei (P)"])]
)
def test_a_conflict_is_settled_as_chosen_and_not_asked_again(choice: Choice, titles: list[str]) -> None:
    here, there = ours(ONE), pack(TWO)
    found = merge(here, there, {})
    assert [r.clause.title for r in brought_in(found, {"a": choice}, "P")] == titles
    remembered = answered(found, {"a": choice})
    after = {r.clause.id: r for r in (*here.values(), *brought_in(found, {"a": choice}, "P"))}
    assert not merge(after, there, remembered).offered


@pytest.mark.parametrize(("choice", "count"), [(Choice.OURS, 0), (Choice.THEIRS, 1), (Choice.BOTH, 1)])
def test_a_new_clause_comes_in_once_or_not_at_all(choice: Choice, count: int) -> None:
    assert len(brought_in(merge({}, pack(ONE), {}), {"a": choice}, "P")) == count


def test_theirs_beside_ours_is_a_draft_with_ids_of_its_own() -> None:
    here = ours(ONE, a(identifier="a-2"), a(identifier="b"))
    [copy] = brought_in(merge(here, pack(Revision(TWO.clause, "Anna", AT)), {}), {"a": Choice.BOTH}, "P")
    assert (copy.clause.id, copy.clause.status, copy.clause.version) == ("a-3", Status.DRAFT, 1)
    assert copy.author == "Anna"
    old = {rule.id for revision in here.values() for rule in revision.clause.rules}
    assert all(rule.id.startswith("a-3.") for rule in copy.clause.rules)
    assert not old & {rule.id for rule in copy.clause.rules}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    here=st.dictionaries(st.sampled_from("abcd"), st.sampled_from(("Eins", "Zwei", "Drei"))),
    there=st.dictionaries(st.sampled_from("abcd"), st.sampled_from(("Eins", "Zwei", "Drei"))),
    base=st.dictionaries(st.sampled_from("abcd"), st.sampled_from(("Eins", "Zwei", "Drei"))),
    choices=st.dictionaries(st.sampled_from("abcd"), st.sampled_from(Choice)),
)
def test_every_clause_of_a_pack_is_in_one_group_and_what_was_answered_is_not_offered_again(
    here: dict[str, str], there: dict[str, str], base: dict[str, str], choices: dict[str, Choice]
) -> None:
    mine = {i: a(title, i) for i, title in here.items()}
    theirs = pack(*(a(there[i], i) for i in sorted(there)))
    known = {i: sha(a(title, i)) for i, title in base.items()}
    found = merge(mine, theirs, known)
    assert sorted(i for ids in groups(found).values() for i in ids) == sorted(there)
    after = mine | {r.clause.id: r for r in brought_in(found, choices, "P")}
    again = merge(after, theirs, known | answered(found, choices))
    assert again.offered.keys() == left_open(found, choices)
    assert all(after[i] == mine[i] for i in mine.keys() - {i for i, c in choices.items() if c is Choice.THEIRS})


# --- subscriptions


def subscription(path: Path, *seen: Revision) -> Subscription:
    return Subscription(path, "Team", AT, {revision.clause.id: sha(revision) for revision in seen})


def test_a_watched_folder_says_what_is_new_changed_and_gone(tmp_path: Path) -> None:
    b, c = a(identifier="b"), a(identifier="c")
    write_pack(pack(TWO, b), tmp_path / "team")
    found = news(subscription(tmp_path / "team", ONE, c), ours(ONE, c))
    assert groups(found.merge) == {"new": ["b"], "changed": ["a"]}
    assert found.gone == ("c",)
    assert not found.empty


def test_what_we_retired_ourselves_or_never_took_is_not_missed(tmp_path: Path) -> None:
    write_pack(pack(ONE), tmp_path / "team")
    b, c = a(identifier="b"), a(identifier="c", status=Status.RETIRED)
    found = news(subscription(tmp_path / "team", ONE, b, c), ours(ONE, c))
    assert (found.gone, found.empty) == ((), True)


def test_a_clause_that_is_still_as_shipped_is_changed_there_and_no_conflict(tmp_path: Path) -> None:
    write_pack(pack(TWO), tmp_path / "team")
    found = news(subscription(tmp_path / "team"), ours(ONE), {"a": sha(ONE)})
    assert groups(found.merge) == {"changed": ["a"]}


def test_a_folder_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError) as error:
        news(subscription(tmp_path / "weg"), {})
    assert error.value.code is ErrorCode.PACK_NOT_FOUND


def test_looking_at_a_folder_writes_nothing_into_it(tmp_path: Path) -> None:
    write_pack(pack(ONE), tmp_path / "team")
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    news(subscription(tmp_path / "team"), {})
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


# --- a new version of the program


def test_a_library_made_of_the_starter_library_is_offered_nothing() -> None:
    starter = starter_pack()
    shas = {r.clause.id: sha(r) for r in starter.revisions}
    assert not merge(ours(*starter.revisions), starter, shas).offered


def test_a_new_starter_library_updates_the_untouched_and_asks_about_the_changed() -> None:
    first, second, third = STARTER[:3]
    base = {r.clause.id: sha(r) for r in (first, second, third)}
    mine = ours(first, Revision(replace(second.clause, title="Unsere")), Revision(replace(third.clause, title="Auch")))
    newer = pack(*(Revision(replace(r.clause, guidance="Neu.")) for r in (first, second)), third, STARTER[3])
    assert groups(merge(mine, newer, base)) == {
        "changed": [first.clause.id],
        "conflicts": [second.clause.id],
        "kept": [third.clause.id],
        "new": [STARTER[3].clause.id],
    }


def test_the_shipped_files_have_one_fingerprint() -> None:
    assert starter_digest() == starter_digest()
    assert len(starter_digest()) == 64
