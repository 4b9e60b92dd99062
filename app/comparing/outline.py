"""The numbers of a document: what its labels say and which clause a number names.

Strategy: a label is a style (`§`, `(1)`, `1.`, `a)`) and its numbers. Every labelled clause is found under its own
numbers (`4.2`) and under those of the way to it (`§ 4` > `(2)`); Roman numbers answer to Arabic ones. Parts that
count anew share their numbers: a number is there if any part has it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from app.comparing.printed import attachments_in, has_unnumbered_attachment, labels_in, lines_of
from app.models.reading import Clause, Reading
from app.models.source import Span

# Numbers that were made up or lost at import: what is missing may be printed.
UNSURE_NUMBERS = frozenset({"numbering_approximated", "numbering_cut"})
LABELLED = 0.6  # share of the sections that must carry a number before the lack of one says anything

_LABEL = re.compile(
    r"(?P<word>§+|Artikel|Art\.|Ziffer|Ziff\.|Punkt|Abschnitt|Abschn\.|Kapitel|Klausel|Abs\.|Absatz|Anlage|Anhang|Teil|Nr\.)?\s*"
    r"(?P<open>\()?(?P<parts>\d+(?:\.\d+)*[a-z]?|[IVXLC]+|[A-Za-z])(?P<close>\))?[.,:)]*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?=[IVXLC])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_SECTION_WORDS = ("§", "Artikel", "Art.")
_ATTACHMENT = ("Anlage", "Anhang")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label read: `style` (the word before and the kind of bracket and number), `parts` of the number."""

    style: str
    word: str
    parts: tuple[str, ...]

    @property
    def number(self) -> int | None:
        """The last part as a number; None for letters and numbers with one (`4a`)."""
        return int(self.parts[-1]) if self.parts[-1].isdigit() else None


def read_label(label: str) -> Label | None:
    """The label's style and numbers; None where it holds no number or more than one."""
    match = _LABEL.fullmatch(label.strip())
    if match is None:
        return None
    parts = tuple(match["parts"].split("."))
    shape = "1" if parts[0][0].isdigit() else "I" if roman(parts[0]) else "A" if parts[0].isupper() else "a"
    bracket = "(" if match["open"] else ")" if match["close"] else ""
    word = re.sub("§+", "§", (match["word"] or "").capitalize())
    return Label(f"{word}{bracket}{shape}{len(parts) if len(parts) > 1 else ''}", word, parts)


def roman(part: str) -> int | None:
    """The value of a Roman number in capitals up to 39; None for all else."""
    if not part or not _ROMAN.fullmatch(part):
        return None
    values = [_ROMAN_VALUES[c] for c in part]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def spellings(part: str) -> tuple[str, ...]:
    """The forms a part of a number answers to."""
    value = roman(part)
    return (part.casefold(), str(value)) if value else (part.casefold(),)


