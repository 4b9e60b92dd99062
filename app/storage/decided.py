"""Decisions and the findings they are about, also after a new analysis.

Strategy: a decision hangs on a finding's anchor and is found there again exactly. Where the anchor has changed (another version of
the program cut the clause otherwise, a rule has another name), the finding of the same kind with the same words is taken, of several
the one of the same rule, of these the one in the same place. A rule that was applied has no other name: what another rule says of
the same words is another finding. What is found in neither way, or more than once, is listed and never
guessed: other words may need another decision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.models.analysis import Analysis
from app.models.decisions import Decision
from app.models.handles import Handle, folded_quote, handle_of, handles_of, with_also

__all__ = ["Handle", "Placed", "Placing", "handle_of", "placed", "standing_of"]


@dataclass(frozen=True, slots=True)
class Placed:
    """`decided`: the decision that counts, by anchor of the finding as it is now; `orphans`: those without a finding."""

    decided: Mapping[str, Decision]
    orphans: tuple[Decision, ...]


def placed(decisions: Iterable[Decision], analysis: Analysis) -> Placed:
    """Where the decisions (oldest first) belong in an analysis."""
    return Placing(analysis).placed(decisions)


class Placing:
    """The findings of one analysis, by anchor and, as soon as a decision looks for its words, by these."""

    def __init__(self, analysis: Analysis) -> None:
        self._reading = analysis.reading
        self._findings = {finding.anchor: finding for finding in with_also(analysis.findings)}
        self._rules = frozenset(check.rule for check in analysis.checks)

    def placed(self, decisions: Iterable[Decision]) -> Placed:
        """Where the decisions (oldest first) belong."""
        standing = standing_of(decisions)
        decided = {anchor: decision for anchor, decision in standing.items() if anchor in self._findings}
        exact = frozenset(decided)
        orphans = []
        for anchor, decision in standing.items():
            if anchor in exact:
                continue
            again = self._found_again(decision, exact)
            if again is None or again in decided:
                orphans.append(decision)
            else:
                decided[again] = decision
        return Placed(decided, tuple(orphans))

    def _found_again(self, decision: Decision, taken: Collection[str]) -> str | None:
        """Anchor of the one finding that is meant, none of those taken."""
        same = self._by_words.get((decision.code, folded_quote(decision.quote)), {})
        alike = [anchor for anchor, handle in same.items() if anchor not in taken and self._may_be(decision, handle)]
        for part in ("rule", "place"):
            if len(alike) > 1:
                alike = [anchor for anchor in alike if getattr(same[anchor], part) == getattr(decision, part)]
        return alike[0] if len(alike) == 1 else None

    def _may_be(self, decision: Decision, handle: Handle) -> bool:
        """What is missing has no words: there the rule says what it is."""
        if decision.rule and decision.rule == handle.rule:
            return True
        return bool(decision.quote) and decision.rule not in self._rules

    @cached_property
    def _by_words(self) -> dict[tuple[str, str], dict[str, Handle]]:
        """Kind and words → anchor → handle."""
        found: defaultdict[tuple[str, str], dict[str, Handle]] = defaultdict(dict)
        for anchor, handle in handles_of(self._findings.values(), self._reading).items():
            found[handle.code, folded_quote(handle.quote)][anchor] = handle
        return dict(found)


def standing_of(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The last decision of each anchor, unless it took back what was decided."""
    last = {decision.anchor: decision for decision in decisions}
    return {anchor: decision for anchor, decision in last.items() if decision.stands}
