"""Exit with one sentence when 127.0.0.1:PORT cannot be served. Usage: python3 scripts/port_is_free.py PORT"""

import errno
import socket
import sys


def complaint(text: str) -> str:
    """Return why the port named by `text` cannot be used; empty when it can."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        return f"PORT must be a number from 1 to 65535, not '{text}'."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"Port {text} is in use; choose another, as in: make run PORT={int(text) + 1}"
            return f"Port {text} cannot be used: {error.strerror}."
    return ""


if __name__ == "__main__":
    sys.exit(complaint(sys.argv[1]) or None)
