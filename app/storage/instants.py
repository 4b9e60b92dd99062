"""Times as the databases hold them: UTC with microseconds, so that order of text is order of time."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(instant: datetime) -> str:
    """The text of a time."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def instant(text: str) -> datetime:
    """The time of a stamp."""
    return datetime.fromisoformat(text)


def optional_instant(text: str | None) -> datetime | None:
    """The same, None for None."""
    return instant(text) if text else None
