"""The statements that rank, and list by date."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from search.engines.base import MOST_RESULTS, Limits, Wanted
from search.engines.postgresql.limits import among, conditions, outside
from search.engines.postgresql.phrases import Search, search
from search.engines.postgresql.statistics import Lengths
from search.engines.postgresql.tables import plain
from search.engines.postgresql.terms import Term, Terms
from search.engines.postgresql.weights import saturation

Part = tuple[str, list[Any]]

# Every posting of every wanted word, with its score. One scan of an index for each word, nothing else is read:
# OFFSET 0 keeps PostgreSQL from any other plan, such as it would prefer while it has not counted the rows yet.
ANYWHERE = """
SELECT document_id, wanted.grouped, wanted.own,
    CASE WHEN title_tf > 0 THEN title_weight * title_tf / (title_tf + %s::float8 + %s::float8 * title_length) ELSE 0 END
    + body_weight * body_tf / (body_tf + %s::float8 + %s::float8 * body_length) AS score
FROM unnest(%s::text[], %s::int[], %s::bool[], %s::float8[], %s::float8[])
    AS wanted (token, grouped, own, title_weight, body_weight)
CROSS JOIN LATERAL (
    SELECT document_id, title_tf, body_tf, title_length, body_length
    FROM search_posting WHERE search_posting.token = wanted.token OFFSET 0) AS posting
"""
IN_TITLES = """
SELECT document_id, wanted.grouped, wanted.own,
    title_weight * title_tf / (title_tf + %s::float8 + %s::float8 * title_length)
FROM unnest(%s::text[], %s::int[], %s::bool[], %s::float8[]) AS wanted (token, grouped, own, title_weight)
CROSS JOIN LATERAL (
    SELECT document_id, title_tf, title_length
    FROM search_posting WHERE search_posting.token = wanted.token AND title_tf > 0 OFFSET 0) AS posting
"""
FOUND_BEFORE = """
SELECT document_id, grouped, FALSE, score
FROM unnest(%s::int[], %s::int[], %s::float8[]) AS found (document_id, grouped, score)
"""
# Of several ways to say the same, the best that is there counts.
WAYS = """
SELECT document_id, grouped, bool_or(own), max(score)
FROM ({hits}) AS ways (document_id, grouped, own, score) GROUP BY document_id, grouped
"""
SCORED = """
WITH hits (document_id, grouped, own, score) AS ({hits}),
scored AS (
    SELECT document_id, sum(score) AS score, count(*) FILTER (WHERE own) AS own
    FROM hits GROUP BY document_id {having}),
"""
# The best are chosen before anything but their scores is looked at: the words of a query stand in thousands.
BEST = """
outside AS MATERIALIZED ({outside}),
best AS (
    SELECT document_id, score, own, count(*) OVER () AS total FROM scored
    WHERE NOT EXISTS (SELECT FROM outside WHERE outside.page_id = scored.document_id) AND {where}
    ORDER BY score DESC, document_id DESC LIMIT {most})
SELECT document.page_id, total, score, own FROM best
JOIN search_document AS document ON document.page_id = best.document_id
ORDER BY score DESC, document.date DESC NULLS LAST, document.page_id DESC
"""
WITHIN = """
narrowed AS (SELECT document.page_id AS document_id, document.date FROM search_document AS document WHERE {within})
SELECT document_id, count(*) OVER (), scored.score, scored.own
FROM scored JOIN narrowed AS document USING (document_id) WHERE {where}
ORDER BY {order} date DESC NULLS LAST, document_id DESC LIMIT {most}
"""
EVERYTHING = """
SELECT document_id, count(*) OVER ()
FROM (SELECT page_id AS document_id, date FROM search_document AS document WHERE {within}) AS scored
WHERE {where} ORDER BY date DESC NULLS LAST, document_id DESC LIMIT {most}
"""
WORD = (
    "EXISTS (SELECT FROM search_posting AS word"
    " WHERE word.document_id = scored.document_id AND word.token = %s{field})"
)


def ranking(wanted: Wanted, terms: Terms, limits: Limits) -> Part:
    """Rows of page id, number of all that match, score, and how many of the searcher's own words are there."""
    hits, values = _hits(terms)
    scored = SCORED.format(hits=hits, having="")
    where, where_values = _where(wanted, terms.phrases, _candidates(terms))
    if without := outside(limits):
        best = BEST.format(outside=without[0], where=where, most=MOST_RESULTS)
        return scored + best, [*values, *without[1], *where_values]
    within, within_values = conditions(limits)
    best = WITHIN.format(within=within, where=where, order="score DESC,", most=MOST_RESULTS)
    return scored + best, [*values, *within_values, *where_values]


