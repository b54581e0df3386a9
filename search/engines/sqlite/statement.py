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
# Documents are joined when the best are chosen: to look up each of ten thousand takes longer than to rank them.
BEST = """
best AS MATERIALIZED (SELECT page_id, score FROM scored ORDER BY score, page_id DESC LIMIT {most})
SELECT best.page_id, ({total})
FROM best CROSS JOIN search_document AS document ON document.page_id = best.page_id
ORDER BY best.score, document.date DESC, best.page_id DESC
"""
RANKING = """
WITH bringing AS MATERIALIZED ({bringing}),
adding AS MATERIALIZED ({adding}),
added AS MATERIALIZED (SELECT page_id, sum(score) AS score FROM adding GROUP BY page_id),
scored AS MATERIALIZED (
    SELECT brought.page_id, brought.score + coalesce(added.score, 0) AS score
    FROM {brought} AS brought LEFT JOIN added ON added.page_id = brought.page_id WHERE {allowed}),
"""
# Ways to say one word bring no page twice, those of several words may.
BROUGHT = "(SELECT page_id, sum(score) AS score FROM bringing GROUP BY page_id)"
EVERYWHERE = """
WITH newest AS ({matching} ORDER BY {table}.rowid DESC LIMIT {most}),
hits AS MATERIALIZED (SELECT page_id, 0.0 AS score FROM newest UNION ALL {hits}),
scored AS (SELECT page_id, sum(score) AS score FROM hits WHERE {allowed} GROUP BY page_id),
"""
MATCHING = "SELECT rowid AS page_id FROM {table} WHERE {table} MATCH %s AND {allowed}"
NEWEST = """
WITH matching AS MATERIALIZED (
    SELECT document.page_id, document.date FROM {found} WHERE {allowed})
SELECT page_id, (SELECT count(*) FROM matching) FROM matching
ORDER BY date IS NULL, date DESC, page_id DESC LIMIT {most}
"""
WITH_WORDS = """{table} CROSS JOIN search_document AS document ON document.page_id = {table}.rowid"""


def main_table(wanted: Wanted) -> str:
    """Where a page must have the words."""
    return TITLE if wanted.titles_only else BODY


def ranking(wanted: Wanted, limits: Limits, division: Division) -> Part:
    """Best first: pages with any of the telling words, scored by all."""
    bringing, adding = branches(wanted, main_table(wanted), division)
    first, values = _union(bringing)
    second, more = _union(adding)
    allowed, last = _conditions(wanted, limits, "brought.page_id")
    once = all(len(unit.ways) == 1 for unit in division.telling) or len(division.telling) == 1
    ranked = RANKING.format(
        bringing=first,
        adding=second or "SELECT 0 AS page_id, 0.0 AS score WHERE FALSE",
        brought="bringing" if once else BROUGHT,
        allowed=allowed,
    )
    sql = ranked + BEST.format(most=MOST_RESULTS, total="SELECT count(*) FROM scored")
    return sql, [*values, *more, *last]


def everywhere(wanted: Wanted, limits: Limits, division: Division) -> Part:
    """When all words stand everywhere: pages with them in the title first, then the ones made last."""
    table, expression = main_table(wanted), any_of(unit.expression for unit in division.everywhere)
    hits, values = _union(title_branches(wanted, division))
    # The plus keeps SQLite from asking the full-text table for one row at a time.
    within, more = _conditions(wanted, limits, f"+{table}.rowid")
    allowed, last = _conditions(wanted, limits, "page_id")
    matching = MATCHING.format(table=table, allowed=within)
    sql = EVERYWHERE.format(matching=matching, table=table, hits=hits, allowed=allowed, most=MOST_RESULTS)
    sql += BEST.format(most=MOST_RESULTS, total=f"SELECT count(*) FROM ({matching})")  # noqa: S608 - put together above
    return sql, [expression, *more, *values, *last, expression, *more]


def newest(wanted: Wanted, limits: Limits) -> Part:
    """Newest first: pages with every word, or every page within the limits when no word is wanted."""
    table = main_table(wanted)
    allowed, values = _conditions(wanted, limits, "document.page_id")
    found = "search_document AS document"
    if wanted:
        found = WITH_WORDS.format(table=table)
        allowed = f"{table} MATCH %s AND {allowed}"
        values = [all_of(f"({unit.expression})" for unit in units(wanted)), *values]
    return NEWEST.format(found=found, allowed=allowed, most=MOST_RESULTS), values


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


def _conditions(wanted: Wanted, limits: Limits, page: str) -> Part:
    """The limits, the phrases that must occur and those that may not, of the page with the id ``page``."""
    table = main_table(wanted)
    sql, values = conditions(limits, page)
    matching = f"(SELECT rowid FROM {table} WHERE {table} MATCH %s)"  # noqa: S608 - a name of ours
    if wanted.phrases:
        sql += f" AND {page} IN {matching}"
        values.append(all_of(map(phrase, wanted.phrases)))
    if wanted.excluded:
        sql += f" AND {page} NOT IN {matching}"
        values.append(any_of(map(phrase, wanted.excluded)))
    return sql, values
