"""Reads a Word document: opens the package, resolves styles and numbers, walks the body, lists the rest."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.errors import ErrorCode, ExpectedError
from app.importing.detection import MEDIA_TYPES, Format
from app.importing.docx.asides import quiet_changes
from app.importing.docx.body import BodyReader
from app.importing.docx.contents import contents_paragraphs
from app.importing.docx.drawings import page_pictures
from app.importing.docx.extras import comments, has_backdrop, headers_and_footers, unused_notes
from app.importing.docx.names import Element, child, local, w
from app.importing.docx.notes import Notes
from app.importing.docx.numbering import LONGEST_TEXT, Numbering
from app.importing.docx.package import Package
from app.importing.docx.resources import Findings, Resources
from app.importing.docx.sheet import sheet_of
from app.importing.docx.styles import Styles
from app.importing.docx.writing import Writer
from app.importing.options import ReadOptions
from app.importing.textmap import TextMap
from app.models.source import Block, Ignored, IgnoredReason, ImportNote, SourceDocument
from app.progress import Progress


def read_docx(data: bytes, name: str, options: ReadOptions, progress: Progress) -> SourceDocument:
    """The Word document in `data`; DOCX_DAMAGED, DOCX_ENCRYPTED or ARCHIVE_BOMB where it cannot be read."""
    progress(0.0, "reading", {})
    package = Package(data)
    root, body = _body(package)
    styles = Styles(_related_root(package, "styles"))
    numbering = Numbering(_related_root(package, "numbering"), styles)
    textmap = TextMap(options.max_characters)
    writer = Writer(styles, numbering, textmap, package.main)
    used = Resources(
        *(styles, numbering, Notes(package, root), sheet_of(root), contents_paragraphs(root), writer, progress),
        backdrop=has_backdrop(package),
    )
    BodyReader(root, used).read(body, local(body))
    used.findings.changes += quiet_changes(root)
    margins = [*unused_notes(used.notes.unused(), styles), *comments(package, styles, used.findings.comments)]
    ignored = _numbered([*writer.ignored, *headers_and_footers(package, styles), *margins], textmap.blocks)
    unread = _unread(used.findings, textmap.text)
    progress(1.0, "reading", {})
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        media_type=MEDIA_TYPES[Format.DOCX],
        text=textmap.text,
        blocks=tuple(textmap.blocks),
        lines=tuple(textmap.lines),
        runs=tuple(textmap.runs),
        ignored=ignored,
        warnings=(*_warnings(used, ignored), *(ImportNote(code, {"count": n}) for code, n in unread.items())),
        unread_parts=tuple(unread),
        marks=tuple(writer.marks),
    )


def _body(package: Package) -> tuple[Element, Element]:
    root = package.root(package.main)
    body = child(root, "body")
    if root is None or body is None or root.tag != w("document"):
        raise ExpectedError(ErrorCode.DOCX_DAMAGED)
    return root, body


def _related_root(package: Package, kind: str) -> Element | None:
    names = package.related(package.main, kind)
    return package.root(names[0]) if names else None


def _numbered(ignored: Iterable[Ignored], blocks: Sequence[Block]) -> tuple[Ignored, ...]:
    """With the number of the paragraph that each stands in, or behind."""
    starts = [block.start for block in blocks]

    def numbered(item: Ignored) -> Ignored:
        if item.at is None or not blocks:
            return item
        return replace(item, paragraph=blocks[max(0, bisect_right(starts, item.at) - 1)].paragraph)

    return tuple(map(numbered, ignored))


def _warnings(used: Resources, ignored: tuple[Ignored, ...]) -> list[ImportNote]:
    findings = used.findings
    counts = {
        "tracked_changes": findings.changes,
        "comments": _count(ignored, IgnoredReason.COMMENT),
        "hidden_text": _count(ignored, IgnoredReason.HIDDEN),
        "unknown_symbols": findings.symbols,
    }
    found = [ImportNote(code, {"count": count}) for code, count in counts.items() if count]
    found += [ImportNote("numbering_approximated", {"format": name}) for name in sorted(used.counters.approximated)]
    if used.counters.cut:
        found.append(ImportNote("numbering_cut", {"limit": LONGEST_TEXT}))
    if findings.too_deep:
        found.append(ImportNote("tables_too_deep"))
    if used.notes.by_page:
        found.append(ImportNote("note_numbers_by_page"))
    return found


def _unread(findings: Findings, text: str) -> dict[str, int]:
    """What may hold text and was not read: how many of each, by the code of its note."""
    drawn = findings.drawn
    counts = {
        "text_lost": findings.texts_lost,
        "embedded_files": drawn.embedded,
        "diagrams": drawn.diagrams,
        "picture_pages": page_pictures(drawn.pictures, len(text)),
    }
    return {code: count for code, count in counts.items() if count}


def _count(ignored: tuple[Ignored, ...], reason: IgnoredReason) -> int:
    return sum(item.reason is reason for item in ignored)
