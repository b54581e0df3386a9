"""Whether somebody is still at work."""

from __future__ import annotations

import hashlib
import os
import socket
from contextlib import suppress
from functools import cache
from pathlib import Path

#: Bytes of a machine's name.
_NAME = 6


def is_running(pid: int) -> bool:
    """Whether there is a process of this number on this machine, of whatever account."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@cache
def machine() -> str:
    """Letters and digits that tell this machine, or this container, from others that share a folder or a database.

    Only where they are the same does the number of a process mean the same.
    """
    told = [socket.gethostname()]
    with suppress(OSError):
        told.append(Path("/etc/machine-id").read_text())
    with suppress(OSError):  # containers of one machine count their processes apart
        told.append(str(Path("/proc/self/ns/pid").stat().st_ino))
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[: 2 * _NAME]


def own_name() -> str:
    """This process by a name that other machines do not take for one of theirs."""
    return f"{_place()}:{os.getpid()}"


def has_ended(name: str) -> bool:
    """Whether a process of that name ran here and does not any more; False as well when it ran elsewhere."""
    place, _, pid = name.rpartition(":")
    return place == _place() and pid.isdecimal() and not is_running(int(pid))


def _place() -> str:
    return f"{socket.gethostname()}/{machine()}"
