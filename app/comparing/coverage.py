"""Which subjects the document covers: those that the library asks for, those that it knows, and those it has no reference on.

Strategy: what `missing` found out about references that are required decides; a subject that nobody asks for is there where a
clause speaks of it. Why a subject was not checked is said: a restriction of its references, a fact that is missing, no reference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.comparing.applying import Applicability, applying
from app.comparing.missing import RULE_SUFFIX
from app.library.model import Library
from app.models.analysis import Check, Outcome, SubjectCheck
from app.models.facts import DealFacts
from app.models.reading import Reading

_STRONGEST = (Outcome.OK, Outcome.FINDING, Outcome.UNDECIDABLE, Outcome.NOT_APPLICABLE)


def subject_checks(
    reading: Reading, library: Library, facts: DealFacts, checks: Iterable[Check]
) -> tuple[SubjectCheck, ...]:
    """Required subjects first, then those the library knows, then those it does not; `checks`: all that were made."""
    speaking = _speaking(reading)
    required = {c.rule.removesuffix(RULE_SUFFIX): c for c in checks if c.rule.endswith(RULE_SUFFIX)}
    of = applying(library, facts).of
    asked: defaultdict[str, list[Check]] = defaultdict(list)
    known: defaultdict[str, list[Applicability]] = defaultdict(list)
    for reference in library.clauses:
        known[reference.type].append(of[reference.id])
        if reference.id in required and of[reference.id].outcome is not Outcome.NOT_APPLICABLE:
            asked[reference.type].append(required[reference.id])
    return (
        *(_asked(subject, same, speaking) for subject, same in asked.items()),
        *(_known(subject, same, speaking) for subject, same in known.items() if subject not in asked),
        *(
            SubjectCheck(subject, False, Outcome.NOT_APPLICABLE, clauses, reason="no_reference")
            for subject, clauses in speaking.items()
            if subject not in known
        ),
    )


def _speaking(reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """The clauses that speak of each subject, subjects in the order in which the document comes to them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for clause in reading.clauses:
        for subject in dict.fromkeys((clause.type, *clause.subjects)):
            if subject:
                found[subject].append(clause.id)
    return {subject: tuple(clauses) for subject, clauses in found.items()}


def _asked(subject: str, checks: list[Check], speaking: Mapping[str, tuple[str, ...]]) -> SubjectCheck:
    """What came of the references that ask for it: the one that says most."""
    check = min(checks, key=lambda c: _STRONGEST.index(c.outcome))
    clauses = check.clauses or speaking.get(subject, ())
    return SubjectCheck(subject, True, check.outcome, clauses, check.needs, check.reason)


def _known(subject: str, applies: list[Applicability], speaking: Mapping[str, tuple[str, ...]]) -> SubjectCheck:
    """A subject that nobody asks for."""
    best = min(applies, key=lambda a: _STRONGEST.index(a.outcome))
    clauses = speaking.get(subject, ())
    if best.outcome is Outcome.OK and not clauses:
        return SubjectCheck(subject, False, Outcome.NOT_APPLICABLE, reason="not_required")
    return SubjectCheck(subject, False, best.outcome, clauses, best.needs, best.reason)
