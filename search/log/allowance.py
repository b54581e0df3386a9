"""How many events a process takes, whoever sends them: nobody's address is needed to be careful."""

from __future__ import annotations

import threading
import time


class Allowance:
    """Room for ``most`` events at once, which fills up again by ``per_second``."""

    def __init__(self, most: int, per_second: float) -> None:
        self._most = most
        self._per_second = per_second
        self._left = float(most)
        self._since = time.monotonic()
        self._lock = threading.Lock()

    def take(self) -> bool:
        """Use up room for one event; False when there is none."""
        with self._lock:
            now = time.monotonic()
            self._left = min(self._most, self._left + (now - self._since) * self._per_second)
            self._since = now
            if self._left < 1:
                return False
            self._left -= 1
            return True
