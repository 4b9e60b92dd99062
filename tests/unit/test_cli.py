"""The command line: what it asks for, what it writes, what it returns. The analysis itself is played here."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import app.cli
from app.atomic import write_atomically
from app.cli.arguments import Request, parse
from app.cli.outputs import file_names, targets
from app.cli.parsing import Help, UsageError
from app.cli.ticker import Ticker
from app.errors import BugError, Cancelled, ErrorCode, ExpectedError
from app.importing.options import ReadOptions
from app.models.analysis import Analysis
from app.models.facts import Audience, ContractKind, DealFacts, Fact, FactSource, GoverningLaw, Perspective
from app.progress import Progress
from app.reporting.formats import FORMATS
from tests.unit.reporting.report_example import ANALYSIS, SOURCE

COMPLETE = replace(ANALYSIS, reading=replace(ANALYSIS.reading, source=replace(SOURCE, unread_pages=())))
Play = Callable[..., Analysis]


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> dict[str, Analysis | BaseException]:
    """What the analysis of a file name gives; complete unless said otherwise."""
    results: dict[str, Analysis | BaseException] = {}

    def analyse_file(content: Path, name: str, library: Path, facts: DealFacts, **_: object) -> Analysis:
        result = results.get(name, COMPLETE)
        if isinstance(result, BaseException):
            raise result
        return replace(result, facts=facts)

    monkeypatch.setattr("app.cli.analyze.analyse_file", analyse_file)
    return results


def facts_of(*arguments: str) -> DealFacts:
    return parse(["analyze", "x.pdf", *arguments]).facts


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- arguments


def test_facts_nobody_states_are_assumed() -> None:
    facts = facts_of()
    assert facts.perspective == Fact(Perspective.CUSTOMER, FactSource.DEFAULT)
    assert facts.governing_law == Fact(GoverningLaw.DE, FactSource.DEFAULT)
    assert facts.contract_value == Fact(None, FactSource.DEFAULT)
    assert facts.as_of.value is not None


def test_facts_the_user_states_are_the_users() -> None:
    facts = facts_of(
        *("--perspective", "supplier", "--terms", "ours", "--audience", "b2c", "--law", "at"),
        *("--contract-kind", "saas", "--contract-date", "2026-03-01", "--as-of", "2026-12-31"),
    )
    assert facts.perspective == Fact(Perspective.SUPPLIER, FactSource.USER)
    assert facts.audience == Fact(Audience.B2C, FactSource.USER)
    assert facts.governing_law == Fact(GoverningLaw.AT, FactSource.USER)
    assert facts.contract_kind == Fact(ContractKind.SAAS, FactSource.USER)
    assert facts.contract_date == Fact(date(2026, 3, 1), FactSource.USER)
    assert facts.as_of == Fact(date(2026, 12, 31), FactSource.USER)


def test_automatic_law_leaves_the_choice_to_the_document() -> None:
    assert facts_of("--law", "auto").governing_law.source is FactSource.DEFAULT


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("10000", 10_000.0),
        ("10.000", 10_000.0),
        ("10,000", 10_000.0),
        ("12.500,50", 12_500.5),
        ("12,500.50", 12_500.5),
        ("99,9", 99.9),
        ("1.000.000", 1_000_000.0),
        ("0", 0.0),
    ],
)
def test_amounts_may_be_written_the_german_or_the_english_way(text: str, euros: float) -> None:
    assert facts_of("--contract-value", text).contract_value.value == euros


@pytest.mark.parametrize("text", ["2026-12-31", "31.12.2026"])
def test_dates_may_be_written_the_german_way(text: str) -> None:
    assert facts_of("--as-of", text).as_of.value == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("output", "given", "expected"),
    [
        ("a.json", (), "json"),
        ("a.HTML", (), "html"),
        ("a.txt", (), "text"),
        ("folder", (), "text"),
        ("a.json", ("--format", "html"), "html"),
    ],
)
def test_the_format_follows_the_suffix_unless_it_is_stated(output: str, given: tuple[str, ...], expected: str) -> None:
    assert parse(["analyze", "x.pdf", "-o", output, *given]).format == expected


@pytest.mark.parametrize(
    ("arguments", "german"),
    [
        (["analyze"], "Es fehlt mindestens eine Datei"),
        ([], "Es fehlt der Befehl"),
        (["prüfe", "x"], "Es fehlt der Befehl"),
        (["analyze", "x", "--foo"], "--foo ist unbekannt"),
        (["analyze", "x", "--form", "json"], "--form ist unbekannt"),
        (["analyze", "x", "--format", "xml"], "„xml“ gibt es nicht; möglich: json, html, text"),
        (["analyze", "x", "--perspective", "buyer"], "möglich: customer, supplier"),
        (["analyze", "x", "--as-of", "30.02.2026"], "„30.02.2026“ ist kein Datum"),
        (["analyze", "x", "--contract-value", "viel"], "ist kein Betrag"),
        (["analyze", "x", "--contract-value", "-5"], "ist kein Betrag"),
        (["analyze", "x", "-o"], "Es fehlt ein Wert"),
    ],
)
def test_wrong_use_is_explained_in_german(
    arguments: list[str], german: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert german in captured.err
    assert captured.out == ""


def test_wrong_use_is_explained_in_english_where_english_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.cli.main(["analyze", "x", "--lang=en", "--format", "xml"]) == 2
    assert "there is no “xml”; possible: json, html, text" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ("Aufruf:", "analyze", "compare", "batch", "library", "--version")),
        (["analyze", "--help"], ("Aufruf:", "--contract-value", "Auftragswert", "Klauselbibliothek")),
        (["analyze", "--lang", "en", "--help"], ("usage:", "contract value", "clause library")),
    ],
)
def test_help_speaks_the_language_asked_for(
    arguments: list[str], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.cli.main(arguments) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in words)
    assert ("show this help" in out) is ("en" in arguments)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"klausellupe {app.__version__}\n"
    with pytest.raises(Help):
        parse(["--version"])


# --- where results go


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a.pdf", "b.docx"], ["a.json", "b.json"]),
        (["a.pdf", "a.docx", "b.txt"], ["a.pdf.json", "a.docx.json", "b.json"]),
        (["x/a.pdf", "y/a.pdf"], ["a.pdf.json", "a.pdf-2.json"]),
        (["A.pdf", "a.docx"], ["A.pdf.json", "a.docx.json"]),
        (["a.pdf", "a.docx", "a.pdf.txt"], ["a.pdf.json", "a.docx.json", "a.pdf-2.json"]),
    ],
)
def test_names_of_results_never_clash(files: list[str], names: list[str]) -> None:
    assert file_names([Path(file) for file in files], ".json") == names


def request(output: Path | None, *files: str) -> Request:
    return Request(tuple(map(Path, files)), "json", output, Path(), DealFacts(), "de")


def test_one_file_may_be_written_into_a_folder_that_is_there(tmp_path: Path) -> None:
    assert targets(request(tmp_path, "a.pdf")) == {Path("a.pdf"): tmp_path / "a.json"}
    assert targets(request(tmp_path / "b.json", "a.pdf")) == {Path("a.pdf"): tmp_path / "b.json"}
    assert targets(request(None, "a.pdf")) == {Path("a.pdf"): None}


def test_several_files_need_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for output in (None, tmp_path / "file"):
        with pytest.raises(UsageError):
            targets(request(output, "a.pdf", "b.pdf"))


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    ("files", "given"),
    [
        (("z.txt",), ("-o", "z.txt")),
        (("z.txt",), ("-o", "./sub/../z.txt")),
        (("z.txt",), ("-o", "link.txt")),
        (("z.txt",), ("-o", "hard.txt")),
        (("link.txt",), ("-o", "z.txt")),
        (("sub", "z.txt"), ("--format", "text", "-o", ".")),
        (("z.txt",), ("--format", "text", "-o", ".")),
    ],
)
def test_a_report_never_overwrites_a_document_under_review(
    files: tuple[str, ...],
    given: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "z.txt").write_text("Vertrag")
    (tmp_path / "link.txt").symlink_to("z.txt")
    (tmp_path / "hard.txt").hardlink_to("z.txt")
    assert app.cli.main(["analyze", *files, *given]) == 2
    assert "würde das geprüfte Dokument überschreiben" in capsys.readouterr().err
    assert (tmp_path / "z.txt").read_text() == "Vertrag"


def test_a_file_appears_whole_with_the_rights_of_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("")
    write_atomically(tmp_path / "x.json", "ä\n")
    assert (tmp_path / "x.json").read_bytes() == "ä\n".encode()
    assert (tmp_path / "x.json").stat().st_mode == plain.stat().st_mode
    assert names_in(tmp_path) == ["plain", "x.json"]


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()
    with pytest.raises(ExpectedError) as caught:
        write_atomically(tmp_path / "x.json", "neu")
    assert caught.value.code is ErrorCode.OUTPUT_NOT_WRITABLE
    assert names_in(tmp_path) == ["x.json"]
    with pytest.raises(ExpectedError):
        write_atomically(tmp_path / "missing" / "x.json", "neu")


# --- runs


@pytest.mark.usefixtures("played")
def test_one_file_goes_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert app.cli.main(["analyze", "a.pdf", "--format", "json", "--as-of", "2026-12-31"]) == 0
    captured = capfdbinary.readouterr()
    assert json.loads(captured.out)["facts"]["as_of"] == {"value": "2026-12-31", "source": "user", "evidence": []}
    assert captured.out.endswith(b"}\n")
    assert captured.err == b""


@pytest.mark.usefixtures("played")
@pytest.mark.parametrize(
    "name", [name for name, known in FORMATS.items() if not (known.needs_source or known.takes_source)]
)
def test_the_file_written_is_what_would_have_been_printed(
    name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    given = ["analyze", "a.pdf", "--format", name, "--as-of", "2026-12-31"]
    assert app.cli.main([*given, "-o", str(tmp_path / "out")]) == 0
    assert app.cli.main(given) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "out").read_bytes()


@pytest.mark.usefixtures("played")
def test_several_files_go_to_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "neu" / "tief"
    assert app.cli.main(["analyze", "a.pdf", "b.docx", "--format", "json", "-o", str(folder)]) == 0
    assert names_in(folder) == ["a.json", "b.json"]


def test_a_bad_file_is_named_and_the_others_go_on(
    played: dict[str, Analysis | BaseException], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played["bad.pdf"] = ExpectedError(ErrorCode.PDF_DAMAGED)
    code = app.cli.main(["analyze", "bad.pdf", "good.pdf", "--format", "json", "-o", str(tmp_path)])
    assert code == 1
    assert names_in(tmp_path) == ["good.json"]
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("bad.pdf: Das PDF ist beschädigt")


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (COMPLETE, 0),
        (ANALYSIS, 1),
        (ExpectedError(ErrorCode.FILE_EMPTY), 3),
        (BugError("Traceback"), 3),
        (Cancelled(), 130),
        (KeyboardInterrupt(), 130),
    ],
    ids=["complete", "incomplete", "unreadable", "bug", "cancelled", "interrupted"],
)
def test_exit_codes(
    result: Analysis | BaseException, code: int, played: dict[str, Analysis | BaseException], tmp_path: Path
) -> None:
    played["a.pdf"] = result
    assert app.cli.main(["analyze", "a.pdf", "-o", str(tmp_path / "a.json")]) == code
    assert (tmp_path / "a.json").exists() is (code in (0, 1))


def test_an_incomplete_document_is_pointed_out(
    played: dict[str, Analysis | BaseException], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played["a.pdf"] = ANALYSIS
    app.cli.main(["analyze", "a.pdf", "-o", str(tmp_path / "a.json"), "--lang", "en"])
    assert capsys.readouterr().err == "a.pdf: not everything could be read; the report names the places.\n"


def test_a_bug_is_admitted_with_its_report(
    played: dict[str, Analysis | BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    played["a.pdf"] = BugError('File "x.py", line 3')
    app.cli.main(["analyze", "a.pdf"])
    err = capsys.readouterr().err
    assert err.startswith("a.pdf: Im Programm ist ein Fehler aufgetreten")
    assert 'File "x.py", line 3' in err


def test_a_name_cannot_speak_to_the_terminal(
    played: dict[str, Analysis | BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    played["\x1b[2Jx.pdf"] = ExpectedError(ErrorCode.FILE_EMPTY)
    app.cli.main(["analyze", "\x1b[2Jx.pdf"])
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.usefixtures("played")
def test_a_library_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.cli.main(["analyze", "a.pdf", "--library", str(tmp_path / "fehlt")]) == 2
    assert "Die Klauselbibliothek wurde nicht gefunden" in capsys.readouterr().err


@pytest.mark.usefixtures("played")
def test_a_result_that_cannot_be_written_counts_as_not_analysed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.cli.main(["analyze", "a.pdf", "-o", str(tmp_path / "fehlt" / "a.json")]) == 3
    assert "kann nicht geschrieben werden" in capsys.readouterr().err


@pytest.mark.usefixtures("played")
def test_the_same_file_twice_is_analysed_once(tmp_path: Path) -> None:
    assert app.cli.main(["analyze", "a.pdf", "a.pdf", "-o", str(tmp_path / "a.json")]) == 0
    assert names_in(tmp_path) == ["a.json"]


# --- passwords and text recognition


@pytest.fixture
def options(monkeypatch: pytest.MonkeyPatch) -> list[ReadOptions]:
    """The options each file is read with; files named `locked…` want the password `geheim ß`."""
    seen: list[ReadOptions] = []

    def analyse_file(
        _: Path, name: str, library: Path, facts: DealFacts, options: ReadOptions, **__: object
    ) -> Analysis:
        seen.append(options)
        if name.startswith("locked") and options.password != "geheim ß":
            raise ExpectedError(ErrorCode.PDF_ENCRYPTED)
        return replace(COMPLETE, facts=facts)

    monkeypatch.setattr("app.cli.analyze.analyse_file", analyse_file)
    return seen


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


@pytest.mark.parametrize(
    "data",
    [
        "geheim ß\nzweite Zeile\n".encode(),
        "geheim ß\r\n".encode(),
        "\ufeffgeheim ß".encode(),
        "geheim ß\n".encode("cp1252"),
    ],
)
def test_the_password_is_the_first_line_of_standard_input(
    data: bytes, options: list[ReadOptions], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, data)
    files = ["locked.pdf", "locked-2.pdf", "open.pdf"]
    assert app.cli.main(["analyze", *files, "--password-stdin", "-o", str(tmp_path)]) == 0
    assert [option.password for option in options] == ["geheim ß"] * 3


def test_on_a_terminal_the_password_is_asked_for_without_echo(
    options: list[ReadOptions], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "stdin", _Terminal())
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: asked.append(prompt) or "geheim ß")
    assert app.cli.main(["analyze", "locked.pdf", "--password-stdin", "-o", str(tmp_path / "a")]) == 0
    assert asked == ["Kennwort der PDFs: "]
    assert options[0].password == "geheim ß"


@pytest.mark.parametrize(
    ("given", "lang", "words"),
    [
        ((), "de", "Rufen Sie das Programm mit --password-stdin auf"),
        ((), "en", "Run the program with --password-stdin"),
        (("--password-stdin",), "de", "mit einem anderen Kennwort geschützt"),
        (("--password-stdin",), "en", "by another password"),
    ],
)
@pytest.mark.usefixtures("options")
def test_a_missing_and_a_wrong_password_are_told_apart(
    given: tuple[str, ...],
    lang: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed(monkeypatch, b"falsch\n")
    assert app.cli.main(["analyze", "locked.pdf", "--lang", lang, *given]) == 3
    err = capsys.readouterr().err
    assert words in err
    assert "falsch" not in err


@pytest.mark.parametrize("data", [b"", b"\n"])
@pytest.mark.usefixtures("options")
def test_no_password_where_one_is_promised_is_wrong_use(
    data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, data)
    assert app.cli.main(["analyze", "locked.pdf", "--password-stdin"]) == 2
    assert "Auf der Standardeingabe steht kein Kennwort" in capsys.readouterr().err


@pytest.mark.usefixtures("options")
def test_a_password_is_no_argument(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.cli.main(["analyze", "locked.pdf", "--password-stdin=geheim"]) == 2
    assert "geheim" not in capsys.readouterr().err


@pytest.mark.parametrize(("given", "expected"), [((), True), (("--no-ocr",), False)])
def test_text_recognition_can_be_switched_off(
    given: tuple[str, ...], expected: bool, options: list[ReadOptions], tmp_path: Path
) -> None:
    assert app.cli.main(["analyze", "a.pdf", "-o", str(tmp_path / "a"), *given]) == 0
    assert options == [ReadOptions(text_recognition=expected)]


# --- progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _ticked(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, seconds: list[float]) -> str:
    clock = iter(seconds)
    monkeypatch.setattr("app.cli.ticker.time.monotonic", lambda: next(clock))
    monkeypatch.setattr(sys, "stderr", stream)
    ticker = Ticker("de")
    ticker.start("a.pdf")
    report: Progress = ticker.report
    for _ in seconds[1:]:
        report(0.3, "reading_page", {"page": 3, "pages": 10})
    ticker.clear()
    return stream.getvalue()


def test_a_terminal_sees_one_line_that_is_wiped_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _ticked(_Terminal(), monkeypatch, [0.0, 0.1, 1.0, 1.01, 2.0])
    assert shown.count("a.pdf: 30 % Seite 3 von 10 wird gelesen") == 2
    assert "\n" not in shown
    assert shown.endswith("\r\x1b[K")


def test_a_log_hears_of_long_work_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ticked(io.StringIO(), monkeypatch, [0.0, 1.0, 5.0]) == ""
    assert _ticked(io.StringIO(), monkeypatch, [0.0, 1.0, 12.0, 13.0, 30.0]).count("\n") == 2
