"""Reading a whole blog as it was at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from django.db import connections, transaction

P = ParamSpec("P")
T = TypeVar("T")
_beside: ContextVar[ThreadPoolExecutor | None] = ContextVar("beside_the_moment", default=None)


def outside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do something that writes, and wait for it: on a connection of its own while one moment is read.

    What it writes is not seen by whoever reads that moment. What it raises is raised here.
    """
    thread = _beside.get()
    return work(*args, **kwargs) if thread is None else thread.submit(work, *args, **kwargs).result()


@contextmanager
def at_one_moment() -> Iterator[None]:
    """Whatever is read inside is as it was at the first look, and editors may go on meanwhile.

    Only for reading: on SQLite a write would fail or make editors wait; what has to be written goes ``outside``.
    Nothing changes inside of a transaction that has begun already.
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
            with _thread_beside():
                yield
    finally:
        if is_sqlite:
            connection.transaction_mode = mode


@contextmanager
def _thread_beside() -> Iterator[None]:
    """Somebody who writes meanwhile; a connection belongs to the thread that opened it."""
    with ThreadPoolExecutor(1, "beside-the-moment") as thread:
        token = _beside.set(thread)
        try:
            yield
        finally:
            _beside.reset(token)
            thread.submit(connections.close_all).result()
