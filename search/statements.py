"""Statements written by hand, where Django takes longer to write a query than the database to answer it.

They ask for what every search needs. Plain SQL that SQLite and PostgreSQL understand alike; names of tables come
from the models, and everything that somebody typed is a parameter.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db.models import Model

#: Between the brackets of ``IN (…)``: what nothing is in.
NONE = "NULL"


def rows(statement: str, values: Sequence[Any] = ()) -> list[tuple]:
    """All rows of a statement's answer."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def change(statement: str, values: Sequence[Any]) -> int:
    """How many rows a statement changed."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def table(model: type[Model]) -> str:
    """The table of a model, quoted."""
    return connection.ops.quote_name(model._meta.db_table)


def listed(ids: Iterable[int]) -> str:
    """Numbers for ``IN (…)``, written out: to pass a thousand as parameters takes longer than to look them up."""
    return ", ".join([str(int(one)) for one in ids]) or NONE


def stored(when: date) -> Any:
    """A moment, or a day, as a parameter the database compares with its own."""
    if isinstance(when, datetime):
        return connection.ops.adapt_datetimefield_value(when)
    return connection.ops.adapt_datefield_value(when)


def read(moment: datetime | None) -> datetime | None:
    """A moment as the database gave it: SQLite keeps UTC without saying so."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
