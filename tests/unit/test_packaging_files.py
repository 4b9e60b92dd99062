"""The three ways to install offer the program for the same kinds of documents, and say what was never tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
_ENDINGS = {  # of documents, by their MIME type
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}


def _text(name: str) -> str:
    return (_PACKAGING / name).read_text("utf-8")


def test_linux_offers_it_for_every_format() -> None:
    line = re.search(r"^MimeType=(.*)$", _text("linux/klausellupe.desktop"), re.MULTILINE)
    assert line is not None
    assert set(_ENDINGS) <= set(line[1].split(";"))


def test_windows_offers_it_for_every_format() -> None:
    offered = set(re.findall(r'ValueName: "(\.\w+)"', _text("windows/klausellupe.iss")))
    assert set(_ENDINGS.values()) <= offered


def test_macos_offers_it_for_as_many_formats() -> None:
    kinds = re.search(r"kinds = \{(.*?)\n    \}", _text("klausellupe.spec"), re.DOTALL)
    assert kinds is not None
    assert len(re.findall(r'"[a-z]+(?:\.[a-zA-Z-]+)+"', kinds[1])) == len(_ENDINGS)


@pytest.mark.parametrize("name", ["windows/build.ps1", "windows/klausellupe.iss", "macos/build.sh"])
def test_what_was_never_run_says_so(name: str) -> None:
    assert "UNTRIED" in "\n".join(_text(name).splitlines()[:3])


@pytest.mark.parametrize("name", ["build.sh", "macos/build.sh", "linux/postinst", "linux/postrm"])
def test_scripts_can_be_run(name: str) -> None:
    assert (_PACKAGING / name).stat().st_mode & 0o111
