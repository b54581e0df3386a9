"""The words of the index that begin as a word that is still being typed."""

from django.db import connection

from search.engines.postgresql.weights import Found

#: A beginning of fewer letters than this is looked for in titles only: it stands in nearly every text.
SHORT = 2
#: Words that may complete a beginning, the most frequent ones, and postings looked through to find them.
MOST = 50
MOST_POSTINGS = 20000

ANYWHERE = """
SELECT token, count(*), count(*) FILTER (WHERE title_tf > 0) FROM (
    SELECT token, title_tf FROM search_posting WHERE token >= %s AND token < %s LIMIT %s
) AS begun GROUP BY token ORDER BY count(*) DESC, token LIMIT %s
"""
IN_TITLES = """
SELECT token, 0, count(*) FROM (
    SELECT token FROM search_posting WHERE title_tf > 0 AND token >= %s AND token < %s LIMIT %s
) AS begun GROUP BY token ORDER BY count(*) DESC, token LIMIT %s
"""


def beginning_with(prefix: str, *, titles_only: bool = False) -> tuple[list[str], Found]:
    """The most frequent words that begin so, and in how many documents they stand together, at most.

    No documents at all, but titles: they are to be looked for in titles.
    """
    if not prefix:
        return [], Found()
    # Every character sorts before the last one of Unicode, byte by byte.
    values: list[str | int] = [prefix, prefix + "\U0010ffff", MOST_POSTINGS, MOST]
    with connection.cursor() as cursor:
        cursor.execute(IN_TITLES if titles_only or len(prefix) < SHORT else ANYWHERE, values)
        rows = cursor.fetchall()
    return [token for token, _, _ in rows], Found(sum(row[1] for row in rows), sum(row[2] for row in rows))
