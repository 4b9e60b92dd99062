"""Readers that share no code with the program: poppler for PDF, LibreOffice and the bare XML for Word, the file itself.

A reader yields pages of words in its own reading order (one page where the format has none). `may` are words that are
in the file without being printed (hidden, deleted, field instructions): the program may list them and need not.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from tests.evaluation.folding import bare, letters, tokens

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # poppler writes them as they come, XML forbids them
_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_SPACES = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-", _W + "softHyphen": ""}
_AS_TEXT = "txt:Text (encoded):UTF8"
_WORD_SUFFIXES = (".docx", ".doc", ".odt", ".rtf")


@dataclass(frozen=True)
class Printed:
    """A word as printed, with its place in points of the page (PDF only)."""

    text: str
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True)
class Independent:
    """What an independent reader found: words by page, and words that need not be read."""

    pages: tuple[tuple[Printed, ...], ...]
    may: tuple[str, ...] = ()
    stored: tuple[tuple[Printed, ...], ...] = ()  # PDF: the same words in the order of the file
    pairs: tuple[str, ...] = ()  # PDF: the letters of every two lines that follow one another in a block


class NoReaderError(Exception):
    """The independent reader could not read the file either."""


def read_independently(path: Path) -> Independent:
    """All words of a file as found by a program that is not ours."""
    if path.suffix == ".pdf":
        layout, stored = _xhtml(path, "-bbox-layout"), _xhtml(path, "-raw", "-bbox")
        return Independent(tuple(_pages(layout)), (), tuple(_pages(stored)), tuple(_pairs(layout)))
    if path.suffix in _WORD_SUFFIXES:
        return _word_file(path)
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return Independent((_plain(text),))


def _plain(text: str) -> tuple[Printed, ...]:
    return tuple(map(Printed, tokens(text)))


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(c) for c in command], capture_output=True, check=False, timeout=300)
    if done.returncode:
        raise NoReaderError(f"{command[0]}: {done.stderr.decode('utf-8', 'replace').strip()[:200]}")
    return done.stdout.decode("utf-8", "replace")


def _xhtml(path: Path, *options: str) -> ElementTree.Element:
    return ElementTree.fromstring(_ILLEGAL.sub("", _run("pdftotext", *options, path, "-")))


def _pages(root: ElementTree.Element) -> Iterator[tuple[Printed, ...]]:
    for page in root.iter(_XHTML + "page"):
        yield tuple(found for word in page.iter(_XHTML + "word") for found in _printed(word))


def _pairs(root: ElementTree.Element) -> Iterator[str]:
    for block in root.iter(_XHTML + "block"):
        for first, second in pairwise(block):
            if _below(_place(second), _place(first)):
                yield bare("".join((*first.itertext(), *second.itertext())))


def _below(lower: list[float], upper: list[float]) -> bool:
    """Whether a line stands under the other: a label and its paragraph stand side by side."""
    shared = min(lower[2], upper[2]) - max(lower[0], upper[0])
    return lower[1] > upper[1] and shared > min(lower[2] - lower[0], upper[2] - upper[0]) / 2


def _place(element: ElementTree.Element) -> list[float]:
    return [float(element.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax")]


def _printed(word: ElementTree.Element) -> list[Printed]:
    return [Printed(text, *_place(word)) for text in tokens(word.text or "")]


# --- Word files -----------------------------------------------------------------------------------------------------------


def _word_file(path: Path) -> Independent:
    today = datetime.now().astimezone().strftime("%d.%m.%Y")  # LibreOffice fills in a date field anew
    exported = tuple(word for word in _plain(_libreoffice(path, _AS_TEXT).decode("utf-8-sig")) if word.text != today)
    package = path.read_bytes() if path.suffix == ".docx" else _libreoffice(path, "docx")
    beside, hidden = _left_out(package, Counter(p.text for p in exported))
    return Independent(((*exported, *map(Printed, beside)),), tuple(hidden))


def _libreoffice(path: Path, target: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        out = Path(folder) / "out"
        _run("soffice", profile, "--headless", "--convert-to", target, "--outdir", out, path)
        written = list(out.iterdir()) if out.exists() else []
        if not written:
            raise NoReaderError("LibreOffice wrote nothing")
        return written[0].read_bytes()


def _left_out(content: bytes, exported: Counter[str]) -> tuple[list[str], list[str]]:
    """Printed words of the package that LibreOffice's text leaves out (headers, notes, text boxes), and unprinted ones."""
    beside: list[str] = []
    hidden: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in sorted(filter(_TEXT_PARTS.fullmatch, package.namelist())):
            root = ElementTree.fromstring(package.read(name))
            _number_notes(root)
            printed = [w for p in _paragraphs(root) for w in tokens(_text(p, printed=True))]
            stored = [w for p in _paragraphs(root) for w in tokens(_text(p, printed=False))]
            hidden += (Counter(stored) - Counter(printed)).elements()
            beside += _missing(printed, exported) if name == "word/document.xml" else printed
    return beside, hidden


def _missing(printed: list[str], exported: Counter[str]) -> list[str]:
    """The words that are not among those exported, in their order; LibreOffice drops soft hyphens."""
    left = Counter(map(letters, printed))
    for word, count in exported.items():
        left[letters(word)] -= count
    found = []
    for word in reversed(printed):
        if left[letters(word)] > 0:
            left[letters(word)] -= 1
            found.append(word)
    return found[::-1]


def _number_notes(root: ElementTree.Element) -> None:
    """Write the number of each footnote where Word prints it: at its reference and before its text (no rulings)."""
    for ruling in [note for note in root.findall(_W + "footnote") if note.get(_W + "type")]:
        root.remove(ruling)
    for tag in ("footnoteReference", "footnoteRef"):
        for number, element in enumerate(root.iter(_W + tag), 1):
            element.append(ElementTree.Element(_W + "t"))
            element[-1].text = str(number)


def _paragraphs(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Every paragraph once: the second copy that Word keeps for old programs is left out."""
    if root.tag == _MC + "Fallback":
        return
    if root.tag == _W + "p":
        yield root
    for child in root:
        yield from _paragraphs(child)


def _text(element: ElementTree.Element, *, printed: bool) -> str:
    parts: list[str] = []
    for child in element:
        if child.tag in (_W + "p", _MC + "Fallback") or (printed and _is_unprinted(child)):
            continue
        if child.tag in (_W + "t", _W + "delText"):
            parts.append(child.text or "")
        elif child.tag in _SPACES:
            parts.append(_SPACES[child.tag])
        else:
            parts.append(_text(child, printed=printed))
    return "".join(parts)


def _is_unprinted(element: ElementTree.Element) -> bool:
    vanish = element.find(f"{_W}rPr/{_W}vanish")
    return element.tag in (_W + "del", _W + "moveFrom") or (
        vanish is not None and vanish.get(_W + "val") not in ("0", "false", "off")
    )
