"""What Elasticsearch finds, worked out the slow way: every document is looked at, word by word.

It knows the queries the site sends and refuses all others, so that none is sent that was never checked here.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable
from typing import Any

K1, B = 1.2, 0.75
Found = dict[int, float]
Document = dict[str, Any]


class BadRequestError(Exception):
    """What the server would answer with status 400."""


class Evaluation:
    """Documents by their ids, and what a query gives for each that matches: its score."""

    def __init__(self, documents: dict[int, Document]) -> None:
        self.documents = documents

    def found(self, query: dict[str, Any]) -> Found:
        (kind, body), *more = query.items()
        if more or kind not in self._kinds:
            raise BadRequestError(f"unknown query [{kind}]")
        return self._kinds[kind](self, body)

    def _bool(self, body: dict[str, Any]) -> Found:
        known(body, "must", "should", "filter", "must_not", "minimum_should_match")
        must = [self.found(one) for one in body.get("must", [])]
        should = [self.found(one) for one in body.get("should", [])]
        only = [self.found(one) for one in body.get("filter", [])]
        never = [self.found(one) for one in body.get("must_not", [])]
        least = body.get("minimum_should_match", int(bool(should) and not must and not only))
        if len(must) + len(should) + len(only) + len(never) > 1024:
            raise BadRequestError("too_many_clauses: maxClauseCount is set to 1024")
        return {
            page: sum(one.get(page, 0.0) for one in must + should)
            for page in self.documents
            if all(page in one for one in must + only)
            and not any(page in one for one in never)
            and sum(page in one for one in should) >= least
        }

    def _dis_max(self, body: dict[str, Any]) -> Found:
        known(body, "queries")
        best: Found = {}
        for one in map(self.found, body["queries"]):
            for page, score in one.items():
                best[page] = max(score, best.get(page, 0.0))
        return best

    def _match_phrase(self, body: dict[str, Any]) -> Found:
        field, options = the_only(body)
        known(options, "query", "boost", "slop")
        tokens = options["query"].split()
        slop = options.get("slop", 0)
        counts = {page: occurrences(self._words(page, field), tokens, slop) for page in self.documents}
        rarity = sum(self._rarity(field, token) for token in tokens)
        average = self._average(field)
        return {
            page: options.get("boost", 1.0)
            * rarity
            * saturation(count, len(self._words(page, field)) / average)
            for page, count in counts.items()
            if count
        }

    def _prefix(self, body: dict[str, Any]) -> Found:
        field, options = the_only(body)
        known(options, "value", "boost")
        return {
            page: options.get("boost", 1.0)
            for page in self.documents
            if any(word.startswith(options["value"]) for word in self._words(page, field))
        }

    def _terms(self, body: dict[str, Any]) -> Found:
        field, values = the_only(body)
        if len(values) > 65_536:
            raise BadRequestError("index.max_terms_count is 65536")
        wanted = set(values)
        return {page: 1.0 for page, document in self.documents.items() if document[field] in wanted}

    def _range(self, body: dict[str, Any]) -> Found:
        field, limits = the_only(body)
        known(limits, "gt")
        return {page: 1.0 for page, document in self.documents.items() if document[field] > limits["gt"]}

    def _words(self, page: int, field: str) -> list[str]:
        if field not in {"title", "body"}:
            raise BadRequestError(f"no mapping for [{field}]")
        return self.documents[page][field].split()

    def _average(self, field: str) -> float:
        lengths = [len(self._words(page, field)) for page in self.documents]
        return sum(lengths) / len(lengths) or 1.0

    def _rarity(self, field: str, token: str) -> float:
        have = sum(token in self._words(page, field) for page in self.documents)
        return math.log(1 + (len(self.documents) - have + 0.5) / (have + 0.5))

    _kinds: dict[str, Callable[[Evaluation, Any], Found]] = {
        "bool": _bool,
        "dis_max": _dis_max,
        "match_phrase": _match_phrase,
        "prefix": _prefix,
        "terms": _terms,
        "range": _range,
    }


def occurrences(words: list[str], tokens: list[str], slop: int) -> float:
    """How often the tokens stand together; further apart counts less. See Lucene's SloppyPhraseMatcher."""
    places = [
        [place - number for place, word in enumerate(words) if word == token]
        for number, token in enumerate(tokens)
    ]
    if not tokens or not all(places):
        return 0.0
    spreads = (max(chosen) - min(chosen) for chosen in itertools.product(*places))
    return sum(1 / (1 + spread) for spread in spreads if spread <= slop)


def saturation(count: float, length: float) -> float:
    """BM25's part of a word's frequency; ``length`` is that of the field over the average."""
    return count / (count + K1 * (1 - B + B * length))


def ordered(found: Found, documents: dict[int, Document], sort: Iterable[dict[str, Any]]) -> list[int]:
    """The pages found in the order asked for: the last key first, as each sort keeps the one before."""
    pages = sorted(found)
    for field, order in reversed([the_only(one) for one in sort]):
        options = order if isinstance(order, dict) else {"order": order}
        known(options, "order", "missing")
        down = options["order"] == "desc"
        values = found if field == "_score" else {page: documents[page][field] for page in pages}
        present = sorted((page for page in pages if values[page] is not None), key=values.get, reverse=down)
        pages = present + [page for page in pages if values[page] is None]
    return pages


def the_only(body: dict[str, Any]) -> tuple[str, Any]:
    if len(body) != 1:
        raise BadRequestError(f"expected one field, got {sorted(body)}")
    return next(iter(body.items()))


def known(body: dict[str, Any], *names: str) -> None:
    if unknown := body.keys() - set(names):
        raise BadRequestError(f"unknown parameters {sorted(unknown)}")
