"""Clients signed in as somebody of each role, and a log to report on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Site

from search.models import LoggedSearch
from tests.admin.conftest import administrator, author, editor, sign_in  # noqa: F401 - fixtures


@pytest.fixture
def logged(db: None) -> Callable[..., LoggedSearch]:
    """``logged("query", days_ago=2, searches=3, opened=1)``: a row of the log."""

    def make(query: str, *, days_ago: int = 0, site: Any = None, **numbers: Any) -> LoggedSearch:
        day = timezone.localdate() - timedelta(days=days_ago)
        values = {"searches": 1, "results": 3, "language": "en", **numbers}
        return LoggedSearch.objects.create(site=site or Site.objects.get(), day=day, query=query, **values)

    return make
