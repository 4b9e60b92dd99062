"""What `analyze` writes: for whom, in which form, over what, and what it says of it. The analysis itself is played here."""

from __future__ import annotations

import email
import email.policy
import hashlib
import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

import app.cli
from app.cli.arguments import parse
from app.models.analysis import Analysis
from app.reporting.formats import FORMATS
from app.reporting.options import Reader, Wording
from app.settings import Settings, save_settings
from tests.unit.reporting.internal_marks import COMMENT, found_marks, marked_analysis
from tests.unit.reporting.notes.pdfs import SIGNED, Made, analysis_of, pdf, source_of
from tests.unit.reporting.report_example import ANALYSIS

DAY = "1795000000"  # 2026-11-18
WITHOUT_SOURCE = [name for name, known in FORMATS.items() if not known.needs_source and not known.takes_source]
Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`analyze NAME …` in an empty folder, where the analysis of every file is the given one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)

    def start(name: str, *arguments: str, of: Analysis = ANALYSIS) -> int:
        monkeypatch.setattr("app.cli.analyze.analyse_file", lambda *_, **__: of)
        return app.cli.main(["analyze", name, *arguments])

    return start


@pytest.fixture
def contract(tmp_path: Path) -> Analysis:
    """Of `vertrag.pdf`, which lies in the folder."""
    content = pdf()
    (tmp_path / "vertrag.pdf").write_bytes(content)
    return analysis_of(source_of(content), nowhere=1)


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


# --- arguments


def test_what_is_asked_for_by_default() -> None:
    request = parse(["analyze", "a.pdf"])
    assert (request.reader, request.reviewer, request.proposals) == (Reader.INTERNAL, "", Wording.PREFERRED)
    assert not request.overwrite


def test_what_can_be_asked_for() -> None:
    given = ("--outward", "--reviewer", "  Mia  Muster ", "--proposals", "nearest", "--overwrite")
    request = parse(["analyze", "a.pdf", *given])
    assert (request.reader, request.reviewer, request.proposals) == (Reader.OUTWARD, "Mia Muster", Wording.NEAREST)
    assert request.overwrite


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("a.docx", "docx"),
        ("a.PDF", "pdf"),
        ("a.xlsx", "xlsx"),
        ("a.csv", "csv"),
        ("a.htm", "html"),
        ("a.odt", "text"),
        ("a", "text"),
    ],
)
def test_the_ending_of_the_output_says_the_form(output: str, expected: str) -> None:
    assert parse(["analyze", "x.pdf", "-o", output]).format == expected


# --- over what


def test_a_file_that_is_there_is_not_replaced(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text("alt")
    assert run("x.pdf", "-o", "a.json") == 2
    assert (tmp_path / "a.json").read_text() == "alt"
    assert "a.json gibt es schon. Mit --overwrite wird die Datei ersetzt." in capsys.readouterr().err


def test_one_of_many_that_is_there_stops_all_before_any_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "aus").mkdir()
    (tmp_path / "aus" / "y.json").write_text("alt")
    assert run("x.pdf", "y.pdf", "--format", "json", "-o", "aus") == 2
    assert [path.name for path in (tmp_path / "aus").iterdir()] == ["y.json"]


def test_a_file_is_replaced_where_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("alt")
    assert run("x.pdf", "-o", "a.json", "--overwrite") == 1
    assert json.loads((tmp_path / "a.json").read_bytes())


