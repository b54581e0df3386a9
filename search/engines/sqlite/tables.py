"""The two full-text tables. A row's ``rowid`` is the id of its page.

FTS5 measures a row's length over all its columns, so a short title could not make up for being short in one
table with the text: it needs a table of its own. Migration 0002 makes them, and says how they divide words.
"""

from collections.abc import Collection, Sequence

from django.db import connection, transaction

from search.engines.base import IndexText

TITLE = "search_fts_title"
BODY = "search_fts_body"

#: Pages written at once from which on tidying up the tables pays.
MANY = 200


def write(texts: Sequence[IndexText]) -> None:
    """Put these texts in place of what the tables have of their pages."""
    titles = [(text.page_id, _plain(text.title)) for text in texts]
    bodies = [(text.page_id, _plain(text.body)) for text in texts]
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in ((TITLE, titles), (BODY, bodies)):
            cursor.executemany(f"INSERT OR REPLACE INTO {table} (rowid, words) VALUES (%s, %s)", rows)  # noqa: S608 - a name of ours
            if len(rows) >= MANY:
                cursor.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', 500)")  # noqa: S608 - a name of ours


def remove(page_ids: Collection[int]) -> None:
    """Take these pages out of both tables."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in (TITLE, BODY):
            cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", [(page_id,) for page_id in page_ids])  # noqa: S608 - a name of ours


def page_ids() -> set[int]:
    """The pages that are in the tables."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {BODY}")  # noqa: S608 - a name of ours
        return {page_id for (page_id,) in cursor.fetchall()}


def _plain(tokens: Sequence[str]) -> str:
    # SQLite takes no half characters, and they are no text.
    return " ".join(tokens).encode("utf-8", "ignore").decode()
