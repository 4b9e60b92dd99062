"""The settings LibreOffice runs with: a profile of its own that knows no macros, no links and no network.

Strategy: a fresh profile for every conversion, so that nothing of the user's own profile (trusted places, macros,
extensions) holds and nothing is left of ours. The switches of the network are a second line behind the supervisor's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

_NOWHERE: Final = ("127.0.0.1", 9)  # the discard port: nothing listens there
_OFFICE: Final = "/org.openoffice.Office"
_SETTINGS: Final[tuple[tuple[str, str, str | int | bool], ...]] = (
    (f"{_OFFICE}.Common/Security/Scripting", "MacroSecurityLevel", 3),
    (f"{_OFFICE}.Common/Security/Scripting", "DisableMacrosExecution", True),
    (f"{_OFFICE}.Common/Security/Scripting", "DisableActiveContent", True),
    # Pictures, sections and objects in other files: only documents in trusted places may load them, and there are none.
    (f"{_OFFICE}.Common/Security/Scripting", "BlockUntrustedRefererLinks", True),
    (f"{_OFFICE}.Common/Security/Scripting", "DisableOLEAutomation", True),
    (f"{_OFFICE}.Common/Misc", "FirstRun", False),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "de-DE"),  # the user's own must not change a document
    (f"{_OFFICE}.Java/VirtualMachine", "Enable", False),
    (f"{_OFFICE}.Writer/Content/Update", "Link", 0),
    (f"{_OFFICE}.Writer/Content/Update", "Field", False),
    (f"{_OFFICE}.Recovery/AutoSave", "Enabled", False),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", 2),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOWHERE[0]),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", _NOWHERE[1]),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE[0]),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", _NOWHERE[1]),
    ("/org.openoffice.Inet/Settings", "ooInetFTPProxyName", _NOWHERE[0]),
    ("/org.openoffice.Inet/Settings", "ooInetFTPProxyPort", _NOWHERE[1]),
)
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write_profile(folder: Path) -> None:
    """Make a profile with these settings in `folder`."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_item(*setting) for setting in _SETTINGS)
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


def environment(folder: Path, inherited: dict[str, str]) -> dict[str, str]:
    """Variables for LibreOffice: what a system needs of `inherited`, everything that is written goes below `folder`."""
    kept = {name: inherited[name] for name in _KEPT if name in inherited}
    below = dict.fromkeys(_WRITTEN_BELOW, str(folder))
    proxy = f"http://{_NOWHERE[0]}:{_NOWHERE[1]}"
    return {**kept, **below, **dict.fromkeys(_PROXIES, proxy), "SAL_USE_VCLPLUGIN": "svp", "LC_ALL": "C.UTF-8"}


_KEPT: Final = ("PATH", "SYSTEMROOT", "SystemRoot", "WINDIR", "COMSPEC", "PATHEXT", "NUMBER_OF_PROCESSORS")
_WRITTEN_BELOW: Final = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TMP", "TEMP"),
    *("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"),
)
_PROXIES: Final = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")


def _item(path: str, name: str, value: str | float) -> str:
    text = str(value).lower() if isinstance(value, bool) else escape(str(value))
    return f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{text}</value></prop></item>\n'
