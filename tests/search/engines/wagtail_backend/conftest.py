"""The engine over a server that speaks as Elasticsearch does, and a real one where ELASTICSEARCH_URL names it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import pytest

from search.engines.wagtail_backend.engine import WagtailBackendEngine
from search.engines.wagtail_backend.server import Server
from tests.search.engines.wagtail_backend.elasticsearch import FakeElasticsearch

REAL = os.environ.get("ELASTICSEARCH_URL", "")


@pytest.fixture
def elasticsearch() -> Iterator[FakeElasticsearch]:
    """The made-up server."""
    with FakeElasticsearch() as server:
        yield server


@pytest.fixture
def server(elasticsearch: FakeElasticsearch) -> Server:
    """The site's end of the made-up server."""
    return connected(elasticsearch.url)


@pytest.fixture(params=["fake", "real"] if REAL else ["fake"])
def engine(db: None, request: pytest.FixtureRequest) -> Iterator[WagtailBackendEngine]:
    """The engine the contract's tests ask, over each server there is."""
    if request.param == "fake":
        yield WagtailBackendEngine(request.getfixturevalue("server"))
        assert request.getfixturevalue("elasticsearch").refused == []
        return
    real = connected(REAL)
    real.prepare()
    yield WagtailBackendEngine(real)
    real.forget()


def connected(url: str) -> Server:
    """A server whose index no other test has."""
    return Server(
        {
            "BACKEND": "wagtail.search.backends.elasticsearch8",
            "URLS": [url],
            "INDEX_PREFIX": f"test_{uuid.uuid4().hex[:12]}_",
            "TIMEOUT": 10,
            "OPTIONS": {"max_retries": 0},
        }
    )
