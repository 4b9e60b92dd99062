"""What the library and the rules say of the new version and did not say of the old one.

Strategy: findings are paired by what they say (kind, code, reference, rule) and where (the group their clauses are in), then by what and
the words, then by what alone; each time in order, as many as there are on both sides. What is paired and graver or
lighter now, or of another value, is told; what is left has appeared or vanished.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from app.comparing.delta import flat
from app.models.analysis import Analysis, Finding
from app.models.handles import Handle, folded_quote, handles_of
from app.models.versions import RiskChange

Key = Callable[[Finding], Hashable | None]


def risk_change(old: Analysis, new: Analysis, homes_old: Mapping[str, int], homes_new: Mapping[str, int]) -> RiskChange:
    """`homes_…`: by id of clause, the group it is in."""
    before, after = list(flat(old.findings).values()), list(flat(new.findings).values())
    words_old, words_new = handles_of(before, old.reading), handles_of(after, new.reading)
    pairs: list[tuple[Finding, Finding]] = []
    for left, right in (
        (_at(homes_old, exact=True), _at(homes_new, exact=True)),
        (_at(homes_old, exact=False), _at(homes_new, exact=False)),
        (_in_words(words_old), _in_words(words_new)),
        (_placeless, _placeless),
    ):
        found = _paired(before, after, left, right)
        before = [f for f in before if f.anchor not in {a.anchor for a, _ in found}]
        after = [f for f in after if f.anchor not in {b.anchor for _, b in found}]
        pairs += found
    return RiskChange(
        appeared=tuple(after),
        vanished=tuple(before),
        graver=tuple((a, b) for a, b in pairs if b.severity.rank < a.severity.rank),
        lighter=tuple((a, b) for a, b in pairs if b.severity.rank > a.severity.rank),
        otherwise=tuple((a, b) for a, b in pairs if b.severity is a.severity and _value(a) != _value(b)),
    )


def _value(finding: Finding) -> Hashable:
    """What was found beside the limit."""
    return (finding.limit.found, finding.limit.unit_found) if finding.limit else None


def _paired(
    before: Iterable[Finding], after: Iterable[Finding], left: Key, right: Key
) -> list[tuple[Finding, Finding]]:
    these, those = _by_key(before, left), _by_key(after, right)
    return [pair for key, found in these.items() for pair in zip(found, those.get(key, ()), strict=False)]


def _by_key(findings: Iterable[Finding], key: Key) -> dict[Hashable, list[Finding]]:
    found: dict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        value = key(finding)
        if value is not None:
            found[value].append(finding)
    return found


def _what(finding: Finding) -> Hashable:
    return finding.kind, finding.code, finding.reference, finding.rule


def _at(homes: Mapping[str, int], *, exact: bool) -> Key:
    """`exact`: all its clauses, else the first one."""

    def key(finding: Finding) -> Hashable | None:
        places = [homes[clause] for clause in finding.clauses if clause in homes]
        return (_what(finding), frozenset(places) if exact else places[0]) if places else None

    return key


def _in_words(handles: Mapping[str, Handle]) -> Key:
    def key(finding: Finding) -> Hashable | None:
        words = folded_quote(handles[finding.anchor].quote)
        return (_what(finding), words) if words else None

    return key


def _placeless(finding: Finding) -> Hashable | None:
    """What is missing has no place."""
    return (_what(finding), finding.searched) if not finding.clauses else None
