"""Wagtail's own search, as the admin, its choosers and the API ask it: quick, and unharmed by what is typed.

Readers are answered by ``search/engines``. This is the same index Wagtail has always kept, asked better.
"""

from typing import Any


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name Wagtail looks for
    """Return the backend for the site's database."""
    # The backends name models, which exist only once the apps are loaded.
    from django.db import connection

    if connection.vendor == "postgresql":
        from search.backends.postgresql import PostgreSQLBackend

        return PostgreSQLBackend(params)
    from search.backends.sqlite import SQLiteBackend

    return SQLiteBackend(params)
