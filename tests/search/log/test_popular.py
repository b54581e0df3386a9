"""The pages that readers opened most from results."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from search.log.popular import DAYS, most_opened
from search.models import LoggedSearch, OpenedResult


@pytest.fixture
def opened(db):
    """``opened(post, 3, ago=2)``: three times, two days ago."""

    def make(page, times: int, *, ago: int = 0, query: str = "words", site: Site | None = None) -> None:
        day = timezone.localdate() - timedelta(days=ago)
        site = site or Site.objects.get()
        search, _ = LoggedSearch.objects.get_or_create(site=site, day=day, query=query)
        OpenedResult.objects.create(search=search, page=page, times=times)

    return make


def test_pages_opened_most_come_first_whatever_was_searched_for_and_when(opened, make_post):
    first, second, third = make_post(), make_post(), make_post()
    opened(first, 2)
    opened(second, 2)
    opened(second, 1, ago=3, query="others")
    opened(third, 1)

    site = Site.objects.get()
    assert most_opened(site, 5) == [second.pk, first.pk, third.pk]
    assert most_opened(site, 2) == [second.pk, first.pk]


def test_what_was_opened_long_ago_or_on_another_site_is_not_counted(opened, make_post, home):
    post, other = make_post(), make_post()
    opened(post, 9, ago=DAYS)
    opened(other, 1, ago=DAYS - 1)
    elsewhere = Site.objects.create(hostname="elsewhere.example", root_page=home)
    opened(post, 9, site=elsewhere)

    assert most_opened(Site.objects.get(is_default_site=True), 5) == [other.pk]
