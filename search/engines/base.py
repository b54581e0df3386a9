"""What every engine offers, and nothing more: results of a query, and pages that match what is being typed."""

from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from search.query import Query


@dataclass(frozen=True)
class Viewer:
    """Who searches, and below which page: an engine finds nothing this viewer may not see."""

    root: Any
    user: Any = None


@dataclass(frozen=True)
class Found:
    """One page of results: ids in order of relevance, and how many there are in all.

    ``exact`` is False when nothing had all the words, and these have some of them.
    """

    page_ids: list[int]
    total: int
    exact: bool = True


class Engine(Protocol):
    """Finds pages. Never raises for what a searcher typed."""

    def search(self, query: Query, *, number: int, per_page: int, viewer: Viewer) -> Found:
        """Page ``number`` (from 1) of the results; no ids where there is no such page."""

    def suggest(self, query: Query, *, limit: int, viewer: Viewer) -> QuerySet | list:
        """Pages whose titles match what is being typed, best first."""
