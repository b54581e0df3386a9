"""Ways to find pages. The rest of the site asks for one here and knows only ``base.Engine``."""

from importlib import import_module

from django.conf import settings
from django.db import connection

from search.engines.base import Engine

#: The engine that keeps the search's own index, by the kind of database it keeps it in.
_OWN_INDEX = {
    "sqlite": "search.engines.sqlite.engine.SqliteEngine",
    "postgresql": "search.engines.postgresql.engine.PostgresqlEngine",
}


def index_engine() -> Engine:
    """The engine that keeps the words of pages: the one SEARCH_ENGINE names, else that of the database."""
    module, _, name = (settings.SEARCH_ENGINE or _OWN_INDEX[connection.vendor]).rpartition(".")
    return getattr(import_module(module), name)()
