"""Many analyses → one portfolio: a digest of each, and the clauses that several documents share.

Strategy: clauses of all documents are put one after the other and go through the finder of duplicates that a single document has
(`duplicates`), so that "the same" means the same everywhere. Pairs that share a clause are one group; a group within one document is
that document's own business and left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.comparing.duplicates import duplicate_pairs
from app.models.analysis import Analysis, DuplicatePair, Finding, Outcome, Severity
from app.models.corrections import name_of
from app.models.portfolio import ClausePlace, DocumentDigest, FoundValue, Portfolio, PortfolioRow, SameClause
from app.models.provisions import Provision
from app.models.reading import Clause

EXACT, NEAR = "exact", "near"
_Numbered = tuple[int, str]


def digest_of(analysis: Analysis) -> DocumentDigest:
    """What a portfolio keeps of an analysis."""
    reading, source = analysis.reading, analysis.reading.source
    counted = Counter(finding.severity for finding in analysis.findings)
    worst = min(analysis.findings, key=lambda finding: finding.severity.rank, default=None)
    return DocumentDigest(
        sha256=source.sha256,
        size=source.size,
        media_type=source.media_type,
        pages=len(source.pages),
        language=reading.language,
        complete=source.complete,
        unread_pages=source.unread_pages,
        values=tuple(_value(provision, analysis) for provision in reading.provisions),
        counts=tuple((severity, counted[severity]) for severity in Severity),
        worst=worst,
        worst_place=_place(worst, analysis) if worst else "",
        unchecked=len(analysis.not_checked),
        undecided=sum(check.outcome is Outcome.UNDECIDABLE for check in analysis.checks),
        applied=sum(check.outcome is not Outcome.NOT_APPLICABLE for check in analysis.checks),
        clauses=tuple(replace(c, label_spans=(), heading_spans=(), body_spans=(), boxes=()) for c in reading.clauses),
        facts=analysis.facts,
        library=analysis.library,
        rules=analysis.rules,
    )


def _value(provision: Provision, analysis: Analysis) -> FoundValue:
    clause = analysis.reading.by_id[provision.clause]
    severities = (finding.severity for finding in analysis.findings if provision.id in finding.provisions)
    return FoundValue(
        kind=provision.kind,
        value=provision.value,
        place=name_of(clause),
        page=clause.page,
        paragraph=clause.paragraph,
        quote=provision.quote,
        severity=min(severities, key=lambda severity: severity.rank, default=None),
    )


def _place(finding: Finding, analysis: Analysis) -> str:
    return name_of(analysis.reading.by_id[finding.clauses[0]]) if finding.clauses else ""


def portfolio_of(rows: Sequence[PortfolioRow], left_out: Sequence[str] = ()) -> Portfolio:
    """The rows, and what their documents share."""
    return Portfolio(tuple(rows), same_clauses(rows), tuple(left_out))


# --- the same in several documents


def same_clauses(rows: Sequence[PortfolioRow]) -> tuple[SameClause, ...]:
    """Groups in the order of their first place."""
    clauses = tuple(clause for number, row in enumerate(rows) for clause in _renamed(number, row))
    order = {clause.id: at for at, clause in enumerate(clauses)}
    pairs = duplicate_pairs(clauses)
    groups = [group for group in _groups(pairs) if len(set(map(_row, group))) > 1]
    groups.sort(key=lambda group: min(order[name] for name in group))
    return tuple(_same(sorted(group, key=order.__getitem__), own) for group, own in _with_pairs(groups, pairs))


def _renamed(number: int, row: PortfolioRow) -> Iterator[Clause]:
    """Ids are unique in one document only."""
    for clause in row.digest.clauses if row.digest else ():
        parent = None if clause.parent is None else f"{number}:{clause.parent}"
        yield replace(clause, id=f"{number}:{clause.id}", parent=parent)


def _row(name: str) -> int:
    return int(name.partition(":")[0])


def _groups(pairs: Iterable[DuplicatePair]) -> list[set[str]]:
    """Clauses that are connected by pairs."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        near[pair.first].append(pair.second)
        near[pair.second].append(pair.first)
    groups, seen = [], set[str]()
    for start in near:
        if start not in seen:
            groups.append(_connected(start, near))
            seen |= groups[-1]
    return groups


def _connected(start: str, near: defaultdict[str, list[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        fresh = set(near[waiting.pop()]) - found
        found |= fresh
        waiting += fresh
    return found


def _with_pairs(
    groups: list[set[str]], pairs: Iterable[DuplicatePair]
) -> Iterator[tuple[set[str], list[DuplicatePair]]]:
    number = {name: at for at, group in enumerate(groups) for name in group}
    of: defaultdict[int, list[DuplicatePair]] = defaultdict(list)
    for pair in pairs:
        if pair.first in number:
            of[number[pair.first]].append(pair)
    for at, group in enumerate(groups):
        yield group, of[at]


def _same(names: list[str], pairs: list[DuplicatePair]) -> SameClause:
    exact = all(pair.relation == EXACT for pair in pairs)
    least = 1.0 if exact else min(pair.similarity for pair in pairs)
    places = tuple(ClausePlace(_row(name), name.partition(":")[2]) for name in names)
    return SameClause(EXACT if exact else NEAR, least, places)
