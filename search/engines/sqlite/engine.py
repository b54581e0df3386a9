"""The engine for SQLite, see ``search.engines.base``."""

from collections.abc import Collection, Sequence

from django.db import connection

from search.engines.base import IndexText, Limits, Ranking, Wanted
from search.engines.sqlite import statement, tables
from search.engines.sqlite.expressions import phrase
from search.engines.sqlite.limits import conditions
from search.engines.sqlite.units import Division, divide, units

#: A word that stands in more documents than this counts as standing in this many.
MOST_COUNTED = 1000
#: When the rarer words bring fewer pages than this, pages with the commoner ones alone are looked at too.
FEW = 20


class SqliteEngine:
    """Keeps two full-text tables and ranks with one statement."""

    def write(self, texts: Sequence[IndexText]) -> None:
        tables.write(texts)

    def remove(self, page_ids: Collection[int]) -> None:
        tables.remove(page_ids)

    def indexed_ids(self) -> set[int]:
        return tables.page_ids()

    def rank(self, wanted: Wanted, limits: Limits, *, by_date: bool = False) -> Ranking:
        if by_date or not wanted:
            return _ask(statement.newest(wanted, limits))
        division = divide(units(wanted), statement.main_table(wanted))
        found = Ranking()
        if division.telling:
            found = _ask(statement.ranking(wanted, limits, division))
        if division.adding and found.total < FEW:
            # The pages with the rarer words are elsewhere, or somebody else's.
            every = Division([*division.telling, *division.adding], [], division.everywhere)
            found = _ask(statement.ranking(wanted, limits, every))
        if division.everywhere and not found.total:
            found = _ask(statement.everywhere(wanted, limits, division))
        return found

    def frequencies(self, tokens: Collection[str], limits: Limits) -> dict[str, int]:
        wanted = list(dict.fromkeys(tokens))
        if not wanted:
            return {}
        allowed, values = conditions(limits, f"+{tables.BODY}.rowid")
        count = f"""
        SELECT %s AS place, count(*) FROM (
            SELECT 1 FROM {tables.BODY} WHERE {tables.BODY} MATCH %s AND {allowed} LIMIT {MOST_COUNTED})
        """  # noqa: S608 - names of ours, everything else is a parameter
        parameters = [
            value for place, token in enumerate(wanted) for value in (place, phrase((token,)), *values)
        ]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join([count] * len(wanted)), parameters)
            return {wanted[place]: number for place, number in cursor.fetchall() if number}


def _ask(asked: statement.Part) -> Ranking:
    with connection.cursor() as cursor:
        cursor.execute(*asked)
        rows = cursor.fetchall()
    return Ranking([page_id for page_id, _ in rows], rows[0][1] if rows else 0)
