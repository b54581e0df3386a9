"""Requests of readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from search.log import retention
from tests.admin.conftest import administrator, editor, sign_in  # noqa: F401 - fixtures

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


@pytest.fixture
def asked(rf: RequestFactory) -> Callable[..., HttpRequest]:
    """``asked(page=2, agent="…", headers={…})``: a reader's request for the results page."""

    def make(
        *, agent: str = FIREFOX, headers: dict[str, str] | None = None, user=None, **values
    ) -> HttpRequest:
        request = rf.get("/search/", values, headers={"User-Agent": agent, **(headers or {})})
        request.user = user or AnonymousUser()
        return request

    return make


@pytest.fixture(autouse=True)
def nothing_forgotten_today() -> None:
    """Each test is a day on which the log has forgotten nothing yet."""
    retention._done.clear()
