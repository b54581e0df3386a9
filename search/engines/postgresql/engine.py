"""The engine for PostgreSQL, see ``search.engines.base``."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import connection

from search.engines.base import IndexText, Limits, Ranking, Wanted
from search.engines.postgresql import closeness, statement, tables
from search.engines.postgresql.limits import conditions
from search.engines.postgresql.phrases import search
from search.engines.postgresql.tables import plain
from search.engines.postgresql.terms import Terms, collect

FREQUENCIES = """
SELECT wanted.token, (
    SELECT count(*) FROM (
        SELECT FROM search_posting JOIN search_document AS document ON document.page_id = document_id
        WHERE search_posting.token = wanted.token AND {where} LIMIT {most}) AS counted)
FROM unnest(%s::text[]) AS wanted (token)
"""
#: A word that stands in more documents than this counts as standing in this many.
MOST_COUNTED = 1000


class PostgresqlEngine:
    """Keeps a table of postings, and ranks with one statement and a look at the places of the best."""

    def write(self, texts: Sequence[IndexText]) -> None:
        tables.write(texts)

    def remove(self, page_ids: Collection[int]) -> None:
        tables.remove(page_ids)

    def indexed_ids(self) -> set[int]:
        return tables.page_ids()

    def rank(self, wanted: Wanted, limits: Limits, *, by_date: bool = False) -> Ranking:
        if not wanted:
            rows = _rows(*statement.everything(wanted, limits))
            return Ranking([row[0] for row in rows], rows[0][1] if rows else 0)
        terms = collect(wanted, search(wanted, limits))
        listing = statement.newest if by_date else statement.ranking
        rows = _rows(*listing(wanted, terms, limits))
        ids = [row[0] for row in rows] if by_date else _best_first(rows, terms)
        return Ranking(ids, rows[0][1] if rows else 0)

    def frequencies(self, tokens: Collection[str], limits: Limits) -> dict[str, int]:
        by_stored = {plain(token): token for token in tokens}
        where, values = conditions(limits)
        sql = FREQUENCIES.format(where=where, most=MOST_COUNTED)
        rows = _rows(sql, [*values, list(by_stored)])
        return {by_stored[token]: number for token, number in rows if number}


def _rows(sql: str, values: Sequence[Any]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _best_first(rows: Sequence[tuple], terms: Terms) -> list[int]:
    """The ids, with those moved up among the best that have all words close together."""
    best, rest = rows[: closeness.LOOKED_AT], rows[closeness.LOOKED_AT :]
    complete = [page_id for page_id, _, _, own in best if own == len(terms.words)]
    added = closeness.bonuses(terms.words, complete, terms.lengths.documents)
    best = sorted(best, key=lambda row: -(row[2] + added.get(row[0], 0.0)))
    return [row[0] for row in [*best, *rest]]
