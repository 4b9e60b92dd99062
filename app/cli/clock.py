"""The only place of the command line that reads the clock for what a report says of its making."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def made_at() -> datetime:
    """Local time in whole seconds; SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) in its place makes the same bytes again."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit() and len(given) < 12:
        return datetime.fromtimestamp(int(given), tz=UTC)
    return datetime.now(tz=UTC).astimezone().replace(microsecond=0)
