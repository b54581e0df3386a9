"""The list of posts: its columns, its filters, and what it costs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from blog.models import BlogPage
from tests.factories import (
    AuthorFactory,
    BlogPageFactory,
    CategoryFactory,
    SeriesFactory,
    SiteImageFactory,
    TagFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def listing(client, blog, **query):
    return client.get(reverse("wagtailadmin_explore_results", args=[blog.pk]), query)


def titles(client, blog, **query) -> list[str]:
    return [page.title for page in listing(client, blog, **query).context["object_list"]]


def test_columns_show_cover_authors_date_tags_series_and_places(editor, blog):
    BlogPageFactory(
        parent=blog,
        title="Tea",
        cover=SiteImageFactory(),
        authors=[AuthorFactory(name="Ada Fern"), AuthorFactory(name="Bo Ash")],
        tags=[TagFactory(name="leaves"), TagFactory(name="cups")],
        series=SeriesFactory(title="Hot drinks"),
        series_position=2,
        featured=True,
        unlisted=True,
    )
    page = editor.get(reverse("wagtailadmin_explore", args=[blog.pk])).content.decode()
    for text in ("Ada Fern, Bo Ash", "cups, leaves", "Hot drinks, 2", "featured", "unlisted", "fill-96x64"):
        assert text in page


def test_a_post_whose_cover_lost_its_file_is_still_listed(editor, blog):
    image = SiteImageFactory()
    BlogPageFactory(parent=blog, title="Tea", cover=image)
    image.file.delete(save=False)
    assert titles(editor, blog) == ["Tea"]


def test_the_newest_post_comes_first(editor, blog):
    for day in (3, 9, 6):
        BlogPageFactory(parent=blog, title=f"Day {day}", date=datetime(2026, 11, day, tzinfo=UTC))
    assert titles(editor, blog) == ["Day 9", "Day 6", "Day 3"]
    assert titles(editor, blog, ordering="date") == ["Day 3", "Day 6", "Day 9"]


@pytest.fixture
def shelf(blog):
    """Five posts that differ in everything one can filter by."""
    ada, bo = AuthorFactory(name="Ada"), AuthorFactory(name="Bo")
    tea, cups = TagFactory(name="Tea"), TagFactory(name="Cups")
    series = SeriesFactory()
    drinks = CategoryFactory(name="Drinks")
    common = {"parent": blog, "date": datetime(2026, 10, 5, 12, tzinfo=UTC)}
    BlogPageFactory(title="One", authors=[ada], categories=[drinks], tags=[tea], **common)
    BlogPageFactory(title="Two", authors=[ada, bo], tags=[tea, cups], **common)
    BlogPageFactory(title="Three", series=series, featured=True, **{**common, "date": timezone.now()})
    BlogPageFactory(title="Four", live=False, unlisted=True, **common)
    BlogPageFactory(title="Five", live=False, expired=True, **common)
    return {"ada": ada, "bo": bo, "tea": tea, "cups": cups, "drinks": drinks, "series": series}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"author": "ada"}, {"One", "Two"}),
        ({"author": "bo"}, {"Two"}),
        ({"category": "drinks"}, {"One"}),
        ({"tag": "tea"}, {"One", "Two"}),
        ({"tag": "cups", "author": "ada"}, {"Two"}),
        ({"series": "series"}, {"Three"}),
        ({"status": "=live"}, {"One", "Two", "Three"}),
        ({"status": "=draft"}, {"Four"}),
        ({"status": "=expired"}, {"Five"}),
        ({"status": "=scheduled"}, set()),
        ({"place": "=featured"}, {"Three"}),
        ({"place": "=unlisted"}, {"Four"}),
        ({"date_from": "=2026-10-05", "date_to": "=2026-10-05"}, {"One", "Two", "Four", "Five"}),
        ({"date_to": "=2026-10-04"}, set()),
        ({"q": "=Tw", "tag": "tea"}, {"Two"}),
    ],
)
def test_filters_find_the_posts_they_name(editor, blog, shelf, query, expected):
    values = {name: value[1:] if value.startswith("=") else shelf[value].pk for name, value in query.items()}
    assert set(titles(editor, blog, **values)) == expected


def test_posts_with_changes_waiting_scheduled_and_in_review_are_found(editor, blog, make_post):
    changed, scheduled, reviewed = (
        make_post(title="Changed"),
        make_post("scheduled", title="Later"),
        make_post("draft"),
    )
    changed.title = "Changed again"
    changed.save_revision()
    Workflow.objects.get().start(reviewed, UserFactory())
    assert titles(editor, blog, status="changed") == ["Changed"]
    assert titles(editor, blog, status="scheduled") == [scheduled.title]
    assert titles(editor, blog, status="review") == [reviewed.title]


def test_an_unknown_filter_value_is_no_error(editor, blog):
    assert listing(editor, blog, status="nonsense", author="x", date_from="never").status_code == 200


def make_posts(blog, count):
    ada, tag, series = AuthorFactory(), TagFactory(), SeriesFactory()
    cover = SiteImageFactory()
    for number in range(count):
        post = BlogPageFactory(
            parent=blog,
            authors=[ada],
            tags=[tag],
            series=series,
            cover=cover,
            date=timezone.now() - timedelta(number),
        )
        post.save_revision()


def test_the_list_costs_the_same_however_many_posts_there_are(editor, blog):
    def cost() -> int:
        listing(editor, blog)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            listing(editor, blog)
        return len(queries)

    make_posts(blog, 3)
    few = cost()
    make_posts(blog, 30)
    assert BlogPage.objects.count() == 33
    assert cost() == few
