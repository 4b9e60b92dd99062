"""Whether a file lies on a network drive, where SQLite's locks cannot be relied on.

Each system is asked in its own words. What cannot be found out counts as local: a wrong refusal would keep somebody from
working, and folders that a company mirrors in the background are seen by nobody.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "afs", "ceph", "glusterfs", "lustre"),
        *("9p", "vboxsf", "prl_fs", "vmhgfs"),  # folders of the host in a virtual machine: the same trouble
    )
)
_NETWORK_FUSE: Final = frozenset(("sshfs", "davfs2", "glusterfs", "rclone", "gvfsd-fuse", "s3fs", "vmhgfs-fuse"))
_MOUNTS: Final = Path("/proc/self/mounts")
_DRIVE_REMOTE: Final = 4


def on_network(path: Path) -> bool:
    """Whether the file or folder lies on a share, as far as the system tells."""
    place = path.resolve()
    if sys.platform == "win32":
        return _windows_drive_type(place) == _DRIVE_REMOTE
    if sys.platform == "darwin":
        return _mac_filesystem(place) in _NETWORK
    kind = linux_filesystem(place, _mounts())
    return kind in _NETWORK or kind.removeprefix("fuse.") in _NETWORK_FUSE


def linux_filesystem(place: Path, mounts: str) -> str:
    """Type of the filesystem by the table of mounts: that of the longest mount point above; later ones cover earlier ones."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        point, fstype = [*line.split(), "", "", ""][1:3]
        folder = Path(_unescaped(point))
        if len(folder.parts) >= best and place.is_relative_to(folder):
            best, kind = len(folder.parts), fstype
    return kind


def _mounts() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _unescaped(point: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, sign)
    return point


if sys.platform == "win32":

    def _windows_drive_type(place: Path) -> int:
        """UNC paths (`\\\\server\\share`) are remote for GetDriveType too."""
        return int(ctypes.windll.kernel32.GetDriveTypeW(place.anchor))

else:

    def _windows_drive_type(place: Path) -> int:
        raise NotImplementedError(place)


def _mac_filesystem(place: Path) -> str:
    """`f_fstypename` of statfs(2); 64-bit inodes have been the rule since macOS 10.6."""

    class Statfs(ctypes.Structure):
        _fields_ = (
            ("head", ctypes.c_byte * 72),
            ("f_fstypename", ctypes.c_char * 16),
            ("rest", ctypes.c_byte * 2080),
        )

    found = Statfs()
    library = ctypes.CDLL(None, use_errno=True)
    call = getattr(library, "statfs$INODE64", None) or library.statfs
    existing = next(folder for folder in (place, *place.parents) if folder.exists())
    return bytes(found.f_fstypename).decode() if call(str(existing).encode(), ctypes.byref(found)) == 0 else ""
