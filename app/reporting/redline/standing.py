"""Where in a paragraph text may come or go: which runs may be touched, and beside which one new text stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.importing.docx.names import ALTERNATE, Element, child, w
from app.importing.docx.places import Part, atoms
from app.models.source import Run, RunKind
from app.reporting.copyresult import CopyReason
from app.reporting.redline.document import Document
from app.reporting.redline.model import Refused
from app.reporting.redline.runs import RUN
from app.reporting.redline.units import Unit

_PARAGRAPH: Final = w("p")
_PARENTS: Final = frozenset(w(name) for name in ("p", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo"))
_CHANGED: Final = frozenset(w(name) for name in ("ins", "del", "moveTo", "moveFrom"))
_CONTROL: Final = w("sdt")
_LOCKED: Final = frozenset({"contentLocked", "sdtContentLocked"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place between characters: at `offset` of a run, behind what stands before it (or before what stands behind)."""

    run: Element
    offset: int
    behind: bool


def check(run: Element) -> None:
    """Refused where nothing may come or go in this run."""
    for above in run.iterancestors():
        if above.tag in _CHANGED:
            raise Refused(CopyReason.CHANGE_TRACKED)
        if above.tag == ALTERNATE:  # the text stands there twice
            raise Refused(CopyReason.CHANGE_OBJECT)
        if above.tag == _CONTROL:
            _check_control(above)
    parent = run.getparent()
    if run.tag != RUN or parent is None or parent.tag not in _PARENTS:
        raise Refused(CopyReason.CHANGE_OBJECT)


def _check_control(control: Element) -> None:
    lock = child(control, "sdtPr", "lock")
    is_locked = lock is not None and lock.get(w("val")) in _LOCKED
    raise Refused(CopyReason.CHANGE_PROTECTED if is_locked else CopyReason.CHANGE_FORM)


def check_computed(part: Part, run: Element, start: int, end: int) -> None:
    """Refused where Word would write over it."""
    touched = (a for a in atoms(run) if (a.start < end and start < a.end) or a.start <= start == end <= a.end)
    if any(part.fields(atom.element) for atom in touched):
        raise Refused(CopyReason.CHANGE_FIELD)


def spot(document: Document, unit: Unit, at: int) -> Spot:
    """Where text comes that replaces nothing: beside plain text rather than in a link, before rather than behind."""
    refused = Refused(CopyReason.CHANGE_INEXACT)
    found: list[Spot] = []
    for run in unit.runs:
        if run.start <= at <= run.end and run.kind is not RunKind.GENERATED:
            try:
                found.append(_in_run(document, unit, run, at))
            except Refused as error:
                refused = error
    if not found:
        raise refused
    return min(found, key=lambda one: _parent(one.run) != _PARAGRAPH)


def _in_run(document: Document, unit: Unit, run: Run, at: int) -> Spot:
    origin, element = document.origin(run), document.element(run)
    if element is not None and element.tag != RUN:
        raise Refused(CopyReason.CHANGE_OBJECT)
    if origin is None or (not origin.even and run.start < at < run.end):
        raise Refused(CopyReason.CHANGE_INEXACT)
    if at < run.end and (origin.even or at == run.start):
        place = Spot(origin.first.run, origin.first.start + at - run.start, behind=at > run.start)
    else:
        place = Spot(origin.last.run, origin.last.end, behind=True)
    check(place.run)
    check_computed(document.part(unit.part), place.run, place.offset, place.offset)
    return place


def _parent(run: Element) -> object:
    parent = run.getparent()
    return None if parent is None else parent.tag
