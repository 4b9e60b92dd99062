"""A copy of a Word file with comments and tracked changes: a pure function of file, reading, comments and edits.

Strategy: everything is planned on the untouched trees; what cannot be done without harm is refused with its reason. Then all runs are
cut, the comments' marks placed, the changes wrapped. The copy is read again: unless accepting all gives exactly what was asked for,
edits are tried one by one and those that do not read as they should are left out. Parts that do not change keep their bytes.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from app.errors import ErrorCode, ExpectedError
from app.importing.docx.archive import rewritten
from app.importing.docx.document import read_docx
from app.importing.docx.names import Element
from app.importing.options import ReadOptions
from app.models.source import SourceDocument, Span
from app.progress import silent
from app.reporting.copyresult import CopyReason
from app.reporting.redline.anchoring import Anchor, Marker, anchor, boundaries
from app.reporting.redline.commentspart import with_comments
from app.reporting.redline.document import Document
from app.reporting.redline.model import Author, Edit, Redlined, Refused, Remark
from app.reporting.redline.planning import Plan, plan
from app.reporting.redline.runs import Pieces
from app.reporting.redline.tracked import Tracker

_Reasons = dict[str, CopyReason | None]


def redline(
    data: bytes, source: SourceDocument, edits: Sequence[Edit], remarks: Sequence[Remark], author: Author
) -> Redlined:
    """`data` with the remarks as comments and the edits as tracked changes of `author`; of edits that overlap the first counts.

    ExpectedError: SOURCE_CHANGED if `source` was not read from `data`, COPY_DAMAGED if the copy would not read as the file does.
    """
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ExpectedError(ErrorCode.SOURCE_CHANGED)
    made, failed = _tried(data, source, edits, remarks, author)
    if failed and edits:
        good = [edit for edit in edits if not _tried(data, source, [edit], (), author)[1]]
        made, failed = _tried(data, source, good, remarks, author)
        if failed:
            made, failed = _tried(data, source, (), remarks, author)
        left = {edit.key: made.edits.get(edit.key, CopyReason.CHANGE_INEXACT) for edit in edits}
        made = Redlined(made.content, made.remarks, left)
    if failed:
        raise ExpectedError(ErrorCode.COPY_DAMAGED)
    return made


def _tried(
    data: bytes, source: SourceDocument, edits: Sequence[Edit], remarks: Sequence[Remark], author: Author
) -> tuple[Redlined, bool]:
    """The copy, and whether it reads otherwise than it should."""
    document = Document(data, source)
    plans, refused = _plans(document, edits)
    made = _written(document, plans.values(), remarks, author)
    found = read_docx(made.content, source.name, ReadOptions(), silent).text
    wanted = _expected(source.text, [read for one in plans.values() for read in one.reads])
    failed = found.split() != wanted.split() if plans else found != source.text
    return Redlined(made.content, made.remarks, refused), failed


def _plans(document: Document, edits: Sequence[Edit]) -> tuple[dict[str, Plan], _Reasons]:
    """The plans by key, and why the others have none."""
    plans: dict[str, Plan] = {}
    reasons: _Reasons = {}
    taken: list[Span] = []
    for edit in edits:
        if any(a < end and start < b for a, b in taken for start, end in edit.spans):
            reasons[edit.key] = CopyReason.CHANGE_OVERLAPS
            continue
        try:
            plans[edit.key] = plan(document, edit)
            taken += edit.spans
            reasons[edit.key] = None
        except Refused as error:
            reasons[edit.key] = error.reason
    return plans, reasons


def _expected(text: str, reads: Iterable[tuple[int, int, str]]) -> str:
    """The text after all changes are accepted."""
    made, at = [], 0
    for start, end, new in sorted(reads, key=lambda read: read[:2]):
        made += [text[at:start], new]
        at = max(at, end)
    return unicodedata.normalize("NFC", "".join([*made, text[at:]]))


def _written(document: Document, plans: Iterable[Plan], remarks: Sequence[Remark], author: Author) -> Redlined:
    planned = list(plans)
    anchors = {remark.key: anchor(document, remark) for remark in remarks}
    pieces = Pieces()
    for run, offset in [*_cuts(planned), *boundaries(one for one in anchors.values() if one is not None)]:
        pieces.cut(run, offset)
    comments, reasons = _mark(Marker(document, pieces), remarks, anchors)
    tracker = Tracker(pieces, author)
    tracker.write(planned)
    tracker.number(document.roots.values(), _numbers(document))
    changed, added = with_comments(document, comments, author) if comments else ({}, {})
    names = {one.part for one in planned} | ({document.main} if comments else set())
    changed = {name: document.written(name) for name in sorted(names)} | changed
    content = rewritten(document.data, changed, added) if changed else document.data
    return Redlined(content, reasons, {})


def _cuts(plans: Iterable[Plan]) -> Iterator[tuple[Element, int]]:
    for one in plans:
        for change in one.changes:
            for cut in change.cuts:
                yield from ((cut.run, cut.start), (cut.run, cut.end))
            if change.spot is not None:
                yield change.spot.run, change.spot.offset


def _mark(
    marker: Marker, remarks: Sequence[Remark], anchors: dict[str, Anchor | None]
) -> tuple[list[tuple[int, tuple[str, ...]]], _Reasons]:
    """Number and text of each comment that was placed, and what kept remarks from their words."""
    comments: list[tuple[int, tuple[str, ...]]] = []
    reasons: _Reasons = {}
    for remark in remarks:
        place, number = anchors[remark.key], marker.document.new_id()
        if place is not None and marker.mark(place, number):
            reasons[remark.key] = place.reason
        else:
            about_all = not (remark.spans or remark.fallback)
            reasons[remark.key] = CopyReason.NO_PLACE if about_all else CopyReason.AT_BEGINNING
            if not marker.mark_beginning(number):
                reasons[remark.key] = CopyReason.PLACE_UNKNOWN
                continue
        comments.append((number, remark.lines))
    return comments, reasons


def _numbers(document: Document) -> Iterator[int]:
    while True:
        yield document.new_id()
