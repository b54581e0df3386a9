"""The index of a new site: of the pages migrations made, no signal tells."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from search.index.following import follow
from search.index.loading import findable_pages
from search.models import Document

#: More pages than that nobody waits for while a database is prepared: "search_check --mend" writes them.
MOST = 100


def index_new_site(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Index the pages of a site of which the index has none, when they are few. Called after every migration."""
    if using != DEFAULT_DB_ALIAS or not _is_new():
        return
    page_ids = list(findable_pages().order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if not page_ids or len(page_ids) > MOST:
        return
    follow(page_ids)
    for page in Page.objects.filter(pk__in=page_ids).specific():
        insert_or_update_object(page)  # the index editors search by


def _is_new() -> bool:
    """Whether there are pages and no index, and every table is as the models are: migrations may end anywhere."""
    tables = connection.introspection.table_names()
    if not {Page._meta.db_table, Document._meta.db_table}.issubset(tables):
        return False
    if Document.objects.exists() or not Page.objects.exists():
        return False
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
