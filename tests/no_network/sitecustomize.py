"""Refuses network connections in every Python process of the test run; found through PYTHONPATH.

Python imports `sitecustomize` when it starts, so processes that a test spawns are covered before their first own line
runs. An audit hook sees connections whichever library opens them and cannot be taken away again. Unix sockets stay
allowed: multiprocessing talks through them. The error is no OSError, so that no network library takes it for a bad line.
"""

from __future__ import annotations

import os
import socket
import sys

_LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
_SENDING = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class NetworkRefusedError(RuntimeError):
    """A test, or code under test, wanted to use the network."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _LOOKUPS or (event in _SENDING and _leaves_the_machine_or_could(arguments[0])):
        message = f"tests use no network: {event}{arguments[1:]}"
        raise NetworkRefusedError(message)


def _leaves_the_machine_or_could(connection: object) -> bool:
    unix = getattr(socket, "AF_UNIX", None)
    return not (isinstance(connection, socket.socket) and connection.family == unix)


if os.environ.get("KLAUSELLUPE_TEST_NO_NETWORK") == "1":
    sys.addaudithook(_refuse)
