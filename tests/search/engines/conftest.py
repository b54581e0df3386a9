"""A small library every engine is asked about: documents made by hand, their words analysed by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import connection

from search.engines.base import Engine
from search.index.writing import remove
from search.models import Document, Facet
from tests.factories import StandardPageFactory
from tests.search.engines.words import NEW_YEAR, text


@pytest.fixture
def engine(db: None) -> Engine:
    """The engine of the database the tests use."""
    if connection.vendor == "postgresql":
        from search.engines.postgresql.engine import PostgresqlEngine

        return PostgresqlEngine()
    from search.engines.sqlite.engine import SqliteEngine

    return SqliteEngine()


@pytest.fixture
def shelve(engine: Engine, home: Any) -> Callable[..., int]:
    """``shelve("a title", "more words", facets=[("tag", 3)], access="7")``: the id of a document just made.

    Each is a day older than the one before, unless ``date`` is given. No other page is in the library.
    """
    remove(list(Document.objects.values_list("pk", flat=True)))
    made = 0

    def make(title: str, words: str = "", *, facets: Sequence[tuple[str, int]] = (), **fields: Any) -> int:
        nonlocal made
        page = StandardPageFactory(parent=home, title=f"{title[:200]} {made}", slug=f"shelved-{made}")
        values = {
            "kind": "post",
            "language": "en",
            "title": title[:255],
            "title_key": title[:255],
            "date": NEW_YEAR - dt.timedelta(days=made),
            "path": page.path,
        }
        document, _ = Document.objects.update_or_create(page_id=page.pk, defaults={**values, **fields})
        Facet.objects.bulk_create(Facet(document=document, kind=kind, key=key) for kind, key in facets)
        made += 1
        engine.write([text(page.pk, title, words)])
        return page.pk

    return make
