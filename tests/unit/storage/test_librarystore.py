"""The user's library: every version stays, and what lists, search and reviews get of it."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library.loader import load
from app.library.merging import content_sha
from app.library.model import Position, PositionRank, ReferenceClause, Revision, Rule, Status
from app.library.packs import Pack, read_pack, write_pack
from app.pipeline.libraries import create_user_library
from app.storage.librarystore import Draft, LibraryStore
from tests.unit.storage.libraries import NOON, TYPES, Clock, clause, made, save


def test_the_starter_library_in_the_database_is_the_shipped_library(tmp_path: Path) -> None:
    shipped = load(paths.clause_library())
    with create_user_library(tmp_path / "data" / "library.sqlite") as store:
        kept = store.library()
        assert kept == shipped
        assert kept.sha256 == shipped.sha256
        assert store.starter() == {item.id: content_sha(item) for item in shipped.clauses}


def test_saving_makes_a_version_and_keeps_the_others(tmp_path: Path) -> None:
    with made(tmp_path, clause(text="Erst.")) as store:
        second = store.save(clause(text="Dann."), base=1, author="Anna", reason="klarer", at=NOON)
        assert second == Revision(clause(text="Dann.", version=2), "Anna", NOON, "klarer")
        assert store.versions("notice") == (Revision(clause(text="Erst.")), second)
        assert store.last("notice") == second == store.version("notice", 2)
        assert store.version("notice", 1) == Revision(clause(text="Erst."))


def test_an_old_version_is_restored_as_a_new_one(tmp_path: Path) -> None:
    with made(tmp_path, clause(text="Erst.")) as store:
        save(store, clause(text="Dann."))
        restored = save(store, store.version("notice", 1).clause)
        assert restored.clause == clause(text="Erst.", version=3)
        assert len(store.versions("notice")) == 3


def test_who_has_not_seen_the_last_version_overwrites_nothing(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        save(store, clause(text="Von Anna."))
        with pytest.raises(ExpectedError) as refused:
            store.save(clause(text="Von Bert."), base=1, author="Bert", reason="", at=NOON)
        assert refused.value.code is ErrorCode.LIBRARY_CHANGED
        assert refused.value.params == {"version": 2, "author": "Anna"}
        assert len(store.versions("notice")) == 2


def test_a_new_clause_does_not_replace_one_of_the_same_name(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store, pytest.raises(ExpectedError) as refused:
        store.save(clause(text="Neu."), base=0, author="Bert", reason="", at=NOON)
    assert refused.value.params == {"version": 1, "author": "–"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE versions SET content = '{}'",
        "UPDATE versions SET recorded = '1999'",
        "DELETE FROM versions",
        "DELETE FROM clauses",
        "INSERT OR REPLACE INTO versions SELECT * FROM versions",
        "UPDATE OR REPLACE versions SET number = 1",
    ],
)
def test_the_database_itself_refuses_to_change_a_version(tmp_path: Path, statement: str) -> None:
    with made(tmp_path, clause()) as store:
        save(store, clause(text="Dann."))
        before = store.versions("notice")
        with pytest.raises(sqlite3.DatabaseError, match="never"):
            store._db.conn.execute(statement)
        assert store.versions("notice") == before


def test_a_status_is_a_version_too(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        approved = store.set_status("notice", Status.APPROVED, base=1, author="Bert", reason="geprüft", at=NOON)
        assert approved == Revision(clause(version=2, status=Status.APPROVED), "Bert", NOON, "geprüft")
        (entry,) = store.entries()
        assert (entry.version, entry.status, entry.in_force, entry.author) == (2, Status.APPROVED, 2, "Bert")


@pytest.mark.parametrize(
    ("statuses", "in_force"),
    [
        ([Status.DRAFT], None),
        ([Status.REVIEW], 1),
        ([Status.REVIEW, Status.DRAFT], 1),
        ([Status.REVIEW, Status.APPROVED, Status.DRAFT, Status.REVIEW], 2),
        ([Status.APPROVED, Status.RETIRED], None),
        ([Status.APPROVED, Status.RETIRED, Status.REVIEW], None),
        ([Status.REVIEW, Status.RETIRED, Status.REVIEW], 3),
    ],
)
def test_what_is_in_force_follows_from_the_statuses(
    tmp_path: Path, statuses: list[Status], in_force: int | None
) -> None:
    with made(tmp_path) as store:
        for status in statuses:
            save(store, clause(status=status))
        (entry,) = store.entries()
        assert entry.in_force == in_force
        assert [item.version for item in store.library().clauses] == ([in_force] if in_force else [])


def test_what_was_in_force_on_a_day_goes_by_when_it_was_recorded(tmp_path: Path) -> None:
    clock = Clock()
    with made(tmp_path, clause(text="Erst."), clock=clock) as store:
        clock.now = NOON + timedelta(days=10)
        theirs = Revision(clause(text="Dann."), "Weber", NOON - timedelta(days=400), "aus dem Paket")
        (taken,) = store.bring_in([theirs], origin="pack:Team", at=clock.now)
        assert taken == Revision(clause(text="Dann.", version=2), "Weber", NOON - timedelta(days=400), "aus dem Paket")

        texts = [
            [item.positions[0].text for item in store.library(NOON + timedelta(days=day)).clauses]
            for day in (-1, 5, 11)
        ]
        assert texts == [[], ["Erst."], ["Dann."]]
        assert [at - NOON < timedelta(days=1) for at in store.recorded("notice")] == [True, False]


def test_a_clock_that_was_set_back_changes_no_history(tmp_path: Path) -> None:
    clock = Clock()
    with made(tmp_path, clause(), clock=clock) as store:
        clock.now = NOON - timedelta(days=30)
        save(store, clause(text="Dann."))
        first, second = store.recorded("notice")
        assert first <= second


def test_a_new_clause_from_elsewhere_keeps_its_number_author_time_and_reason(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        theirs = Revision(clause(version=7), "Weber", NOON - timedelta(days=3), "Erfahrung")
        assert store.bring_in([theirs], origin="pack:Team", at=NOON) == (theirs,)
        assert store.versions("notice") == (theirs,)
        assert save(store, clause(text="Weiter.")).clause.version == 8


def _block_that_fails(store: LibraryStore) -> None:
    with store.writing():
        save(store, clause(text="Dann."))
        store.mark("pack:Team", {"notice": "abc"}, NOON)
        store.bring_in([Revision(clause("other", type="unknown"))], origin="pack:Team", at=NOON)


def test_a_block_of_changes_comes_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        before = store.revision()
        with pytest.raises(ExpectedError):
            _block_that_fails(store)
        assert (len(store.versions("notice")), store.revision(), store.marks("pack:Team")) == (1, before, {})
        save(store, clause(text="Dann."))
        assert len(store.versions("notice")) == 2


def test_a_change_that_fails_inside_a_block_takes_nothing_else_with_it(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        with store.writing():
            save(store, clause(text="Dann."))
            with pytest.raises(ExpectedError):
                save(store, clause("other", type="unknown"))
        assert [entry.id for entry in store.entries()] == ["notice"]
        assert store.last("notice").clause.version == 2


def test_an_unknown_type_is_refused_and_named(tmp_path: Path) -> None:
    with made(tmp_path) as store, pytest.raises(ExpectedError) as refused:
        save(store, clause(type="paiment"))
    assert refused.value.code is ErrorCode.LIBRARY_INVALID
    assert refused.value.params["did_you_mean"] == "payment"


def test_new_types_come_with_the_clauses_that_need_them(tmp_path: Path) -> None:
    rent = replace(TYPES[0], id="rent", de="Miete", en="Rent")
    with made(tmp_path) as store:
        renamed = replace(TYPES[0], de="Anders")
        store.bring_in([Revision(clause("mine", type="rent"))], types=[renamed, rent], origin="pack:Team", at=NOON)
        assert store.types() == (*TYPES, rent)


def test_nothing_is_stored_that_could_not_be_read_back(tmp_path: Path) -> None:
    with made(tmp_path) as store, pytest.raises(ExpectedError) as refused:
        save(store, clause(positions=()))
    assert refused.value.code is ErrorCode.LIBRARY_INVALID


def test_what_is_given_back_is_what_will_be_read(tmp_path: Path) -> None:
    with made(tmp_path) as store:
        saved = save(store, clause(text="Zwei\nAbsätze  mit   Lücken "))
        assert saved.clause.positions[0].text == "Zwei\nAbsätze mit Lücken"
        assert saved == store.last("notice")


# --- lists and search


def test_the_list_is_in_order_of_type_title_and_id(tmp_path: Path) -> None:
    order = [("b", "A", "payment"), ("c", "A", "payment"), ("a", "b", "payment"), ("y", "Übergabe", "payment")]
    order += [("x", "Verzug", "payment"), ("0", "0", "termination")]
    with made(tmp_path, *(clause(i, title=t, type=kind) for i, t, kind in reversed(order))) as store:
        assert [entry.id for entry in store.entries()] == [identifier for identifier, _, _ in order]


def test_an_entry_says_what_the_last_version_says(tmp_path: Path) -> None:
    days = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 12, 31)}
    with made(tmp_path, clause()) as store:
        save(store, clause(title="Neu", tags=("frist", "Skonto"), owner="Recht", **days))
        store.keep_draft(Draft("notice", 2, {"id": "notice"}, NOON, "Bert"))
        (entry,) = store.entries()
    assert (entry.title, entry.tags, entry.owner) == ("Neu", ("frist", "Skonto"), "Recht")
    assert (entry.valid_from, entry.valid_to) == tuple(days.values())
    assert (entry.version, entry.at, entry.author, entry.has_draft) == (2, NOON, "Anna", True)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["notice", "rent"]),
        ("Kündigung", ["rent"]),
        ("KUENDIGUNG", ["rent"]),
        ("kundigungsfrist", ["rent"]),
        ("frist miete", ["rent"]),
        ("frist zahlung", []),
        ("zahlen", ["notice"]),
        ("mein beispiel", ["rent"]),
        ("bgb", ["rent"]),
        ("§", ["rent"]),
        ("zu", ["rent"]),
        ("eilig", ["rent"]),
        ("rent", ["rent"]),
        ('"binnen 30"', ["notice"]),
        ('"30 binnen"', []),
        ("kurz halten", ["notice", "rent"]),
        ('a"b* OR ^', []),
    ],
)
def test_the_search_finds_all_words_wherever_they_stand(tmp_path: Path, query: str, found: list[str]) -> None:
    positions = (
        Position(PositionRank.PREFERRED, "Die Kündigungsfrist nach § 580a BGB.", "zu prüfen", ("Mein Beispiel.",)),
    )
    rent = clause("rent", title="Miete", positions=positions, tags=("eilig",))
    with made(tmp_path, clause(), rent) as store:
        assert sorted(store.search(query)) == found


def test_the_search_knows_the_last_version_only(tmp_path: Path) -> None:
    with made(tmp_path, clause(text="Vorkasse.")) as store:
        save(store, clause(text="Rechnung."))
        assert (store.search("vorkasse"), store.search("rechnung")) == ((), ("notice",))


def test_a_hit_in_the_title_comes_first(tmp_path: Path) -> None:
    with made(tmp_path, clause("a", text="Skonto, Skonto."), clause("b", title="Skonto")) as store:
        assert store.search("skonto") == ("b", "a")


# --- drafts, marks, subscriptions


def test_a_draft_is_kept_as_it_stands_and_is_no_version(tmp_path: Path) -> None:
    draft = Draft("notice", 1, {"id": "notice", "title": "", "valid_from": date(2026, 1, 1)}, NOON, "Anna")
    with made(tmp_path, clause()) as store:
        before = store.revision()
        store.keep_draft(replace(draft, plain={}))
        store.keep_draft(draft)
        assert store.drafts() == (draft,)
        assert store.draft("notice") == draft
        assert store.draft("other") is None
        assert (store.revision(), len(store.versions("notice"))) == (before, 1)
        store.set_status("notice", Status.APPROVED, base=1, author="Bert", reason="", at=NOON)
        assert store.draft("notice") == draft
        store.drop_draft("notice")
        assert store.drafts() == ()


def test_saving_is_the_end_of_the_draft(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        store.keep_draft(Draft("notice", 1, {}, NOON, "Anna"))
        store.keep_draft(Draft("new", 0, {}, NOON, "Anna"))
        save(store, clause(text="Dann."))
        assert [draft.clause for draft in store.drafts()] == ["new"]


def test_answers_to_the_starter_library_are_remembered(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        assert store.starter_digest() == ""
        store.answer_starter({"notice": "new", "other": "abc"}, digest="d1", at=NOON)
        assert store.starter() == {"notice": "new", "other": "abc"}
        assert store.starter_digest() == "d1"


def test_watched_folders_are_remembered_with_what_was_answered(tmp_path: Path) -> None:
    folder, later = tmp_path / "Paket", NOON + timedelta(days=1)
    with made(tmp_path) as store:
        store.subscribe(folder, "Team", NOON)
        store.seen(folder, {"notice": "abc"}, later)
        store.subscribe(folder, "Team", later)
        (watched,) = store.subscriptions()
        assert (watched.path, watched.name, watched.since) == (folder, "Team", NOON)
        assert (dict(watched.seen), watched.looked) == ({"notice": "abc"}, later)
        store.unsubscribe(folder)
        store.subscribe(folder, "Team", later)
        (again,) = store.subscriptions()
        assert (dict(again.seen), again.looked) == ({}, None)


# --- the file


@pytest.mark.skipif(sys.platform == "win32", reason="rights of the user's folder")
def test_only_the_user_may_look(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    with made(folder, clause()) as store:
        save(store, clause(text="Dann."))
        modes = {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}
    assert modes.pop("library.lock", None) == 0o600
    assert modes == {"library.sqlite": 0o600, "library.sqlite-wal": 0o600, "library.sqlite-shm": 0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_library_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError) as refused:
        LibraryStore(tmp_path / "library.sqlite")
    assert refused.value.code is ErrorCode.LIBRARY_NOT_FOUND
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_exists_is_never_made_again(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        save(store, clause(text="Meins."))
    with made(tmp_path, clause(), clause("other")) as store:
        assert [entry.id for entry in store.entries()] == ["notice"]
        assert store.last("notice").clause.positions[0].text == "Meins."


def test_a_creation_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ExpectedError):
        made(tmp_path, clause(), clause("b", type="unknown"))
    assert [path.name for path in tmp_path.iterdir()] == ["library.lock"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExpectedError) as refused:
        made(tmp_path / "file" / "data")
    assert refused.value.code is ErrorCode.STORE_NOT_WRITABLE


def test_a_full_disk_loses_nothing_and_says_so(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        pages = store._db.conn.execute("PRAGMA page_count").fetchone()[0]
        store._db.conn.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ExpectedError) as refused:
            save(store, clause(text="viel Text " * 20_000))
        assert refused.value.code is ErrorCode.STORE_NOT_WRITABLE
        assert len(store.versions("notice")) == 1
        store._db.conn.execute(f"PRAGMA max_page_count = {pages + 10_000}")
        assert save(store, clause(text="kurz")).clause.version == 2


def test_the_remains_of_a_creation_that_was_killed_are_removed(tmp_path: Path) -> None:
    for remains in (
        ".library.sqlite.x1.tmp.sqlite",
        ".library.sqlite.x1.tmp.sqlite-wal",
        ".library.sqlite.x1.tmp.lock",
    ):
        (tmp_path / remains).write_bytes(b"half a library")
    made(tmp_path, clause()).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library.lock", "library.sqlite"]


def test_two_windows_that_start_at_once_make_one_library(tmp_path: Path) -> None:
    def start(number: int) -> list[str]:
        with made(tmp_path, clause(f"of-{number}")) as store:
            return [entry.id for entry in store.entries()]

    with ThreadPoolExecutor(4) as windows:
        seen = list(windows.map(start, range(4)))
    assert len(seen[0]) == 1
    assert seen == [seen[0]] * 4


def _no_rights(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Root may write everywhere: rights are taken in words as well."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK and may(path, mode))
    opened = os.open

    def refuse(path: str | Path, flags: int, *rest: int) -> int:
        if flags & os.O_RDWR and Path(path).parent == folder:
            raise PermissionError(path)
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)


def test_a_folder_that_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, clause()).close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    _no_rights(monkeypatch, tmp_path)
    with LibraryStore(tmp_path / "library.sqlite") as store:
        assert store.last("notice") == Revision(clause())
        assert store.search("zahlen") == ("notice",)
        with pytest.raises(ExpectedError) as refused:
            save(store, clause(text="Dann."))
        assert refused.value.code is ErrorCode.STORE_NOT_WRITABLE
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_readers_see_what_is_committed_while_somebody_writes(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as writer, LibraryStore(writer.path) as reader:
        with writer.writing():
            save(writer, clause(text="Dann."))
            assert reader.last("notice").clause.version == 1
            assert len(reader.library().clauses) == 1
        assert reader.last("notice").clause.version == 2
        assert reader.revision() == writer.revision()


ACTIONS: list[Callable[[LibraryStore], object]] = [
    lambda store: save(store, clause(text="Dann.")),
    lambda store: store.set_status("notice", Status.RETIRED, base=1, author="A", reason="", at=NOON),
    lambda store: store.bring_in([Revision(clause("b"))], origin="", at=NOON),
    lambda store: store.rename("Anders"),
]


@pytest.mark.parametrize("action", ACTIONS)
def test_every_change_is_counted(tmp_path: Path, action: Callable[[LibraryStore], object]) -> None:
    with made(tmp_path, clause()) as store:
        before = store.revision()
        action(store)
        assert store.revision() > before


# --- mishaps


@pytest.mark.parametrize("day", ["31.13.2026", "", "morgen"])
def test_a_draft_with_a_mistyped_day_is_read_as_it_was_typed(tmp_path: Path, day: str) -> None:
    plain = {"valid_from": day, "legal_basis": [{"as_of": day}]}
    with made(tmp_path, clause()) as store:
        store.keep_draft(Draft("notice", 1, plain, NOON, "Anna"))
        assert [draft.plain for draft in store.drafts()] == [plain]


def _rule(identifier: str) -> Rule:
    return replace(next(c for c in load(paths.clause_library()).clauses if c.rules).rules[0], id=identifier)


@pytest.mark.parametrize(
    ("identifier", "rules"),
    [
        ("other", ["notice.limit"]),  # the rule of another clause
        ("other", ["notice"]),  # named as another clause
        ("notice.limit", []),  # a clause named as another's rule
        ("other", ["other.a", "other.a"]),
        ("other", ["other"]),
    ],
)
@pytest.mark.parametrize(
    "write",
    [
        lambda store, item: store.save(item, base=0, author="Anna", reason="", at=NOON),
        lambda store, item: store.bring_in([Revision(item)], origin="pack:Team", at=NOON),
    ],
    ids=["save", "bring_in"],
)
def test_no_id_stands_twice(
    tmp_path: Path, identifier: str, rules: list[str], write: Callable[[LibraryStore, ReferenceClause], object]
) -> None:
    twice = clause(identifier, rules=tuple(map(_rule, rules)))
    with made(tmp_path, clause(rules=(_rule("notice.limit"),))) as store:
        with pytest.raises(ExpectedError) as refused:
            write(store, twice)
        assert (refused.value.code, refused.value.params["problem"]) == (ErrorCode.LIBRARY_INVALID, "duplicate_id")
        assert [entry.id for entry in store.entries()] == ["notice"]


def test_a_clause_keeps_its_rules_from_version_to_version(tmp_path: Path) -> None:
    with made(tmp_path, clause(rules=(_rule("notice.limit"),))) as store:
        assert save(store, clause(text="Anders.", rules=(_rule("notice.limit"),))).clause.version == 2


def test_the_log_of_a_library_that_was_removed_does_not_spoil_the_new_one(tmp_path: Path) -> None:
    with made(tmp_path, clause()) as store:
        save(store, clause(text="Alt."))
        log = (tmp_path / "library.sqlite-wal").read_bytes()  # as it lies there after a crash
    (tmp_path / "library.sqlite").unlink()
    (tmp_path / "library.sqlite-wal").write_bytes(log)
    with made(tmp_path, clause(), clause("second")) as store:
        assert [entry.id for entry in store.entries()] == ["notice", "second"]


@pytest.mark.parametrize(
    ("typed", "line", "text"),
    [
        ("Anna\x0bMaria", "Anna Maria", "Anna\nMaria"),  # Word's line break
        (" a\tb ", "a b", "a b"),
        ("a\r\n\r\nb\x1b", "a b", "a\nb"),
        ("a\u202eb\ud800", "a b", "a b"),
    ],
)
def test_whatever_is_pasted_into_author_and_reason_can_be_read_back_from_a_pack(
    tmp_path: Path, typed: str, line: str, text: str
) -> None:
    with made(tmp_path, clause()) as store:
        store.rename(typed)
        stored = store.set_status("notice", Status.APPROVED, base=1, author=typed, reason=typed, at=NOON)
        assert (store.name, stored.author, stored.reason) == (line, line, text)
        pack = Pack(store.name, store.types(), (store.last("notice"),))
    write_pack(pack, tmp_path / "pack.toml")
    assert read_pack(tmp_path / "pack.toml") == pack
    assert pack.revisions == (stored,)
