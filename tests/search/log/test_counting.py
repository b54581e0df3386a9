"""One row for each query and day, and nothing about who asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Site

from search.log import counting, record, record_click
from search.models import LoggedSearch, OpenedResult, SearchSettings
from search.query import parse
from tests.factories import BlogPageFactory, UserFactory, restrict
from tests.search.log.conftest import FIREFOX

pytestmark = pytest.mark.django_db


def searched(request, text="fonts", total=3, **values) -> bool:
    return record(parse(text), total=total, request=request, **values)


def test_equal_searches_of_a_day_are_one_row_with_a_number(asked):
    for text in ("Fonts", "fonts ", "FONTS"):
        assert searched(asked(q=text), text)
    (row,) = LoggedSearch.objects.all()
    assert (row.query, row.searches, row.results, row.fruitless) == ("fonts", 3, 3, 0)
    assert row.day == timezone.localdate()


def test_the_row_knows_how_often_nothing_was_found_and_what_was_found_last(asked):
    searched(asked(), total=0)
    searched(asked(), total=0)
    searched(asked(), total=4, corrected_to="Font")
    row = LoggedSearch.objects.get()
    assert (row.searches, row.fruitless, row.results, row.corrected_to) == (3, 2, 4, "font")


def test_nothing_that_is_kept_could_lead_to_a_person():
    kept = {field.name for model in (LoggedSearch, OpenedResult) for field in model._meta.concrete_fields}
    assert kept == {
        *("id", "site", "day", "language", "query", "searches", "results", "fruitless", "corrected_to"),
        *("opened", "places", "search", "page", "times"),
    }
    assert LoggedSearch._meta.get_field("day").get_internal_type() == "DateField"


def test_a_search_that_is_an_address_of_somebody_is_not_counted(asked):
    assert not searched(asked(), "ada@example.org")
    assert not LoggedSearch.objects.exists()


@pytest.mark.parametrize("name", ["page", "tag", "author", "series", "category", "year", "sort"])
def test_turning_over_narrowing_and_sorting_are_no_searches(asked, name):
    assert not searched(asked(q="fonts", **{name: "2"}))
    assert searched(asked(q="fonts", **{name: ""}))


def test_further_pages_are_no_searches(asked):
    assert not searched(asked(), page=2)


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/156.0 Safari/537.36",
        "curl/8.1",
        "python-requests/2.32",
        "GPTBot/1.1",
        "facebookexternalhit/1.1",
    ],
)
def test_robots_are_not_counted(asked, agent):
    assert not searched(asked(agent=agent))


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
        {"DNT": "1"},
        {"Sec-GPC": "1"},
    ],
)
def test_pages_fetched_in_advance_and_readers_who_do_not_want_it_are_not_counted(asked, headers):
    assert not searched(asked(headers=headers))
    assert not LoggedSearch.objects.exists()


def test_people_who_work_in_the_admin_are_not_counted_and_other_members_are(asked, sign_in):
    assert not searched(asked(user=sign_in("Authors").user))
    assert searched(asked(user=UserFactory()))


def test_a_site_that_keeps_nothing_counts_nothing(asked):
    SearchSettings.objects.create(site=Site.objects.get(), log_days=0)
    assert not searched(asked())
    assert not record_click("fonts", page_id=None, position=1, request=asked(), suggested=True)
    assert not LoggedSearch.objects.exists()


def test_a_flood_of_different_queries_does_not_fill_the_table(asked, monkeypatch):
    monkeypatch.setattr(counting, "MOST_QUERIES", 3)
    assert [searched(asked(), f"query {number}") for number in range(5)] == [True] * 3 + [False] * 2
    assert searched(asked(), "query 1")
    assert LoggedSearch.objects.count() == 3


def test_the_first_search_of_a_query_takes_few_statements_and_the_next_ones_fewer(
    asked, django_assert_max_num_queries
):
    searched(asked())
    most = 8 if connection.vendor == "sqlite" else 6
    with django_assert_max_num_queries(most):
        searched(asked())


# Opened results


def test_an_opened_result_is_counted_with_its_page_and_its_place(asked, blog):
    post = BlogPageFactory(parent=blog)
    searched(asked())
    for position in (1, 4):
        assert record_click(" Fonts", page_id=post.pk, position=position, request=asked())
    row = LoggedSearch.objects.get()
    assert (row.searches, row.opened, row.places) == (1, 2, 5)
    opened = OpenedResult.objects.get()
    assert (opened.page.pk, opened.times, opened.places) == (post.pk, 2, 5)


def test_a_result_opened_after_midnight_belongs_to_the_search_of_the_day_before(asked, blog):
    post = BlogPageFactory(parent=blog)
    searched(asked())
    LoggedSearch.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert record_click("fonts", page_id=post.pk, position=1, request=asked())
    assert OpenedResult.objects.get().search.opened == 1
    LoggedSearch.objects.update(day=timezone.localdate() - timedelta(days=2))
    assert not record_click("fonts", page_id=post.pk, position=1, request=asked())


def test_a_result_of_a_query_nobody_searched_for_is_not_counted(asked, blog):
    assert not record_click("fonts", page_id=BlogPageFactory(parent=blog).pk, position=1, request=asked())
    assert not LoggedSearch.objects.exists()


def test_choosing_a_suggestion_is_a_search_by_itself(asked, blog):
    post = BlogPageFactory(parent=blog)
    assert record_click("fon", page_id=post.pk, position=2, request=asked(), suggested=True)
    row = LoggedSearch.objects.get()
    assert (row.query, row.searches, row.results, row.opened, row.places) == ("fon", 1, None, 1, 2)
    assert OpenedResult.objects.get().page_id == post.pk


@pytest.mark.parametrize("kind", ["password", "login"])
def test_of_a_private_page_only_that_something_was_opened_is_kept(asked, blog, kind):
    post = BlogPageFactory(parent=blog)
    restrict(post, kind)
    searched(asked())
    assert record_click("fonts", page_id=post.pk, position=1, request=asked())
    assert LoggedSearch.objects.get().opened == 1
    assert not OpenedResult.objects.exists()


def test_pages_that_do_not_exist_or_are_elsewhere_are_not_kept(asked, blog):
    searched(asked())
    for page_id in (None, 999_999, Page.get_first_root_node().pk):
        assert record_click("fonts", page_id=page_id, position=1, request=asked())
    assert not OpenedResult.objects.exists()


@pytest.mark.parametrize("position", [0, -1, 1001])
def test_places_nobody_can_have_seen_are_not_believed(asked, position):
    searched(asked())
    assert not record_click("fonts", page_id=None, position=position, request=asked())


# The address browsers tell it to

FORM = "application/x-www-form-urlencoded;charset=UTF-8"


def tell(client, body, **headers) -> int:
    return client.post(
        "/search/clicked/", body, content_type=FORM, headers={"User-Agent": FIREFOX, **headers}
    ).status_code


def test_a_beacon_needs_no_token_and_gets_no_answer(asked, blog, client):
    client.handler.enforce_csrf_checks = True
    post = BlogPageFactory(parent=blog)
    searched(asked(), "größe & co")
    assert tell(client, f"q=gr%C3%B6%C3%9Fe+%26+co&page={post.pk}&position=3&suggested=0") == 204
    assert OpenedResult.objects.get().places == 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"q=fonts",
        b"q=fonts&page=x&position=x",
        b"q=fonts&page=99999999999999999999&position=1e9",
        "q=fonts&page=²&position=²".encode(),
        b"q=fonts%00&page=%00&position=-1",
        b"\xff\xfe=%ff&q=%ff%fe&position=1",
        b"q=" + b"a" * 9000 + b"&position=1",
        b'{"q": "fonts"}',
        b"&".join(b"a%d=1" % number for number in range(900)),
    ],
)
def test_whatever_else_is_sent_changes_nothing(asked, client, body):
    searched(asked())
    assert tell(client, body) == 204
    assert LoggedSearch.objects.get().opened == 0


def test_beacons_of_other_sites_are_not_believed(asked, client):
    searched(asked())
    assert tell(client, "q=fonts&position=1", **{"Sec-Fetch-Site": "cross-site"}) == 204
    assert LoggedSearch.objects.get().opened == 0
    assert tell(client, "q=fonts&position=1", **{"Sec-Fetch-Site": "same-origin"}) == 204
    assert LoggedSearch.objects.get().opened == 1


def test_there_is_nothing_to_read_at_that_address(client):
    assert client.get("/search/clicked/").status_code == 405


def test_a_flood_of_beacons_is_not_counted(asked, client, monkeypatch):
    from search.log import clicked
    from search.log.allowance import Allowance

    monkeypatch.setattr(clicked, "_allowance", Allowance(most=2, per_second=0))
    searched(asked())
    for _ in range(5):
        assert tell(client, "q=fonts&position=1") == 204
    assert LoggedSearch.objects.get().opened == 2
