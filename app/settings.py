"""What the user has chosen, apart from the window's looks: name, what is kept of documents, and for how long.

One small JSON file in the user's folder. A damaged or unknown entry falls back to its default and is named, so that
nothing is guessed silently.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from app import paths
from app.atomic import write_atomically
from app.errors import ErrorCode, ExpectedError

LONGEST_RETENTION = 36_500  # days: longer than anybody keeps a case, and the calendar can still be counted back by it

_FILE = "settings.json"


class Keep(StrEnum):
    """What a case keeps of its document: nothing is stored at all, only path and fingerprint, or the file's bytes too."""

    NOTHING = "nothing"
    PATH = "path"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Settings:
    """`user`: the name changes and approvals are signed with; `retention_days`: cases not opened for so long are
    deleted (0: never).
    """

    user: str = ""
    keep: Keep = Keep.PATH
    retention_days: int = 0


def settings_file() -> Path:
    """Where the settings lie."""
    return paths.user_config_dir() / _FILE


def load_settings() -> tuple[Settings, tuple[str, ...]]:
    """The settings, and the names of entries that could not be read (`file` for the whole file)."""
    try:
        stored = json.loads(settings_file().read_bytes())
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError):
        return Settings(), ("file",)
    if not isinstance(stored, dict):
        return Settings(), ("file",)
    return _read(stored)


def save_settings(settings: Settings) -> None:
    """Write them. Raises ExpectedError OUTPUT_NOT_WRITABLE."""
    file = settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(file)}) from error
    write_atomically(file, json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n", private=True)


def _read(stored: dict[str, object]) -> tuple[Settings, tuple[str, ...]]:
    usual = Settings()
    good = {name: value for name, check in _CHECKS.items() if check(value := stored.get(name, getattr(usual, name)))}
    bad = tuple(name for name in _CHECKS if name not in good)
    user, keep, days = (good.get(name, getattr(usual, name)) for name in _CHECKS)
    return Settings(" ".join(str(user).split()), Keep(str(keep)), int(str(days))), bad


_CHECKS: dict[str, Callable[[object], bool]] = {
    "user": lambda value: isinstance(value, str),
    "keep": lambda value: value in list(Keep),
    "retention_days": lambda value: type(value) is int and 0 <= value <= LONGEST_RETENTION,
}
