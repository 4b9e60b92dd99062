"""`klausellupe batch` as a user calls it: with real files in real processes, and what is wrong use."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import app.cli
import app.cli.batch
from app.cli.batcharguments import parse
from app.cli.batchticker import BatchTicker
from app.errors import KlausellupeError
from app.paths import resources
from app.pipeline.batch import Reviewer
from app.pipeline.batchcache import batch_cache
from app.wording.lang import Lang

SAMPLE = resources() / "samples/beratung.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good file, its copy, a damaged one, an empty one, and one of another kind."""
    made = tmp_path / "verträge"
    (made / "alt").mkdir(parents=True)
    for name in ("beratung.txt", "alt/kopie.txt"):
        (made / name).write_bytes(SAMPLE.read_bytes())
    (made / "kaputt.pdf").write_bytes(b"%PDF-1.7\nnichts")
    (made / "leer.txt").write_bytes(b"")
    (made / "bild.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return made


class DirectPool:
    """The pool without processes: what is tested here is what comes before and after it."""

    def __init__(self, files, request, listener) -> None:
        reviewer = Reviewer(request)
        for index, file in enumerate(files):
            listener.started(index)
            try:
                listener.done(index, reviewer.review(file.path, file.name, request.options))
            except KlausellupeError as error:
                listener.failed(index, error)

    def wait(self, timeout: float) -> bool:
        return True

    def stop(self) -> None:
        pass


@pytest.fixture
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.cli.batch.Pool", DirectPool)


def run(*arguments: object) -> int:
    return app.cli.main(["batch", *map(str, arguments)])


def rows(path: Path) -> dict[str, dict[str, str]]:
    text = path.read_text("utf-8-sig")
    return {row["Dokument"]: row for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")}


@pytest.mark.usefixtures("_direct")
def test_broken_files_stop_nothing_and_a_second_run_does_only_what_is_new(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "ergebnis.csv"
    assert run(folder, "-o", output) == 1
    assert capsys.readouterr().err == "3 Dateien: 1 geprüft, 0 vom letzten Mal übernommen, 2 nicht gelesen.\n"
    found = rows(output)
    assert sorted(found) == ["alt/kopie.txt", "kaputt.pdf", "leer.txt"]
    assert found["alt/kopie.txt"]["Gleicher Inhalt"] == "beratung.txt"
    assert "4\u00a0Wochen" in found["alt/kopie.txt"]["Kündigungsfrist"]
    assert found["kaputt.pdf"]["Fehler"]
    assert found["leer.txt"]["Fehler"]
    (folder / "neu.txt").write_text(SAMPLE.read_text("utf-8").replace("20 Werktage", "30 Werktage"), "utf-8")
    assert run(folder, "-o", output, "--overwrite") == 1
    assert capsys.readouterr().err == "4 Dateien: 1 geprüft, 1 vom letzten Mal übernommen, 2 nicht gelesen.\n"


@pytest.mark.usefixtures("_direct")
def test_the_table_is_printed_and_what_is_kept_can_be_deleted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder / "beratung.txt") == 0
    out = capsys.readouterr().out
    assert "beratung.txt" in out
    assert "Kündigungsfrist: 4\u00a0Wochen zum Monatsende" in out
    assert len(list(batch_cache().iterdir())) == 1
    assert run("--forget") == 0
    assert capsys.readouterr().err == "Aufgehobene Ergebnisse von 1 Dokumenten gelöscht.\n"
    assert not batch_cache().exists()


def test_the_real_processes_do_it_too_and_without_the_cache_nothing_is_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder / "beratung.txt", "--no-cache", "--format", "json", "--lang", "en") == 0
    assert '"schema": "klausellupe-portfolio"' in capsys.readouterr().out
    assert not batch_cache().exists()


@pytest.mark.usefixtures("_direct")
def test_where_nothing_could_be_read_the_exit_code_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder / "kaputt.pdf", folder / "leer.txt") == 3
    assert "kaputt.pdf: " in capsys.readouterr().out


