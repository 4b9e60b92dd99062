"""Watches over LibreOffice: a script of its own process, with nothing but the standard library.

Called as `python -I supervisor.py FOLDER SECONDS COMMAND…`. It cuts itself off from the network where Linux lets it, bounds
memory and files, starts the command in a process group of its own and waits. It kills the whole group when the time is up,
and when its standard input ends, because then the process that asked is gone (killed, perhaps); then it also
removes FOLDER, which nobody else would. Exit codes: the command's, or one of those below.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

TIMED_OUT = 124
ABANDONED = 125

_MEMORY = 3 * 1024**3  # bytes of address space; a start alone takes one
_FILE_SIZE = 1024**3  # bytes
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000  # linux/sched.h
_LOOK_EVERY_S = 0.05


def main(arguments: list[str]) -> int:
    """Run the command in `arguments`."""
    folder, seconds, command = Path(arguments[0]), float(arguments[1]), arguments[2:]
    _leave_network()
    _limit()
    process = subprocess.Popen(  # noqa: S603 - the command is LibreOffice, found by the caller
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        start_new_session=True,
    )
    abandoned = threading.Event()
    threading.Thread(target=_watch, args=(abandoned,), daemon=True).start()
    code = _wait(process, abandoned, time.monotonic() + seconds)
    _kill(process)
    if abandoned.is_set():
        shutil.rmtree(folder, ignore_errors=True)
    return code


def _watch(abandoned: threading.Event) -> None:
    while os.read(sys.stdin.fileno(), 4096):
        pass
    abandoned.set()


def _wait(process: subprocess.Popen[bytes], abandoned: threading.Event, deadline: float) -> int:
    while True:
        if abandoned.is_set():
            return ABANDONED
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(_LOOK_EVERY_S)
        if time.monotonic() >= deadline:
            return TIMED_OUT


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The command and whatever it started; also after its end, because a part of it may have stayed."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
        if process.poll() is None:
            subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _leave_network() -> None:
    """A network of our own without any interface, not even the loopback one. Best effort: some systems forbid it."""
    if sys.platform != "linux":
        return
    user, group = os.getuid(), os.getgid()
    library = ctypes.CDLL(None)
    if library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        library.unshare(_CLONE_NEWNET)  # root may without a user namespace
        return
    for name, content in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError):
            (Path("/proc/self") / name).write_text(content, encoding="ascii")


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    limits = {resource.RLIMIT_FSIZE: _FILE_SIZE, resource.RLIMIT_CORE: 0}
    if sys.platform == "linux":
        limits[resource.RLIMIT_AS] = _MEMORY
    for kind, limit in limits.items():
        _, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
