"""The engine for Elasticsearch and OpenSearch, see ``search.engines.base``."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.conf import settings

from search.engines.base import MOST_RESULTS, IndexText, Limits, Ranking, Wanted
from search.engines.wagtail_backend import documents, queries
from search.engines.wagtail_backend.mapping import document
from search.engines.wagtail_backend.server import Server, ServerAwayError

logger = logging.getLogger(__name__)
#: A word that stands in more documents than this counts as standing in this many.
MOST_COUNTED = 1000
#: Fewer documents than this are named to the server one by one (``index.max_terms_count`` is 65,536).
MOST_NAMED = 60_000
#: So many documents outside the limits are named rather than those within.
MOST_LEFT_OUT = 1000


class WagtailBackendEngine:
    """Finds words on a search server, and asks the database which of the pages may be shown.

    While the server is away titles are searched in the database; what is written meanwhile is marked, and
    ``search_check`` brings it to the server later.
    """

    def __init__(self, server: Server | None = None) -> None:
        self.server = server or _server()

    def write(self, texts: Sequence[IndexText]) -> None:
        dates = documents.dates([text.page_id for text in texts])
        actions = [
            {"_op_type": "index", "_id": text.page_id, **document(text, dates.get(text.page_id))}
            for text in texts
        ]
        try:
            self.server.change(actions)
        except ServerAwayError:
            logger.warning("%d pages wait for `search_check` to write them to the search server.", len(texts))
            documents.mark_unwritten([text.page_id for text in texts])

    def remove(self, page_ids: Collection[int]) -> None:
        try:
            self.server.change({"_op_type": "delete", "_id": page_id} for page_id in page_ids)
        except ServerAwayError:
            # They are not found without their documents, whatever the server says.
            logger.warning("%d pages wait for `search_check` to leave the search server.", len(page_ids))

    def indexed_ids(self) -> set[int]:
        """See ``Engine``; raises ``ServerAwayError``, for no answer would be the wrong one."""
        self.server.prepare()
        return set(self._every_id())

    def rank(self, wanted: Wanted, limits: Limits, *, by_date: bool = False) -> Ranking:
        if not wanted and not wanted.excluded:
            return _ranking(documents.newest_within(limits))
        try:
            return self._rank(wanted, limits, by_date=by_date or not wanted)
        except ServerAwayError:
            words = [word.surface for word in wanted.words] + [wanted.prefix]
            return _ranking(documents.by_title([word for word in words if word], limits))

    def frequencies(self, tokens: Collection[str], limits: Limits) -> dict[str, int]:
        try:
            named = self._named(limits) if tokens else queries.Named()
            having = {token: self._ids(queries.having(token, named, MOST_COUNTED)) for token in set(tokens)}
        except ServerAwayError:
            return {}
        allowed = documents.allowed(set().union(*having.values()), limits) if having else set()
        counts = {token: len(allowed.intersection(ids)) for token, ids in having.items()}
        return {token: count for token, count in counts.items() if count}

    def _rank(self, wanted: Wanted, limits: Limits, *, by_date: bool) -> Ranking:
        ask = queries.newest if by_date else queries.ranking
        found = self._ids(ask(wanted, self._named(limits)))
        allowed = documents.allowed(found, limits)
        if by_date:
            return _ranking(documents.newest_of(allowed))
        shown = [page_id for page_id in found if page_id in allowed]
        return Ranking(shown[:MOST_RESULTS], len(shown))

    def _named(self, limits: Limits) -> queries.Named:
        """The documents to look at, or those not to look at, so that these crowd nothing out.

        Nothing is named where there are too many of both; what the server finds is asked of the database anyway.
        """
        if not documents.is_narrow(limits):
            others = list(documents.outside(limits).values_list("pk", flat=True)[: MOST_LEFT_OUT + 1])
            if len(others) <= MOST_LEFT_OUT:
                return queries.Named(never=others)
        ids = list(documents.within(limits).values_list("pk", flat=True)[: MOST_NAMED + 1])
        return queries.Named(only=ids if len(ids) <= MOST_NAMED else None)

    def _every_id(self) -> Iterator[int]:
        last = 0
        while found := self._ids(queries.after(last, queries.MOST_HITS)):
            yield from found
            last = found[-1]

    def _ids(self, request: dict[str, Any]) -> list[int]:
        return [hit["_source"]["page"] for hit in self.server.search(request)["hits"]["hits"]]


def _ranking(found: Any) -> Ranking:
    return Ranking(list(found.values_list("pk", flat=True)[:MOST_RESULTS]), found.count())


def _server() -> Server:
    """The server of the site's settings. Each process keeps its connections."""
    global _known
    if _known is None:
        _known = Server(settings.SEARCH_SERVER)
    return _known


_known: Server | None = None