def test_a_file_that_comes_while_the_document_is_read_is_not_replaced(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def meanwhile(*_: object) -> bytes:
        (tmp_path / "a.txt").write_text("von jemand anderem")
        return b""

    monkeypatch.setattr("app.reporting.totext.to_text", meanwhile)
    assert run("x.pdf", "-o", "a.txt") == 3
    assert (tmp_path / "a.txt").read_text() == "von jemand anderem"
    assert "gibt es schon" in capsys.readouterr().err


# --- to the terminal


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if not known.readable])
def test_a_terminal_is_not_fed_what_it_cannot_show(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = _Terminal(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", terminal)
    assert run("x.pdf", "--format", name) == 2
    assert terminal.buffer.getvalue() == b""  # type: ignore[attr-defined]
    assert f"{name} lässt sich nicht im Terminal zeigen" in capsys.readouterr().err


def test_a_terminal_shows_what_can_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _Terminal(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", terminal)
    assert run("x.pdf", "--format", "csv") == 1
    assert terminal.buffer.getvalue()  # type: ignore[attr-defined]


# --- the clock


def test_json_knows_no_clock(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("x.pdf", "-o", "a.json")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    run("x.pdf", "-o", "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize("name", WITHOUT_SOURCE)
def test_the_same_moment_gives_the_same_bytes(name: str, run: Run, tmp_path: Path) -> None:
    run("x.pdf", "--format", name, "-o", "a")
    run("x.pdf", "--format", name, "-o", "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_report_says_when_it_was_made(run: Run, tmp_path: Path) -> None:
    run("x.pdf", "-o", "a.html", "--reviewer", "Mia Muster")
    report = (tmp_path / "a.html").read_text()
    assert "18.11.2026" in report
    assert "Mia Muster" in report


def test_the_house_of_the_settings_stands_in_the_report(run: Run, tmp_path: Path) -> None:
    save_settings(Settings(company="Nordlicht GmbH", footer="Nur für den Dienstgebrauch"))
    run("x.pdf", "-o", "a.html")
    report = (tmp_path / "a.html").read_text()
    assert "Nordlicht GmbH" in report
    assert "Nur für den Dienstgebrauch" in report


# --- for whom


@pytest.mark.parametrize("name", WITHOUT_SOURCE)
def test_nothing_internal_goes_out(name: str, run: Run, tmp_path: Path) -> None:
    run("x.pdf", "--format", name, "--outward", "-o", "a", of=marked_analysis())
    assert found_marks((tmp_path / "a").read_bytes()) == []


def test_what_the_other_side_may_read_goes_out(run: Run, tmp_path: Path) -> None:
    run("x.pdf", "-o", "a.html", "--outward", of=marked_analysis())
    assert COMMENT in (tmp_path / "a.html").read_text()


# --- copies


def test_a_copy_begins_with_the_document_and_has_its_notes(run: Run, tmp_path: Path, contract: Analysis) -> None:
    given = ("--format", "copy", "-o", "kopie.pdf", "--reviewer", "Mia Muster")
    assert run("vertrag.pdf", *given, of=contract) == 0
    copy = (tmp_path / "kopie.pdf").read_bytes()
    assert copy.startswith((tmp_path / "vertrag.pdf").read_bytes())
    notes = [note.get_object() for note in PdfReader(io.BytesIO(copy)).pages[0]["/Annots"]]
    assert {note["/T"] for note in notes} == {"Mia Muster"}
    assert {note["/M"] for note in notes} == {"D:20261118110640+00'00'"}


def test_a_mail_goes_with_report_and_copy(run: Run, tmp_path: Path, contract: Analysis) -> None:
    assert run("vertrag.pdf", "-o", "entwurf.eml", of=contract) == 0
    draft = email.message_from_bytes((tmp_path / "entwurf.eml").read_bytes(), policy=email.policy.default)
    report, copy = (part.get_payload(decode=True) for part in draft.iter_attachments())
    assert report.startswith(b"%PDF-")
    assert copy.startswith((tmp_path / "vertrag.pdf").read_bytes())


def test_what_does_not_stand_at_its_words_is_told(
    run: Run, contract: Analysis, capsys: pytest.CaptureFixture[str]
) -> None:
    run("vertrag.pdf", "--format", "copy", "-o", "kopie.pdf", of=contract)
    assert "er steht am Anfang des Dokuments" in capsys.readouterr().err


def test_that_a_signed_document_was_changed_is_told(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = pdf(Made(more=SIGNED))
    (tmp_path / "vertrag.pdf").write_bytes(content)
    run("vertrag.pdf", "--format", "copy", "-o", "kopie.pdf", of=analysis_of(source_of(content)))
    assert "elektronisch unterschrieben" in capsys.readouterr().err


def test_a_copy_keeps_its_ending_in_a_folder(run: Run, tmp_path: Path, contract: Analysis) -> None:
    (tmp_path / "aus").mkdir()
    run("vertrag.pdf", "--format", "copy", "-o", "aus", of=contract)
    assert [path.name for path in (tmp_path / "aus").iterdir()] == ["vertrag.pdf"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"%PDF-1.4 anders", "Die Datei wurde geändert"), (None, "Die Datei wurde nicht gefunden")],
)
def test_a_document_that_is_another_now_gets_no_copy(
    content: bytes | None,
    sentence: str,
    run: Run,
    tmp_path: Path,
    contract: Analysis,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "vertrag.pdf").unlink()
    if content is not None:
        (tmp_path / "vertrag.pdf").write_bytes(content)
    assert run("vertrag.pdf", "--format", "copy", "-o", "kopie.pdf", of=contract) == 3
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "kopie.pdf").exists()


def test_a_document_of_the_same_size_that_is_another_gets_no_copy(
    run: Run, tmp_path: Path, contract: Analysis, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vertrag.pdf").write_bytes(pdf().replace(b"100 Euro", b"900 Euro"))
    assert run("vertrag.pdf", "--format", "copy", "-o", "kopie.pdf", of=contract) == 3
    assert "Die Datei wurde geändert" in capsys.readouterr().err


def test_text_takes_no_notes(run: Run, tmp_path: Path, contract: Analysis, capsys: pytest.CaptureFixture[str]) -> None:
    content = b"Vertrag"
    (tmp_path / "vertrag.txt").write_bytes(content)
    source = replace(
        contract.reading.source,
        media_type="text/plain",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    analysis = replace(contract, reading=replace(contract.reading, source=source))
    assert run("vertrag.txt", "--format", "copy", "-o", "kopie.txt", of=analysis) == 3
    assert "nur in PDF und Word (DOCX)" in capsys.readouterr().err
