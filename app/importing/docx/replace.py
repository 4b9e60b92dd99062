"""Writes replacements into the untouched original of a Word file: the way back from the canonical text.

Strategy: an edit is reduced to what really changes, line by line; each changed stretch is led back through the runs of
the source to characters of `t` elements and of tabs, breaks and hyphens (`places`), and only their bytes are
exchanged. What is printed but not written there (numbers, fields, other cells) is refused, never guessed. At the end
the new file is read again: unless its canonical text is exactly the expected one, it is not given out.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from itertools import pairwise

from app.errors import ErrorCode, ExpectedError
from app.importing.docx.archive import member, rewritten
from app.importing.docx.characters import characters
from app.importing.docx.document import read_docx
from app.importing.docx.names import Element, child, local
from app.importing.docx.origins import Origin, origin
from app.importing.docx.package import Package
from app.importing.docx.places import Field, Part, atoms, is_bound, paragraph_of
from app.importing.docx.splices import Cut, spliced, splices
from app.importing.options import ReadOptions
from app.importing.repair import clean
from app.models.source import Run, RunKind, SourceDocument, Span
from app.progress import silent

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_PLAIN = frozenset(
    ("p", "pPr", "r", "rPr", "pStyle", "spacing", "jc", "ind", "sz", "szCs", "rFonts", "lang", "b", "bCs", "i", "iCs")
)  # what a blank paragraph may consist of to go with the text round it


def replace(data: bytes, source: SourceDocument, edits: Iterable[tuple[Span, str]]) -> bytes:
    """`data` with each canonical span of `source` replaced by its text; all other members stay as they are.

    Spans may touch but not overlap (ValueError). ExpectedError: REPLACE_SOURCE_CHANGED if `source` was not read from
    `data`, else the REPLACE_ code that says why an edit cannot be written; then nothing is replaced.
    """
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ExpectedError(ErrorCode.REPLACE_SOURCE_CHANGED)
    ordered = _checked(source, edits)
    writer = _Writer(data, source, Package(data))
    for (start, end), text in ordered:
        for change in _changes(source.text, start, end, text):
            writer.change(change)
    changed = writer.members()
    made = rewritten(data, changed) if changed else data
    _verify(made, source, ordered)
    return made


# --- edits ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Change:
    """A canonical stretch that really changes; `text` has no paragraph's end in it."""

    start: int
    end: int
    text: str

    def refused(self, code: ErrorCode) -> ExpectedError:
        """The error that says why it cannot be written."""
        return ExpectedError(code, {"start": self.start, "end": self.end})


