"""Pages with all words of a short query close together rank before those with the same words scattered."""

import math
from collections.abc import Sequence

from django.db import connection

from search.engines.postgresql.positions import smallest_window, unpack

#: The best of this many pages are looked at; the places of the rest would not change the first pages of results.
LOOKED_AT = 200
#: Queries with more words are sentences, whose words stand nowhere close together.
MOST_WORDS = 6
#: Words beyond those of the query that may stand between them.
APART = 20
#: In the title and anywhere, for words side by side; times the logarithm of the number of documents.
TITLE_WEIGHT = 0.5
BODY_WEIGHT = 0.25

PLACES = """
SELECT document_id, title_tf, positions FROM search_posting WHERE token = ANY(%s) AND document_id = ANY(%s)
"""


def bonuses(tokens: Sequence[str], document_ids: Sequence[int], documents: int) -> dict[int, float]:
    """What is added to the scores of these documents, each of which has all the tokens, which differ."""
    if not document_ids or not 2 <= len(tokens) <= MOST_WORDS:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(PLACES, [list(tokens), list(document_ids)])
        rows = cursor.fetchall()
    titles: dict[int, list[Sequence[int]]] = {}
    bodies: dict[int, list[Sequence[int]]] = {}
    for document_id, title_tf, packed in rows:
        places = unpack(packed)
        titles.setdefault(document_id, []).append(places[:title_tf])
        bodies.setdefault(document_id, []).append(places[title_tf:])
    unit = math.log(max(documents, 2))
    return {
        document_id: unit
        * (TITLE_WEIGHT * _closeness(titles[document_id]) + BODY_WEIGHT * _closeness(bodies[document_id]))
        for document_id in bodies
    }


def _closeness(places: Sequence[Sequence[int]]) -> float:
    """1 when all words stand side by side, less the further apart they are, 0 when far or not all are there."""
    if not all(places):
        return 0.0
    window = smallest_window(places)
    return len(places) / window if window <= len(places) + APART else 0.0
