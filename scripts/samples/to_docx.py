"""Samples as DOCX with Word's automatic numbers: the printed labels are nowhere in the text of the file."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from scripts.samples.source import Sample, Unit

ABSTRACT = 77  # ids of our own list, above those of python-docx's template
_LEVELS = {"section": ("§ %1", "(%2)"), "decimal": ("%1.", "%1.%2")}
_EPOCH = (2026, 1, 1, 0, 0, 0)


def write_docx(sample: Sample, path: Path) -> None:
    """The sample as a DOCX file with the same bytes on every run."""
    document = Document()
    _add_numbering(document, sample)
    document.sections[0].footer.paragraphs[0].text = sample.keys["footer"]
    document.add_paragraph(sample.keys["title"], style="Title")
    number = ABSTRACT
    for unit in sample.units:
        number += unit.level == -1
        _add_unit(document, unit, number)
    buffer = BytesIO()
    document.save(buffer)
    _write_repeatable(buffer, path)


def _add_unit(document: DocxDocument, unit: Unit, number: int) -> None:
    if unit.level == -1:
        document.add_paragraph(unit.text, style="Heading 1")
        return
    if unit.level == 0:
        paragraph = document.add_paragraph(unit.text, style="Heading 2")
    else:
        paragraph = document.add_paragraph(unit.text)
    if unit.label:
        _number(paragraph, number, unit.level)
    for item in unit.items:
        document.add_paragraph(item).paragraph_format.left_indent = Cm(1.5)


def _number(paragraph: Paragraph, number: int, level: int) -> None:
    xml = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(xml))  # noqa: SLF001 - python-docx has no API for numbering


def _add_numbering(document: DocxDocument, sample: Sample) -> None:
    """One list definition; the annexes are instances of it that start again at 1."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{567 * level + 567}" w:hanging="567"/></w:pPr></w:lvl>'
        for level, text in enumerate(_LEVELS[sample.keys["scheme"]])
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{ABSTRACT}">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    annexes = sum(unit.level == -1 for unit in sample.units)
    for number in range(ABSTRACT, ABSTRACT + annexes + 1):
        num = parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{ABSTRACT}"/></w:num>')
        if number > ABSTRACT:
            override = '<w:lvlOverride {} w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            num.append(parse_xml(override.format(nsdecls("w"))))
        numbering.append(num)


def _write_repeatable(buffer: BytesIO, path: Path) -> None:
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for info in made.infolist():
            out.writestr(zipfile.ZipInfo(info.filename, _EPOCH), made.read(info), zipfile.ZIP_DEFLATED)