def test_a_folder_without_documents_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leer").mkdir()
    assert run(tmp_path / "leer") == 3
    assert capsys.readouterr().err == "Es wurde kein Dokument gefunden, das gelesen werden kann.\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")
def test_ctrl_c_ends_it_with_its_processes_and_leaves_nothing_half_written(folder: Path, tmp_path: Path) -> None:
    for number in range(40):
        text = SAMPLE.read_text("utf-8") * 40
        (folder / f"lang-{number}.txt").write_text(text.replace("20 Werktage", f"{number + 2} Werktage"), "utf-8")
    output = tmp_path / "ergebnis.html"
    command = [sys.executable, "-m", "app", "batch", str(folder), "-o", str(output)]
    started = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    until = time.monotonic() + 60
    while not (batch_cache().is_dir() and any(batch_cache().iterdir())) and time.monotonic() < until:
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=30)
    assert started.returncode == 130
    assert "abgebrochen" in said.decode().lower()
    assert "Traceback" not in said.decode()
    assert not output.exists()
    assert all(path.suffix == ".analysis" for path in batch_cache().iterdir())
    assert gone(started.pid)


def gone(group: int) -> bool:
    """Whether no process of it lives; Python's own tracker of resources ends a moment after the program."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


# --- wrong use


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Es fehlt ein Ordner oder eine Datei: klausellupe batch ORDNER"),
        (["nirgends"], "nirgends gibt es nicht."),
        (["da.txt", "--format", "xlsx"], "xlsx braucht eine Zieldatei: -o DATEI"),
        (["da.txt", "--format", "xml"], "„xml“ gibt es nicht"),
        (["da.txt", "-o", "da.txt", "--overwrite"], "würde das geprüfte Dokument überschreiben"),
        ([".", "-o", "schon.pdf", "--overwrite"], "schon.pdf liegt zwischen den Dokumenten"),
        (["da.txt", "-o", "schon.pdf"], "schon.pdf gibt es schon. Mit --overwrite wird die Datei ersetzt."),
        (["da.txt", "--wenig"], "--wenig ist unbekannt."),
        (["da.txt", "-o", "ordner"], "ordner gibt es schon"),
    ],
)
def test_wrong_use_is_told_before_any_work(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("da.txt", "schon.pdf"):
        Path(name).write_text("x")
    Path("ordner").mkdir()
    assert run(*arguments) == 2
    heard = capsys.readouterr().err
    assert said in heard
    assert heard.endswith("Hilfe: klausellupe batch --help\n")


def test_a_place_that_cannot_be_written_to_is_told_before_any_work(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "-o", tmp_path / "nirgends" / "a.xlsx") == 2
    assert "a.xlsx" in capsys.readouterr().err
    assert not batch_cache().exists()


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], "text"),
        (["-o", "a.XLSX"], "xlsx"),
        (["-o", "a.htm"], "html"),
        (["-o", "a.csv", "--format", "json"], "json"),
        (["-o", "a.unbekannt"], "text"),
    ],
)
def test_the_form_is_told_by_the_suffix_unless_it_is_named(
    arguments: list[str], wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("da.txt").write_text("x")
    assert parse(["da.txt", *arguments]).format == wanted


@pytest.mark.parametrize(("lang", "words"), [("de", "mehrere Dateien prüfen"), ("en", "review several files")])
def test_help_is_given_in_both_languages(lang: Lang, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help", "--lang", lang) == 0
    assert words in capsys.readouterr().out


# --- progress


def test_the_time_left_is_guessed_once_some_files_are_done() -> None:
    ticker = BatchTicker(100, "de", clock=lambda: 0.0)
    assert ticker.line(3, "a.pdf", 30) == "3 von 100 Dateien: a.pdf"
    assert ticker.line(10, "a.pdf", 20) == "10 von 100 Dateien, noch etwa 3 Minuten: a.pdf"
    assert ticker.line(100, "a\x1b.pdf", 20) == "100 von 100 Dateien: a�.pdf"
