"""Where things lie: shipped data and the user's own folders.

In a checkout `resources/` and `clause_library/` lie beside the package; in the wheel they lie inside it, under `_data/`,
because their names are too generic for the top of site-packages. Nobody else needs to know. platformdirs is imported on
first use only: most runs of the command line never ask for a user folder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_APP_NAME = "klausellupe"


@cache
def data_dir() -> Path:
    """Folder that holds `resources/` and `clause_library/` (read-only)."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """Shipped icons, themes, templates, samples and translations."""
    return data_dir() / "resources"


def clause_library() -> Path:
    """Shipped library of reference clauses."""
    return data_dir() / "clause_library"


def user_config_dir() -> Path:
    """The user's settings; not created here."""
    from platformdirs import user_config_path

    return user_config_path(_APP_NAME, appauthor=False)


def user_data_dir() -> Path:
    """The user's library and cases; not created here."""
    from platformdirs import user_data_path

    return user_data_path(_APP_NAME, appauthor=False)


def user_library() -> Path:
    """The user's own clause library, a database; it may not exist yet."""
    return user_data_dir() / "library.sqlite"


def user_cases() -> Path:
    """The user's cases, a database; confidential; it may not exist yet."""
    return user_data_dir() / "cases.sqlite"


def user_cache_dir() -> Path:
    """What can be made again; confidential, and not created here."""
    from platformdirs import user_cache_path

    return user_cache_path(_APP_NAME, appauthor=False)
