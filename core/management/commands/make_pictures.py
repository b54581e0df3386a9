"""Make the sizes of all pictures ahead, so that no reader waits for one."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.media.warming import warm_everything

#: Seconds between two lines about how far it is.
PAUSE = 2.0


class Command(BaseCommand):
    """``manage.py make_pictures``: after an import, or an update that brought new sizes."""

    help = "Make the sizes of every live page's pictures now instead of when a reader first asks for them."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them, newest pages first, and say how far it is."""
        self._last = 0.0
        try:
            pages = warm_everything(self._tell)
        except KeyboardInterrupt:
            raise CommandError(
                "Stopped. What was made stays; the rest is made when it is first asked for."
            ) from None
        self.stdout.write(f"The pictures of {pages} pages are ready.")

    def _tell(self, done: int, total: int) -> None:
        if time.monotonic() - self._last >= PAUSE or done == total:
            self._last = time.monotonic()
            self.stderr.write(f"Pictures: {done} of {total} pages")
