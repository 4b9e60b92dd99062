"""Every character of the canonical text that stands in the file is found there again: part, paragraph, run, offset."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.importing.docx.archive import member
from app.importing.docx.origins import origin
from app.importing.docx.package import Package
from app.importing.docx.places import Part, atoms
from app.models.source import RunKind, SourceDocument
from tests.unit.importing.made import opened
from tests.unit.importing.test_docx_replace import (
    GONE,
    LIST,
    PHASES,
    SAMPLES,
    STAMP,
    bodies,
    complex_field,
    simple_field,
)
from tests.unit.importing.word import docx, p, r, table

NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = f'<w:footnote w:id="2">{p(r("Die Anmerkung"))}</w:footnote>'
FALLBACK = "<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"


def text_box(inner: str) -> str:
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}{FALLBACK.format(box=box)}</mc:AlternateContent></w:r>"


def parts_of(data: bytes, source: SourceDocument) -> dict[str, Part]:
    """The parts that the runs name."""
    package = Package(data)
    names = {run.part for run in source.runs if run.part}
    return {name: Part(root, member(data, name)) for name in names if (root := package.root(name)) is not None}


def lost(data: bytes) -> list[str]:
    """The stretches of canonical text that are not where their run says; generated ones are nowhere."""
    source = opened(data)
    parts = parts_of(data, source)
    found = []
    for run in source.runs:
        text = source.text[run.start : run.end]
        part = parts.get(run.part or "")
        if run.kind is RunKind.GENERATED:
            continue
        if part is None or not is_found(part, run, text):
            found.append(text)
    return found


def is_found(part: Part, run, text: str) -> bool:
    if run.kind is RunKind.REPAIRED:
        return origin(part, run, text) is not None
    element = part.element(run.element)
    written = "" if element is None else "".join(atom.text for atom in atoms(element))
    return written[run.offset : run.offset + len(text)] == text


@pytest.mark.parametrize(
    "content",
    [
        r("eins ") + r("zwei"),
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
        "<w:r><w:t>Haf</w:t><w:softHyphen/><w:t>tung</w:t><w:noBreakHyphen/><w:t>ja</w:t></w:r>",
        '<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>b</w:t></w:r>',
        r("siehe ") + complex_field("Ziffer 4") + r(" und ") + simple_field("5") + r("."),
        '<w:r><w:t>vor </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>Ziffer 4</w:t><w:fldChar w:fldCharType="end"/><w:t> nach</w:t></w:r>',
        f'<w:hyperlink r:id="rId9">{STAMP.format(r("hier") + r("und"))}</w:hyperlink>' + r("da"),
        STAMP.format(r("neu")) + GONE + r("alt") + STAMP.format(r("neu")),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}<w:smartTag>{r('Köln')}</w:smartTag></w:sdtContent></w:sdt>{r('b')}",
        r("vor") + text_box(p("im Kasten") + p("darunter")) + text_box(p("im zweiten")) + r("nach"),
        r("vor") + f"<w:r><w:pict><v:textbox><w:txbxContent>{p('alt')}</w:txbxContent></v:textbox></w:pict></w:r>",
        r("vor") + NOTE + r(" nach"),
        r("Verta") + r("\u0308") + r("\u0301ge") + r("\U0001f600x"),
        r("ﬁnden\u00a0§\u200b8"),
        r("Titel", "<w:caps/>") + r("klein", "<w:smallCaps/>"),
        "<w:r><w:t>ab<!-- Anmerkung -->cd</w:t><w:t>ef</w:t></w:r>",
    ],
)
@pytest.mark.parametrize("place", ["paragraph", "cell", "control"])
def test_every_character_is_where_its_run_says(content: str, place: str):
    body = {
        "paragraph": p("zuvor") + p(content),
        "cell": table(["zuvor", "x"], [p(content), "y"]),
        "control": f"<w:sdt><w:sdtContent>{p('zuvor')}{p(content)}</w:sdtContent></w:sdt>",
    }[place]
    assert lost(docx(body, numbering=LIST, footnotes=NOTES)) == []


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("Haftung", "<w:caps/>"), "HAFTUNG"),
        (r("Haftung", "<w:smallCaps/>"), "HAFTUNG"),
        (r("Größe", "<w:caps/>"), "GRÖßE"),
        (r("Haftung", '<w:caps w:val="0"/>'), "Haftung"),
        (r("§ 8 ", "<w:caps/>") + r("Haftung"), "§ 8 Haftung"),
    ],
)
def test_capitals_are_read_as_printed(content: str, text: str):
    """Letter for letter, so that every one is found again."""
    source = opened(docx(p(content)))
    assert source.text == text
    assert all(run.kind is RunKind.REPAIRED for run in source.runs if "HAF" in source.text[run.start : run.end])


def test_notes_name_their_own_part():
    data = docx(p(r("Text") + NOTE), footnotes=NOTES)
    source = opened(data)
    at = source.text.index("Anmerkung")
    (run,) = source.runs_in(at, at + 9)
    assert (run.part, run.element) == ("word/footnotes.xml", "footnote[1]/p[1]/r[1]")


@pytest.mark.parametrize("path", ["body/p[2]", "body/p[0]", "body/q[1]/r[1]", "body/p[1]/x]"])
def test_a_path_that_leads_nowhere_finds_nothing(path: str):
    data = docx(p("a"))
    part = Part(Package(data).root("word/document.xml"), member(data, "word/document.xml"))
    assert part.element(path) is None


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(bodies())
def test_every_character_of_generated_documents_is_found(body: str):
    assert lost(docx(body, numbering=LIST)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_character_of_our_samples_is_found(path: Path):
    assert lost(path.read_bytes()) == []


def test_elements_have_the_bytes_that_they_are_written_with():
    data = docx(p(r("ü", "<w:b/>") + "<w:r><w:tab/></w:r>"))
    blob = zipfile.ZipFile(BytesIO(data)).read("word/document.xml")
    part = Part(Package(data).root("word/document.xml"), blob)
    extents = [part.extent(part.element(path)) for path in ("body/p[1]/r[1]/t[1]", "body/p[1]/r[2]/tab[1]")]
    assert [blob[e.start : e.end].decode() for e in extents] == ['<w:t xml:space="preserve">ü</w:t>', "<w:tab/>"]
    assert [blob[e.inner : e.inner_end].decode() for e in extents] == ["ü", ""]
