"""Places as a reader looks them up: § 8 Haftung › (2), S. 3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.models.provisions import Evidence, Provision
from app.models.reading import Clause, NotAnalysed, Reading
from app.reporting.reportmodel import Place, Quote
from app.wording.lang import Lang
from app.wording.report import phrase

HEADING_CHARACTERS = 60  # a heading is there to be recognised, not to be read
EXCERPT_CHARACTERS = 240
LISTED_CHARACTERS = 140
LONG_EQUAL = 320  # characters of unchanged text; longer stretches are cut in the middle
KEPT = 120
STEP = " › "  # between the steps of a path


def shortened(text: str, limit: int = EXCERPT_CHARACTERS) -> str:
    """One line of at most `limit` characters, cut at a word with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def without_middle(text: str) -> str:
    """Long unchanged text without its middle, cut between words."""
    if len(text) <= LONG_EQUAL:
        return text
    return f"{text[:KEPT].rsplit(' ', 1)[0]} […] {text[-KEPT:].split(' ', 1)[-1]}"


def short_path(steps: Iterable[str], limit: int) -> str:
    """`§ 9 (1)`, `3.8.2`: a label that repeats the one above it stands alone."""
    shown: list[str] = []
    for step in steps:
        if shown and step.startswith(shown[-1].rstrip(".") + "."):
            shown.pop()
        shown.append(shortened(step, limit))
    return " ".join(shown)


def clause_place(clause: Clause, reading: Reading) -> Place:
    """Where a clause stands."""
    return _place(clause, reading, 0, len(clause.text))


def _place(clause: Clause, reading: Reading, start: int, end: int) -> Place:
    steps = [name for name in (_name(c) for c in _from_top(clause, reading)) if name]
    return Place(STEP.join(steps), clause.page, clause.paragraph, clause.id, start, end)


def evidence_quote(evidence: Evidence, reading: Reading, value: str = "") -> Quote:
    """The words at a place; `value`: what was read there."""
    clause = reading.by_id[evidence.clause]
    place = _place(clause, reading, evidence.start, evidence.end)
    return Quote(clause.text[evidence.start : evidence.end], (place,), value)


def place_lines(places: Iterable[Place], lang: Lang) -> tuple[str, ...]:
    """One line a path, with all its pages: "§ 8 Haftung › (2), S. 3, 17"."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        found[place.path].append(place)
    return tuple(", ".join(part for part in (path, positions(same, lang)) if part) for path, same in found.items())


def positions(places: Iterable[Place | NotAnalysed], lang: Lang) -> str:
    """Pages as ranges (S. 3, 17–19), else paragraphs (Textabsatz 12), else nothing."""
    given = list(places)
    if pages := [place.page for place in given if place.page is not None]:
        return phrase("page_short", lang, pages=page_ranges(pages))
    paragraphs = [place.paragraph for place in given if place.paragraph is not None]
    return phrase("paragraph_short", lang, number=page_ranges(paragraphs)) if paragraphs else ""


def _from_top(clause: Clause, reading: Reading) -> list[Clause]:
    chain = [clause]
    while (parent := chain[-1].parent) is not None:
        chain.append(reading.by_id[parent])
    return chain[::-1]


def _name(clause: Clause) -> str:
    name = f"{clause.label} {shortened(clause.heading, HEADING_CHARACTERS)}".strip()
    return name or shortened(clause.text, HEADING_CHARACTERS // 2)


def provision_quote(provision: Provision, reading: Reading) -> Quote:
    """A provision's quote with its place."""
    place = _place(reading.by_id[provision.clause], reading, provision.start, provision.end)
    return Quote(provision.quote, (place,))


def clause_quote(clause: Clause, reading: Reading) -> Quote:
    """A clause's opening words with its place."""
    return Quote(shortened(clause.text or clause.heading), (clause_place(clause, reading),))


def joined(quotes: Iterable[Quote]) -> Quote:
    """Quotes of the same words as one with all their places."""
    given = tuple(quotes)
    return Quote(
        given[0].text, tuple(dict.fromkeys(place for quote in given for place in quote.places)), given[0].value
    )


def once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Equal words once, with all their places, in the order of the first."""
    same: defaultdict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        same[quote.text, quote.value].append(quote)
    return tuple(map(joined, same.values()))


def page_ranges(pages: Iterable[int]) -> str:
    """`1, 2, 3, 7` → "1–3, 7"."""
    ranges: list[list[int]] = []
    for page in sorted(set(pages)):
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    return ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in ranges)
