"""What stands in the document more than once: repeated sections, repeated clauses, and pairs that no finding tells of.

Strategy: the findings say which sections and clauses are copies; pairs of clauses outside of them (rules for two contracts, copies
whose difference a contradiction tells) are groups of their own, so that every pair of the analysis is in the picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from app.models.analysis import Analysis, DuplicatePair, Finding, FindingKind, Severity
from app.models.reading import Clause
from app.reporting.places import positions, shortened
from app.reporting.reportmodel import Place
from app.ui.models.outline import clause_name
from app.ui.models.rows import Row
from app.ui.passages import Passage, passage_key
from app.ui.placing import quoted, short_place
from app.wording.findings import title
from app.wording.lang import Lang
from app.wording.numbers import percent_text
from app.wording.overview import overview_words

GROUP, COPY, PAIR = "group:", "copy:", "pair:"  # keys of rows: group:0, copy:0:1, pair:0:5
_OPEN = 6  # groups; more start closed but for the first
_WORDS = 70  # characters of a clause's text
_NAME = 48  # characters of a clause's name
_Copy = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Copies of one thing, each the ids of its clauses in order. `pairs`: of clauses at the same spot that are not word for
    word the same; `exact`: how many are; `numbers`: how many differ in figures; `contradictions`: findings between copies.
    """

    letter: str
    copies: tuple[_Copy, ...]
    pairs: tuple[DuplicatePair, ...] = ()
    exact: tuple[DuplicatePair, ...] = ()
    numbers: int = 0
    finding: str = ""
    severity: Severity | None = None
    contradictions: tuple[Finding, ...] = ()

    @property
    def is_section(self) -> bool:
        """Whether whole stretches of clauses are repeated."""
        return any(len(copy) > 1 for copy in self.copies)

    def name(self, copy: int) -> str:
        """Of a copy: A1."""
        return f"{self.letter}{copy + 1}"


def duplicate_groups(analysis: Analysis) -> tuple[Group, ...]:
    """Sections first, the longest before, then clauses in reading order."""
    order = {clause.id: n for n, clause in enumerate(analysis.reading.clauses)}
    told = [(f, _copies(f)) for f in analysis.findings if f.kind is FindingKind.DUPLICATE]
    home = _homes(copies for _, copies in told)
    sections = {number for number, (_, copies) in enumerate(told) if max(map(len, copies)) > 1}
    left = [pair for pair in analysis.duplicates if not _shared(pair, home) and not _repeated(pair, home, sections)]
    found: list[tuple[Finding | None, tuple[_Copy, ...]]] = [
        *told,
        *((None, copies) for copies in _joined(left, order)),
    ]
    found.sort(key=lambda item: (-max(map(len, item[1])), order[item[1][0][0]]))
    home = _homes(copies for _, copies in found)
    pairs: defaultdict[int, list[DuplicatePair]] = defaultdict(list)
    for pair in analysis.duplicates:
        for group in _shared(pair, home)[:1]:
            pairs[group].append(pair)
    against = _contradictions(analysis, home)
    return tuple(
        _group(n, f, copies, [*_at_one_spot(pairs[n], home, n)], against[n]) for n, (f, copies) in enumerate(found)
    )


def _group(
    number: int, finding: Finding | None, copies: tuple[_Copy, ...], pairs: list[DuplicatePair], against: list[Finding]
) -> Group:
    changed = finding.params.get("changed_numbers", 0) if finding else 0
    return Group(
        letter_of(number),
        copies,
        pairs=tuple(p for p in pairs if p.relation != "exact"),
        exact=tuple(p for p in pairs if p.relation == "exact"),
        numbers=changed if isinstance(changed, int) else 0,
        finding=finding.id if finding else "",
        severity=finding.severity if finding else None,
        contradictions=tuple(against),
    )


def letter_of(number: int) -> str:
    """A … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _copies(finding: Finding) -> tuple[_Copy, ...]:
    return finding.sections or tuple((clause,) for clause in finding.clauses)


_Homes = Mapping[str, Mapping[int, int]]


def _homes(groups: Iterable[tuple[_Copy, ...]]) -> _Homes:
    """Clause → the groups it stands in, and in which copy."""
    homes: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, copies in enumerate(groups):
        for n, copy in enumerate(copies):
            for clause in copy:
                homes[clause][number] = n
    return homes


def _shared(pair: DuplicatePair, home: _Homes) -> list[int]:
    """The groups of which the two clauses are in different copies."""
    first, second = home.get(pair.first, {}), home.get(pair.second, {})
    return [number for number, copy in first.items() if second.get(number, copy) != copy]


def _repeated(pair: DuplicatePair, home: _Homes, sections: set[int]) -> bool:
    """Both within one copy of a section: what is alike there is told of the first copy, if at all."""
    return any(number in sections for number in home.get(pair.first, {}) if number in home.get(pair.second, {}))


def _at_one_spot(pairs: list[DuplicatePair], home: _Homes, group: int) -> Iterator[DuplicatePair]:
    """Without pairs of clauses that have their own equal in the other's copy: they are alike, but no versions of each other."""
    equal = {
        (clause, home[other][group])
        for pair in pairs
        if pair.relation == "exact"
        for clause, other in ((pair.first, pair.second), (pair.second, pair.first))
    }
    for pair in pairs:
        across = (pair.first, home[pair.second][group]), (pair.second, home[pair.first][group])
        if pair.relation == "exact" or equal.isdisjoint(across):
            yield pair


