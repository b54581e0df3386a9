"""Reading a whole blog as it was at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Whatever is read inside is as it was at the first look, and editors may go on meanwhile.

    Only for reading: on SQLite a write would fail or make editors wait. Nothing changes inside of a transaction that
    has begun already.
    """
    connection = transaction.get_connection()
    if connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()
    is_sqlite = connection.vendor == "sqlite"
    mode = getattr(connection, "transaction_mode", None)
    if is_sqlite:
        # The site's own mode takes the place of whoever writes, for as long as the export takes.
        connection.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    finally:
        if is_sqlite:
            connection.transaction_mode = mode
