"""From finding to finding in the order shown."""

from __future__ import annotations

from collections.abc import Iterable

from app.ui.models.findingrows import ListRow, findings_in


def step(rows: Iterable[ListRow], current: str | None, by: int) -> str | None:
    """The finding after or before `current` in the order shown, round the end."""
    ids = [row.finding.id for row in findings_in(rows)]
    if not ids:
        return None
    if current not in ids:
        return ids[0 if by > 0 else -1]
    return ids[(ids.index(current) + by) % len(ids)]


def next_undecided(rows: Iterable[ListRow], current: str | None) -> str | None:
    """The next finding without a decision, round the end; None where all others are decided."""
    shown = findings_in(rows)
    at = next((place for place, row in enumerate(shown) if row.finding.id == current), -1)
    ahead = (*shown[at + 1 :], *shown[: max(0, at)])
    return next((row.finding.id for row in ahead if row.standing.verdict is None), None)