def _joined(pairs: Iterable[DuplicatePair], order: Mapping[str, int]) -> Iterator[tuple[_Copy, ...]]:
    """Pairs that share a clause, directly or through others, as copies of one clause."""
    root: dict[str, str] = {}

    def top(clause: str) -> str:
        while root.setdefault(clause, clause) != clause:
            clause = root[clause]
        return clause

    for pair in pairs:
        root[top(pair.second)] = top(pair.first)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for clause in sorted(root, key=order.__getitem__):
        members[top(clause)].append(clause)
    for same in members.values():
        yield tuple((clause,) for clause in same)


def _contradictions(analysis: Analysis, home: _Homes) -> defaultdict[int, list[Finding]]:
    """Findings whose places are in different copies of a group."""
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for finding in analysis.findings:
        if finding.kind is FindingKind.CONTRADICTION:
            copies: defaultdict[int, set[int]] = defaultdict(set)
            for clause in finding.clauses:
                for group, copy in home.get(clause, {}).items():
                    copies[group].add(copy)
            for group in (g for g, several in copies.items() if len(several) > 1):
                found[group].append(finding)
    return found


# --- words


def duplicates_sentence(groups: tuple[Group, ...], analysis: Analysis, lang: Lang) -> str:
    """How much of the document is repeated."""
    if not groups:
        return overview_words("no_duplicates", lang)
    repeated = {clause for group in groups for copy in group.copies for clause in copy}
    code = "duplicates_one" if len(groups) == 1 else "duplicates_sum"
    return overview_words(code, lang, groups=len(groups), clauses=len(repeated), all=len(analysis.reading.clauses))


def duplicate_rows(groups: tuple[Group, ...], analysis: Analysis, lang: Lang) -> tuple[Row, ...]:
    """A row a group; below it its copies, what contradicts, and the pairs that differ."""
    return tuple(_row(n, group, analysis, lang, closed=len(groups) > _OPEN and n > 0) for n, group in enumerate(groups))


def _row(number: int, group: Group, analysis: Analysis, lang: Lang, *, closed: bool) -> Row:
    children = [_copy_row(number, n, group, analysis, lang) for n in range(len(group.copies))]
    if group.contradictions:
        label = overview_words("contradictions", lang, count=len(group.contradictions))
        rows = tuple(Row((title(f, lang),), key=f.id, severity=f.severity) for f in group.contradictions)
        children.append(Row((label,), strong=True, children=rows))
    names = {clause: group.name(n) for n, copy in enumerate(group.copies) for clause in copy}
    if len(group.pairs) == 1:
        children.append(_pair_row(number, 0, group.pairs[0], names, analysis, lang))
    elif group.pairs:
        label = overview_words("differences", lang, count=len(group.pairs))
        rows = tuple(_pair_row(number, n, pair, names, analysis, lang) for n, pair in enumerate(group.pairs))
        children.append(Row((label,), strong=True, children=rows))
    said = f"{group.letter} · {_kind(group, lang)}, {sameness(group, lang)}"
    if not group.is_section:  # a section is known by where it stands, a clause by its words
        clause = analysis.reading.by_id[group.copies[0][0]]
        said += f"\n{quoted(shortened(clause.text or clause.heading, _WORDS), lang)}"
    return Row((said,), key=f"{GROUP}{number}", strong=True, children=tuple(children), closed=closed)


def _kind(group: Group, lang: Lang) -> str:
    if group.is_section:
        return overview_words("section", lang, count=len(group.copies))
    return overview_words("clause_near" if group.pairs else "clause", lang, count=len(group.copies))


def sameness(group: Group, lang: Lang) -> str:
    """How much alike the copies are."""
    if not group.pairs:
        return overview_words("word_for_word", lang)
    if not group.is_section:
        share = percent_text(round(min(pair.similarity for pair in group.pairs) * 100), lang)
        return overview_words("alike", lang, share=share)
    parts = [overview_words("near", lang, near=len(group.pairs))]
    parts += [overview_words("numbers", lang, count=group.numbers)] if group.numbers else []
    return ", ".join(parts)


def _copy_row(number: int, copy: int, group: Group, analysis: Analysis, lang: Lang) -> Row:
    said = f"{group.name(copy)}  {copy_text(group.copies[copy], analysis, lang)}"
    return Row((said,), key=f"{COPY}{number}:{copy}")


def copy_text(copy: _Copy, analysis: Analysis, lang: Lang) -> str:
    """From where to where, the pages, and how many clauses; of one clause its place."""
    by_id = analysis.reading.by_id
    if len(copy) == 1:
        return short_place(by_id[copy[0]], analysis.reading, lang)
    first, last = _short(by_id[copy[0]]), _short(by_id[copy[-1]])
    where = positions([Place("", by_id[c].page) for c in copy], lang)
    parts = (
        overview_words("span", lang, first=first, last=last),
        where,
        overview_words("clauses", lang, count=len(copy)),
    )
    return ", ".join(part for part in parts if part)


def _short(clause: Clause) -> str:
    name = clause_name(clause)
    return name if len(name) <= _NAME else clause.label or name[:_NAME].rsplit(" ", 1)[0] + " …"


def _pair_row(
    number: int, pair: int, of: DuplicatePair, names: Mapping[str, str], analysis: Analysis, lang: Lang
) -> Row:
    """`names`: of the copies, by their clauses."""
    share = percent_text(round(of.similarity * 100), lang)
    told = (f"{names[c]} {_short(analysis.reading.by_id[c])}" for c in (of.first, of.second))
    first, second = told
    said = overview_words("pair", lang, first=first, second=second, share=share)
    return Row((said,), key=f"{PAIR}{number}:{pair}")


def copy_key(copy: _Copy) -> str:
    """Leads to where a copy begins."""
    return passage_key([Passage(copy[0], 0, 0)])
