"""Terms that can be edited while every part remembers which parts of the first version it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.models.versions import ChangeKind
from tests.evaluation.planted.terms import Paragraph, Printed, Section, Terms, printed

Label = tuple[str, ...]  # the labels from the top, as a clause's path


@dataclass
class Part:
    """A heading or a paragraph; `origins`: places of the first version. `became`: what the comparison must call it.

    `value`: what stood before and stands now, where a quantity was changed.
    """

    key: str
    text: str
    origins: tuple[str, ...]
    items: tuple[str, ...] = ()
    became: ChangeKind = ChangeKind.UNCHANGED
    moved: bool | None = False
    value: tuple[str, str] | None = None
    edited: bool = False
    note: str = ""

    def edit(self, text: str, became: ChangeKind, note: str) -> None:
        """Other words, once."""
        self.text, self.became, self.edited, self.note = text, became, True, note


@dataclass
class Chapter:
    """A section: its heading and its paragraphs."""

    head: Part
    paragraphs: list[Part]


@dataclass
class Draft:
    """A document on its way from the first version to the second."""

    terms: Terms
    chapters: list[Chapter]
    done: list[str] = field(default_factory=list)

    def as_terms(self) -> Terms:
        """Printable again."""
        sections = tuple(
            Section(c.head.key, c.head.text, tuple(Paragraph(p.key, p.text, p.items) for p in c.paragraphs))
            for c in self.chapters
        )
        return replace(self.terms, sections=sections)

    @property
    def free(self) -> list[tuple[Chapter, Part]]:
        """Paragraphs that were not edited yet."""
        return [(c, p) for c in self.chapters for p in c.paragraphs if not p.edited]

    def referred(self, place: str) -> bool:
        """Whether a text refers to a section or paragraph."""
        name = "{" + place
        return any(name + end in p.text for c in self.chapters for p in c.paragraphs for end in ("}", "."))


def keyed(terms: Terms) -> Terms:
    """With a key for every paragraph."""
    sections = tuple(
        replace(s, paragraphs=tuple(replace(p, key=p.key or f"p{n}") for n, p in enumerate(s.paragraphs)))
        for s in terms.sections
    )
    return replace(terms, sections=sections)


def draft_of(terms: Terms) -> Draft:
    """The second version as long as nothing is changed; `terms` are keyed."""
    return Draft(
        terms,
        [
            Chapter(
                Part(s.key, s.heading, (s.key,)),
                [Part(p.key, p.text, (f"{s.key}.{p.key}",), p.items) for p in s.paragraphs],
            )
            for s in terms.sections
        ],
    )


@dataclass(frozen=True)
class Truth:
    """What is so: links of label paths; per path of the new version what became of it; paths that are gone."""

    links: frozenset[tuple[Label, Label]]
    parts: dict[Label, tuple[Part, ...]]
    gone: frozenset[Label]


def truth(old: Terms, draft: Draft) -> tuple[Printed, Printed, Truth]:
    """Both versions printed, and how they hang together."""
    before, after = printed(old), printed(draft.as_terms())
    links: set[tuple[Label, Label]] = set()
    parts: dict[Label, tuple[Part, ...]] = {}
    for chapter in draft.chapters:
        named = [(chapter.head.key, chapter.head)]
        named += [(f"{chapter.head.key}.{p.key}", p) for p in chapter.paragraphs]
        for place, part in named:
            label = after.labels[place]
            parts[label] = (*parts.get(label, ()), part)
            links |= {(before.labels[origin], label) for origin in part.origins}
    known = {old_label for old_label, _ in links}
    gone = frozenset(label for label in before.labels.values() if label not in known)
    return before, after, Truth(frozenset(links), parts, gone)
