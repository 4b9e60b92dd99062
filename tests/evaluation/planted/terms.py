"""Clean terms of our own (tests/data/clean/*.terms) as data that can be changed, numbered and printed.

Sections and paragraphs carry keys, and references name keys (`{liability.full}`), so that a fault changes one thing:
whatever is inserted or removed, labels and references come out right unless the fault is about them.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.models.analysis import FindingKind
from app.models.facts import Audience, ContractKind, DealFacts, Fact, FactSource, Perspective, UserOfTerms
from app.pipeline.facts import assumed
from scripts.samples.source import Sample, Unit
from scripts.samples.to_docx import write_docx
from scripts.samples.to_pdf import write_pdf
from scripts.samples.to_text import write_text
from tests.evaluation.documents import AS_OF, ROOT

CLEAN = ROOT / "tests/data/clean"
WRITERS: dict[str, Callable[[Sample, Path], None]] = {"txt": write_text, "pdf": write_pdf, "docx": write_docx}
FAULTY = ROOT / "tests/data/faulty"
NEXT = -2  # in a jump: whatever comes next
_JUMP = re.compile(r"[+-]\d")
_KEYED = re.compile(r"(?:\[(?P<key>[a-z-]+)\] )?(?P<text>.+)")
_REFERENCE = re.compile(r"\{([a-z-]+)(?:\.([a-z-]+))?\}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph with the items of its enumeration."""

    key: str
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A fault that the terms name themselves: `sure` must be found, otherwise it may be. `about`: places or a subject."""

    sure: bool
    kind: FindingKind
    about: tuple[str, ...]


@dataclass(frozen=True)
class Terms:
    """One document before it is numbered. A place is `section` or `section.paragraph`."""

    name: str
    keys: dict[str, str]
    sections: tuple[Section, ...]
    jumps: tuple[tuple[int, int, int], ...] = ()  # from section, paragraph (-1: the heading) on, so much is added
    faults: tuple[Known, ...] = ()

    @property
    def facts(self) -> DealFacts:
        """The deal facts of the header over the usual ones, as if the user had stated them."""
        return replace(
            assumed(AS_OF),
            perspective=Fact(Perspective(self.keys["perspective"]), FactSource.USER),
            user_of_terms=Fact(UserOfTerms(self.keys["user_of_terms"]), FactSource.USER),
            audience=Fact(Audience(self.keys["audience"]), FactSource.USER),
            contract_kind=Fact(ContractKind(self.keys["contract_kind"]), FactSource.USER),
        )

    def section(self, key: str) -> Section:
        """The section with that key."""
        return next(s for s in self.sections if s.key == key)

    def paragraph(self, place: str) -> Paragraph:
        """The paragraph at `section.paragraph`."""
        section, key = place.split(".")
        return next(p for p in self.section(section).paragraphs if p.key == key)

    def reworded(self, place: str, old: str, new: str) -> Terms:
        """With `old`, which must stand there, turned into `new`."""
        paragraph = self.paragraph(place)
        if old not in paragraph.text:
            raise ValueError(f"{self.name} {place}: {old!r} is not there")
        new_paragraph = replace(paragraph, text=paragraph.text.replace(old, new, 1))
        section = self.section(place.partition(".")[0])
        return self.with_section(
            replace(section, paragraphs=tuple(new_paragraph if p == paragraph else p for p in section.paragraphs))
        )

    def with_section(self, changed: Section) -> Terms:
        """With a section in place of the one with its key."""
        return replace(self, sections=tuple(changed if s.key == changed.key else s for s in self.sections))

    def inserted(self, place: str, text: str) -> Terms:
        """With a new paragraph at the end of a section; `place` names it (`section.paragraph`)."""
        key, name = place.split(".")
        section = self.section(key)
        return self.with_section(replace(section, paragraphs=(*section.paragraphs, Paragraph(name, text))))

    def with_new_section(self, section: Section, *, before: str) -> Terms:
        """With one more section."""
        at = self.sections.index(self.section(before))
        return replace(self, sections=(*self.sections[:at], section, *self.sections[at:]))

    def without(self, place: str) -> Terms:
        """Without a section or a paragraph."""
        key, _, name = place.partition(".")
        if not name:
            return replace(self, sections=tuple(s for s in self.sections if s.key != key))
        section = self.section(key)
        return self.with_section(replace(section, paragraphs=tuple(p for p in section.paragraphs if p.key != name)))


@dataclass(frozen=True)
class Printed:
    """Numbered units with the labels as printed; `labels` gives the label path of each place."""

    terms: Terms
    units: tuple[Unit, ...]
    labels: dict[str, tuple[str, ...]]

    def document(self, suffix: str) -> bytes:
        """The file's bytes; `suffix` txt, pdf or docx (Word numbers by itself: the labels must be the usual ones)."""
        sample = Sample({**self.terms.keys, "layout": "one-column"}, list(self.units))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"terms.{suffix}"
            WRITERS[suffix](sample, path)
            return path.read_bytes()


