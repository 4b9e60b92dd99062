"""`klausellupe library`: what it prints, writes, refuses and returns, over packs, folders and databases."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import app.cli
from app import paths
from app.library.model import Revision, Status
from app.library.packs import Pack, read_pack, selection, write_pack
from app.library.starter import starter_pack
from app.pipeline.libraries import create_user_library
from app.storage.libraryreader import LibraryReader
from app.storage.librarystore import LibraryStore
from app.storage.lock import WriterLock
from app.wording.lang import LANGS
from app.wording.librarycommand import TEXTS

NOTICE = "termination-customer-b2b-own"
DATE = "termination-customer-b2b-date"
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
Run = Callable[..., str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command and give what it printed; `code` is what it must return, `err` asks for standard error."""

    def run_it(*arguments: object, code: int = 0, err: bool = False) -> str:
        returned = app.cli.main(["library", *map(str, arguments)])
        captured = capsys.readouterr()
        assert returned == code, captured.err
        return captured.err if err else captured.out

    return run_it


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The starter library as a database."""
    path = tmp_path / "library.sqlite"
    create_user_library(path).close()
    return path


def changed(pack: Pack, identifier: str, **fields: Any) -> Pack:
    """The pack with other fields in one clause."""
    return replace(
        pack,
        revisions=tuple(
            replace(r, clause=replace(r.clause, **fields)) if r.clause.id == identifier else r for r in pack.revisions
        ),
    )


def a_pack(path: Path, *ids: str, **fields: Any) -> Path:
    """A colleague's pack of these clauses, the first of them changed."""
    part = selection(replace(starter_pack(), name="Kollegin"), ids)
    write_pack(changed(part, ids[0], **fields), path)
    return path


def edit(database: Path, identifier: str, at: datetime = AT, **fields: Any) -> None:
    """A new version in the database."""
    with LibraryStore(database, clock=lambda: at) as store:
        last = store.last(identifier).clause
        store.save(replace(last, **fields), base=last.version, author="Anna", reason="Weil.", at=at)


def last(database: Path, identifier: str) -> Revision:
    with LibraryStore(database) as store:
        return store.last(identifier)


# --- list


def test_clauses_are_listed_by_type_and_counted(run: Run) -> None:
    lines = run("list", "--type", "termination", "--perspective", "customer", "--audience", "b2b").splitlines()
    assert lines[0] == "Kündigung"
    assert any(line.startswith(f"  {NOTICE} ") and "Kündigung durch uns" in line for line in lines)
    assert lines[-1] == f"{len(lines) - 2} Klauseln"


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        (["--type", "payment"], lambda clause: clause["type"] == "payment"),
        (["--perspective", "supplier"], lambda clause: clause["perspective"] == "supplier"),
        (["--audience", "b2c"], lambda clause: "b2c" in clause.get("audience", ["b2c"])),
        (["--status", "review"], lambda clause: clause["status"] == "review"),
        (["--tag", "KÜNDIGUNGSFRIST"], lambda clause: "kündigungsfrist" in clause["tags"]),
    ],
)
def test_a_filter_keeps_exactly_what_fits(run: Run, filters: list[str], fits: Callable[[dict[str, Any]], bool]) -> None:
    every = json.loads(run("list", "--json"))
    found = json.loads(run("list", "--json", *filters))
    assert {clause["id"] for clause in found} == {clause["id"] for clause in every if fits(clause)}
    assert found


def test_words_are_searched_in_folders_and_databases(run: Run, database: Path) -> None:
    for place in (paths.clause_library(), database):
        found = {
            clause["id"]
            for clause in json.loads(run("list", "--json", "--text", "kundigungsfrist", "--library", place))
        }
        assert NOTICE in found
        assert len(found) < 100


