"""The copy of a PDF with notes: what goes where, in which order, and what came of it."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from typing import Final

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from app.errors import ErrorCode, ExpectedError
from app.models.analysis import Analysis, Finding, Severity
from app.reporting.copyresult import CopyReason, CopyResult, LeftOut
from app.reporting.notes import checking, shapes, syntax
from app.reporting.notes.marks import Author, Marker, Note, note_name
from app.reporting.notes.pdffile import PdfFile, Ref, damage_is_expected
from app.reporting.notes.places import Spot, spots
from app.reporting.notes.shapes import Color
from app.reporting.notes.texts import clean, entry_of, further_text, note_text, noted
from app.reporting.notes.update import Update
from app.reporting.options import ReportOptions
from app.reporting.reportmodel import FindingEntry

_ELSEWHERE: Final = (CopyReason.NO_PLACE, CopyReason.AT_BEGINNING, CopyReason.AT_PAGE)
_PROGRAM: Final = "Klausellupe"
_MARKER: Final[Color] = (1.0, 0.89, 0.4)
_BY_SEVERITY: Final[dict[Severity, Color]] = {
    Severity.HIGH: (1.0, 0.66, 0.62),
    Severity.MEDIUM: _MARKER,
    Severity.LOW: (0.68, 0.85, 1.0),
    Severity.INFO: (0.84, 0.86, 0.88),
}


def annotated_copy(source: bytes, analysis: Analysis, options: ReportOptions) -> CopyResult:
    """The copy, and which findings have their note at their words, elsewhere or nowhere.

    Raises ExpectedError SOURCE_CHANGED, PDF_ENCRYPTED, COPY_FORBIDDEN or COPY_DAMAGED.
    """
    if hashlib.sha256(source).hexdigest() != analysis.reading.source.sha256:
        raise ExpectedError(ErrorCode.SOURCE_CHANGED)
    with damage_is_expected():
        copier = _Copier(PdfFile(source, options.password), analysis, options)
        for finding in noted(analysis, options):
            copier.note(finding)
        return copier.result()


class _Copier:
    def __init__(self, original: PdfFile, analysis: Analysis, options: ReportOptions) -> None:
        self._original, self._analysis, self._options = original, analysis, options
        self._update = Update(original)
        author = clean(options.reviewer or options.company).strip() or _PROGRAM
        self._marker = Marker(self._update, Author(author, options.made_at))
        self._shown = {page.number: page for page in analysis.reading.source.pages}
        self._added: defaultdict[Ref, list[Ref]] = defaultdict(list)  # by page
        self._icons: Counter[int] = Counter()
        self._said: dict[object, CopyReason | None] = {}  # what was noted already, and what came of it
        self._came: list[tuple[str, CopyReason | None]] = []

    def note(self, finding: Finding) -> None:
        """One finding; two that say the same of the same words are one note."""
        entry = entry_of(finding, self._analysis, self._options)
        found = spots(finding, entry, self._analysis)
        text = note_text(entry, self._options)
        if (text, found) not in self._said:
            self._said[text, found] = self._noted(finding, entry, found, text)
        self._came.append((finding.anchor, self._said[text, found]))

    def _noted(self, finding: Finding, entry: FindingEntry, found: tuple[Spot, ...], text: str) -> CopyReason | None:
        """None where it stands at its words: whole on the first page that has some of them, by its title on the others."""
        there = [spot for spot in found if self._page(spot.page) and spot.page in self._shown]
        if not there:
            reason = CopyReason.AT_BEGINNING if found else CopyReason.NO_PLACE
            return reason if self._icon(finding, 1, entry.title, text) else CopyReason.PLACE_UNKNOWN
        first, *others = there
        if not first.boxes:
            self._icon(finding, first.page, entry.title, text)
            return CopyReason.AT_PAGE
        self._highlight(finding, first, entry.title, text)
        for spot in others:
            self._highlight(finding, spot, entry.title, further_text(entry, first.page, self._options.lang))
        return None

    def _highlight(self, finding: Finding, spot: Spot, title: str, text: str) -> None:
        page, shown = self._page(spot.page), self._shown[spot.page]
        if page is None:
            return
        quads = [shapes.quad(box, shown) for box in spot.boxes]
        note = self._worded(finding, spot.page, title, text)
        self._added[page].append(self._marker.highlight(quads, page, note, self._color(finding)))

    def _icon(self, finding: Finding, number: int, title: str, text: str) -> bool:
        page, shown = self._page(number), self._shown.get(number)
        if page is None or shown is None:
            return False
        place = shapes.icon_place(self._icons[number], shown)
        self._icons[number] += 1
        note = self._worded(finding, number, title, text)
        self._added[page].append(self._marker.icon(place, page, note, self._color(finding)))
        return True

    def _worded(self, finding: Finding, page: int, title: str, text: str) -> Note:
        return Note(note_name(finding.anchor, page, self._names(page)), clean(title), text)

    def _page(self, number: int) -> Ref | None:
        """None where the file has no such page, or none that could be changed."""
        pages = self._original.pages
        return pages[number - 1] if 0 < number <= len(pages) else None

    def _names(self, page: int) -> tuple[str, ...]:
        ref = self._page(page)
        known = self._original.annotations_of(ref)[1] if ref else []
        return tuple(str(annotation["/NM"]) for annotation in known if "/NM" in annotation)

    def _color(self, finding: Finding) -> Color:
        """How grave it is, is ours alone."""
        if self._options.outward:
            return _MARKER
        decision = self._options.decided.get(finding.anchor)
        return _BY_SEVERITY[(decision.severity if decision else None) or finding.severity]

    # --- the end

    def result(self) -> CopyResult:
        """Everything together, tried with another reader."""
        for page, refs in self._added.items():
            self._list(page, b" ".join(map(bytes, refs)))
        original = self._original
        content = self._update.whole() if self._added else original.data
        counts = {n: len(self._added[page]) for n, page in enumerate(original.pages, 1) if page and page in self._added}
        checking.check(original.data, content, self._options.password, counts)
        return CopyResult(
            content,
            placed=tuple(anchor for anchor, reason in self._came if reason is None),
            nearby=tuple(LeftOut(anchor, reason) for anchor, reason in self._came if reason in _ELSEWHERE and reason),
            left_out=tuple(LeftOut(a, reason) for a, reason in self._came if reason and reason not in _ELSEWHERE),
            about=(CopyReason.SIGNED,) if self._added and original.signed else (),
        )

    def _list(self, page: Ref, names: bytes) -> None:
        """Adds annotations to the list of a page: where it stands, or in the page where it has none of its own."""
        original = self._original
        where, known = original.annotations_of(page)
        if original.encrypted and (original.is_packed(page) or (where and original.is_packed(where))):
            self._list_anew(page)
        elif where is not None and where not in original.shared_lists:
            self._update.put_bytes(where, syntax.with_elements(original.written(where), names))
        else:
            content = original.written(page)
            listed = original.written(where) if where else syntax.entry(content, b"/Annots") if known else None
            whole = syntax.with_elements(listed or b"[]", names)
            self._update.put_bytes(page, syntax.with_entry(content, b"/Annots", whole))

    def _list_anew(self, page: Ref) -> None:
        """Strings of objects that were packed are not encrypted yet: the page is written by way of its meaning."""
        found = self._original.parsed(page)
        if not isinstance(found, DictionaryObject):
            raise syntax.SyntaxProblem
        listed = found.get("/Annots", ArrayObject()).get_object()
        kept = list(listed) if isinstance(listed, ArrayObject) else []
        new = (IndirectObject(ref.number, ref.generation, None) for ref in self._added[page])
        anew = DictionaryObject(found)
        anew[NameObject("/Annots")] = ArrayObject([*kept, *new])
        self._update.put(page, anew)
