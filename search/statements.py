"""Statements written by hand, where Django takes longer to write a query than the database to answer it.

They ask for what every search needs. Plain SQL that SQLite and PostgreSQL understand alike; names of tables come
from the models, and everything that somebody typed is a parameter.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Model


def rows(statement: str, values: Sequence[Any] = ()) -> list[tuple]:
    """All rows of a statement's answer."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def table(model: type[Model]) -> str:
    """The table of a model, quoted."""
    return connection.ops.quote_name(model._meta.db_table)


def listed(ids: Iterable[int]) -> str:
    """Numbers for ``IN (…)``, written out: to pass a thousand as parameters takes longer than to look them up."""
    return ", ".join([str(int(one)) for one in ids]) or "NULL"


def stored(moment: datetime) -> Any:
    """A moment as a parameter the database compares with its own."""
    return connection.ops.adapt_datetimefield_value(moment)


def read(moment: datetime | None) -> datetime | None:
    """A moment as the database gave it: SQLite keeps UTC without saying so."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
