"""Writing that nobody has to wait for."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import Error, connection, transaction

logger = logging.getLogger(__name__)

#: Milliseconds to wait for somebody else who writes. Then the event is dropped: it is one of many.
PATIENCE = 50


def briefly(write: Callable[[], bool]) -> bool:
    """Do this in a transaction of its own; False when the database is busy or refuses."""
    try:
        with _impatient(), transaction.atomic():
            return write()
    except Error as error:
        logger.info("A search was not counted: %s", error)
        return False


@contextmanager
def _impatient() -> Iterator[None]:
    """Have this connection wait no longer than ``PATIENCE`` for a lock."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
            cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
            try:
                yield
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {before}")
    elif connection.vendor == "postgresql" and not connection.in_atomic_block:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {PATIENCE}")
            yield
    else:
        yield
