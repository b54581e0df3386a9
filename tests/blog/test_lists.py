"""What the blog's lists answer at each address."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from blog.listing_store import rebuild, sizes
from blog.models import ListedCount, ListedPost, Tag
from tests.factories import AuthorFactory, BlogIndexPageFactory, BlogPageFactory, SeriesFactory, TagFactory


def day(year, month, number=1):
    return datetime(year, month, number, 12, tzinfo=UTC)


@pytest.fixture
def three_pages(blog):
    blog.posts_per_page = 2
    blog.save()
    return [
        BlogPageFactory(parent=blog, title=f"Post {n}", date=day(2025, n), tags=["Django"])
        for n in range(1, 6)
    ]


def titles(response):
    return [post.title for post in response.context["listing"].posts]


def test_posts_are_listed_newest_first_over_pages(client, three_pages):
    assert titles(client.get("/blog/")) == ["Post 5", "Post 4"]
    assert titles(client.get("/blog/page/2/")) == ["Post 3", "Post 2"]
    assert titles(client.get("/blog/page/3/")) == ["Post 1"]


@pytest.mark.parametrize(
    ("path", "mark"), [("/blog/", "page"), ("/blog/page/2/", "true"), ("/blog/tags/", None)]
)
def test_the_way_to_all_posts_is_marked_on_each_of_their_pages(client, three_pages, path, mark):
    ways = client.get(path).content.decode().partition('class="blog-nav"')[2].partition("</nav>")[0]
    assert re.findall(r'<a href="/blog/"(?: aria-current="(\w+)")?>', ways) == [mark or ""]


def test_every_page_of_a_long_list_holds_its_own_posts(client, three_pages):
    shown = [titles(client.get(f"/blog/page/{number}/", follow=True)) for number in (1, 2, 3)]
    assert [title for page in shown for title in page] == [f"Post {n}" for n in (5, 4, 3, 2, 1)]


def test_an_expired_post_is_neither_listed_nor_counted(client, three_pages):
    tag = Tag.objects.get(name="Django")
    post = three_pages[4]
    post.expire_at = timezone.now() - timedelta(seconds=1)
    post.save()
    page = client.get("/blog/tags/django/")
    assert (page.context["listing"].total, titles(page)) == (4, ["Post 4", "Post 3"])
    assert [entry.count for entry in client.get("/blog/tags/").context["entries"]] == [4]
    assert client.get("/blog/2025/").context["listing"].total == 4
    assert client.get("/blog/2025/05/").status_code == 404
    assert sizes("tag", post.get_parent().pk) == {tag.pk: 4}


@pytest.mark.parametrize("path", ["/blog/page/1/", "/blog/page/01/", "/blog/page/02/"])
def test_a_page_has_one_address(client, three_pages, path):
    response = client.get(path)
    assert response.status_code == 301
    assert response["Location"] == ("/blog/page/2/" if "2" in path else "/blog/")


@pytest.mark.parametrize("number", ["0", "4", "-1", "abc", "1e3", "٢", "99999999999999999999"])
def test_a_page_that_does_not_exist_is_not_found(client, three_pages, number):
    assert client.get(f"/blog/page/{number}/").status_code == 404
    assert client.get(f"/blog/tags/django/page/{number}/").status_code == 404


@pytest.mark.parametrize(("writers", "named"), [(1, 1), (4, 4), (5, 3), (9, 3)])
def test_a_list_names_a_few_of_many_writers_and_counts_the_others(client, make_post, writers, named):
    make_post(title="Release", authors=[AuthorFactory(name=f"Ada {n}") for n in range(writers)])
    card = client.get("/blog/").content.decode().partition(">Release</a>")[2].partition("</article>")[0]
    assert [f"Ada {n}" in card for n in range(writers)] == [n < named for n in range(writers)]
    assert (f"and {writers - named} more" in card) == (named < writers)


def test_an_empty_blog_has_a_first_page(client, blog):
    assert client.get("/blog/").status_code == 200


def test_a_tag_page_says_how_many_posts_it_has(client, make_post):
    tag = TagFactory(name="Django", slug="django", description="A framework.")
    make_post(tags=[tag])
    page = client.get("/blog/tags/django/")
    assert page.context["listing"].heading == "1 post tagged with “Django”"
    assert "A framework." in page.content.decode()
    make_post(tags=[tag])
    assert client.get("/blog/tags/django/").context["listing"].heading == "2 posts tagged with “Django”"


def test_a_tag_without_public_posts_is_not_found(client, make_post):
    TagFactory(slug="unused")
    make_post("draft", tags=[TagFactory(slug="secret")])
    assert client.get("/blog/tags/unused/").status_code == 404
    assert client.get("/blog/tags/secret/").status_code == 404


def test_a_series_is_listed_in_its_own_order(client, make_post):
    series = SeriesFactory(slug="course")
    make_post(title="Second", series=series, series_position=2, date=day(2024, 1))
    make_post(title="First", series=series, series_position=1, date=day(2024, 2))
    make_post(title="Unnumbered", series=series, date=day(2023, 1))
    assert titles(client.get("/blog/series/course/")) == ["First", "Second", "Unnumbered"]


def test_the_last_parts_of_a_long_series_go_on_counting(client, blog, make_post):
    blog.posts_per_page = 2
    blog.save()
    series = SeriesFactory(slug="course")
    for number in range(1, 6):
        make_post(title=f"Part {number}", series=series, series_position=number)
    for page, start, parts in ((2, 3, [3, 4]), (3, 5, [5])):
        html = client.get(f"/blog/series/course/page/{page}/").content.decode()
        assert re.findall(r'<ol[^>]* start="(\d+)"', html) == [str(start)]
        found = json.loads(re.search(r'\{[^<]*"CreativeWorkSeries"[^<]*"hasPart"[^<]*', html)[0])
        assert [part["position"] for part in found["hasPart"]] == parts


def test_the_address_of_a_page_does_not_tell_that_a_hidden_list_exists(client, make_post):
    secret = {"tags": [TagFactory(slug="secret")], "authors": [AuthorFactory(slug="spy")]}
    make_post("draft", series=SeriesFactory(slug="plot"), **secret)
    for path in ("tags/secret", "authors/spy", "series/plot", "tags/nothing"):
        for number in ("1", "01", "02"):
            assert client.get(f"/blog/{path}/page/{number}/").status_code == 404, (path, number)


def test_the_last_year_there_is_can_be_read(client, make_post):
    make_post(title="Someday", date=day(9999, 6))
    assert titles(client.get("/blog/9999/")) == ["Someday"]


def test_the_first_year_there_is_can_be_read_east_of_greenwich(client, make_post, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    make_post(title="Of old", date=day(1, 6))
    assert titles(client.get("/blog/0001/")) == ["Of old"]


def test_nothing_is_headed_latest_where_all_posts_are_featured(client, make_post):
    make_post(title="Only", featured=True)
    page = client.get("/blog/").content.decode()
    assert page.count(">Only</a>") == 1
    assert 'id="latest"' not in page


def test_years_and_months_hold_the_posts_dated_in_them(client, make_post):
    make_post(title="December", date=datetime(2024, 12, 31, 23, 59, tzinfo=UTC))
    make_post(title="January", date=datetime(2025, 1, 1, 0, 0, tzinfo=UTC))
    assert titles(client.get("/blog/2024/")) == ["December"]
    assert titles(client.get("/blog/2024/12/")) == ["December"]
    assert titles(client.get("/blog/2025/01/")) == ["January"]
    archive = client.get("/blog/archive/").context["years"]
    assert [(year.year, year.count) for year in archive] == [(2025, 1), (2024, 1)]


@pytest.mark.parametrize("path", ["2024/13/", "2024/00/", "2024/1/", "2023/", "0000/", "2024/11/"])
def test_a_month_that_does_not_exist_or_has_no_posts_is_not_found(client, make_post, path):
    make_post(date=day(2024, 12))
    assert client.get(f"/blog/{path}").status_code == 404


def test_overviews_name_only_what_has_posts(client, make_post):
    author, tag, series = AuthorFactory(), TagFactory(name="Ångström"), SeriesFactory()
    AuthorFactory(), TagFactory(), SeriesFactory()
    make_post(authors=[author], tags=[tag, TagFactory(name="42")], series=series)
    groups = client.get("/blog/tags/").context["groups"]
    assert [(letter, [entry.subject.name for entry in entries]) for letter, entries in groups] == [
        ("Å", ["Ångström"]),
        ("#", ["42"]),
    ]
    for section, subject in (("authors", author), ("series", series)):
        entries = client.get(f"/blog/{section}/").context["entries"]
        assert [(entry.subject, entry.count) for entry in entries] == [(subject, 1)]


def test_featured_posts_stand_on_the_first_page_only(client, three_pages):
    three_pages[0].featured = True
    three_pages[0].save()
    assert [post.title for post in client.get("/blog/").context["featured_posts"]] == ["Post 1"]
    assert client.get("/blog/page/2/").context["featured_posts"] == []


def test_two_blogs_keep_their_lists_apart(client, home, make_post):
    tag = TagFactory(slug="shared")
    make_post(title="Here", tags=[tag])
    other = BlogIndexPageFactory(parent=home, title="Other", slug="other")
    BlogPageFactory(parent=other, title="There", tags=[tag])
    assert titles(client.get("/blog/tags/shared/")) == ["Here"]
    assert titles(client.get("/other/tags/shared/")) == ["There"]
    assert titles(client.get("/other/")) == ["There"]


def test_a_post_moved_to_another_blog_changes_lists(client, home, make_post):
    post = make_post(title="Wanderer")
    other = BlogIndexPageFactory(parent=home, title="Other", slug="other")
    post.move(other, pos="last-child")
    assert titles(client.get("/blog/")) == []
    assert titles(client.get("/other/")) == ["Wanderer"]


def test_a_blog_that_moves_leaves_a_redirect_for_its_lists(
    client, blog, make_post, django_capture_on_commit_callbacks
):
    post = make_post(tags=[TagFactory(slug="django")])
    with django_capture_on_commit_callbacks(execute=True):
        blog.slug = "journal"
        blog.save_revision().publish()
    for path in (
        f"/blog/{post.slug}/",
        "/blog/tags/django/",
        "/blog/tags/",
        "/blog/rss.xml",
        "/blog/archive/",
    ):
        response = client.get(path)
        assert response.status_code == 301, path
        assert response["Location"] == path.replace("/blog/", "/journal/")


def stored():
    rows = ListedPost.objects.order_by("post_id", "kind", "key").values_list(
        "post_id", "kind", "key", "position"
    )
    return list(rows), list(
        ListedCount.objects.order_by("blog_id", "kind", "key").values_list("kind", "key", "count")
    )


def test_rebuilding_the_lists_changes_nothing_when_they_are_right(make_post, three_pages):
    make_post("draft", tags=["Django"])
    make_post(series=SeriesFactory(), authors=[AuthorFactory()], featured=True)
    before = stored()
    rebuild()
    assert stored() == before


def test_a_command_rebuilds_the_lists_for_another_time_zone(client, make_post, settings, capsys):
    make_post(date=datetime(2026, 10, 31, 20, tzinfo=UTC))
    settings.TIME_ZONE = "Asia/Tokyo"
    call_command("rebuild_lists")
    assert client.get("/blog/2026/10/").status_code == 404
    assert client.get("/blog/2026/11/").status_code == 200
    assert capsys.readouterr().out == "2 places in lists.\n"


def test_deleting_a_post_or_a_tag_leaves_no_trace_in_lists(make_post):
    tag = TagFactory()
    doomed, kept = make_post(tags=[tag]), make_post(tags=[tag])
    doomed.delete()
    assert ListedCount.objects.get(kind="tag", key=tag.pk).count == 1
    tag.delete()
    assert not ListedCount.objects.filter(kind="tag").exists()
    assert set(ListedPost.objects.values_list("post_id", flat=True)) == {kept.pk}


def test_the_month_of_a_post_does_not_depend_on_the_editors_time_zone(client, make_post):
    with timezone.override("Asia/Tokyo"):
        make_post(date=datetime(2026, 10, 31, 20, tzinfo=UTC))
    assert client.get("/blog/2026/10/").status_code == 200
    assert client.get("/blog/2026/11/").status_code == 404


def test_tags_without_letters_have_addresses_too(client, make_post):
    make_post(tags=["🎉", "++", "东京"])
    slugs = dict(Tag.objects.values_list("name", "slug"))
    assert sorted([slugs["🎉"], slugs["++"]]) == ["tag", "tag_1"]
    assert slugs["东京"] == "东京"
    assert [client.get(f"/blog/tags/{slug}/").status_code for slug in slugs.values()] == [200] * 3


def test_a_tags_page_leads_to_all_tags(client, make_post):
    make_post(tags=[TagFactory(slug="django")])
    assert '<a href="/blog/tags/">View all tags</a>' in client.get("/blog/tags/django/").content.decode()
