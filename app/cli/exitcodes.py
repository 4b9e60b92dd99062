"""Exit codes of all commands."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
UNREAD: Final = 1  # done, but something could not be read or is not in order
WRONG_USE: Final = 2
FAILED: Final = 3  # nothing was written
CANCELLED: Final = 130
