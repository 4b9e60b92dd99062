"""The pairs: for every document of ours single edits of every kind, and many at once, in every mix of formats; all from one seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from tests.evaluation.planted.terms import Section, Terms, clean_terms
from tests.evaluation.versionpairs import edits, wordedits
from tests.evaluation.versionpairs.draft import Draft, draft_of, keyed

SINGLE: dict[str, edits.Edit] = {
    "section moved": edits.move_section,
    "paragraph moved": edits.move_paragraph,
    "paragraphs swapped": edits.swap_paragraphs,
    "section added": edits.add_section,
    "paragraph added": edits.add_paragraph,
    "section removed": edits.remove_section,
    "paragraph removed": edits.remove_paragraph,
    "split": edits.split,
    "merged": edits.merge,
    "other numbers": edits.other_scheme,
    "value": wordedits.value,
    "turned": wordedits.turned,
    "spelt": wordedits.spelt,
    "reworded": wordedits.reworded,
    "rewritten": wordedits.rewritten,
    "extended": wordedits.extended,
    "shortened": wordedits.shortened,
    "sentences in another order": wordedits.turned_round,
    "heading": wordedits.other_heading,
    "party": wordedits.other_party,
}
SOME = ("value", "turned", "spelt", "paragraph added", "paragraph removed", "reworded")
MANY = tuple(name for name in SINGLE if name not in ("party", "other numbers"))
MIXED = 7  # pairs with many edits, of each document
TOGETHER = 4  # documents in a long one
FORMATS = ("txt", "docx", "pdf", "two")  # two: PDF in two columns
SEED, FRESH = 1, 20261122  # the rules were made with pairs of the one in view; figures are told of the other


@dataclass(frozen=True)
class VersionPair:
    """A document of ours and a later version of it; formats of both."""

    name: str
    old: Terms
    new: Draft
    formats: tuple[str, str]


def pairs(seed: int) -> Iterator[VersionPair]:
    """All pairs of a seed, always the same."""
    terms = {name: keyed(found) for name, found in clean_terms().items()}
    terms_of = {**terms, **_long(list(terms.values()))}
    for name, own in terms_of.items():
        others = [t for other, t in terms.items() if other not in name.split("+")]
        for number, plan in enumerate(_plans(seed, name)):
            random = Random(f"{seed} {name} {number}")
            draft = draft_of(own)
            for kind in plan:
                if SINGLE[kind](draft, random, others):
                    draft.done.append(kind)
            formats = (random.choice(FORMATS), random.choice(FORMATS))
            if draft.done:
                yield VersionPair(f"{name} {number}: {', '.join(draft.done)}", own, draft, formats)


def _long(terms: list[Terms]) -> dict[str, Terms]:
    """Four documents in one: the same subjects several times over, in nearly the same words."""
    count = len(terms)
    found = (_joined([terms[(at + step) % count] for step in range(TOGETHER)]) for at in range(0, count, 2))
    return {own.name: own for own in found}


def _joined(parts: list[Terms]) -> Terms:
    sections: list[Section] = []
    for terms in parts:
        for section in terms.sections:
            paragraphs = (replace(p, text=p.text.replace("{", f"{{{terms.name}-")) for p in section.paragraphs)
            sections.append(replace(section, key=f"{terms.name}-{section.key}", paragraphs=tuple(paragraphs)))
    return replace(parts[0], name="+".join(terms.name for terms in parts), sections=tuple(sections))


def _plans(seed: int, name: str) -> Iterator[list[str]]:
    """Which edits, in which order."""
    random = Random(f"plans {seed} {name}")
    if "+" in name:
        for _ in range(3):
            yield [random.choice(MANY) for _ in range(40)]
        return
    yield from ([kind] for kind in SINGLE)
    for count in range(MIXED):
        plan = [random.choice(MANY) for _ in range(random.randint(5, 14))]
        if count % 3 == 0:
            plan.append(random.choice(("party", "other numbers")))
        yield plan
    yield [kind for kind in MANY for _ in range(2)]
    yield ["value"] * 6
