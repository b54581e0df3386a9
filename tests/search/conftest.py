"""What search tests share."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client


@pytest.fixture
def indexed(django_capture_on_commit_callbacks) -> Callable[[], AbstractContextManager]:
    """``with indexed(): ...`` does what follows a commit when the block ends: bring the index up to date."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def found(client: Client) -> Callable[..., list[str]]:
    """``found("words")``: the titles of the results page, in order."""

    def titles(query: str, **values) -> list[str]:
        response = client.get("/search/", {"q": query, **values})
        assert response.status_code == 200
        return [result.title for result in response.context["results"]]

    return titles


@pytest.fixture
def publish(make_post, indexed):
    """Publish a post and have it in the index."""

    def make(*state, **values):
        with indexed():
            return make_post(*state, **values)

    return make


@pytest.fixture
def answer(client):
    """``answer(q="words")``: the outcome, and the text of the page."""

    def get(**values):
        response = client.get("/search/", values)
        assert response.status_code == 200
        return response.context["outcome"], response.content.decode()

    return get
