"""Words that stand side by side: read from the places kept with each posting."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from search.engines.postgresql.positions import times_side_by_side, unpack
from search.engines.postgresql.tables import plain

#: Documents looked at for one phrase, the newest first: more than enough for any phrase but "of the" on a large site.
MOST_LOOKED_AT = 2000
#: Documents with every word are found first, in the index alone; only theirs are the places that are read.
PLACES = """
WITH all_there AS MATERIALIZED (
    SELECT document_id FROM search_posting WHERE token = ANY(%(tokens)s) AND ({anywhere} OR title_tf > 0)
    GROUP BY document_id HAVING count(*) = %(number)s ORDER BY document_id DESC LIMIT %(most)s
)
SELECT posting.* FROM all_there CROSS JOIN LATERAL (
    SELECT document_id, token, title_tf, title_length, body_length, positions
    FROM search_posting WHERE document_id = all_there.document_id AND token = ANY(%(tokens)s) OFFSET 0) AS posting
"""


@dataclass(frozen=True)
class Occurrence:
    """How often a phrase stands in title and body of a document, and how long these are."""

    times: tuple[int, int]
    lengths: tuple[int, int]


def occurrences(phrase: Sequence[str], *, titles_only: bool = False) -> dict[int, Occurrence]:
    """The documents a phrase stands in, by id."""
    tokens = [plain(token) for token in phrase]
    different = list(set(tokens))
    statement = PLACES.format(anywhere="FALSE" if titles_only else "TRUE")
    with connection.cursor() as cursor:
        cursor.execute(statement, {"tokens": different, "number": len(different), "most": MOST_LOOKED_AT})
        rows = cursor.fetchall()
    documents: dict[int, dict[str, tuple[int, bytes]]] = {}
    lengths: dict[int, tuple[int, int]] = {}
    for document_id, token, title_tf, title_length, body_length, packed in rows:
        documents.setdefault(document_id, {})[token] = title_tf, packed
        lengths[document_id] = title_length, body_length
    counted = ((document_id, _times(tokens, places)) for document_id, places in documents.items())
    return {
        document_id: Occurrence(times, lengths[document_id])
        for document_id, times in counted
        if times[0] or (times[1] and not titles_only)
    }


def _times(tokens: Sequence[str], places: dict[str, tuple[int, bytes]]) -> tuple[int, int]:
    """How often the tokens stand side by side in the title, and anywhere."""
    bodies = [unpack(packed)[count:] for count, packed in (places[token] for token in tokens)]
    if not all(places[token][0] for token in tokens):
        return 0, times_side_by_side(bodies)
    titles = [unpack(packed)[:count] for count, packed in (places[token] for token in tokens)]
    return times_side_by_side(titles), times_side_by_side(bodies)
