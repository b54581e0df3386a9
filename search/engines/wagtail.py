"""Search on the index Wagtail keeps in the site's own database, SQLite or PostgreSQL.

Matching and ranking are written out for each database; what a viewer may see is decided in the same
statement, so a page that is hidden by now is neither found nor counted, whatever the index holds.
"""

from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import QuerySet
from wagtail.models import Page, get_page_models

from search.engines import wagtail_postgresql as postgresql
from search.engines import wagtail_sqlite as sqlite
from search.query import Query
from search.scope import searchable_pages
from search.viewer import Viewer

# The count comes with every row, so that a page of results and their number are one question.
RANKED = """
WITH matches AS MATERIALIZED ({matches}), visible AS ({visible})
SELECT matches.page_id, COUNT(*) OVER () AS total
FROM matches JOIN visible ON visible.id = matches.page_id
ORDER BY matches.score, matches.page_id DESC LIMIT %s OFFSET %s
"""


@dataclass(frozen=True)
class Found:
    """One page of results: ids in order of relevance, and how many there are in all.

    ``exact`` is False when nothing had all the words, and these have some of them.
    """

    page_ids: list[int]
    total: int
    exact: bool = True


class WagtailEngine:
    """Finds pages of every type through Wagtail's index."""

    def search(self, query: Query, *, number: int, per_page: int, viewer: Viewer) -> Found:
        """Pages that have all the words or, where there is none, some of them."""
        if not query.terms:
            return Found([], 0)
        start = (number - 1) * per_page
        for any_word in (False, True) if len(query.terms) > 1 else (False,):
            wanted = _dialect().expression(query, any_word=any_word)
            ids, total = _ranked(_dialect().MATCHES, wanted, viewer, per_page, start)
            # A page after the last one has no rows, which must not look like a query without results.
            if total or (start and _ranked(_dialect().MATCHES, wanted, viewer, 1, 0)[1]):
                return Found(ids, total, exact=not any_word)
        return Found([], 0)

    def suggest(self, query: Query, *, limit: int, viewer: Viewer) -> list[Page]:
        """Pages whose titles begin with what was typed, then those that have its words somewhere."""
        if not query.terms:
            return []
        visible = searchable_pages(viewer)
        pages = list(visible.filter(title__istartswith=query.text).order_by("title", "pk")[:limit])
        if len(pages) < limit:
            wanted = _dialect().title_expression(query)
            ids, _total = _ranked(_dialect().TITLE_MATCHES, wanted, viewer, limit, 0)
            pages += in_order(visible, [pk for pk in ids if pk not in {page.pk for page in pages}])
        return pages[:limit]


def in_order(pages: QuerySet[Page], ids: list[int]) -> list[Page]:
    """These pages, in the order of their ids."""
    found = {page.pk: page for page in pages.filter(pk__in=ids)} if ids else {}
    return [found[pk] for pk in ids if pk in found]


def _dialect() -> ModuleType:
    return postgresql if connection.vendor == "postgresql" else sqlite


@lru_cache(maxsize=1)
def _page_models() -> tuple[type[Page], ...]:
    return tuple(model for model in get_page_models() if not model._meta.abstract)


def _ranked(matches: str, wanted: str, viewer: Viewer, limit: int, start: int) -> tuple[list[int], int]:
    """The ids of visible pages that match, best first, from place ``start`` on; and how many match."""
    types = [kind.pk for kind in ContentType.objects.get_for_models(*_page_models()).values()]
    visible, visible_values = searchable_pages(viewer).order_by().values("id").query.sql_with_params()
    statement = RANKED.format(matches=matches.format(types=", ".join(["%s"] * len(types))), visible=visible)
    with connection.cursor() as cursor:
        cursor.execute(statement, [wanted, *types, *visible_values, limit, start])
        rows = cursor.fetchall()
    return [row[0] for row in rows], rows[0][1] if rows else 0
