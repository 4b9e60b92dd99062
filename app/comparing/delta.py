"""Two analyses of one document compared: what a changed library, other facts or an edit of the clauses has changed.

Strategy: findings are paired by their anchor first. What is left is paired by what it is about, from the surest sign to the weakest:
the same places of the same clause tree, then the words, then words and rule, then words, rule and place; only where
exactly one is left on either side. The rest has appeared or vanished. What differs only inside the library (guidance, the status of a
clause) is no difference for a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from app.models.analysis import Analysis, Finding, Outcome
from app.models.facts import DealFacts
from app.models.handles import Handle, folded_quote, handles_of, with_also
from app.models.reading import Reading

Key = Callable[[Finding], Hashable]
Pair = tuple[Finding, Finding]


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings that came, that went, and those that are there before and after but not the same."""

    appeared: tuple[Finding, ...] = ()
    vanished: tuple[Finding, ...] = ()
    changed: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Delta:
    """What is another now. `reasons`: codes, "date" only where nothing else has changed; `undecided`: rules that lack a fact
    now and did not before, `decided` the reverse.
    """

    reasons: tuple[str, ...]
    appeared: tuple[Finding, ...] = ()
    vanished: tuple[Finding, ...] = ()
    graver: tuple[Pair, ...] = ()
    lighter: tuple[Pair, ...] = ()
    otherwise: tuple[Pair, ...] = ()
    undecided: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything but the reason differs."""
        return any(getattr(self, field.name) for field in fields(self) if field.name != "reasons")


def delta(old: Analysis, new: Analysis, *, program_changed: bool = False) -> Delta:
    """From the former analysis to the new one, of the same document."""
    found = difference(flat(old.findings), flat(new.findings), _keys(old, new))
    before, after = _lacking(old), _lacking(new)
    return Delta(
        reasons=_reasons(old, new, program_changed=program_changed),
        appeared=found.appeared,
        vanished=found.vanished,
        graver=tuple((a, b) for a, b in found.changed if b.severity.rank < a.severity.rank),
        lighter=tuple((a, b) for a, b in found.changed if b.severity.rank > a.severity.rank),
        otherwise=tuple((a, b) for a, b in found.changed if b.severity is a.severity),
        undecided=tuple(sorted(after - before)),
        decided=tuple(sorted((before - after) & {check.rule for check in new.checks})),
    )


def flat(findings: Iterable[Finding]) -> dict[str, Finding]:
    """By anchor, with those that were joined under a graver one."""
    return {finding.anchor: replace(finding, also=()) for finding in with_also(findings)}


def difference(old: dict[str, Finding], new: dict[str, Finding], keys: Iterable[tuple[Key, Key]]) -> Difference:
    """`keys`: what findings of the old and of the new analysis that have no common anchor are paired by, one after the other."""
    again: dict[str, Finding] = {}  # anchor of the new one → the old one
    for key_of_old, key_of_new in keys if old.keys() ^ new.keys() else ():
        taken = {finding.anchor for finding in again.values()}
        gone = _alone((f for a, f in old.items() if a not in new and a not in taken), key_of_old)
        come = _alone((f for a, f in new.items() if a not in old and a not in again), key_of_new)
        again |= {finding.anchor: gone[key] for key, finding in come.items() if key in gone}
    taken = {finding.anchor for finding in again.values()}
    pairs = [(old[a], f) for a, f in new.items() if a in old] + [(again[a], f) for a, f in new.items() if a in again]
    return Difference(
        appeared=tuple(f for a, f in new.items() if a not in old and a not in again),
        vanished=tuple(f for a, f in old.items() if a not in new and a not in taken),
        changed=tuple((a, b) for a, b in pairs if _seen(a) != _seen(b)),
    )


def by_place(finding: Finding) -> Hashable:
    """The same places of one and the same clause tree: the rule may have another name now."""
    return finding.kind, finding.code, finding.reference, finding.clauses, finding.provisions, finding.searched


def _keys(old: Analysis, new: Analysis) -> Iterator[tuple[Key, Key]]:
    """Made one after the other: mostly nothing is left to be paired by words."""
    if _tree(old.reading) == _tree(new.reading):
        yield by_place, by_place
    before, after = (handles_of(flat(analysis.findings).values(), analysis.reading) for analysis in (old, new))
    for parts in ((), ("rule",), ("rule", "place")):
        yield _by_words(before, parts), _by_words(after, parts)


def _tree(reading: Reading) -> tuple[tuple[str, str], ...]:
    return tuple((clause.id, clause.anchor) for clause in reading.clauses)


def _by_words(handles: Mapping[str, Handle], parts: Sequence[str]) -> Key:
    """As decisions are found again (`storage.decided`): what is missing has no words, there the rule says what it is."""

    def key(finding: Finding) -> Hashable:
        handle = handles[finding.anchor]
        words = folded_quote(handle.quote)
        return handle.code, words, "" if words else handle.rule or finding.anchor, *(getattr(handle, p) for p in parts)

    return key


def _alone(findings: Iterable[Finding], key: Key) -> dict[Hashable, Finding]:
    """By key; those that share theirs are left out."""
    found: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        found.setdefault(key(finding), []).append(finding)
    return {key: alike[0] for key, alike in found.items() if len(alike) == 1}


def _seen(finding: Finding) -> object:
    """What a reader sees of a finding at first sight, whose consent it needs too; not the reference's wording beside it."""
    limit = finding.limit and replace(finding.limit, rule="")
    known = {name: value for name, value in finding.params.items() if value is not None}
    return finding.severity, finding.code, known, limit, finding.legal_basis, finding.approvals


# --- why


def _reasons(old: Analysis, new: Analysis, *, program_changed: bool) -> tuple[str, ...]:
    held = {
        "library": old.library != new.library,
        "rules": old.rules != new.rules,
        "program": program_changed,
        "facts": _told(old.facts) != _told(new.facts),
        "corrections": _tree(old.reading) != _tree(new.reading) or _types(old.reading) != _types(new.reading),
    }
    reasons = tuple(reason for reason, holds in held.items() if holds)
    return reasons or (("date",) if old.facts.as_of != new.facts.as_of else ())


def _told(facts: DealFacts) -> tuple[object, ...]:
    """What holds, whoever says so."""
    return tuple(getattr(facts, field.name).value for field in fields(DealFacts) if field.name != "as_of")


def _types(reading: Reading) -> tuple[str | None, ...]:
    return tuple(clause.type for clause in reading.clauses)


def _lacking(analysis: Analysis) -> set[str]:
    """Rules that could not be decided somewhere."""
    return {check.rule for check in analysis.checks if check.outcome is Outcome.UNDECIDABLE}
