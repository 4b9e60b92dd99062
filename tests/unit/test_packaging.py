"""The wheel, built and installed as a user would, works outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app import __version__, paths

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).resolve().parents[2]
_PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
_SHOW_DATA = "from app import paths; print(paths.resources()); print(paths.clause_library())"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with the installed backend: the test machine has no network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [*_PIP, "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*build, str(_ROOT)], check=True, cwd=folder)
    return next(folder.glob("klausellupe-*.whl"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel."""
    folder = tmp_path_factory.mktemp("site")
    subprocess.run(
        [*_PIP, "install", "--quiet", "--no-index", "--no-deps", "--target", str(folder), str(wheel)], check=True
    )
    return folder


def _python(site: Path, *arguments: str) -> str:
    """Output of a Python far from the checkout that finds the installed wheel first."""
    search = os.pathsep.join([str(site), os.environ["PYTHONPATH"]])
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": search},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_the_wheel_holds_package_data_and_licences_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    info = f"klausellupe-{__version__}.dist-info/"
    assert {name.split("/")[0] + "/" for name in names} == {"app/", info}
    assert {info + "licenses/LICENSE", info + "licenses/NOTICE"} <= set(names)
    assert not any("__pycache__" in name for name in names)


def test_every_shipped_file_is_in_the_wheel(wheel: Path) -> None:
    expected = {
        *_files(_ROOT / "app", "app"),
        *_files(paths.resources(), "app/_data/resources"),
        *_files(paths.clause_library(), "app/_data/clause_library"),
    }
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


def _files(folder: Path, prefix: str) -> set[str]:
    files = [file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    return {f"{prefix}/{file.relative_to(folder).as_posix()}" for file in files}


def test_the_installed_program_finds_its_data(site: Path) -> None:
    resources, library = map(Path, _python(site, "-c", _SHOW_DATA).splitlines())
    assert resources == site / "app" / "_data" / "resources"
    assert library == site / "app" / "_data" / "clause_library"
    assert _files(resources, "") == _files(paths.resources(), "")
    assert _files(library, "") == _files(paths.clause_library(), "")


def test_the_installed_program_says_its_version(site: Path) -> None:
    assert __version__ in _python(site, "-m", "app", "--version")


def test_the_console_script_is_declared(site: Path) -> None:
    entry_points = next(site.glob("klausellupe-*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "klausellupe = app.__main__:main" in entry_points
