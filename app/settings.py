"""What the user has chosen, apart from the window's shape: name, language, usual deal, what is kept of documents, and for how long.

One small JSON file in the user's folder. A damaged or unknown entry falls back to its default and is named, so that
nothing is guessed silently.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from app import paths
from app.atomic import write_atomically
from app.errors import ErrorCode, ExpectedError
from app.models.facts import Audience, Perspective

LONGEST_RETENTION = 36_500  # days: longer than anybody keeps a case, and the calendar can still be counted back by it

STATES = (
    "BB",
    "BE",
    "BW",
    "BY",
    "HB",
    "HE",
    "HH",
    "MV",
    "NI",
    "NW",
    "RP",
    "SH",
    "SL",
    "SN",
    "ST",
    "TH",
)  # ISO 3166-2:DE
TEXT_PERCENT = (100, 200)
LONGEST_LINE = 200  # characters of a company's name, a footer, a pattern
FILE_PATTERN = "{name} – {kind} {date}"

_FILE = "settings.json"
_LOGO = re.compile(r"logo-[0-9a-f]{16}\.png")  # its content's name: nothing else in the folder is ever read or deleted
_LARGEST_LOGO = 5_000_000  # bytes


class Keep(StrEnum):
    """What a case keeps of its document: nothing is stored at all, only path and fingerprint, or the file's bytes too."""

    NOTHING = "nothing"
    PATH = "path"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Settings:
    """`user`: the name changes, approvals and decisions are signed with; `retention_days`: cases not opened for so long are
    deleted (0: never). `state`: the Bundesland whose holidays count ("BW", …), "" if not chosen; `perspective`, `audience`: what is
    assumed of a new document, as in `DealFacts`, "" if not chosen. `text_percent`: size of the window's text.

    `company` and `footer` stand in reports, `logo` is the name of a picture beside the settings ("": none), `file_pattern` proposes names.
    """

    user: str = ""
    keep: Keep = Keep.PATH
    retention_days: int = 0
    language: str = "de"
    state: str = ""
    perspective: str = ""
    audience: str = ""
    ocr: bool = True
    text_percent: int = 100
    tour_seen: bool = False
    company: str = ""
    footer: str = ""
    logo: str = ""
    file_pattern: str = FILE_PATTERN


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


# --- the logo


def logo_bytes(settings: Settings) -> bytes | None:
    """The picture for reports, None without one; one that is gone or grew too large is none."""
    if not _LOGO.fullmatch(settings.logo):
        return None
    try:
        with (paths.user_config_dir() / settings.logo).open("rb") as file:
            content = file.read(_LARGEST_LOGO + 1)
    except OSError:
        return None
    return content if 0 < len(content) <= _LARGEST_LOGO else None


def keep_logo(png: bytes) -> str:
    """Put a picture beside the settings; returns what `Settings.logo` names it by. Raises ExpectedError OUTPUT_NOT_WRITABLE."""
    name = f"logo-{hashlib.sha256(png).hexdigest()[:16]}.png"
    file = paths.user_config_dir() / name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExpectedError(ErrorCode.OUTPUT_NOT_WRITABLE, {"path": str(file)}) from error
    write_atomically(file, png, private=True)
    return name


def drop_logo(name: str) -> None:
    """Delete a picture that no setting names any more; one that cannot be deleted does no harm."""
    if _LOGO.fullmatch(name):
        with suppress(OSError):
            (paths.user_config_dir() / name).unlink(missing_ok=True)


# --- reading


def _read(stored: dict[str, object]) -> tuple[Settings, tuple[str, ...]]:
    usual = asdict(Settings())
    values = {name: stored.get(name, value) for name, value in usual.items()}
    bad = tuple(name for name, value in values.items() if not _CHECKS[name](value))
    return _typed(values | {name: usual[name] for name in bad}), bad


def _typed(values: dict[str, Any]) -> Settings:
    lines = {name: " ".join(values[name].split()) for name in ("user", "company", "footer", "file_pattern")}
    return Settings(**values | lines | {"keep": Keep(values["keep"])})


def _is_line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_LINE


def _one_of(values: Iterable[str]) -> Callable[[object], bool]:
    known = ("", *values)  # no set: what stands in the file may not be hashable
    return lambda value: value in known


_CHECKS: dict[str, Callable[[object], bool]] = {
    "user": lambda value: isinstance(value, str),
    "keep": lambda value: value in list(Keep),
    "retention_days": lambda value: type(value) is int and 0 <= value <= LONGEST_RETENTION,
    "language": lambda value: value in ("de", "en"),
    "state": _one_of(STATES),
    "perspective": _one_of(Perspective),
    "audience": _one_of(Audience),
    "ocr": lambda value: isinstance(value, bool),
    "text_percent": lambda value: type(value) is int and value in range(TEXT_PERCENT[0], TEXT_PERCENT[1] + 1),
    "tour_seen": lambda value: isinstance(value, bool),
    "company": _is_line,
    "footer": _is_line,
    "logo": lambda value: isinstance(value, str) and (not value or bool(_LOGO.fullmatch(value))),
    "file_pattern": lambda value: _is_line(value) and bool(str(value).strip()),
}
