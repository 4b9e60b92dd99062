"""The build that needs no Python: made as `make package` makes it, unpacked from the .deb and started like a user's program."""

from __future__ import annotations

import ctypes
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app import paths

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="builds a .deb")]

_ROOT = Path(__file__).resolve().parents[2]
_SAMPLES = paths.resources() / "samples"
_OWN = ("PYTHONPATH", "QT_QPA_PLATFORM", "LD_LIBRARY_PATH")  # of the tests, not of a user


@pytest.fixture(scope="module")
def deb() -> Path:
    """Built into the checkout's `dist`, as the command does."""
    built = subprocess.run([_ROOT / "packaging" / "build.sh"], check=True, capture_output=True, text=True, cwd=_ROOT)
    return _ROOT / built.stdout.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def program(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of the unpacked package."""
    root = tmp_path_factory.mktemp("root")
    subprocess.run(["dpkg-deb", "--extract", deb, root], check=True)
    return root / "opt" / "klausellupe" / "klausellupe"


def _environment(home: Path, **more: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in _OWN}
    return {**inherited, "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "HOME": str(home), **more}


def _run(program: Path, home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments],
        env=_environment(home),
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.needs_tool("dpkg-deb")
def test_the_package_offers_the_program_for_the_documents_it_reads(deb: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "--extract", deb, tmp_path], check=True)
    entry = (tmp_path / "usr/share/applications/klausellupe.desktop").read_text("utf-8")
    kinds = (
        next(line for line in entry.splitlines() if line.startswith("MimeType=")).removeprefix("MimeType=").split(";")
    )
    assert {"application/pdf", "text/html", "text/markdown", "text/plain", "application/msword"} <= set(kinds)
    assert any(kind.endswith("wordprocessingml.document") for kind in kinds)
    assert any(kind.endswith("opendocument.text") for kind in kinds)
    assert "Exec=klausellupe %F" in entry.splitlines()
    assert (tmp_path / "usr/share/icons/hicolor/scalable/apps/klausellupe.svg").is_file()
    assert (tmp_path / "usr/share/doc/klausellupe/NOTICE").is_file()
    assert (tmp_path / "usr/bin/klausellupe").readlink() == Path("/opt/klausellupe/klausellupe")


@pytest.mark.needs_tool("dpkg-deb")
def test_nothing_that_is_loaded_late_is_missing(program: Path, tmp_path: Path) -> None:
    done = _run(program, tmp_path, "--check-build")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("ok ") == len(done.stdout.splitlines()) > 5


@pytest.mark.needs_tool("dpkg-deb")
@pytest.mark.parametrize("sample", sorted(_SAMPLES.iterdir()), ids=lambda path: path.name)
def test_the_command_line_finds_what_the_checkout_finds(program: Path, sample: Path, tmp_path: Path) -> None:
    arguments = ["analyze", str(sample), "--format", "json"]
    built = _run(program, tmp_path, *arguments)
    assert built.returncode == 0, built.stderr
    ours = subprocess.run(
        [sys.executable, "-m", "app", *arguments], cwd=_ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(built.stdout) == json.loads(ours.stdout)


@pytest.mark.needs_tool("dpkg-deb")
@pytest.mark.needs_tool("soffice")
def test_libreoffice_is_watched_over_by_the_program_itself(program: Path, tmp_path: Path) -> None:
    rtf = tmp_path / "bedingungen.rtf"
    rtf.write_text(r"{\rtf1\ansi \'a7 1 Zahlung\par Rechnungen sind binnen 14 Tagen zu zahlen.\par}", "cp1252")
    done = _run(program, tmp_path, "analyze", rtf, "--format", "text")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "14" in done.stdout


# --- the window


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of our own; Xvfb says which number is free."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.mark.needs_tool("dpkg-deb")
@pytest.mark.needs_tool("Xvfb")
def test_the_window_analyses_a_document_and_stores_its_case(program: Path, display: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    environment = _environment(tmp_path, DISPLAY=display)
    with log.open("wb") as said:
        running = subprocess.Popen(
            [program, _SAMPLES / "lieferbedingungen.pdf"], env=environment, cwd=tmp_path, stdout=said, stderr=said
        )
        try:
            _wait(lambda: _findings_stored(tmp_path) > 5, running)
            time.sleep(2)  # for a dialog that should not come
            assert len(_windows(display)) == 1
            assert running.poll() is None
        finally:
            running.terminate()
            running.wait(20)
    assert log.read_text() == ""


def _wait(until: Callable[[], bool], running: subprocess.Popen[bytes], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert running.poll() is None, "the program has ended"
        assert time.monotonic() < end, "no analysis came"
        time.sleep(0.25)


def _findings_stored(home: Path) -> int:
    file = home / "klausellupe" / "cases.sqlite"
    if not file.is_file():
        return 0
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as store:
        tables = {row[0] for row in store.execute("select name from sqlite_master where type = 'table'")}
        return _count(store) if "cases" in tables else 0


def _count(store: sqlite3.Connection) -> int:
    return sum(row[0] for row in store.execute("select findings from cases"))


def _windows(display: str) -> list[str]:
    """Titles of the program's windows, dialogs too: without a window manager they are the root's children."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    server = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    x.XDefaultRootWindow.restype = ctypes.c_ulong
    root, parent, children, number = (
        ctypes.c_ulong(),
        ctypes.c_ulong(),
        ctypes.POINTER(ctypes.c_ulong)(),
        ctypes.c_uint(),
    )
    top = ctypes.c_ulong(x.XDefaultRootWindow(server))
    x.XQueryTree(server, top, *map(ctypes.byref, (root, parent, children, number)))
    found = []
    for position in range(number.value):
        name = ctypes.c_char_p()
        if x.XFetchName(server, ctypes.c_ulong(children[position]), ctypes.byref(name)) and name.value:
            found.append(name.value.decode("utf-8", "replace"))
    x.XCloseDisplay(server)
    return [name for name in found if not name.startswith("Qt Selection Owner")]  # never shown
