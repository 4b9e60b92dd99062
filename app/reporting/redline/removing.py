"""Which characters of which runs go with a stretch of the text.

Strategy: what the text has is led back to the runs; breaks, soft hyphens and white space between go with it. What else stands between
(a note's mark, a picture, a field, hidden text) would be lost or left behind alone: then nothing goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from app.importing.docx.names import Element, local
from app.importing.docx.origins import Stretch
from app.importing.docx.places import Part, atoms
from app.models.source import Run, RunKind
from app.reporting.copyresult import CopyReason
from app.reporting.redline.document import Document
from app.reporting.redline.model import Refused
from app.reporting.redline.runs import RUN, strange
from app.reporting.redline.standing import check, check_computed
from app.reporting.redline.units import Unit

_MARGIN = frozenset({"commentReference", "annotationRef"})  # it stays, and stands between two cuts
_FIELDS = frozenset({"fldChar", "instrText"})


def removed(document: Document, unit: Unit, start: int, end: int) -> list[Stretch]:
    """The characters behind `[start, end)` of a unit, in order; Refused where something else would go with them."""
    part = document.part(unit.part)
    cuts: list[Stretch] = []
    for run in unit.runs:
        if run.start >= end or run.end <= start:
            continue
        if run.kind is RunKind.GENERATED:
            raise Refused(CopyReason.CHANGE_GENERATED)
        cuts += _stretches(document, run, start, end)
    if not cuts:
        raise Refused(CopyReason.CHANGE_INEXACT)
    cuts = [*cuts, *(gap for one, other in pairwise(cuts) for gap in _gap(part, one, other))]
    cuts = _merged(part, cuts)
    for cut in cuts:
        check(cut.run)
        check_computed(part, cut.run, cut.start, cut.end)
    _check_between(part, unit.paragraph, cuts[0], cuts[-1])
    return cuts


def removed_with_paragraph(document: Document, unit: Unit) -> list[Stretch]:
    """All characters of the unit's paragraph; Refused where there is text in it that is not the unit's."""
    part = document.part(unit.part)
    cuts = removed(document, unit, unit.start, unit.end)
    for run in unit.paragraph.iter(RUN):
        at = 0
        for cut in [*(cut for cut in cuts if cut.run is run), None]:
            cuts = [*cuts, *_blank(run, at, None if cut is None else cut.start)]
            at = 0 if cut is None else cut.end
    for cut in cuts:
        check(cut.run)
    return _merged(part, cuts)


def _stretches(document: Document, run: Run, start: int, end: int) -> Iterator[Stretch]:
    found = document.stretches(run, start, end)
    if found is None:
        element = document.element(run)
        is_formula = element is not None and element.tag != RUN
        raise Refused(CopyReason.CHANGE_OBJECT if is_formula else CopyReason.CHANGE_INEXACT)
    yield from (stretch for stretch in found if stretch.start < stretch.end)


def _gap(part: Part, earlier: Stretch, later: Stretch) -> Iterator[Stretch]:
    """What the text does not have between two stretches."""
    if earlier.run is later.run:
        yield from _blank(earlier.run, earlier.end, later.start)
        return
    yield from _blank(earlier.run, earlier.end, None)
    seen = {earlier.run, later.run}
    for element in part.printed_between(atoms(earlier.run)[-1].element, atoms(later.run)[0].element):
        run = element.getparent()
        if run is not None and run not in seen:
            seen.add(run)
            yield from _blank(run, 0, None)
    yield from _blank(later.run, 0, later.start)


def _blank(run: Element, start: int, end: int | None) -> Iterator[Stretch]:
    text = "".join(atom.text for atom in atoms(run))[start:end]
    if text.replace("\u00ad", "").replace("\u200b", "").strip():
        raise Refused(CopyReason.CHANGE_HIDDEN)
    if text:
        yield Stretch(run, start, start + len(text))


def _merged(part: Part, cuts: list[Stretch]) -> list[Stretch]:
    """In the order of the file, neighbours as one."""
    found: list[Stretch] = []
    order = {run: at for at, run in enumerate(dict.fromkeys(cut.run for cut in cuts))}
    runs = sorted(order, key=lambda run: part.extent(run).start)
    for run in runs:
        for cut in sorted((cut for cut in cuts if cut.run is run), key=lambda cut: cut.start):
            if found and found[-1].run is run and cut.start <= found[-1].end:
                found[-1] = Stretch(run, found[-1].start, max(cut.end, found[-1].end))
            else:
                found.append(cut)
    return found


def _check_between(part: Part, paragraph: Element, first: Stretch, last: Stretch) -> None:
    """Nothing but characters and marks of the margin may stand from the first character to the last."""
    for element in paragraph.iter():
        if element.tag == RUN and not _outside(part, element, first.run, last.run):
            start = first.start if element is first.run else -1
            end = last.end if element is last.run else float("inf")
            for thing, at in strange(element):
                if start < at < end and local(thing) not in _MARGIN:
                    raise Refused(CopyReason.CHANGE_FIELD if local(thing) in _FIELDS else CopyReason.CHANGE_OBJECT)
        elif local(element) == "oMath" and not _outside(part, element, first.run, last.run):
            raise Refused(CopyReason.CHANGE_OBJECT)


def _outside(part: Part, element: Element, first: Element, last: Element) -> bool:
    return part.before(element, first) or part.before(last, element)
