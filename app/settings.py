"""What the user has chosen, apart from the window's looks: name, what is kept of documents, and for how long.

One small JSON file in the user's folder. A damaged or unknown entry falls back to its default and is named, so that
nothing is guessed silently.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path

from app import paths
from app.atomic import write_atomically

_FILE = "settings.json"


class Keep(StrEnum):
    """What a case keeps of its document: nothing is stored at all, only path and fingerprint, or the file's bytes too."""

    NOTHING = "nothing"
    PATH = "path"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Settings:
    """`user`: the name changes and approvals are signed with; `retention_days`: cases not opened for so long are
    deleted (0: never)."""

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
    except (OSError, ValueError):
        return Settings(), ("file",)
    if not isinstance(stored, dict):
        return Settings(), ("file",)
    return _read(stored)


def save_settings(settings: Settings) -> None:
    """Write them. Raises ExpectedError OUTPUT_NOT_WRITABLE."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n", private=True)


def _read(stored: dict[str, object]) -> tuple[Settings, tuple[str, ...]]:
    user, keep, days = (stored.get(field.name, field.default) for field in fields(Settings))
    bad = []
    if not isinstance(user, str):
        user, _ = "", bad.append("user")
    if keep not in list(Keep):
        keep, _ = Keep.PATH, bad.append("keep")
    if isinstance(days, bool) or not isinstance(days, int) or days < 0:
        days, _ = 0, bad.append("retention_days")
    return Settings(" ".join(user.split()), Keep(str(keep)), days), tuple(bad)
