"""Builds Word files for tests from hand-written XML.

python-docx writes no list definitions, notes or tracked changes, and these are what the import is tested with.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROOTS = {"header1": "hdr", "footer1": "ftr"}
_KINDS = {"header1": "header", "footer1": "footer"}


def docx(body: str, *, members: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A DOCX with this body; `parts` (`styles`, `numbering`, `footnotes`, `comments`, `header1`, …) are inner XML."""
    files = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    files |= {f"word/{name}.xml": _part(_ROOTS.get(name, name), inner) for name, inner in parts.items()}
    files["_rels/.rels"] = _relations([("rId1", "officeDocument", "word/document.xml")])
    files["word/_rels/document.xml.rels"] = _relations(
        [(name, _KINDS.get(name, name), f"{name}.xml") for name in parts]
    )
    files["[Content_Types].xml"] = _content_types(parts)
    return zipped(files | (members or {}))


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP of these members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in files.items():
            archive.writestr(name, blob)
    return stream.getvalue()


def p(text: str = "", *, style: str = "", num: int | None = None, level: int | None = None, ppr: str = "") -> str:
    """A paragraph; `text` is plain text, or runs where it holds elements."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None or level is not None:
        ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        num_id = "" if num is None else f'<w:numId w:val="{num}"/>'
        properties += f"<w:numPr>{ilvl}{num_id}</w:numPr>"
    content = text if text.startswith("<") else r(text) if text else ""
    return f"<w:p><w:pPr>{properties}{ppr}</w:pPr>{content}</w:p>"


def r(text: str, rpr: str = "") -> str:
    """A run of plain text."""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table; each cell is plain text or block XML."""
    made = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{made}</w:tbl>"


def abstract(definition: int, *levels: str, link: str = "") -> str:
    """An abstract list definition; `link` is a whole `styleLink` or `numStyleLink` element."""
    return f'<w:abstractNum w:abstractNumId="{definition}"><w:multiLevelType w:val="multilevel"/>{link}{"".join(levels)}</w:abstractNum>'


def lvl(index: int, fmt: str, text: str, *, start: int = 1, style: str = "", extra: str = "", suff: str = "") -> str:
    """A level of a list definition; `extra` goes between number format and text."""
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    suff = f'<w:suff w:val="{suff}"/>' if suff else ""
    restart, legal = (extra, "") if "lvlRestart" in extra else ("", extra)
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{restart}{style}{legal}{suff}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{720 * (index + 1)}" w:hanging="720"/></w:pPr></w:lvl>'
    )


def num(list_id: int, definition: int, *overrides: str) -> str:
    """A list instance."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{definition}"/>{"".join(overrides)}</w:num>'


def start_at(index: int, start: int) -> str:
    """A start override of a list instance."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(
    style_id: str, *, name: str = "", base: str = "", ppr: str = "", rpr: str = "", kind: str = "paragraph"
) -> str:
    """A style; the one called Normal is the default."""
    default = ' w:default="1"' if style_id == "Normal" else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{style_id}"><w:name w:val="{name or style_id}"/>{based}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def style_num(list_id: int | None = None, level: int | None = None) -> str:
    """The `numPr` of a style."""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    num_id = "" if list_id is None else f'<w:numId w:val="{list_id}"/>'
    return f"<w:numPr>{ilvl}{num_id}</w:numPr>"


def _cell(content: str) -> str:
    return f"<w:tc><w:tcPr/>{content if content.startswith('<') else p(content)}</w:tc>"


def _part(root: str, inner: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NS}>{inner}</w:{root}>'.encode()


def _relations(relations: list[tuple[str, str, str]]) -> bytes:
    items = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>' for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'.encode()


def _content_types(parts: dict[str, str]) -> bytes:
    overrides = {"document": "document.main", **{name: _KINDS.get(name, name) for name in parts}}
    items = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WML}{kind}+xml"/>' for name, kind in overrides.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{items}</Types>'.encode()
