"""Workbooks for tests, made by openpyxl or from hand-written XML."""

from __future__ import annotations

import zipfile
from io import BytesIO

from openpyxl import Workbook


def xlsx(*rows: list[object], sheet: str = "Klauseln", formats: dict[str, str] | None = None) -> bytes:
    """A workbook of one sheet; `formats`: number formats by cell."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for cell, number_format in (formats or {}).items():
        page[cell].number_format = number_format
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_member(data: bytes, name: str, blob: bytes) -> bytes:
    """The archive with a member put in or exchanged."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, blob)
    return stream.getvalue()


def member(data: bytes, name: str) -> bytes:
    """A member's bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def sheet_xml(inner: str) -> bytes:
    """The XML of a sheet with these rows."""
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{namespace}"><sheetData>{inner}</sheetData></worksheet>'.encode()


def with_texts(data: bytes, texts: bytes, rows: str) -> bytes:
    """The workbook with a table of shared texts, as Excel writes it, and these rows."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = member(data, "[Content_Types].xml").replace(
        b"</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'.encode()
    )
    data = with_member(data, "[Content_Types].xml", types)
    return with_member(with_member(data, "xl/sharedStrings.xml", texts), SHEET, sheet_xml(rows))


SHEET = "xl/worksheets/sheet1.xml"