def read_terms(path: Path) -> Terms:
    """The terms in `path`; a line of an unknown form is an error."""
    terms = Terms(path.stem, {}, ())
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            terms = _with_line(terms, line)
    return terms


def _with_line(terms: Terms, line: str) -> Terms:
    """`key: value`, `== heading`, `-- paragraph`, `.. item`, `+1` (the next number is off by that), `! kind places`."""
    mark, _, text = line.partition(" ")
    if mark == "==":
        key, heading = _keyed(text)
        return _jumped(replace(terms, sections=(*terms.sections, Section(key, heading, ()))))
    if mark == "--":
        last = terms.sections[-1]
        return _jumped(_with_last(terms, replace(last, paragraphs=(*last.paragraphs, Paragraph(*_keyed(text))))))
    if mark == "..":
        *before, paragraph = terms.sections[-1].paragraphs
        paragraph = replace(paragraph, items=(*paragraph.items, text))
        return _with_last(terms, replace(terms.sections[-1], paragraphs=(*before, paragraph)))
    if mark in ("!", "?"):
        kind, *about = text.split()
        return replace(terms, faults=(*terms.faults, Known(mark == "!", FindingKind(kind), tuple(about))))
    if _JUMP.fullmatch(line):
        return replace(terms, jumps=(*terms.jumps, (NEXT, NEXT, int(line))))
    if mark.endswith(":") and not terms.sections:
        return replace(terms, keys={**terms.keys, mark[:-1]: text})
    raise ValueError(f"{terms.name}: {line!r}")


def _with_last(terms: Terms, section: Section) -> Terms:
    return replace(terms, sections=(*terms.sections[:-1], section))


def _jumped(terms: Terms) -> Terms:
    """The jump that stood before the section or paragraph just read is now about its place."""
    section, paragraph = len(terms.sections) - 1, len(terms.sections[-1].paragraphs) - 1
    jumps = tuple((section, paragraph, by) if at == NEXT else (at, position, by) for at, position, by in terms.jumps)
    return replace(terms, jumps=jumps)


def _keyed(text: str) -> tuple[str, str]:
    found = _KEYED.fullmatch(text)
    assert found is not None
    return found["key"] or "", found["text"]


def clean_terms() -> dict[str, Terms]:
    """All clean terms by name."""
    return {path.stem: read_terms(path) for path in sorted(CLEAN.glob("*.terms"))}


def faulty_terms() -> dict[str, Terms]:
    """Terms with faults of every kind, by name."""
    return {path.stem: read_terms(path) for path in sorted(FAULTY.glob("*.terms"))}


def printed(terms: Terms) -> Printed:
    """Numbered as the scheme says (`section`: § 1, (1), a lone paragraph without label; `decimal`: 1., 1.1)."""
    labels: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    units: list[Unit] = []
    by_section = terms.keys["scheme"] == "section"
    jump = {(section, paragraph): by for section, paragraph, by in terms.jumps}
    number = 0
    for index, section in enumerate(terms.sections):
        number += 1 + jump.get((index, -1), 0)
        head = f"§ {number}" if by_section else f"{number}."
        labels[section.key] = (head,)
        names[section.key] = head if by_section else f"Ziffer {number}"
        units.append(Unit(0, head, section.heading))
        alone = by_section and len(section.paragraphs) == 1
        at = 0
        for position, paragraph in enumerate(section.paragraphs):
            at += 1 + jump.get((index, position), 0)
            label = "" if alone else f"({at})" if by_section else f"{number}.{at}"
            place = f"{section.key}.{paragraph.key}"
            labels[place] = (head,) if alone else (head, label)
            names[place] = head if alone else f"{head} Abs. {at}" if by_section else f"Ziffer {number}.{at}"
            units.append(Unit(1, label, paragraph.text, list(paragraph.items)))
    for unit in units:
        unit.text = _resolved(unit.text, names)
    return Printed(terms, tuple(units), labels)


def _resolved(text: str, names: dict[str, str]) -> str:
    return _REFERENCE.sub(lambda found: names[found[0][1:-1]], text)