def _checked(source: SourceDocument, edits: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    ordered = sorted((span, unicodedata.normalize("NFC", text)) for span, text in edits)
    at = 0
    for (start, end), text in ordered:
        if not at <= start <= end <= len(source.text):
            raise ValueError(f"span {start}..{end} overlaps another or lies outside the text")
        if _UNWRITABLE.search(text):
            raise ExpectedError(ErrorCode.REPLACE_CHARACTERS, {"start": start, "end": end})
        at = end
    return ordered


def _changes(text: str, start: int, end: int, new: str) -> Iterator[_Change]:
    """What an edit changes: line by line where it keeps the paragraphs, else in one."""
    old_lines, new_lines = text[start:end].split("\n"), new.split("\n")
    if len(old_lines) != len(new_lines):
        change = _trimmed(start, text[start:end], new)
        if "\n" in change.text:
            raise change.refused(ErrorCode.REPLACE_PARAGRAPHS)
        yield change
        return
    for old, line in zip(old_lines, new_lines, strict=True):
        if old != line:
            yield _trimmed(start, old, line)
        start += len(old) + 1


def _trimmed(start: int, old: str, new: str) -> _Change:
    """Without what both begin and end with."""
    shorter = min(len(old), len(new))
    lead = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - lead
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return _Change(start + lead, start + len(old) - tail, new[lead : len(new) - tail])


def _verify(made: bytes, source: SourceDocument, edits: list[tuple[Span, str]]) -> None:
    """White space at the ends of lines is not part of the canonical text, and a cell may become a paragraph."""
    expected, at = [], 0
    for (start, end), text in edits:
        expected += [source.text[at:start], "\n".join(map(clean, text.split("\n")))]
        at = end
    wanted = unicodedata.normalize("NFC", "".join([*expected, source.text[at:]]))
    found = read_docx(made, source.name, ReadOptions(), silent).text
    if found.split() != wanted.split():
        raise ExpectedError(ErrorCode.REPLACE_INEXACT)


# --- from the canonical text to characters of runs ------------------------------------------------------------------------


@dataclass(slots=True)
class _Writer:
    """Collects what changes in each part."""

    data: bytes
    source: SourceDocument
    _package: Package
    _parts: dict[str, Part] = field(default_factory=dict)
    _cuts: defaultdict[str, list[Cut]] = field(default_factory=lambda: defaultdict(list))
    _removed: defaultdict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def change(self, change: _Change) -> None:
        """Take up one change; ExpectedError if it cannot be written."""
        if change.start == change.end:
            self._insert(change)
            return
        change = self._widened(change)
        runs = self.source.runs_in(change.start, change.end)
        name = _one_part(change, runs)
        part = self._part(name)
        origins = [self._origin(part, change, run) for run in runs]
        cuts = [cut for run, found in zip(runs, origins, strict=True) for cut in self._cuts_of(change, run, found)]
        kept = "" if origins[0].even else self.source.text[runs[0].start : max(change.start, runs[0].start)]
        cuts[0] = replaced(cuts[0], text=kept + change.text + cuts[0].text)
        cuts += [cut for pair in pairwise(cuts) for cut in _between(part, change, *pair)]
        seams = [
            (origins[at].last.run, origins[at + 1].first.run)
            for at, (one, other) in enumerate(pairwise(runs))
            if "\n" in self.source.text[one.end : other.start]
        ]
        self._take(name, change, cuts, seams)

    def _take(self, name: str, change: _Change, cuts: list[Cut], seams: list[tuple[Element, Element]]) -> None:
        """Take up the cuts of a change, and the seams where paragraphs are joined; in each copy of the text as well."""
        part = self._part(name)
        same = {run: run for run in (cut.run for cut in cuts)} | {run: run for seam in seams for run in seam}
        for copy in [same, *part.copies(cuts[0].run)]:
            if not same.keys() <= copy.keys():
                raise change.refused(ErrorCode.REPLACE_INEXACT)
            copied = [replaced(cut, run=copy[cut.run]) for cut in cuts]
            self._removed[name] += [_joint(part, change, copy[one], copy[other]) for one, other in seams]
            self._removed[name] += _freed(part, change, copied)
            self._cuts[name] += copied

    def _widened(self, change: _Change) -> _Change:
        """A separator stands in no run: the characters beside it are written again with it."""
        start, end, text = change.start, change.end, self.source.text
        while start and not self.source.runs_in(start, start + 1):
            start -= 1
        while end < len(text) and not self.source.runs_in(end - 1, end):
            end += 1
        return _Change(start, end, text[start : change.start] + change.text + text[change.end : end])

    def members(self) -> dict[str, bytes]:
        """The changed parts."""
        made = {}
        for name, part in self._parts.items():
            exchanges = [(start, end, b"") for start, end in self._removed[name]]
            for run in dict.fromkeys(cut.run for cut in self._cuts[name]):
                exchanges += splices(part, run, [cut for cut in self._cuts[name] if cut.run is run])
            blob = spliced(part.blob, exchanges)
            if blob != part.blob:
                made[name] = blob
        return made

    def _part(self, name: str) -> Part:
        if name not in self._parts:
            root = self._package.root(name)
            if root is None:
                raise ExpectedError(ErrorCode.REPLACE_SOURCE_CHANGED)
            self._parts[name] = Part(root, member(self.data, name))
        return self._parts[name]

    def _insert(self, change: _Change) -> None:
        """Into the run before, which the text goes on in the look of; else into the run behind."""
        at, code = change.start, ErrorCode.REPLACE_GENERATED
        for run in self.source.runs_in(max(0, at - 1), at + 1):
            if run.part is None or run.kind is RunKind.GENERATED or not run.start <= at <= run.end:
                continue
            part = self._part(run.part)
            found = self._origin(part, change, run)
            if not found.even and run.start < at < run.end:  # into the middle of a ligature: it is written again
                text = self.source.text
                self.change(_Change(at - 1, at, text[at - 1 : at] + change.text))
                return
            run_element, place = found.last.run, found.last.end
            if at < run.end:
                run_element, place = found.first.run, found.first.start + at - run.start
            if not _is_computed(part, run_element, place):
                self._take(run.part, change, [Cut(run_element, place, place, change.text)], [])
                return
            code = ErrorCode.REPLACE_FIELD
        raise change.refused(code)

    def _cuts_of(self, change: _Change, run: Run, found: Origin) -> list[Cut]:
        """What of a run goes; one that cannot be cut goes whole, and what is kept of it is written as it reads."""
        if any(is_bound(stretch.run) for stretch in found.stretches):
            raise change.refused(ErrorCode.REPLACE_FIELD)
        if found.even:
            begin = found.first.start - run.start
            return [Cut(found.first.run, begin + max(change.start, run.start), begin + min(change.end, run.end))]
        cuts = [Cut(stretch.run, stretch.start, stretch.end) for stretch in found.stretches]
        return [replaced(cuts[0], text=self.source.text[min(change.end, run.end) : run.end]), *cuts[1:]]

    def _origin(self, part: Part, change: _Change, run: Run) -> Origin:
        found = origin(part, run, self.source.text[run.start : run.end])
        if found is None:
            raise change.refused(ErrorCode.REPLACE_INEXACT)
        return found


def _is_computed(part: Part, run: Element, place: int) -> bool:
    """Whether Word would write over what is inserted there."""
    here = [atom for atom in atoms(run) if atom.start <= place <= atom.end]
    return is_bound(run) or any(part.fields(atom.element) for atom in here)


def _one_part(change: _Change, runs: tuple[Run, ...]) -> str:
    names = {run.part for run in runs}
    if any(run.kind is RunKind.GENERATED for run in runs):
        raise change.refused(ErrorCode.REPLACE_GENERATED)
    name = names.pop()
    if names or name is None:
        raise change.refused(ErrorCode.REPLACE_PARAGRAPHS)
    return name


# --- what stands between two runs and round them ----------------------------------------------------------------------------


def _between(part: Part, change: _Change, earlier: Cut, later: Cut) -> list[Cut]:
    """Breaks, soft hyphens and spaces at the ends of lines go with the text; unprinted text is not passed over."""
    if earlier.run is later.run:
        return _gone(earlier.run, earlier.end, later.start, change)
    cuts = [*_gone(earlier.run, earlier.end, None, change), *_gone(later.run, 0, later.start, change)]
    for element in part.printed_between(atoms(earlier.run)[-1].element, atoms(later.run)[0].element):
        run = element.getparent()
        if run is not None and run is not earlier.run and run is not later.run:
            atom = next(atom for atom in atoms(run) if atom.element is element)
            cuts += _gone(run, atom.start, atom.end, change)
    return cuts


def _joint(part: Part, change: _Change, earlier: Element, later: Element) -> tuple[int, int]:
    """Two paragraphs become one with the look of the first: the bytes from its end to the other's content."""
    first, second = paragraph_of(earlier), paragraph_of(later)
    if first is second:
        return 0, 0
    if first is None or second is None or first.getparent() is not second.getparent():
        raise change.refused(ErrorCode.REPLACE_PARAGRAPHS)
    if child(first, "pPr", "sectPr") is not None or not all(map(_is_blank, _siblings_between(first, second))):
        raise change.refused(ErrorCode.REPLACE_PARAGRAPHS)
    properties = child(second, "pPr")
    begin = part.extent(second).inner if properties is None else part.extent(properties).end
    return part.extent(first).inner_end, begin


def _freed(part: Part, change: _Change, cuts: list[Cut]) -> list[tuple[int, int]]:
    """A field whose whole result goes, goes too; what only a part of was changed Word would compute anew."""
    gone: Counter[Element] = Counter()  # characters
    for cut in cuts:
        for atom in atoms(cut.run):
            gone[atom.element] += max(0, min(cut.end, atom.end) - max(cut.start, atom.start))
    fields = {id(found.marks[0]): found for element, count in gone.items() if count for found in part.fields(element)}
    for found in fields.values():
        if any(gone[element] < len(characters(element)) for element in found.result):
            raise change.refused(ErrorCode.REPLACE_FIELD)
    return [extent for found in fields.values() for extent in _without(part, found)]


def _gone(run: Element, start: int, end: int | None, change: _Change) -> list[Cut]:
    """The characters between, unless there is one among them that is no white space or soft hyphen."""
    text = "".join(atom.text for atom in atoms(run))[start:end]
    if text.replace("\u00ad", "").strip():
        raise change.refused(ErrorCode.REPLACE_HIDDEN)
    return [Cut(run, start, start + len(text))] if text else []


def _siblings_between(first: Element, second: Element) -> list[Element]:
    found: list[Element] = []
    for element in first.itersiblings():
        if element is second:
            return found
        found.append(element)
    return [first]  # they do not follow each other: never blank, so refused


def _is_blank(element: Element) -> bool:
    """Whether nothing is lost with what stands between two paragraphs."""
    return local(element) == "p" and {local(inner) for inner in element.iter("*")} <= _PLAIN


def _without(part: Part, found: Field) -> list[tuple[int, int]]:
    """The bytes of a field's marks; of a simple field its tags."""
    extents = [part.extent(mark) for mark in found.marks]
    if local(found.marks[0]) == "fldSimple":
        return [(extents[0].start, extents[0].inner), (extents[0].inner_end, extents[0].end)]
    return [(extent.start, extent.end) for extent in extents]
