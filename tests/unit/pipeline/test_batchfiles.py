"""Which files a portfolio is about: folders, links, copies, what is left out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.pipeline.batchfiles import Collected, collect


def made(folder: Path, *names: str) -> None:
    """Files with a content of their own."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Inhalt von {name}")


def names(collected: Collected) -> list[str]:
    return [file.name for file in collected.files]


def test_folders_are_walked_by_name_and_told_from_where_they_begin(tmp_path: Path) -> None:
    made(tmp_path, "b.pdf", "a/z.docx", "a/b/c.TXT", "c.md")
    assert names(collect([tmp_path])) == ["a/b/c.TXT", "a/z.docx", "b.pdf", "c.md"]


def test_other_files_in_folders_are_left_out_by_name(tmp_path: Path) -> None:
    made(tmp_path, "a.pdf", "bild.png", "tabelle.xlsx", ".versteckt.pdf", "~$a.docx", ".ordner/b.pdf")
    collected = collect([tmp_path])
    assert (names(collected), collected.left_out) == (["a.pdf"], ("bild.png", "tabelle.xlsx"))


def test_a_file_that_was_named_is_taken_whatever_it_is(tmp_path: Path) -> None:
    made(tmp_path, "bild.png")
    assert names(collect([tmp_path / "bild.png", tmp_path / "fehlt.pdf"])) == ["bild.png", "fehlt.pdf"]


def test_equal_content_is_listed_once_with_all_names(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").write_text("Inhalt von a.txt")
    (tmp_path / "d.txt").write_text("Inhalt von a.txt")
    files = collect([tmp_path]).files
    assert [(file.name, file.also) for file in files] == [("a.txt", ("b.txt", "d.txt")), ("c.txt", ())]


def test_a_file_named_twice_is_one_file(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    files = collect([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"]).files
    assert [(file.name, file.also) for file in files] == [("a.txt", ())]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_and_make_no_loop(tmp_path: Path) -> None:
    made(tmp_path, "hier/a.txt", "dort/b.txt")
    (tmp_path / "hier/zurück").symlink_to(tmp_path / "hier")
    (tmp_path / "hier/dorthin").symlink_to(tmp_path / "dort")
    (tmp_path / "hier/auch-a.txt").symlink_to(tmp_path / "hier/a.txt")
    (tmp_path / "hier/kaputt.txt").symlink_to(tmp_path / "fehlt.txt")
    assert names(collect([tmp_path / "hier"])) == ["a.txt", "dorthin/b.txt", "kaputt.txt"]


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Played, because nothing is closed to an administrator."""
    made(tmp_path, "zu/a.txt", "b.txt")
    scan = os.scandir

    def refuse(path):
        if Path(path).name == "zu":
            raise PermissionError
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    collected = collect([tmp_path])
    assert (names(collected), collected.closed) == (["b.txt"], ("zu",))


def test_a_folder_that_vanishes_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "weg/a.txt", "b.txt")
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: scan(path) if Path(path).name != "weg" else scan(tmp_path / "nie"))
    assert collect([tmp_path]).closed == ("weg",)


def test_what_may_not_be_looked_at_is_handed_on_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a.txt", "zu.txt")
    look = Path.is_dir

    def refused(path: Path) -> bool:
        if path.name == "zu.txt":
            raise PermissionError
        return look(path)

    monkeypatch.setattr(Path, "is_dir", refused)
    assert names(collect([tmp_path])) == ["a.txt", "zu.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert names(collect([tmp_path])) == ["a.txt", "b.txt"]  # the reader says that they are no files


def test_what_is_about_to_be_written_is_no_document(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "ergebnis.html")
    assert names(collect([tmp_path], without=[tmp_path / "ergebnis.html"])) == ["a.txt"]


def test_names_that_clash_get_their_folder(tmp_path: Path) -> None:
    made(tmp_path, "alt/agb.txt", "neu/agb.txt")
    assert names(collect([tmp_path / "alt", tmp_path / "neu"])) == ["alt/agb.txt", "neu/agb.txt"]


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    assert collect([tmp_path]) == Collected(())


def test_looking_may_stop_it(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect([tmp_path], looked=stop)
