"""``Wanted`` in the query language of Elasticsearch and OpenSearch. Pure.

The weights are those of the engine for SQLite, whose bm25 is Lucene's: words anywhere count once, words in the
title half as much again, and words side by side or near each other add to that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from search.engines.base import Wanted, WantedWord

#: As far down as a server answers without further ado (``index.max_result_window``).
MOST_HITS = 10_000
TITLE_WEIGHT = 0.5
PHRASE_WEIGHTS = {"title": 0.5, "body": 0.25}
NEAR_WEIGHTS = {"title": 0.25, "body": 0.125}
#: How many words may stand between words near each other.
NEAR_DISTANCE = 6
SYNONYM_WEIGHT = 0.8
#: Longer queries are sentences, whose words stand nowhere side by side.
MOST_WORDS_OF_A_PHRASE = 6
MOST_WORDS = 64

Clause = dict[str, Any]


@dataclass(frozen=True)
class Named:
    """Pages named to the server: to look ``only`` at these, unless they are None, and ``never`` at those."""

    only: Sequence[int] | None = None
    never: Sequence[int] = ()


def ranking(wanted: Wanted, named: Named) -> Clause:
    """The request for pages with any of the words, best first."""
    some = [_any_way(word, field) for word in wanted.words[:MOST_WORDS] for field in _fields(wanted)]
    some += [_begins(wanted.prefix, field) for field in _fields(wanted)] if wanted.prefix else []
    if not some:
        some = [_phrase(phrase, field) for phrase in wanted.phrases for field in _fields(wanted)]
    query = {
        "must": [{"bool": {"should": some, "minimum_should_match": 1}}],
        "should": _together(wanted),
        **_limits(wanted, named),
    }
    return _request(query, [{"_score": "desc"}, {"page": "desc"}])


def newest(wanted: Wanted, named: Named) -> Clause:
    """The request for pages with all of the words, newest first."""
    field = _fields(wanted)[0]
    every = [_any_way(word, field) for word in dict.fromkeys(wanted.words[:MOST_WORDS])]
    every += [_begins(wanted.prefix, field)] if wanted.prefix else []
    query = {"must": every, **_limits(wanted, named)}
    return _request(query, [{"date": {"order": "desc", "missing": "_last"}}, {"page": "desc"}])


def having(token: str, named: Named, most: int) -> Clause:
    """The request for up to ``most`` pages with this token, in any order."""
    query = {"filter": [_phrase((token,), "body"), *_only(named)], "must_not": _never(named)}
    return {"query": {"bool": query}, "size": most, "_source": ["page"]}


def after(page_id: int, most: int) -> Clause:
    """The request for the next ``most`` pages after this id, by id."""
    query = {"range": {"page": {"gt": page_id}}}
    return {"query": query, "size": most, "_source": ["page"], "sort": [{"page": "asc"}]}


def _request(query: Clause, sort: list[Clause]) -> Clause:
    return {"query": {"bool": query}, "sort": sort, "size": MOST_HITS, "_source": ["page"]}


def _fields(wanted: Wanted) -> tuple[str, ...]:
    return ("title",) if wanted.titles_only else ("body", "title")


def _limits(wanted: Wanted, named: Named) -> Clause:
    field = _fields(wanted)[0]
    required = [_phrase(phrase, field) for phrase in wanted.phrases]
    excluded = [_phrase(phrase, field) for phrase in wanted.excluded]
    return {"filter": required + _only(named), "must_not": excluded + _never(named)}


def _only(named: Named) -> list[Clause]:
    return [] if named.only is None else [{"terms": {"page": list(named.only)}}]


def _never(named: Named) -> list[Clause]:
    return [{"terms": {"page": list(named.never)}}] if named.never else []


def _any_way(word: WantedWord, field: str) -> Clause:
    """The word or what says the same; of several ways to say it only the best counts."""
    weight = TITLE_WEIGHT if field == "title" else 1.0
    ways = [_phrase((word.token,), field, weight)]
    ways += [_phrase(synonym, field, weight * SYNONYM_WEIGHT) for synonym in word.synonyms]
    return {"dis_max": {"queries": ways}} if len(ways) > 1 else ways[0]


def _together(wanted: Wanted) -> list[Clause]:
    tokens = tuple(dict.fromkeys(word.token for word in wanted.words))
    if not 2 <= len(tokens) <= MOST_WORDS_OF_A_PHRASE:
        return []
    side_by_side = [_phrase(tokens, field, PHRASE_WEIGHTS[field]) for field in _fields(wanted)]
    return side_by_side + [
        _phrase(tokens, field, NEAR_WEIGHTS[field], NEAR_DISTANCE) for field in _fields(wanted)
    ]


def _phrase(tokens: Sequence[str], field: str, weight: float = 1.0, slop: int = 0) -> Clause:
    """Tokens side by side, or one alone. Nothing in them is an operator: the text is only divided by spaces."""
    return {"match_phrase": {field: {"query": " ".join(map(_clean, tokens)), "boost": weight, "slop": slop}}}


def _begins(prefix: str, field: str) -> Clause:
    return {"prefix": {field: {"value": _clean(prefix), "boost": TITLE_WEIGHT if field == "title" else 1.0}}}


def _clean(token: str) -> str:
    """Halves of surrogate pairs have no encoding, so no document has them either."""
    return token.encode("utf-8", "ignore").decode()
