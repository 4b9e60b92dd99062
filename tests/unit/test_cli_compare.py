"""`klausellupe compare`: what it asks for, what it writes, what it returns. Files are read in real worker processes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import app.cli
from app.cli.comparearguments import parse
from app.cli.parsing import Help, UsageError
from app.models.facts import UserOfTerms
from tests.unit.reporting.compared import NEW, OLD, OTHERS


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Old and new."""
    old, new = tmp_path / "alt.txt", tmp_path / "neu.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def run(*arguments: object) -> int:
    return app.cli.main(["compare", *map(str, arguments)])


def test_two_versions_are_compared_to_the_terminal(files: tuple[Path, Path], capfdbinary) -> None:
    assert run(*files, "--format", "json") == 0
    said = json.loads(capfdbinary.readouterr().out)
    assert said["schema"] == "klausellupe/versions/1"
    assert (said["old"]["name"], said["new"]["name"]) == ("alt.txt", "neu.txt")
    assert said["adds_up"] is True


def test_two_companies_terms_have_two_users(files: tuple[Path, Path], tmp_path: Path) -> None:
    theirs, target = tmp_path / "deren.txt", tmp_path / "bericht.html"
    theirs.write_text(OTHERS, encoding="utf-8")
    assert run(files[0], theirs, "--forms", "-o", target) == 0
    assert "Abwehrklauseln" in target.read_text(encoding="utf-8")


def test_users_of_both_terms_are_set_whatever_was_said_of_one(
    monkeypatch, files: tuple[Path, Path], capfdbinary
) -> None:
    from app.jobs.blocking import analyse_file

    users = []

    def analyse(content, name, library, facts, **more):
        users.append(facts.user_of_terms.value)
        return analyse_file(content, name, library, facts, **more)

    monkeypatch.setattr("app.cli.compare.analyse_file", analyse)
    assert run(*files, "--forms", "--terms", "theirs") == 0
    assert users == [UserOfTerms.OURS, UserOfTerms.THEIRS]
    capfdbinary.readouterr()


def test_a_file_that_is_there_is_only_replaced_when_asked(files: tuple[Path, Path], tmp_path: Path, capsys) -> None:
    target = tmp_path / "vergleich.csv"
    target.write_text("mein", encoding="utf-8")
    assert run(*files, "-o", target) == 2
    assert "--overwrite" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "mein"
    assert run(*files, "-o", target, "--overwrite") == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_document_is_never_overwritten(files: tuple[Path, Path], capsys) -> None:
    assert run(*files, "-o", files[1], "--overwrite") == 2
    assert files[1].read_text(encoding="utf-8") == NEW
    assert capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_named(files: tuple[Path, Path], tmp_path: Path, capsys) -> None:
    broken = tmp_path / "kaputt.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    target = tmp_path / "x.txt"
    assert run(files[0], broken, "-o", target) == 3
    said = capsys.readouterr().err
    assert "kaputt.pdf" in said
    assert "Es wurde nichts verglichen." in said
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "genau zwei Dateien"),
        (["a.txt", "b.txt", "c.txt"], "genau zwei Dateien"),
        (["a.txt", "b.txt", "--format", "pdf"], "-o DATEI"),
        (["a.txt", "b.txt", "--forms", "--outward"], "--forms"),
        (["a.txt", "b.txt", "--format", "odt"], "odt"),
        (["a.txt", "b.txt", "--was"], "--was"),
    ],
)
def test_wrong_use_is_told_in_words(arguments: list[str], said: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(arguments)
    assert said in error.value.problem


@pytest.mark.parametrize(("name", "form"), [("x.pdf", "pdf"), ("x.htm", "html"), ("x.XLSX", "xlsx"), ("x", "text")])
def test_the_suffix_tells_the_form(name: str, form: str) -> None:
    assert parse(["a.txt", "b.txt", "-o", name]).format == form


@pytest.mark.parametrize(("lang", "word"), [("de", "ALT NEU"), ("en", "OLD NEW")])
def test_help_is_in_the_users_language(lang: str, word: str) -> None:
    with pytest.raises(Help) as wanted:
        parse(["--help", "--lang", lang])
    assert word in wanted.value.text
