"""An end for what must not take for ever: far beyond what a slow machine needs, far before anybody would wait."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

A_MINUTE = 60


@contextmanager
def patience(seconds: int = A_MINUTE) -> Iterator[None]:
    """Fail when the body has not ended after ``seconds``. No measure of speed: it only stops what would hang."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"Not done after {seconds} seconds: this would never end.")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