def test_a_database_and_its_folder_are_listed_alike(run: Run, database: Path) -> None:
    folder = run("list", "--library", paths.clause_library())
    assert run("list", "--library", database) == folder
    assert run("list", "--library", database, "--as-of", datetime.now().astimezone().date()) == folder


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["list", "--text", "Frist", "--type", "termination"], id="list"),
        pytest.param(["show", NOTICE], id="show"),
        pytest.param(["show", NOTICE, "--as-of", "1.1.2100"], id="show of a day"),
        pytest.param(["history", NOTICE], id="history"),
        pytest.param(["diff", "--clause", NOTICE], id="diff"),
    ],
)
def test_of_a_database_only_what_is_asked_is_read(
    run: Run, database: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(database, NOTICE, title="Kündigungsfrist, neu")
    for everything in ("ours", "library"):
        monkeypatch.delattr(LibraryReader, everything)
    assert "Version 4" in run(*command, "--library", database)


def test_the_list_speaks_english(run: Run) -> None:
    assert run("list", "--type", "termination", "--lang", "en").startswith("Termination\n")


# --- show, history


def test_a_clause_is_shown_in_full_and_in_words(run: Run) -> None:
    shown = run("show", NOTICE)
    assert f"[{NOTICE}]" in shown
    assert "Gegenüber wem:\n    Unternehmer (B2B), Kaufleute (HGB)" in shown
    assert "Kündigungsfrist höchstens 3\u00a0Monate, wenn der Kunde kündigt – mittel" in shown
    assert json.loads(run("show", NOTICE, "--json"))["rule"][0]["value"] == {"value": 3.0, "unit": "month"}


def test_an_unknown_clause_is_told_with_the_nearest_one(run: Run) -> None:
    assert f"Gemeint vielleicht: {NOTICE}" in run("show", "termination-customer-b2b-owm", code=2, err=True)


def test_the_history_tells_who_changed_what_when_and_why(run: Run, database: Path) -> None:
    edit(database, NOTICE, title="Neu", guidance="Anders.")
    text = run("history", NOTICE, "--library", database)
    first_line, reason, fields, *_ = text.splitlines()
    assert "in Prüfung · Anna · 22.11.2026" in first_line
    assert "in Kraft" in first_line
    assert (reason.strip(), fields.strip()) == ("Weil.", "Überschrift, Leitfaden (intern)")
    found = json.loads(run("history", NOTICE, "--library", database, "--json"))
    assert [version["in_force"] for version in found] == [False, True]
    assert found[1]["clause"]["title"] == "Neu"


def test_what_was_in_force_on_a_day_is_what_that_day_knew(run: Run, database: Path) -> None:
    later = datetime.now(tz=UTC) + timedelta(days=3)
    edit(database, NOTICE, at=later, title="Neu")
    days = [(later + timedelta(days=n)).astimezone().date().isoformat() for n in (-1, 0)]
    shown = [run("show", NOTICE, "--library", database, "--as-of", day) for day in days]
    assert ["Neu" in text for text in shown] == [False, True]


def test_a_folder_has_no_past(run: Run) -> None:
    assert "Nur eine Datenbank" in run(
        "list", "--as-of", "22.11.2026", "--library", paths.clause_library(), code=2, err=True
    )


# --- validate


def test_the_shipped_library_is_in_order(run: Run) -> None:
    assert run("validate").startswith("In Ordnung: Klausellupe Grundbestand, ")


def test_every_mistake_is_named_and_the_exit_code_says_so(run: Run, tmp_path: Path) -> None:
    path = a_pack(tmp_path / "p.toml", NOTICE, DATE)
    path.write_text(path.read_text("utf-8").replace('"customer"', '"kunde"'), "utf-8")
    lines = run("validate", path, code=1).splitlines()
    assert lines[0] == f"{len(lines) - 1} Fehler:"
    assert lines[1].startswith(f"p.toml > {DATE} > perspective: not_allowed; found: kunde")


@pytest.mark.parametrize("command", ["list", "validate"])
def test_a_place_where_nothing_is_is_told(run: Run, tmp_path: Path, command: str) -> None:
    assert "nicht erreichbar" in run(command, "--library", tmp_path / "nichts", code=3, err=True)


# --- export


def test_a_selection_is_written_as_one_file_or_a_folder(run: Run, database: Path, tmp_path: Path) -> None:
    for target in (tmp_path / "p.toml", tmp_path / "ordner"):
        message = run("export", target, "--type", "termination", "--library", database, err=True)
        pack = read_pack(target)
        assert {r.clause.type for r in pack.revisions} == {"termination"}
        assert f"{len(pack.revisions)} Klauseln geschrieben" in message
    run("export", tmp_path / "zwei.toml", NOTICE, DATE, "--library", database)
    assert [r.clause.id for r in read_pack(tmp_path / "zwei.toml").revisions] == [DATE, NOTICE]


def test_clauses_that_leave_a_pack_are_named(run: Run, tmp_path: Path) -> None:
    run("export", tmp_path / "p.toml", NOTICE, DATE)
    assert f"nicht mehr darin: {DATE}" in run("export", tmp_path / "p.toml", NOTICE, err=True)


def test_nothing_is_written_over_something_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_text("x")
    assert "kein Paket" in run("export", tmp_path, code=3, err=True)
    assert [p.name for p in tmp_path.iterdir()] == ["brief.docx"]


def test_an_empty_selection_is_wrong_use(run: Run, tmp_path: Path) -> None:
    assert "passt keine Klausel" in run("export", tmp_path / "p.toml", "--tag", "gibtsnicht", code=2, err=True)


# --- import


def test_a_new_clause_comes_in_as_the_pack_signs_it(run: Run, database: Path, tmp_path: Path) -> None:
    clause = replace(starter_pack().revisions[0].clause, id="neu-1", rules=(), status=Status.APPROVED, version=7)
    write_pack(Pack("Kollegin", (), (Revision(clause, "Berta", AT, "Neu."),)), tmp_path / "p.toml")
    out = run("import", tmp_path / "p.toml", "--library", database)
    assert "[neu-1]" in out
    assert "neu 1," in out
    assert last(database, "neu-1") == Revision(clause, "Berta", AT, "Neu.")


def test_what_only_the_pack_changed_comes_in_and_is_signed_as_asked(run: Run, database: Path, tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "p.toml", NOTICE, DATE, title="Anders")
    run("import", pack, "--library", database, "--author", "Carla", "--reason", "Abgestimmt.")
    taken = last(database, NOTICE)
    assert (taken.clause.title, taken.author, taken.reason) == ("Anders", "Carla", "Abgestimmt.")
    assert not last(database, DATE).author
    assert "gleich 2" in run("import", pack, "--library", database)


def test_a_conflict_stops_the_import_unless_the_user_has_decided(run: Run, database: Path, tmp_path: Path) -> None:
    edit(database, NOTICE, title="Unsere")
    pack = a_pack(tmp_path / "p.toml", NOTICE, DATE, title="Ihre")
    before = last(database, NOTICE)
    assert "Nichts übernommen: Auf beiden Seiten geändert: 1 Klausel." in run(
        "import", pack, "--library", database, code=3, err=True
    )
    assert last(database, NOTICE) == before


@pytest.mark.parametrize(
    ("choice", "titles"),
    [("ours", {NOTICE: "Unsere"}), ("theirs", {NOTICE: "Ihre"}), ("both", {NOTICE: "Unsere", f"{NOTICE}-2": "Ihre (Kollegin)"})],
)  # fmt: skip
def test_a_conflict_is_settled_as_the_user_said_and_not_asked_again(
    run: Run, database: Path, tmp_path: Path, choice: str, titles: dict[str, str]
) -> None:
    edit(database, NOTICE, title="Unsere")
    pack = a_pack(tmp_path / "p.toml", NOTICE, title="Ihre")
    run("import", pack, "--library", database, "--on-conflict", choice)
    assert {i: last(database, i).clause.title for i in titles} == titles
    assert "auf beiden Seiten geändert 0" in run("import", pack, "--library", database)


def test_a_dry_run_changes_nothing_and_makes_no_library(run: Run, database: Path, tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "p.toml", NOTICE, title="Ihre")
    content = database.read_bytes()
    for library in (database, tmp_path / "neu" / "library.sqlite"):
        assert "Zu übernehmen: 1 Klausel." in run("import", pack, "--library", library, "--dry-run", err=True)
    assert database.read_bytes() == content
    assert not (tmp_path / "neu").exists()


def test_the_users_library_is_made_of_the_starter_library_first(run: Run, tmp_path: Path) -> None:
    run("import", a_pack(tmp_path / "p.toml", NOTICE, title="Ihre"))
    with LibraryStore(paths.user_library()) as store:
        assert len(store.entries()) == len(starter_pack().revisions)
        assert store.last(NOTICE).clause.title == "Ihre"


def test_a_locked_library_is_told_and_left_alone(run: Run, database: Path, tmp_path: Path) -> None:
    lock = WriterLock(database)
    lock.acquire()
    try:
        message = run(
            "import", a_pack(tmp_path / "p.toml", NOTICE, title="Ihre"), "--library", database, code=3, err=True
        )
    finally:
        lock.release()
    assert "von einem anderen Programmfenster" in message
    assert "Kündigung durch uns" in run("show", NOTICE, "--library", database)


def test_nothing_is_taken_into_a_folder(run: Run, tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "p.toml", NOTICE)
    assert "in eine Datenbank" in run("import", pack, "--library", tmp_path, code=2, err=True)


def test_a_pack_with_a_mistake_is_refused_as_a_whole(run: Run, database: Path, tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "p.toml", NOTICE, DATE, title="Ihre")
    pack.write_text(pack.read_text("utf-8").replace('"customer"', '"kunde"'), "utf-8")
    content = database.read_bytes()
    assert "es wurde nichts übernommen" in run("import", pack, "--library", database, code=3, err=True)
    assert database.read_bytes() == content


CSV = """Titel;Typ;Bevorzugte Fassung;Leitfaden
Zahlung nach 30 Tagen;Zahlungsbedingungen;Rechnungen sind binnen 30 Tagen zu zahlen.;Nicht kürzer.
Ohne Typ;Quatsch;Dies ist ein Text ohne Gegenstand.;Hinweis.
"""


def test_rows_of_a_table_become_drafts_and_the_rest_is_named(run: Run, database: Path, tmp_path: Path) -> None:
    table = tmp_path / "klauseln.csv"
    table.write_text(CSV, "utf-8")
    out = run("import", table, "--library", database, "--perspective", "customer", "--author", "Anna", code=1)
    assert "Zahlung nach 30 Tagen" in out
    with LibraryStore(database) as store:
        [entry] = [entry for entry in store.entries() if entry.status is Status.DRAFT]
        assert (entry.title, entry.author, entry.in_force) == ("Zahlung nach 30 Tagen", "Anna", None)


def test_a_list_needs_to_know_whose_side_it_is_for(run: Run, database: Path, tmp_path: Path) -> None:
    (tmp_path / "klauseln.csv").write_text(CSV, "utf-8")
    assert "--perspective fehlt" in run("import", tmp_path / "klauseln.csv", "--library", database, code=2, err=True)


# --- diff


def test_two_versions_are_compared_word_by_word(run: Run, database: Path) -> None:
    edit(database, NOTICE, title="Kündigung durch uns: lange Frist")
    number = last(database, NOTICE).clause.version
    for numbers in ([], [number - 1], [number - 1, number]):
        text = run("diff", "--clause", NOTICE, "--library", database, *numbers)
        assert "Überschrift:\n      Kündigung durch uns: [-kurze-]{+lange+} Frist" in text
    assert "gibt es keine Version 99" in run("diff", "--clause", NOTICE, "--library", database, 99, code=2, err=True)


def test_two_libraries_are_compared_clause_by_clause(run: Run, database: Path, tmp_path: Path) -> None:
    edit(database, NOTICE, title="Neu")
    found = json.loads(run("diff", paths.clause_library(), database, "--json"))
    assert [(one["id"], one["change"]) for one in found] == [(NOTICE, "changed")]
    assert found[0]["fields"][0]["after"] == "Neu"
    a_pack(tmp_path / "p.toml", NOTICE, DATE)
    found = json.loads(run("diff", tmp_path / "p.toml", "--library", paths.clause_library(), "--json"))
    assert {one["change"] for one in found} == {"removed"}
    assert len(found) == len(starter_pack().revisions) - 2


def test_a_library_does_not_differ_from_itself(run: Run) -> None:
    assert run("diff", paths.clause_library()) == "Kein Unterschied.\n"


# --- use


@pytest.mark.parametrize(
    ("arguments", "german"),
    [
        ([], "Es fehlt der Befehl: list"),
        (["lesen"], "Es fehlt der Befehl: list"),
        (["list", "--status", "fertig"], "möglich: draft, review, approved, retired"),
        (["list", "--foo"], "--foo ist unbekannt"),
        (["diff"], "diff braucht eine oder zwei Bibliotheken"),
        (["list", "--as-of", "morgen"], "ist kein Datum"),
    ],
)
def test_wrong_use_is_explained(run: Run, arguments: list[str], german: str) -> None:
    text = run(*arguments, code=2, err=True)
    assert german in text
    assert "klausellupe library --help" in text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("command", ["", "list", "show", "validate", "export", "import", "diff", "history"])
def test_every_command_has_help_in_both_languages(run: Run, command: str, lang: str) -> None:
    text = run(*filter(None, [command]), "--help", "--lang", lang)
    assert "…" not in text.replace("BEFEHL …", "").replace("COMMAND …", "").replace("[ID …]", "")
    assert ("Aufruf" in text) == (lang == "de")
    assert "positional" not in text


def test_every_text_is_there_twice_and_different() -> None:
    same = {code for code, (de, en) in TEXTS.items() if de == en}
    assert same == {"to_check"}


def test_control_characters_of_a_pack_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    path = a_pack(tmp_path / "p.toml", NOTICE)
    path.write_text(path.read_text("utf-8").replace("title = ", "tit\\u001ble = ").replace("tit\\u001b", "\"\\u001b[31m\" = 1\ntit"), "utf-8")  # fmt: skip
    assert "\x1b" not in run("validate", path, code=1)


def test_no_window_and_no_language_model_is_loaded() -> None:
    code = (
        "import sys, app.cli; app.cli.main(['library', 'list', '--json']); "
        "print([m for m in ('PySide6', 'spacy', 'pdfplumber', 'docx', 'openpyxl', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
