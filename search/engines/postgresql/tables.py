"""Writing the two tables that migration 0003 makes.

``search_posting`` has a row for each word of each document, ``search_length`` one for each document. Both lose
a document's rows when its ``search_document`` is deleted, by triggers in the database.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import connection, transaction

from search.engines.base import IndexText
from search.engines.postgresql import statistics
from search.engines.postgresql.positions import pack

#: The most a ``smallint`` holds.
MOST = 32767
#: Characters kept of a token. An entry of PostgreSQL's indexes holds at most 2,700 bytes.
LONGEST_TOKEN = 128

Row = tuple[str, int, int, int, int, int, bytes]


def write(texts: Sequence[IndexText]) -> None:
    """Put these texts in place of what the tables have of their pages. Pages without a document are passed over."""
    by_page = {text.page_id: text for text in texts}
    with transaction.atomic(), connection.cursor() as cursor:
        present = _lock(cursor, by_page)
        _delete(cursor, present)
        with cursor.copy("COPY search_length FROM STDIN") as copy:
            for page_id in present:
                text = by_page[page_id]
                copy.write_row((page_id, min(len(text.title), MOST), min(len(text.body), MOST)))
        with cursor.copy("COPY search_posting FROM STDIN") as copy:
            for page_id in present:
                for row in _rows(by_page[page_id]):
                    copy.write_row(row)
    statistics.forget()


def remove(page_ids: Collection[int]) -> None:
    """Take these pages out of the tables."""
    with transaction.atomic(), connection.cursor() as cursor:
        _delete(cursor, sorted(page_ids))
    statistics.forget()


def page_ids() -> set[int]:
    """The pages that are in the tables."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT document_id FROM search_length")
        return {page_id for (page_id,) in cursor.fetchall()}


def plain(token: str) -> str:
    """The token as PostgreSQL can store it: no NUL, no half characters."""
    return token[:LONGEST_TOKEN].replace("\0", "").encode("utf-8", "ignore").decode()


def _lock(cursor: Any, page_ids: Collection[int]) -> list[int]:
    """Those of the pages that have a document. Whoever else writes or deletes these waits.

    Everybody takes the locks in the same order, so nobody waits for somebody who waits for them.
    """
    cursor.execute(
        "SELECT page_id FROM search_document WHERE page_id = ANY(%s) ORDER BY page_id FOR NO KEY UPDATE",
        [list(page_ids)],
    )
    return [page_id for (page_id,) in cursor.fetchall()]


def _delete(cursor: Any, page_ids: list[int]) -> None:
    for table in ("search_posting", "search_length"):
        cursor.execute(f"DELETE FROM {table} WHERE document_id = ANY(%s)", [page_ids])  # noqa: S608 - a name of ours


def _rows(text: IndexText) -> Iterator[Row]:
    titles, bodies = _places(text.title), _places(text.body)
    lengths = min(len(text.title), MOST), min(len(text.body), MOST)
    for token in sorted(titles.keys() | bodies.keys()):
        title = [place for place in titles.get(token, []) if place < MOST]
        body = bodies.get(token, [])
        counts = len(title), min(len(body), MOST)
        yield (token, text.page_id, *counts, *lengths, pack(title + body))


def _places(tokens: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        if token := plain(token):
            places.setdefault(token, []).append(place)
    return places
