"""The statements that rank. Each gives rows of a page's id and the number of all pages that match."""

from typing import Any

from search.engines.base import MOST_RESULTS, Limits, Wanted
from search.engines.sqlite.branches import Branch, branches, title_branches
from search.engines.sqlite.expressions import all_of, any_of, phrase
from search.engines.sqlite.limits import conditions
from search.engines.sqlite.tables import BODY, TITLE
from search.engines.sqlite.units import Division, units

Part = tuple[str, list[Any]]

# The names of tables, numbers of ours and conditions are put together; whatever was typed is a parameter.
# CROSS JOIN keeps the full-text table outside: asked for one row at a time it is a hundred times slower.
RANKING = """
WITH hits AS MATERIALIZED ({hits}),
scored AS (SELECT page_id, sum(score) AS score FROM hits GROUP BY page_id)
SELECT document.page_id, count(*) OVER ()
FROM scored CROSS JOIN search_document AS document ON document.page_id = scored.page_id
WHERE {allowed} ORDER BY scored.score, document.date DESC, document.page_id DESC LIMIT {most}
"""
EVERYWHERE = """
WITH newest AS ({matching} ORDER BY {table}.rowid DESC LIMIT {most}),
hits AS MATERIALIZED (SELECT page_id, 0.0 AS score FROM newest UNION ALL {hits}),
scored AS (SELECT page_id, sum(score) AS score FROM hits GROUP BY page_id)
SELECT document.page_id, (SELECT count(*) FROM ({matching}))
FROM scored CROSS JOIN search_document AS document ON document.page_id = scored.page_id
WHERE {allowed} ORDER BY scored.score, document.date DESC, document.page_id DESC LIMIT {most}
"""
MATCHING = """
SELECT document.page_id FROM {table}
CROSS JOIN search_document AS document ON document.page_id = {table}.rowid
WHERE {table} MATCH %s AND {allowed}
"""
NEWEST = """
WITH matching AS MATERIALIZED ({matching})
SELECT page_id, (SELECT count(*) FROM matching) FROM matching
ORDER BY date IS NULL, date DESC, page_id DESC LIMIT {most}
"""


def main_table(wanted: Wanted) -> str:
    """Where a page must have the words."""
    return TITLE if wanted.titles_only else BODY


def ranking(wanted: Wanted, limits: Limits, division: Division) -> Part:
    """Best first: pages with any of the telling words, scored by all."""
    hits, values = _union(branches(wanted, main_table(wanted), division))
    allowed, more = _conditions(wanted, limits)
    return RANKING.format(hits=hits, allowed=allowed, most=MOST_RESULTS), values + more


def everywhere(wanted: Wanted, limits: Limits, division: Division) -> Part:
    """When all words stand everywhere: pages with them in the title first, then the ones made last."""
    table, expression = main_table(wanted), any_of(unit.expression for unit in division.everywhere)
    hits, values = _union(title_branches(wanted, division))
    allowed, more = _conditions(wanted, limits)
    matching = MATCHING.format(table=table, allowed=allowed)
    sql = EVERYWHERE.format(matching=matching, table=table, hits=hits, allowed=allowed, most=MOST_RESULTS)
    return sql, [expression, *more, *values, expression, *more, *more]


def newest(wanted: Wanted, limits: Limits) -> Part:
    """Newest first: pages with every word, or every page within the limits when no word is wanted."""
    table = main_table(wanted)
    allowed, values = _conditions(wanted, limits)
    if wanted:
        matching = MATCHING.format(table=table, allowed=allowed)
        values = [all_of(f"({unit.expression})" for unit in units(wanted)), *values]
    else:
        matching = f"SELECT document.page_id FROM search_document AS document WHERE {allowed}"  # noqa: S608
    matching = matching.replace("document.page_id FROM", "document.page_id, document.date FROM")
    return NEWEST.format(matching=matching, most=MOST_RESULTS), values


def _union(found: list[Branch]) -> Part:
    parts = [_scores(branch) for branch in found]
    return " UNION ALL ".join(sql for sql, _ in parts), [value for _, values in parts for value in values]


def _scores(branch: Branch) -> Part:
    table = branch.table
    sql = f"SELECT rowid AS page_id, bm25({table}) * %s AS score FROM {table} WHERE {table} MATCH %s"  # noqa: S608
    if branch.within:
        # The plus keeps SQLite from asking the full-text table for one row at a time.
        sql += f" AND +rowid IN (SELECT rowid FROM {BODY} WHERE {BODY} MATCH %s)"  # noqa: S608 - a name of ours
    return sql, [branch.weight, branch.expression, *([branch.within] if branch.within else [])]


def _conditions(wanted: Wanted, limits: Limits) -> Part:
    """The limits, the phrases that must occur and those that may not."""
    table = main_table(wanted)
    sql, values = conditions(limits)
    matching = f"(SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - a name of ours
    if wanted.phrases:
        sql += f" AND document.page_id IN {matching}"
        values.append(all_of(map(phrase, wanted.phrases)))
    if wanted.excluded:
        sql += f" AND document.page_id NOT IN {matching}"
        values.append(any_of(map(phrase, wanted.excluded)))
    return sql, values
