"""Edits of the structure: sections and paragraphs move, come, go, are split and merged; the scheme of numbers changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from app.models.versions import ChangeKind
from tests.evaluation.planted.terms import Terms
from tests.evaluation.versionpairs.draft import Chapter, Draft, Part

Edit = Callable[[Draft, Random, Sequence[Terms]], bool]
"""Changes the draft and says whether it could; the terms are those of other documents, to take new clauses from."""

_SENTENCE = re.compile(r"(?<=[a-zäöüß][.;]) (?=[A-ZÄÖÜ])")


def move_section(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A section stands at least two places off."""
    del others
    at = random.randrange(len(draft.chapters))
    to = random.choice([n for n in range(len(draft.chapters)) if abs(n - at) >= 2])
    chapter = draft.chapters.pop(at)
    draft.chapters.insert(to, chapter)
    chapter.head.moved = True
    return True


def move_paragraph(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A paragraph stands in another section."""
    del others
    homes = [c for c in draft.chapters if len(c.paragraphs) > 2]
    found = [(c, p) for c, p in draft.free if c in homes and not draft.referred(f"{c.head.key}.{p.key}")]
    if not found:
        return False
    home, part = random.choice(found)
    there = random.choice([c for c in draft.chapters if c is not home and len(c.paragraphs) > 1])
    home.paragraphs.remove(part)
    part.key, part.moved, part.edited, part.note = f"moved{len(draft.done)}", True, True, "moved"
    there.paragraphs.insert(random.randrange(1, len(there.paragraphs) + 1), part)
    return True


def add_section(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A section of another document comes in."""
    known = {c.head.text for c in draft.chapters}
    found = [
        s for terms in others for s in terms.sections if s.heading not in known and "{" not in str(s) and s.paragraphs
    ]
    if not found:
        return False
    section = random.choice(found)
    key = f"new{len(draft.done)}"
    paragraphs = [_new(f"p{n}", p.text, p.items) for n, p in enumerate(section.paragraphs)]
    head = _new(key, section.heading)
    draft.chapters.insert(random.randrange(len(draft.chapters) + 1), Chapter(head, paragraphs))
    return True


def add_paragraph(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A paragraph of another document comes in, also where there was only one."""
    found = [p for terms in others for s in terms.sections for p in s.paragraphs if "{" not in p.text]
    taken = random.choice(found)
    chapter = random.choice(draft.chapters)
    part = _new(f"new{len(draft.done)}", taken.text, taken.items)
    chapter.paragraphs.insert(random.randrange(len(chapter.paragraphs) + 1), part)
    return True


def _new(key: str, text: str, items: tuple[str, ...] = ()) -> Part:
    return Part(key, text, (), items, ChangeKind.ADDED, edited=True, note="added")


def remove_section(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A section to which nothing refers goes."""
    del others
    found = [c for c in draft.chapters if not draft.referred(c.head.key) and not any(p.edited for p in c.paragraphs)]
    if not found or len(draft.chapters) < 6:
        return False
    draft.chapters.remove(random.choice(found))
    return True


def remove_paragraph(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A paragraph to which nothing refers goes, also the last but one."""
    del others
    found = [
        (c, p)
        for c, p in draft.free
        if len(c.paragraphs) > 1 and not draft.referred(f"{c.head.key}.{p.key}") and p.origins
    ]
    if not found:
        return False
    chapter, part = random.choice(found)
    chapter.paragraphs.remove(part)
    return True


def split(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """A paragraph of several sentences becomes two."""
    del others
    found = [(c, p) for c, p in draft.free if _halves(p) and len(c.paragraphs) > 1 and p.origins]
    if not found:
        return False
    chapter, part = random.choice(found)
    first, second = _halves(part)
    at = chapter.paragraphs.index(part)
    part.edit(first, ChangeKind.SPLIT, "split")
    rest = replace(part, key=f"split{len(draft.done)}", text=second)
    chapter.paragraphs.insert(at + 1, rest)
    return True


def _halves(part: Part) -> tuple[str, ...]:
    """Before and behind the end of a sentence, with words enough on both sides."""
    for cut in _SENTENCE.finditer(part.text):
        halves = part.text[: cut.start()], part.text[cut.end() :]
        if all(len(half.split()) >= 5 for half in halves) and not part.items:
            return halves
    return ()


def merge(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Two neighbouring paragraphs become one."""
    del others
    found = [
        (c, n)
        for c in draft.chapters
        for n in range(len(c.paragraphs) - 1)
        if len(c.paragraphs) > 2 and all(_joinable(draft, c, p) for p in c.paragraphs[n : n + 2])
    ]
    if not found:
        return False
    chapter, at = random.choice(found)
    second = chapter.paragraphs.pop(at + 1)
    first = chapter.paragraphs[at]
    first.edit(f"{first.text} {second.text}", ChangeKind.MERGED, "merged")
    first.origins += second.origins
    return True


def _joinable(draft: Draft, chapter: Chapter, part: Part) -> bool:
    referred = draft.referred(f"{chapter.head.key}.{part.key}")
    return not part.edited and not part.items and bool(part.origins) and not referred and len(part.text.split()) >= 5


def swap_paragraphs(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Two paragraphs of a section change places: either may be called the one that moved."""
    del others
    found = [c for c in draft.chapters if len(c.paragraphs) > 2 and all(not p.edited for p in c.paragraphs)]
    if not found:
        return False
    chapter = random.choice(found)
    at = random.randrange(len(chapter.paragraphs) - 1)
    one, two = chapter.paragraphs[at : at + 2]
    chapter.paragraphs[at : at + 2] = [two, one]
    for part in (one, two):
        part.moved, part.edited, part.note = None, True, "swapped"
    return True


def other_scheme(draft: Draft, random: Random, others: Sequence[Terms]) -> bool:
    """Decimal numbers for § and (1), or the reverse: references are written otherwise too."""
    del random, others
    scheme = "decimal" if draft.terms.keys["scheme"] == "section" else "section"
    draft.terms = replace(draft.terms, keys={**draft.terms.keys, "scheme": scheme})
    return True
