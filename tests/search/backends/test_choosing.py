"""What the chooser says of the pages found is fetched for all of them together."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_schedules_and_reviews_are_not_asked_for_page_by_page(posts, client: Client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/admin/choose-page/search/", {"q": "paper"})
    assert len(answer.context["pages"].object_list) == 5
    for table in ("wagtailcore_revision", "wagtailcore_workflowstate"):
        assert len([query for query in queries if f'FROM "{table}"' in query["sql"].split(" WHERE ")[0]]) <= 1