def newest(wanted: Wanted, terms: Terms, limits: Limits) -> Part:
    """The same rows of the pages that have every word, newest first."""
    hits, values = _hits(terms)
    where, where_values = _where(wanted, terms.phrases, _candidates(terms))
    within, within_values = conditions(limits)
    sql = SCORED.format(hits=hits, having="HAVING count(DISTINCT grouped) = %s")
    sql += WITHIN.format(within=within, where=where, order="", most=MOST_RESULTS)
    return sql, [*values, terms.groups, *within_values, *where_values]


def everything(wanted: Wanted, limits: Limits) -> Part:
    """Rows of page id and number of all within the limits, newest first."""
    where, values = _where(wanted, search(wanted, limits), ())
    within, within_values = conditions(limits)
    return EVERYTHING.format(within=within, where=where, most=MOST_RESULTS), [*within_values, *values]


def _hits(terms: Terms) -> Part:
    ways = Counter(term.group for term in terms.terms) + Counter({hit.group for hit in terms.hits})
    alone = [term for term in terms.terms if ways[term.group] == 1]
    others = [term for term in terms.terms if ways[term.group] > 1]
    sql, values = _postings(alone, terms.lengths)
    if others or terms.hits:
        several, more = _postings(others, terms.lengths)
        if terms.hits:
            several += " UNION ALL " + FOUND_BEFORE
            rows = [(hit.document_id, hit.group, hit.score) for hit in terms.hits]
            more += [list(column) for column in zip(*rows, strict=True)]
        sql, values = f"{sql} UNION ALL {WAYS.format(hits=several)}", values + more
    return sql, values


def _postings(terms: Sequence[Term], lengths: Lengths) -> Part:
    anywhere = [term for term in terms if term.weight.body]
    weights = [[term.weight.title for term in anywhere], [term.weight.body for term in anywhere]]
    values = [*saturation(lengths.title), *saturation(lengths.body), *_columns(anywhere), *weights]
    if len(anywhere) == len(terms):
        return ANYWHERE, values
    in_titles = [term for term in terms if not term.weight.body]
    more = [*saturation(lengths.title), *_columns(in_titles), [term.weight.title for term in in_titles]]
    return (ANYWHERE + " UNION ALL " + IN_TITLES, values + more) if anywhere else (IN_TITLES, more)


def _columns(terms: Sequence[Term]) -> list[list[Any]]:
    return [[term.token for term in terms], [term.group for term in terms], [term.own for term in terms]]


def _where(wanted: Wanted, phrases: Search, candidates: Collection[str]) -> Part:
    """The phrases that must occur, and those that may not, in the document called `scored`.

    No other document than those with any of the ``candidates`` is asked about; if there are none, every one may be.
    """
    field = " AND word.title_tf > 0" if wanted.titles_only else ""
    sql = ["TRUE"]
    values: list[Any] = []
    for sign, single in (("", wanted.phrases), ("NOT ", wanted.excluded)):
        tokens = [plain(phrase[0]) for phrase in single if len(phrase) == 1]
        sql += [sign + WORD.format(field=field)] * len(tokens)
        values += tokens
    required = phrases.all_of(phrase for phrase in wanted.phrases if len(phrase) > 1)
    if required is not None:
        sql.append(among("scored.document_id"))
        values.append(list(required))
    several = [phrase for phrase in wanted.excluded if len(phrase) > 1]
    if excluded := phrases.any_of(several, required, candidates):
        sql.append("NOT " + among("scored.document_id"))
        values.append(list(excluded))
    return " AND ".join(sql), values


def _candidates(terms: Terms) -> Collection[str]:
    """Words of which every document that may be found has one; none where phrases bring documents too."""
    return () if terms.hits else {term.token for term in terms.terms}
