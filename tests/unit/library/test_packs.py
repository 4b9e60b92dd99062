"""Packs: nothing is lost on the way, differences stay small, and what a stranger wrote cannot do harm."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import paths
from app.errors import ErrorCode, ExpectedError
from app.library import packfiles, packs
from app.library.loader import load
from app.library.model import Revision
from app.library.packs import Pack, pack_text, read_pack, selection, write_pack
from app.library.packwriter import clauses_text
from app.wording.errors import error_sentence
from tests.unit.library import anyclause

TYPE = '[[type]]\nid = "payment"\nde = "Zahlung"\nen = "Payment"\ndefinition_de = "Wann?"\ndefinition_en = "When?"\n'
HEAD = 'schema = 1\nname = "Probe"\n' + TYPE
CLAUSE = """
[[clause]]
id = "pay"
title = "Zahlung"
type = "payment"
perspective = "customer"
language = "de"
version = 1
status = "draft"
guidance = "Kurz."
  [[clause.position]]
  rank = "preferred"
  text = "Zahlbar in 30 Tagen."
"""

_SHIPPED = read_pack(paths.clause_library())

moderate = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def one_file(folder: Path, text: str | bytes) -> Path:
    path = folder / "pack.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def a_folder(folder: Path, clauses: str = CLAUSE, file: str = "payment.toml") -> Path:
    (folder / "de").mkdir(parents=True, exist_ok=True)
    (folder / "types.toml").write_text(HEAD, "utf-8")
    (folder / "de" / file).write_text("schema = 1\n" + clauses, "utf-8")
    return folder


def refused(path: Path, code: ErrorCode = ErrorCode.PACK_INVALID) -> dict[str, str | int | float]:
    with pytest.raises(ExpectedError) as error:
        read_pack(path)
    assert error.value.code is code
    return error.value.params


# --- nothing is lost


@moderate
@given(anyclause.packs())
def test_a_pack_written_to_one_file_reads_back_identical(pack: Pack) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_pack(pack, Path(folder) / "pack.toml")
        assert read_pack(Path(folder) / "pack.toml") == pack


@moderate
@given(anyclause.packs())
def test_a_pack_written_to_a_folder_reads_back_identical(pack: Pack) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_pack(pack, Path(folder) / "pack")
        assert read_pack(Path(folder) / "pack") == pack


@settings(moderate, max_examples=8)
@given(anyclause.packs(least=1), anyclause.packs())
def test_a_folder_holds_the_pack_written_last_and_nothing_of_the_one_before(new: Pack, old: Pack) -> None:
    written_over_another(new, old)


@pytest.mark.slow
@settings(moderate, max_examples=100)
@given(anyclause.packs(least=1), anyclause.packs())
def test_a_folder_holds_any_of_many_packs_written_last(new: Pack, old: Pack) -> None:
    written_over_another(new, old)


def written_over_another(new: Pack, old: Pack) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack"
        write_pack(old, path)
        write_pack(new, path)
        assert read_pack(path) == new


def test_the_shipped_library_written_again_says_the_same(tmp_path: Path) -> None:
    shipped = read_pack(paths.clause_library())
    write_pack(shipped, tmp_path / "copy")
    assert read_pack(tmp_path / "copy") == shipped
    assert load(tmp_path / "copy").sha256 == load(paths.clause_library()).sha256
    write_pack(shipped, tmp_path / "copy.toml")
    assert read_pack(tmp_path / "copy.toml") == shipped


def test_a_folder_without_types_is_a_pack_of_known_types(tmp_path: Path) -> None:
    (a_folder(tmp_path / "Team") / "types.toml").unlink()
    pack = read_pack(tmp_path / "Team")
    assert (pack.name, pack.types, [r.clause.id for r in pack.revisions]) == ("Team", (), ["pay"])


# --- small differences


def test_a_clause_that_did_not_change_gives_the_same_bytes_whatever_stands_around_it() -> None:
    shipped = read_pack(paths.clause_library())
    some = shipped.revisions[10:13]
    changed = replace(some[0], clause=replace(some[0].clause, title="Neu"))
    before, after = clauses_text(some), clauses_text((changed, *some[1:]))
    assert before.endswith(clauses_text(some[1:]))
    assert after.endswith(clauses_text(some[1:]))


def test_a_file_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    pack = read_pack(paths.clause_library())
    write_pack(pack, folder)
    for file in folder.rglob("*.toml"):
        os.utime(file, (0, 0))
    first = pack.revisions[0]
    write_pack(replace(pack, revisions=(replace(first, reason="neu"), *pack.revisions[1:])), folder)
    assert [file.stem for file in folder.rglob("*.toml") if file.stat().st_mtime > 0] == [first.clause.type]


def test_texts_are_wrapped_and_paragraphs_keep_an_empty_line_between_them() -> None:
    [revision] = read_pack(paths.clause_library()).revisions[:1]
    position = replace(revision.clause.positions[0], text="Erstens. " + "Wort " * 30 + "Ende.\nZweitens.")
    text = clauses_text([Revision(replace(revision.clause, positions=(position,)))])
    assert "\n  Erstens. Wort" in text
    assert "Ende.\n\n  Zweitens.\n" in text
    assert max(map(len, text.splitlines())) <= 120


# --- a part of a library


def test_a_selection_takes_the_types_it_needs() -> None:
    shipped = read_pack(paths.clause_library())
    chosen = shipped.revisions[0].clause
    part = selection(shipped, {chosen.id, "gibt-es-nicht"})
    assert [r.clause.id for r in part.revisions] == [chosen.id]
    assert [t.id for t in part.types] == [chosen.type]


# --- where it is written


def test_what_is_no_part_of_the_pack_stays(tmp_path: Path) -> None:
    shipped = read_pack(paths.clause_library())
    write_pack(shipped, tmp_path)
    (tmp_path / "README.md").write_text("Unsere Klauseln")
    (tmp_path / "de" / "notizen.toml").write_text("schema = 1\n[notiz]\nvon = 'mir'\n")
    (tmp_path / "rules").mkdir()
    write_pack(selection(shipped, {shipped.revisions[0].clause.id}), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["README.md", "de", "rules", "types.toml"]
    assert sorted(p.stem for p in (tmp_path / "de").iterdir()) == [shipped.revisions[0].clause.type, "notizen"]


def _other_folder(path: Path) -> None:
    path.mkdir()
    (path / "brief.docx").write_text("x")


def _other_types(path: Path) -> None:
    path.mkdir()
    (path / "types.toml").write_text("a = 1\n")


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("ordner", _other_folder),
        ("ordner", _other_types),
        ("ordner", lambda path: path.write_text("eine Datei")),
        ("p.toml", lambda path: path.write_text('[project]\nname = "x"\n')),
        ("p.toml", lambda path: path.write_text("kein toml")),
    ],
)
def test_what_is_no_pack_is_not_overwritten(tmp_path: Path, name: str, make: Callable[[Path], object]) -> None:
    make(tmp_path / name)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(ExpectedError) as error:
        write_pack(read_pack(paths.clause_library()), tmp_path / name)
    assert error.value.code is ErrorCode.PACK_TARGET_TAKEN
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_pack_that_nobody_could_read_is_not_written(tmp_path: Path) -> None:
    shipped = read_pack(paths.clause_library())
    ruled = next(r for r in shipped.revisions if r.clause.rules)
    copy = replace(ruled, clause=replace(ruled.clause, id="copy"))
    with pytest.raises(ExpectedError) as error:
        write_pack(replace(shipped, revisions=(ruled, copy)), tmp_path / "pack")
    assert (error.value.code, error.value.params["entry"]) == (ErrorCode.PACK_INVALID, ruled.clause.rules[0].id)
    assert not (tmp_path / "pack").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExpectedError) as error:
        write_pack(read_pack(paths.clause_library()), tmp_path / "file" / "pack")
    assert error.value.code is ErrorCode.OUTPUT_NOT_WRITABLE


# --- packs of strangers


@pytest.mark.parametrize(
    ("text", "field", "problem"),
    [
        (HEAD + CLAUSE.replace("Kurz.", "Kurz\\u001b[2J"), "guidance", "character"),
        (HEAD + CLAUSE.replace("Zahlbar", "\\u202eZahlbar"), "position 1.text", "character"),
        (HEAD + CLAUSE.replace('"draft"', '"draft"\ntags = ["a\\u0000"]'), "tags", "character"),
        (HEAD + CLAUSE.replace('"payment"', '"paymint"'), "type", "not_allowed"),
        (HEAD + CLAUSE.replace("version = 1", "version = 0x" + "F" * 5000), "version", "not_allowed"),
        (HEAD + CLAUSE.replace('title = "Zahlung"', "title = 0x" + "F" * 5000), "title", "wrong_type"),
        (HEAD + CLAUSE.replace("version = 1", "version = " + "9" * 5000), "", "not_toml"),
        (HEAD + CLAUSE.replace('"draft"', '"draft"\nx = ' + "[" * 5000 + "]" * 5000), "", "not_toml"),
        (HEAD + CLAUSE + "[clause.change]\nat = 9999-12-31T23:59:59-23:00\n", "change.at", "not_allowed"),
        (HEAD + CLAUSE + "[clause.change]\nat = 2026-01-01T00:00:00\n", "change.at", "wrong_type"),
        (HEAD + CLAUSE + "[clause.change]\nwer = 'x'\n", "change.wer", "unknown_key"),
        (HEAD.replace('"payment"', '"../../x"') + CLAUSE, "id", "not_allowed"),
        (HEAD + CLAUSE + CLAUSE, "id", "duplicate_id"),
        (HEAD + TYPE + CLAUSE, "id", "duplicate_id"),
        (HEAD + "[[clausula]]\n", "clausula", "unknown_key"),
        ("clause = 3\n" + HEAD, "clause", "wrong_type"),
        ("clause = [3]\n" + HEAD, "clause 1", "wrong_type"),
        ("schema = 2\nname = 'x'\n", "schema", "schema_unknown"),
        ("schema = 1\n", "name", "missing"),
        (b"\xff\xfe", "", "not_utf8"),
        ("a.b = 1\na = 2\n", "", "not_toml"),
    ],
)
def test_a_mistake_is_named_with_file_and_field(tmp_path: Path, text: str | bytes, field: str, problem: str) -> None:
    params = refused(one_file(tmp_path, text))
    assert (params["file"], params["problem"]) == ("pack.toml", problem)
    assert params["field"] == field


_SIGNS = st.sampled_from(
    ['"', "[", "]", "{", "=", "\n", "\\", "\\u001b", "1e999", "0x", "-", "true", "[[clause]]\n", "\ufeff", "\0"]
)
_DAMAGES = st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 30), _SIGNS), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(_DAMAGES)
def test_a_damaged_pack_is_read_or_refused_and_nothing_else_happens(damages: list[tuple[int, int, str]]) -> None:
    text = pack_text(selection(_SHIPPED, [r.clause.id for r in _SHIPPED.revisions[:1]]))
    for place, length, put in damages:
        text = text[:place] + put + text[place + length :]
    with tempfile.TemporaryDirectory() as folder:
        outcome = code_of(one_file(Path(folder), text))
    assert outcome in (None, ErrorCode.PACK_INVALID)


def code_of(path: Path) -> ErrorCode | None:
    """With which error a pack is refused, in words; None where it is read."""
    try:
        read_pack(path)
    except ExpectedError as error:
        return error.code if error_sentence(error, "de") else None
    return None


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    a_folder(tmp_path, CLAUSE.replace('"draft"', '"entwurf"'))
    a_folder(tmp_path, CLAUSE.replace('"pay"', '"other"'), "termination.toml")
    params = refused(tmp_path)
    assert params["count"] == 2
    assert "de/payment.toml > pay > status: not_allowed" in str(params["details"])
    assert "de/termination.toml > other > type: wrong_file" in str(params["details"])


def test_thousands_of_mistakes_are_counted_to_an_end(tmp_path: Path) -> None:
    params = refused(one_file(tmp_path, HEAD + "".join(f"[[x{n}]]\n" for n in range(20_000))))
    assert params["count"] == 1000


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "pack")
    secret = one_file(tmp_path, "password = 'x'\n")
    (folder / "de" / "secret.toml").symlink_to(secret)
    params = refused(folder)
    assert (params["file"], params["problem"], params["count"]) == ("de/secret.toml", "outside", 1)


def test_a_folder_of_clauses_elsewhere_is_not_followed(tmp_path: Path) -> None:
    elsewhere = a_folder(tmp_path / "elsewhere")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "de").symlink_to(elsewhere / "de")
    assert refused(tmp_path / "pack")["problem"] == "outside"


def test_a_link_to_the_whole_pack_is_the_pack(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(a_folder(tmp_path / "pack"))
    assert read_pack(tmp_path / "link") == read_pack(tmp_path / "pack")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    os.mkfifo(folder / "de" / "pipe.toml")
    assert refused(folder)["problem"] == "outside"


def test_a_pipe_is_no_pack(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pack.toml")
    refused(tmp_path / "pack.toml", ErrorCode.PACK_NOT_FOUND)


def test_a_pack_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere", ErrorCode.PACK_NOT_FOUND)


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    assert refused(tmp_path)["problem"] == "missing"


def test_size_files_and_clauses_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_folder(tmp_path)
    monkeypatch.setattr(packs, "MOST_CLAUSES", 0)
    assert refused(folder, ErrorCode.PACK_TOO_LARGE)["unit"] == "clauses"
    monkeypatch.setattr(packfiles, "MOST_FILES", 1)
    assert refused(folder, ErrorCode.PACK_TOO_LARGE)["unit"] == "files"
    monkeypatch.undo()
    monkeypatch.setattr(packfiles, "MOST_BYTES", 10)
    assert refused(folder, ErrorCode.PACK_TOO_LARGE)["limit"] == 10
    monkeypatch.undo()
    monkeypatch.setattr(packfiles, "_MOST_MARKS", 10)
    refused(folder, ErrorCode.PACK_TOO_LARGE)


def test_a_key_of_thousands_of_parts_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(HEAD + ".".join("a" * 100_000) + " = 1\n")
    refused(tmp_path / "pack.toml", ErrorCode.PACK_TOO_LARGE)


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack whose folder of clauses cannot be listed, whoever runs the tests."""
    write_pack(read_pack(paths.clause_library()), tmp_path / "pack")
    listing = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder == tmp_path / "pack" / "de":
            raise PermissionError(folder)
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    return tmp_path / "pack"


def test_a_folder_that_cannot_be_listed_is_no_pack_without_clauses(locked: Path) -> None:
    refused(locked, ErrorCode.PACK_NOT_FOUND)


def test_a_folder_that_cannot_be_listed_is_no_library_without_clauses(locked: Path) -> None:
    with pytest.raises(ExpectedError) as error:
        load(locked)
    assert error.value.code is ErrorCode.FILE_NOT_READABLE


def test_a_pack_that_cannot_be_listed_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pack(read_pack(paths.clause_library()), tmp_path / "pack")

    def iterdir(folder: Path) -> Iterator[Path]:
        raise PermissionError(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    with pytest.raises(ExpectedError) as error:
        write_pack(Pack("Team", (), ()), tmp_path / "pack")
    assert error.value.code is ErrorCode.OUTPUT_NOT_WRITABLE
