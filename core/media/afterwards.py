"""Work that nobody waits for: done after the answer, one thing at a time in each process, giving way to pages.

It is forgotten when the process ends. So only what is asked for again where it was not done belongs here.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Hashable
from contextlib import suppress

from django.db import connection

logger = logging.getLogger(__name__)

#: How far the work stands back where pages want the processor as well; 19 would be never on a busy machine.
NICENESS = 10
#: What waits at most in one process: a few pages full of pictures.
AT_MOST = 500


class Afterwards:
    """A list of things to do, and a thread that lives while there are any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Hashable, Callable[[], object]] = {}
        self._thread: threading.Thread | None = None

    def add(self, key: Hashable, work: Callable[[], object]) -> None:
        """Do ``work`` soon, once however often it is added under this ``key`` until then. Not when too much waits."""
        with self._lock:
            if key in self._waiting or len(self._waiting) >= AT_MOST:
                return
            self._waiting[key] = work
            if self._thread is None:
                self._thread = threading.Thread(target=self._work_off, name="afterwards", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until nothing is left to do, ``seconds`` at most; whether that is so."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return self._thread is None

    def _work_off(self) -> None:
        _give_way()
        while (key := self._first()) is not None:
            try:
                self._waiting[key]()
            except Exception:
                logger.exception("What was left for later could not be done: %s", key)
            finally:
                connection.close()
                with self._lock:
                    del self._waiting[key]

    def _first(self) -> Hashable | None:
        with self._lock:
            key = next(iter(self._waiting), None)
            if key is None:
                self._thread = None
            return key


def _give_way() -> None:
    """Of this thread only, which Linux alone can do. The process may be kinder already."""
    if sys.platform == "linux":
        me = threading.get_native_id()
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, me, max(os.getpriority(os.PRIO_PROCESS, me), NICENESS))


#: Of this process.
afterwards = Afterwards()