class Outline:
    """The labelled clauses of a reading, found by their numbers."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.labels = {c.id: label for c in reading.clauses if (label := read_label(c.label))}
        self.siblings: dict[str | None, list[Clause]] = {}
        self._named: dict[tuple[str | None, str], list[Clause]] = defaultdict(list)
        self._below: dict[str | None, list[Clause]] = defaultdict(list)
        self._parts: dict[str, bool] = {}
        self._printed: dict[str, frozenset[str]] = {}
        self._paragraphs: dict[str, int] = {}
        for clause in reading.clauses:
            self.siblings.setdefault(clause.parent, []).append(clause)
            if clause.id in self.labels:
                self._below[clause.parent].append(clause)
                for name in spellings(self.labels[clause.id].parts[-1]):
                    self._named[clause.parent, name].append(clause)

    @property
    def reliable(self) -> bool:
        """Whether the numbers are those that are printed and all of them were read."""
        source = self.reading.source
        return source.complete and not any(w.code in UNSURE_NUMBERS for w in source.warnings)

    @cached_property
    def certain(self) -> bool:
        """Whether the numbers are complete enough to miss one: most sections carry a number."""
        if not self.reliable:
            return False
        labelled = sum(c.id in self.labels for c in self.sections)
        return labelled >= 2 and labelled >= LABELLED * len(self.sections)

    @cached_property
    def sections(self) -> list[Clause]:
        """The clauses of the level that a bare `§ 4` or `Ziffer 4` names: the top, and below the parts of a document."""
        return [c for c in self.reading.clauses if self.is_section(c)]

    def is_section(self, clause: Clause) -> bool:
        """Whether the clause is a section of the document and not a paragraph of one."""
        label = self.labels.get(clause.id)
        if (label is not None and label.word in _SECTION_WORDS) or clause.parent is None:
            return True
        if clause.parent not in self._parts:
            self._parts[clause.parent] = self._holds_sections(self.reading.by_id[clause.parent])
        return self._parts[clause.parent]

    def _holds_sections(self, clause: Clause) -> bool:
        label = self.labels.get(clause.id)
        if label is not None and label.word == "Teil":
            return True
        unnumbered = label is None or (not label.parts[0].isdigit() and not label.word)
        return clause.parent is None and unnumbered and any(c.heading for c in self.under(clause))

    def under(self, clause: Clause) -> list[Clause]:
        """The clauses directly under `clause`."""
        return self.siblings.get(clause.id, [])

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """The clause, its parent and so on up to its section."""
        while not self.is_section(clause) and clause.parent is not None:
            yield clause
            clause = self.reading.by_id[clause.parent]
        yield clause

    @cached_property
    def largest(self) -> int:
        """The highest number of a section, 0 where none has one."""
        labels = (self.labels.get(c.id) for c in self.sections)
        return max((int(s) for label in labels if label for s in spellings(label.parts[0]) if s.isdigit()), default=0)

    @cached_property
    def speaks_in_sections(self) -> bool:
        """Whether the document's own sections are called § or Artikel."""
        return not self.words.isdisjoint(_SECTION_WORDS)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words before the numbers of labels (§, Artikel, Ziffer)."""
        return frozenset(label.word for label in self.labels.values())

    def at(self, path: Sequence[str]) -> list[Clause]:
        """The clauses whose number is `path`."""
        found = (self._keys.get(key, []) for key in product(*map(spellings, path)))
        return [clause for clauses in found for clause in clauses]

    @cached_property
    def attachments(self) -> frozenset[str]:
        """The names of the Anlagen and Anhänge that are in the file."""
        source = self.reading.source
        labels = {label.parts[0] for label in self.labels.values() if label.word in _ATTACHMENT}
        texts = [source.text, *(ignored.text for ignored in source.ignored)]
        only = {"1"} if has_unnumbered_attachment(texts) else set()  # the only one is the first
        return frozenset(s for name in labels | attachments_in(texts) | only for s in spellings(name))

    @cached_property
    def lines(self) -> frozenset[tuple[bool, tuple[str, ...]]]:
        """Numbers at the start of the document's lines, read as clauses or not (`printed.lines_of`)."""
        lines = lines_of(self.reading.source.text)
        return frozenset((sign, key) for sign, number in lines for key in product(*map(spellings, number.split("."))))

    def printed_below(self, clause: Clause) -> frozenset[str]:
        """What may be labels in the print of `clause` and all below it, read as clauses or not."""
        if clause.id not in self._printed:
            start, end = self.extent(clause)
            text = self.reading.source.text[max([start, *(e for _, e in clause.label_spans)]) : end]
            self._printed[clause.id] = frozenset(s for name in labels_in(text) for s in spellings(name))
        return self._printed[clause.id]

    def paragraphs(self, clause: Clause) -> int:
        """How many paragraphs a clause may have at the most: its lines and the clauses under it."""
        if clause.id not in self._paragraphs:
            lines = [line for line in clause.text.splitlines() if line.strip()]
            self._paragraphs[clause.id] = len(lines) + len(self.under(clause))
        return self._paragraphs[clause.id]

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], list[Clause]]:
        keys: dict[tuple[str, ...], list[Clause]] = defaultdict(list)
        ways: dict[str | None, tuple[str, ...]] = {None: ()}
        for clause in self.reading.clauses:
            label = self.labels.get(clause.id)
            above = ways[clause.parent]
            parts = label.parts if label else ()
            own = parts if len(parts) > 1 or self.is_section(clause) else (*above, *parts)
            ways[clause.id] = own
            for way in {own, (*above, *parts)} if label else ():
                for key in product(*map(spellings, way)):
                    keys[key].append(clause)
        return keys

    def within(self, clause: Clause, part: str) -> list[Clause]:
        """The clauses directly under `clause` whose number ends with `part`."""
        found = (self._named.get((clause.id, name), []) for name in spellings(part))
        return [c for clauses in found for c in clauses]

    def numbered_below(self, clause: Clause) -> list[Clause]:
        """The labelled clauses directly under `clause`."""
        return self._below.get(clause.id, [])

    def extent(self, clause: Clause) -> Span:
        """The span of the canonical text from the clause's first to its last character, with all below it."""
        start = clause.spans[0][0] if clause.spans else 0
        last = clause
        while below := self.under(last):
            last = below[-1]
        return start, max([start, *(end for _, end in last.spans), *(end for _, end in clause.spans)])
