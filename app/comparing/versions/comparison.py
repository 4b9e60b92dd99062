"""Two readings of the same terms compared: aligned, grouped, told in the order of the new version."""

from __future__ import annotations

from collections.abc import Sequence

from app.comparing.versions.aligning import aligned
from app.comparing.versions.changes import Teller
from app.comparing.versions.grouping import Group, grouped
from app.comparing.versions.likeness import Likeness
from app.comparing.versions.moving import moved
from app.comparing.versions.outside import outside_changes
from app.comparing.versions.referring import References
from app.comparing.versions.risk import risk_change
from app.comparing.versions.units import Version
from app.comparing.versions.values import value_changes
from app.models.analysis import Analysis
from app.models.versions import VersionComparison
from app.progress import Progress, silent


def compare_versions(old: Analysis, new: Analysis, *, progress: Progress = silent) -> VersionComparison:
    """What became of every clause of `old`, and where every clause of `new` comes from. Raises Cancelled (from `progress`)."""
    before, after = Version(old.reading), Version(new.reading)
    likeness = Likeness(before, after)
    progress(0.1, "comparing", {})
    pairs = aligned(before, after, likeness)
    progress(0.4, "comparing", {})
    groups = _in_order(grouped(before, after, pairs, likeness))
    homes_old = {before.units[a].clause.id: n for n, group in enumerate(groups) for a in group.old}
    homes_new = {after.units[b].clause.id: n for n, group in enumerate(groups) for b in group.new}
    both = {n for n, group in enumerate(groups) if group.old and group.new}
    teller = Teller(
        before,
        after,
        References(old.reading, homes_old, both),
        References(new.reading, homes_new, both),
    )
    elsewhere, values = moved(groups, before, after), value_changes(groups, before, after)
    progress(0.6, "comparing", {})
    return VersionComparison(
        old,
        new,
        changes=tuple(teller.told(g, moved=n in elsewhere, values=values.get(n, ())) for n, g in enumerate(groups)),
        outside=outside_changes(old.reading, new.reading),
        risk=risk_change(old, new, homes_old, homes_new),
    )


def _in_order(groups: Sequence[Group]) -> list[Group]:
    """In the reading order of the new version; what was removed behind the counterpart of the clause it stood behind."""
    there = sorted((g for g in groups if g.new), key=lambda g: g.new[0])
    behind = {a: g.new[0] for g in there for a in g.old}
    placed = [((float(g.new[0]), 0), g) for g in there]
    last = -1.0
    for group in sorted((g for g in groups if not g.new), key=lambda g: g.old[0]):
        last = next((float(behind[a]) for a in range(group.old[0] - 1, -1, -1) if a in behind), -1.0)
        placed.append(((last, 1 + group.old[0]), group))
    return [group for _, group in sorted(placed, key=lambda item: item[0])]
