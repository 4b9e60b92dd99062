"""The choice between command line and window, with both faces replaced by recorders."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import app
from app.__main__ import main


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the two faces were called with."""
    seen: list[tuple[object, ...]] = []
    cli, ui, application = ModuleType("app.cli"), ModuleType("app.ui"), ModuleType("app.ui.application")

    def run_cli(argv: list[str]) -> int:
        seen.append(("cli", argv))
        return 3

    def run_window(files: list[Path], *, lang: str, library: Path | None) -> int:
        seen.append(("window", files, lang, library))
        return 4

    cli.main = run_cli  # type: ignore[attr-defined]
    application.run = run_window  # type: ignore[attr-defined]
    ui.application = application  # type: ignore[attr-defined]
    for name, module in {"app.cli": cli, "app.ui": ui, "app.ui.application": application}.items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(app, "cli", cli, raising=False)
    monkeypatch.setattr(app, "ui", ui, raising=False)
    return seen


@pytest.mark.parametrize("argv", [["analyze", "a.pdf"], ["library", "list"], ["--help"], ["-h"], ["--version"]])
def test_a_subcommand_or_a_question_goes_to_the_command_line(argv: list[str], calls: list[tuple[object, ...]]) -> None:
    assert main(argv) == 3
    assert calls == [("cli", argv)]


@pytest.mark.parametrize(
    ("argv", "files", "language"),
    [
        ([], [], None),  # as chosen in the settings
        (["a.pdf", "b c.docx"], ["a.pdf", "b c.docx"], None),
        (["--lang", "en", "a.pdf"], ["a.pdf"], "en"),
        (["--", "--version"], ["--version"], None),
    ],
)
def test_anything_else_opens_the_window(
    argv: list[str], files: list[str], language: str | None, calls: list[tuple[object, ...]]
) -> None:
    assert main(argv) == 4
    assert calls == [("window", [Path(file) for file in files], language, None)]


def test_the_arguments_of_the_process_are_the_default(
    monkeypatch: pytest.MonkeyPatch, calls: list[tuple[object, ...]]
) -> None:
    monkeypatch.setattr(sys, "argv", ["klausellupe", "--version"])
    assert main() == 3
    assert calls == [("cli", ["--version"])]


def test_an_unknown_option_is_wrong_use(calls: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--colour", "a.pdf"])
    assert stopped.value.code == 2
    assert "--colour" in capsys.readouterr().err
    assert calls == []


def test_the_window_takes_another_library(calls: list[tuple[object, ...]]) -> None:
    assert main(["--library", "ours", "a.pdf"]) == 4
    assert calls == [("window", [Path("a.pdf")], None, Path("ours"))]
