"""What the documents promise about the repository itself, and what must not be loaded at start-up."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_MODULES = sorted((_ROOT / "app").rglob("*.py"))
_HEAVY = {
    "spacy",
    "thinc",
    "numpy",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "docx",
    "lxml",
    "sqlite_utils",
    "rapidfuzz",
    "holidays",
    "icalendar",
    "reportlab",
    "pypdf",
}
_START_UP = ["app.__main__", "app.cli", "app.ui.application"]


def _text(name: str) -> str:
    return (_ROOT / name).read_text(encoding="utf-8")


def _make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", _text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("document", ["README.md", "docs/development.md", "docs/installation.md"])
def test_every_make_command_in_the_documents_exists(document: str) -> None:
    named = set(re.findall(r"\bmake ([a-z-]+)\b(?! sure)", "\n".join(_code_in(_text(document)))))
    assert named <= _make_targets()
    if document == "README.md":
        assert {"run", "test"} <= named


def _code_in(markdown: str) -> list[str]:
    blocks = re.findall(r"^```\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)
    return [*blocks, *re.findall(r"`([^`\n]+)`", markdown)]


def test_make_help_names_every_public_command() -> None:
    shown = subprocess.run(["make", "help"], cwd=_ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"make ([a-z-]+)", shown)) == _make_targets() - {"setup-run", "setup-dev"}


def test_the_scripts_that_make_calls_exist() -> None:
    called = set(re.findall(r"scripts/[a-z_]+\.(?:sh|py)", _text("Makefile")))
    assert [name for name in sorted(called) if not (_ROOT / name).is_file()] == []


@pytest.mark.parametrize("document", ["README.md", "CHANGELOG.md", "docs/development.md", "docs/installation.md"])
def test_links_in_the_documents_lead_somewhere(document: str) -> None:
    folder = (_ROOT / document).parent
    links = re.findall(r"\]\((?!https?:)([^)#]+)", _text(document))
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_continuous_check_runs_tests_static_checks_and_slow_tests() -> None:
    script = _text(".ci/run")
    assert re.search(r"for target in test check-static test-slow;", script)
    assert (_ROOT / ".ci" / "run").stat().st_mode & 0o111


@pytest.mark.parametrize("module", _MODULES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


def test_the_readme_names_every_folder_of_the_program() -> None:
    folders = [path for path in (_ROOT / "app").iterdir() if (path / "__init__.py").is_file()]
    text = _text("README.md")
    assert [
        folder.name for folder in folders if f"`{folder.name}`" not in text and f"app/{folder.name}" not in text
    ] == []


def test_the_newest_version_in_the_changelog_is_not_newer_than_the_program() -> None:
    from app import __version__

    released = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", _text("CHANGELOG.md"), re.MULTILINE)
    assert all(_numbers(version) <= _numbers(__version__) for version in released)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


@pytest.mark.parametrize("module", [name for name in _START_UP if importlib.util.find_spec(name)])
def test_starting_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True).stdout
    assert _HEAVY & set(shown.split()) == set()


def test_the_notice_names_every_locked_package() -> None:
    locked = set(re.findall(r"^([a-z0-9._-]+)==", _text("requirements/runtime.lock"), re.MULTILINE))
    named = set(re.findall(r"^([a-z0-9._-]+)  +\S", _text("NOTICE"), re.MULTILINE))
    assert named == locked


@pytest.mark.parametrize("name", ["runtime", "dev", "build"])
def test_the_lock_holds_hashes_and_no_address_of_any_machine(name: str) -> None:
    lock = _text(f"requirements/{name}.lock")
    pins = re.split(r"^(?=\S)", re.sub(r"^ *#.*\n", "", lock, flags=re.MULTILINE), flags=re.MULTILINE)[1:]
    assert pins
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
    assert not re.search(r"https?://|file:|--(?:extra-)?index|--find-links|^/", lock, re.MULTILINE)


def test_the_dev_lock_pins_what_the_runtime_lock_pins() -> None:
    pin = re.compile(r"^([a-z0-9._-]+==\S+)", re.MULTILINE)
    runtime = set(pin.findall(_text("requirements/runtime.lock")))
    assert runtime <= set(pin.findall(_text("requirements/dev.lock")))
