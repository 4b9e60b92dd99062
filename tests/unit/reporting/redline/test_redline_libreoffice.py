"""LibreOffice reads the copies: the same text with all changes rejected, the proposal with all accepted, every comment there.

Strategy: LibreOffice writes the copy as OpenDocument, where each tracked change is a region with what was struck out beside it; accepting and
rejecting is done on that, so what is compared is what LibreOffice took for text, insertion, deletion and comment.
"""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from app.importing.options import ReadOptions
from app.library.loader import load
from app.paths import clause_library
from app.pipeline.analyse import analyse
from app.pipeline.facts import assumed
from app.reporting.options import Reader, ReportOptions
from app.reporting.redline.commented import commented_copy
from app.reporting.redline.model import Author
from app.reporting.redline.redline import redline
from tests.evaluation.documents import AS_OF, SHARED
from tests.unit.importing.made import opened
from tests.unit.reporting.redline.acceptreject import ME, accepted
from tests.unit.reporting.redline.generated import SEEDS, document, edits, remarks

T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
AUTHOR = Author(ME, "EM", datetime(2026, 11, 22, 12, 30, tzinfo=UTC))
REAL = [*sorted(Path("resources/samples").glob("*.docx")), *sorted((SHARED / "gold/dev").glob("*.docx"))]

pytestmark = [pytest.mark.slow, pytest.mark.needs_tool("soffice")]


@pytest.fixture(scope="module")
def odt(tmp_path_factory) -> dict[str, etree._Element]:
    """What LibreOffice makes of the files, by name: of each the original, the copy, and the copy with all accepted by us."""
    folder = tmp_path_factory.mktemp("redline")
    for name, data, seed in _files():
        source = opened(data)
        made = redline(data, source, edits(source, seed), remarks(source, seed), AUTHOR).content
        for kind, content in (("before", data), ("copy", made), ("after", accepted(made))):
            (folder / f"{name}-{kind}.docx").write_bytes(content)
    for path in REAL[:3]:
        (folder / f"report-{path.stem}-copy.docx").write_bytes(_reported(path).content)
    return _converted(folder)


def _files() -> Iterator[tuple[str, bytes, int]]:
    for seed in SEEDS[::3]:
        yield f"made{seed}", document(seed), seed
    for number, path in enumerate(REAL):
        yield f"real{number}", path.read_bytes(), number


def _reported(path: Path):
    data = path.read_bytes()
    analysis = analyse(data, path.name, load(clause_library()), assumed(AS_OF), ReadOptions())
    return commented_copy(data, analysis, ReportOptions(reader=Reader.OUTWARD, reviewer=ME))


def _converted(folder: Path) -> dict[str, etree._Element]:
    soffice = shutil.which("soffice")
    assert soffice
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "odt"]
    command += ["--outdir", str(folder), *sorted(map(str, folder.glob("*.docx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {
        file.stem: etree.fromstring(zipfile.ZipFile(file).read("content.xml")) for file in sorted(folder.glob("*.odt"))
    }


def test_libreoffice_opens_every_copy(odt):
    assert len([name for name in odt if name.endswith("-copy")]) == len(SEEDS[::3]) + len(REAL) + len(REAL[:3])


def test_rejecting_all_in_libreoffice_gives_the_original(odt):
    for name in _names(odt):
        assert _text(odt[f"{name}-copy"], rejected=True) == _text(odt[f"{name}-before"], rejected=False), name


def test_accepting_all_in_libreoffice_gives_the_proposal(odt):
    for name in _names(odt):
        assert _text(odt[f"{name}-copy"], rejected=False) == _text(odt[f"{name}-after"], rejected=False), name


def test_libreoffice_shows_every_comment_with_its_author(odt, tmp_path):
    for name in _names(odt):
        comments = [
            one for one in odt[f"{name}-copy"].iter(f"{OFFICE}annotation") if one.findtext(f"{DC}creator") == ME
        ]
        assert len(comments) == 13, name


def _names(odt: dict[str, etree._Element]) -> list[str]:
    return sorted(name.removesuffix("-before") for name in odt if name.endswith("-before"))


# --- the text of an OpenDocument file -----------------------------------------------------------------------------------------


def _text(root: etree._Element, *, rejected: bool) -> list[str]:
    """The words of the text with all changes of ours rejected or accepted, others left open (what they insert counts)."""
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    regions = {one.get(f"{T}id"): one[0] for one in body.iter(f"{T}changed-region")}
    mine = {key: one for key, one in regions.items() if one.findtext(f".//{DC}creator") == ME}
    inserted = {key for key, one in mine.items() if one.tag == f"{T}insertion"}
    deleted = {key: one for key, one in mine.items() if one.tag == f"{T}deletion"}
    made: list[str] = []
    open_insertions: set[str] = set()
    for kind, value in _walk(body):
        if kind == "begin" and value in inserted:
            open_insertions.add(value)
        elif kind == "end":
            open_insertions.discard(value)
        elif kind == "gone" and value in deleted and rejected and not open_insertions:
            gone = "".join(text for what, text in _walk(deleted[value]) if what == "text")
            made.append(gone.removesuffix("\n"))  # a line end stands between paragraphs, not behind the last
        elif kind == "text" and not (rejected and open_insertions):
            made.append(value)
    return "".join(made).split()


def _walk(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Texts and marks of changes in order; paragraphs end with white space, notes and comments are no text here."""
    for inner in element:
        name = inner.tag
        if name in (f"{T}tracked-changes", f"{T}note", f"{OFFICE}annotation", f"{OFFICE}change-info") or not isinstance(
            name, str
        ):
            pass
        elif name in (f"{T}change-start", f"{T}change-end", f"{T}change"):
            kind = {"change-start": "begin", "change-end": "end", "change": "gone"}[name[len(T) :]]
            yield kind, inner.get(f"{T}change-id", "")
        elif name in (f"{T}s", f"{T}tab", f"{T}line-break"):
            yield "text", " "
        else:
            yield "text", inner.text or ""
            yield from _walk(inner)
            if name in (f"{T}p", f"{T}h"):
                yield "text", "\n"
        yield "text", inner.tail or ""
