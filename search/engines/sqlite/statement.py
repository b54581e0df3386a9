"""The one statement that ranks: every way in which pages may match is a branch, their scores are added up.

``bm25`` of FTS5 gives numbers below zero, the better the smaller, so scores are ordered from the smallest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.base import MOST_RESULTS, Limits, Wanted, WantedWord
from search.engines.sqlite.expressions import all_of, any_of, begins, near, phrase
from search.engines.sqlite.limits import conditions
from search.engines.sqlite.tables import BODY, TITLE

#: A word in the title, beside one anywhere. The best of a grid; see docs/search.md.
TITLE_WEIGHT = 0.5
#: All words side by side, and near each other: in the title, and anywhere.
PHRASE_WEIGHTS = {TITLE: 0.5, BODY: 0.25}
NEAR_WEIGHTS = {TITLE: 0.25, BODY: 0.125}
#: A synonym says it a little less well than the searcher's own word.
SYNONYM_WEIGHT = 0.8
#: Queries longer than this are sentences, whose words stand nowhere side by side.
MOST_WORDS_OF_A_PHRASE = 6
#: More words than this say nothing more about what is wanted.
MOST_WORDS = 64

Part = tuple[str, list[Any]]


@dataclass(frozen=True)
class Branch:
    """One way to match: rows of ``table`` that satisfy ``expression``; ``group`` ties alternatives together.

    Of branches of one group only the best counts for a page; group 0 adds everything up.
    """

    table: str
    expression: str
    weight: float
    group: int = 0

    def part(self) -> Part:
        sql = (
            f"SELECT rowid AS page_id, {self.group} AS grouped, bm25({self.table}) * %s AS score"  # noqa: S608 - names of ours
            f" FROM {self.table} WHERE {self.table} MATCH %s"
        )
        return sql, [self.weight, self.expression]


def ranking(wanted: Wanted, limits: Limits) -> Part:
    """Rows of page id and number of all that match, best first."""
    branches = [branch.part() for branch in _branches(wanted)]
    required, values = _required(wanted)
    allowed, limit_values = conditions(limits)
    sql = f"""
    WITH hits AS ({" UNION ALL ".join(sql for sql, _ in branches)}),
    added AS (SELECT page_id, sum(score) AS score FROM hits WHERE grouped = 0 GROUP BY page_id
        UNION ALL
        SELECT page_id, min(score) FROM hits WHERE grouped > 0 GROUP BY page_id, grouped),
    scored AS (SELECT page_id, sum(score) AS score FROM added GROUP BY page_id)
    SELECT document.page_id, count(*) OVER ()
    FROM scored JOIN search_document AS document ON document.page_id = scored.page_id
    WHERE {allowed}{required}
    ORDER BY scored.score, document.date DESC, document.page_id DESC LIMIT {MOST_RESULTS}
    """  # noqa: S608 - names of ours, everything else is a parameter
    return sql, [value for _, given in branches for value in given] + limit_values + values


def newest(wanted: Wanted, limits: Limits) -> Part:
    """The same rows, newest first: pages that have every word, or every page when no word is wanted."""
    table = TITLE if wanted.titles_only else BODY
    words = [any_of(_ways(word)) for word in _distinct(wanted.words)]
    if wanted.prefix:
        words.append(begins(wanted.prefix))
    every, every_values = _matching(table, all_of(f"({way})" for way in words)) if words else ("", [])
    required, values = _required(wanted)
    allowed, limit_values = conditions(limits)
    sql = f"""
    SELECT document.page_id, count(*) OVER () FROM search_document AS document
    WHERE {allowed}{every}{required}
    ORDER BY document.date IS NULL, document.date DESC, document.page_id DESC LIMIT {MOST_RESULTS}
    """  # noqa: S608 - names of ours, everything else is a parameter
    return sql, limit_values + every_values + values


def _branches(wanted: Wanted) -> list[Branch]:
    tables = {TITLE: 1.0} if wanted.titles_only else {BODY: 1.0, TITLE: TITLE_WEIGHT}
    plain = [phrase((word.token,)) for word in wanted.words[:MOST_WORDS] if not word.synonyms]
    plain += [begins(wanted.prefix)] if wanted.prefix else []
    if not wanted.words and not wanted.prefix:
        plain = [phrase(tokens) for tokens in wanted.phrases]
    found = [Branch(table, any_of(plain), weight) for table, weight in tables.items() if plain]
    for group, word in enumerate((word for word in wanted.words[:MOST_WORDS] if word.synonyms), start=1):
        for table, weight in tables.items():
            found.append(Branch(table, phrase((word.token,)), weight, group * 2 + (table == TITLE)))
            found += [
                Branch(table, phrase(synonym), weight * SYNONYM_WEIGHT, group * 2 + (table == TITLE))
                for synonym in word.synonyms
            ]
    return found + _together(wanted, list(tables))


def _together(wanted: Wanted, tables: Sequence[str]) -> list[Branch]:
    """What is added where the words stand side by side, or near each other."""
    tokens = list(dict.fromkeys(word.token for word in wanted.words))
    if not 2 <= len(tokens) <= MOST_WORDS_OF_A_PHRASE:
        return []
    return [
        branch
        for table in tables
        for branch in (
            Branch(table, phrase(tokens), PHRASE_WEIGHTS[table]),
            Branch(table, near(tokens), NEAR_WEIGHTS[table]),
        )
    ]


def _required(wanted: Wanted) -> Part:
    """Conditions, each begun with AND: the phrases that must occur and those that may not."""
    table = TITLE if wanted.titles_only else BODY
    sql, values = "", []
    if wanted.phrases:
        sql, values = _matching(table, all_of(map(phrase, wanted.phrases)))
    if wanted.excluded:
        without, more = _matching(table, any_of(map(phrase, wanted.excluded)))
        sql, values = sql + without.replace(" IN ", " NOT IN "), values + more
    return sql, values


def _matching(table: str, expression: str) -> Part:
    return f" AND document.page_id IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)", [expression]  # noqa: S608 - a name of ours


def _ways(word: WantedWord) -> list[str]:
    return [phrase((word.token,)), *(phrase(synonym) for synonym in word.synonyms)]


def _distinct(words: Sequence[WantedWord]) -> list[WantedWord]:
    return list({word.token: word for word in words[:MOST_WORDS]}.values())
