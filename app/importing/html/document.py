"""Reads a saved web page: finds the tree, walks it, tells what was left out."""

from __future__ import annotations

import hashlib

from app.importing.detection import MEDIA_TYPES, Format
from app.importing.html.source import Element, parsed
from app.importing.html.stylesheet import Stylesheet
from app.importing.html.walker import Findings, Walker
from app.importing.options import ReadOptions
from app.importing.textmap import TextMap
from app.models.source import IgnoredReason, ImportNote, SourceDocument
from app.progress import Progress


def read_html(data: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    """The web page in `data`; DOCUMENT_DAMAGED or TEXT_UNDECODABLE where it cannot be read."""
    progress(0.0, "reading", {})
    root, notes = parsed(data)
    textmap = TextMap(options.max_characters)
    sheet = Stylesheet(_style_texts(root))
    walker = Walker(root, sheet, textmap, progress)
    walker.walk()
    progress(1.0, "reading", {})
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=MEDIA_TYPES[Format.HTML],
        text=textmap.text,
        blocks=tuple(textmap.blocks),
        lines=tuple(textmap.lines),
        runs=tuple(textmap.runs),
        ignored=tuple(walker.findings.ignored),
        warnings=(*notes, *_warnings(walker.findings, sheet)),
        unread_parts=("embedded_files",) if walker.findings.embedded else (),
        marks=walker.marks,
    )


def _style_texts(root: Element) -> list[str]:
    return [element.text or "" for element in root.iter("style")]


def _warnings(findings: Findings, sheet: Stylesheet) -> list[ImportNote]:
    hidden = sum(item.reason is IgnoredReason.HIDDEN for item in findings.ignored)
    counts = {"hidden_on_page": hidden, "embedded_files": findings.embedded}
    notes = [ImportNote(code, {"count": count}) for code, count in counts.items() if count]
    return [*notes, ImportNote("numbers_by_style")] if sheet.counters else notes
