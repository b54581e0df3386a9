"""The statement that ranks, and those that list by date."""

from collections.abc import Sequence
from typing import Any

from search.engines.base import MOST_RESULTS, Limits, Wanted
from search.engines.postgresql import phrases
from search.engines.postgresql.limits import conditions
from search.engines.postgresql.tables import plain
from search.engines.postgresql.terms import Terms
from search.engines.postgresql.weights import saturation

Part = tuple[str, list[Any]]

# Every posting of every wanted word, with its score. One scan of the primary key for each word, nothing else is read.
HITS = """
SELECT document_id, wanted.grouped, wanted.own,
    CASE WHEN title_tf > 0 THEN title_weight * title_tf / (title_tf + %s + %s * title_length) ELSE 0 END
    + body_weight * body_tf / (body_tf + %s + %s * body_length) AS score
FROM unnest(%s::text[], %s::int[], %s::bool[], %s::float8[], %s::float8[])
    AS wanted (token, grouped, own, title_weight, body_weight)
JOIN search_posting USING (token) WHERE title_tf > 0 OR body_weight > 0
"""
FOUND_BEFORE = """
UNION ALL SELECT document_id, grouped, FALSE, score
FROM unnest(%s::int[], %s::int[], %s::float8[]) AS found (document_id, grouped, score)
"""
# Of each group the best way to say it counts.
WAYS = "SELECT document_id, max(score) AS score, bool_or(own) AS own FROM hits GROUP BY document_id, grouped"
RESULTS = """
SELECT document.page_id, count(*) OVER (), scored.score, scored.own
FROM scored JOIN search_document AS document ON document.page_id = scored.document_id
WHERE {where} ORDER BY {order} LIMIT {most}
"""
BEST = "scored.score DESC, document.date DESC NULLS LAST, document.page_id DESC"
NEWEST = "document.date DESC NULLS LAST, document.page_id DESC"
EVERYTHING = """
SELECT document.page_id, count(*) OVER () FROM search_document AS document
WHERE {where} ORDER BY {order} LIMIT {most}
"""


def ranking(wanted: Wanted, terms: Terms, limits: Limits, *, by_date: bool) -> Part:
    """Rows of page id, number of all that match, score, and how many of the searcher's own words are there."""
    hits, values = _hits(terms)
    # Without synonyms and beginnings each group is one word, and grouping is not needed.
    simple = not by_date and len({term.group for term in terms.terms}) == len(terms.terms) and not terms.hits
    complete = "HAVING count(*) = %s" if by_date else ""
    where, where_values = _where(wanted, limits)
    sql = f"""
    WITH hits AS ({hits}), ways AS ({"SELECT document_id, score, own FROM hits" if simple else WAYS}),
    scored AS (
        SELECT document_id, sum(score) AS score, count(*) FILTER (WHERE own) AS own
        FROM ways GROUP BY document_id {complete})
    """ + RESULTS.format(where=where, order=NEWEST if by_date else BEST, most=MOST_RESULTS)  # noqa: S608 - names of ours, everything else is a parameter
    return sql, [*values, *([terms.groups] if by_date else []), *where_values]


def everything(wanted: Wanted, limits: Limits) -> Part:
    """Rows of page id and number of all within the limits, newest first."""
    where, values = _where(wanted, limits)
    return EVERYTHING.format(where=where, order=NEWEST, most=MOST_RESULTS), values


def _hits(terms: Terms) -> Part:
    columns = [
        (term.token, term.group, term.own, term.weight.title, term.weight.body) for term in terms.terms
    ]
    values: list[Any] = [*saturation(terms.lengths.title), *saturation(terms.lengths.body)]
    values += _columns(columns, 5)
    if not terms.hits:
        return HITS, values
    return HITS + FOUND_BEFORE, values + _columns(
        [(hit.document_id, hit.group, hit.score) for hit in terms.hits], 3
    )


def _columns(rows: Sequence[Sequence[Any]], number: int) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(number)]


def _where(wanted: Wanted, limits: Limits) -> Part:
    """The limits, the phrases that must occur and those that may not."""
    sql, values = conditions(limits)
    for phrase in wanted.phrases:
        condition, more = _containing(phrase, wanted.titles_only)
        sql, values = f"{sql} AND {condition}", values + more
    for phrase in wanted.excluded:
        condition, more = _containing(phrase, wanted.titles_only)
        sql, values = f"{sql} AND NOT {condition}", values + more
    return sql, values


def _containing(phrase: Sequence[str], titles_only: bool) -> Part:
    """That a word, or several side by side, stand in the document."""
    if len(phrase) == 1:
        sql = "EXISTS (SELECT FROM search_posting AS word WHERE word.document_id = document.page_id AND word.token = %s"
        return sql + (" AND word.title_tf > 0)" if titles_only else ")"), [plain(phrase[0])]
    return "(document.page_id = ANY(%s))", [list(phrases.occurrences(phrase, titles_only=titles_only))]
