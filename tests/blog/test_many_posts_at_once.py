"""Changes that concern the posts of a whole section."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog import listing_store
from blog.models import ListedCount
from tests.factories import TagFactory

pytestmark = pytest.mark.django_db


def test_a_section_that_is_closed_and_opened_counts_each_of_its_lists_once(blog, make_post, monkeypatch):
    tag = TagFactory()
    for _ in range(5):
        make_post(tags=[tag])
    monkeypatch.setattr(listing_store, "BATCH", 2)
    before = set(ListedCount.objects.values_list("kind", "key", "count"))

    with CaptureQueriesContext(connection) as queries:
        closed = PageViewRestriction.objects.create(page=blog, restriction_type="login")
    counted = [
        query["sql"] for query in queries if "COUNT(*)" in query["sql"] and "listedpost" in query["sql"]
    ]
    assert len(counted) == len(set(counted)) == len(before)
    assert not ListedCount.objects.exists()

    closed.delete()
    assert set(ListedCount.objects.values_list("kind", "key", "count")) == before
