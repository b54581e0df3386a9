"""The demo magazine, loaded once by its real loader and looked at from many sides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from blog.blocks import PostBody
from blog.models import Author, BlogIndexPage, BlogPage, Category, ListedPost, Series, Tag
from core.models import NavigationSettings, SharedCallout, SiteDocument, SiteImage, SiteSettings
from home.demo import content
from home.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db

POSTS = 22
LISTED = 18


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The demo, in a transaction that is rolled back after this module. Gives what the command said."""
    with django_db_blocker.unblock(), transaction.atomic():
        said = StringIO()
        call_command("load_demo", skip_sizes=True, stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(loaded: str, db: None) -> None:
    """Every test here needs the demo."""


def raw_blocks(value: Any) -> Iterator[dict[str, Any]]:
    """Every stored block of a body, also those inside tabs and steps."""
    if isinstance(value, dict):
        if "type" in value and "value" in value:
            yield value
        for inner in value.values():
            yield from raw_blocks(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from raw_blocks(inner)


def body_of(slug: str) -> list[dict[str, Any]]:
    return list(BlogPage.objects.get(slug=slug).body.get_prep_value())


def pages_with_body() -> list[Any]:
    return [*BlogPage.objects.all(), *StandardPage.objects.all(), *HomePage.objects.all()]


def test_a_whole_magazine_is_there() -> None:
    counts = [model.objects.count() for model in (BlogPage, Author, Tag, Series, BlogIndexPage, StandardPage)]
    assert counts == [POSTS, 4, 12, 2, 1, 2]
    assert BlogIndexPage.objects.get().url == "/blog/"


def test_the_command_says_what_it_did_and_names_the_password(loaded: str) -> None:
    assert f"Loaded {POSTS} posts" in loaded
    assert "contributor-handbook" in loaded
    assert "colophon" in loaded


def test_categories_tags_authors_and_series_are_described() -> None:
    assert all(Tag.objects.values_list("description", flat=True))
    for author in Author.objects.all():
        assert author.job_title
        assert author.bio
        assert author.portrait
        assert len(author.links) >= 2
        assert all(".example.com" in link.value["url"] for link in author.links)
    assert all(Series.objects.values_list("description", flat=True))
    assert all(Category.objects.values_list("description", flat=True))


def test_the_series_have_four_and_three_numbered_parts() -> None:
    parts = {
        series.slug: sorted(post.series_position for post in series.posts.all())
        for series in Series.objects.all()
    }
    assert parts == {"your-first-blog": [1, 2, 3, 4], "setting-text": [1, 2, 3]}


def test_every_category_tag_and_author_has_a_post_that_readers_find() -> None:
    for kind, model in (("category", Category), ("tag", Tag), ("author", Author)):
        used = set(ListedPost.objects.filter(kind=kind).values_list("key", flat=True))
        assert used == set(model.objects.values_list("pk", flat=True))


def test_public_posts_are_listed_and_all_others_are_not() -> None:
    listed = set(ListedPost.objects.filter(kind="all").values_list("post__slug", flat=True))
    assert len(listed) == LISTED
    hidden = {"contributor-handbook", "house-style", "call-for-contributions", "notes-on-tables"}
    assert {post.slug for post in content.posts()} - listed == hidden


def test_one_post_waits_behind_a_password(client: Client) -> None:
    post = BlogPage.objects.get(slug="contributor-handbook")
    assert post.live
    restriction = PageViewRestriction.objects.get(page=post)
    assert (restriction.restriction_type, restriction.password) == (PageViewRestriction.PASSWORD, "colophon")
    assert b"Fees and deadlines" not in client.get(post.url).content


def test_one_post_is_scheduled_for_the_future() -> None:
    post = BlogPage.objects.get(slug="call-for-contributions")
    assert not post.live
    assert post.go_live_at > timezone.now() + timedelta(days=28)
    assert post.scheduled_revision is not None


def test_one_post_is_a_draft_and_one_is_unlisted() -> None:
    draft, unlisted = (BlogPage.objects.get(slug=slug) for slug in ("notes-on-tables", "house-style"))
    assert not draft.live
    assert draft.has_unpublished_changes
    assert draft.go_live_at is None
    assert unlisted.live
    assert unlisted.unlisted


def test_a_few_posts_are_featured() -> None:
    assert 1 <= BlogPage.objects.live().filter(featured=True).count() <= 4


def test_dates_spread_over_years_and_none_of_a_live_post_lies_ahead() -> None:
    posts = list(BlogPage.objects.live().order_by("date"))
    assert posts[-1].date - posts[0].date > timedelta(days=2 * 365)
    assert posts[-1].date <= timezone.now()
    changed = [post for post in posts if post.updated]
    assert len(changed) >= 4
    assert all(post.date < post.updated <= timezone.now() for post in changed)
    assert all(post.first_published_at == post.date for post in posts)


def test_several_posts_have_more_than_one_author_in_order() -> None:
    together = [post for post in BlogPage.objects.all() if len(post.authors) > 1]
    assert len(together) >= 5
    first_blog = BlogPage.objects.get(slug="build-your-first-blog")
    assert [author.slug for author in first_blog.authors] == ["idris-okafor", "maren-holt"]


def test_every_block_is_used_and_every_kind_of_note() -> None:
    blocks = [block for page in pages_with_body() for block in raw_blocks(page.body.get_prep_value())]
    assert {block["type"] for block in blocks} >= set(PostBody().child_blocks)
    assert {block["value"]["kind"] for block in blocks if block["type"] == "admonition"} == {
        "note",
        "tip",
        "info",
        "warning",
        "danger",
    }


def test_every_body_passes_the_checks_editors_get() -> None:
    for page in pages_with_body():
        page.body.stream_block.clean(page.body)
        page.full_clean()


def test_no_block_stands_where_readers_would_not_see_it() -> None:
    for page in pages_with_body():
        stored = page.body.get_prep_value()
        block = page.body.stream_block
        understood = block.get_prep_value(block.to_python(stored))
        kinds = [[one["type"] for one in raw_blocks(body)] for body in (stored, understood)]
        assert kinds[0] == kinds[1], page.slug


def test_comparing_flask_and_django_takes_five_rows_and_six_questions() -> None:
    body = body_of("flask-or-django")
    table = next(block["value"] for block in body if block["type"] == "table")
    assert table["first_column_is_header"] is True
    assert [column["heading"] for column in table["table"]["columns"]] == ["Question", "Flask", "Django"]
    assert len(table["table"]["rows"]) == 5
    assert len(next(block["value"]["items"] for block in body if block["type"] == "faq")) == 6


def test_the_first_blog_is_built_in_steps_with_code_and_tips() -> None:
    post = BlogPage.objects.get(slug="build-your-first-blog")
    assert (post.series.slug, post.series_position) == ("your-first-blog", 1)
    blocks = list(raw_blocks(body_of(post.slug)))
    assert sum(block["type"] == "code" for block in blocks) >= 6
    assert sum(block["type"] == "admonition" and block["value"]["kind"] == "tip" for block in blocks) >= 3
    assert any(block["type"] == "steps" and len(block["value"]["steps"]) >= 6 for block in blocks)


def test_there_is_a_long_essay_and_a_short_note() -> None:
    counts = dict(BlogPage.objects.values_list("slug", "word_count"))
    assert counts["what-a-page-remembers"] > 2000
    assert counts["a-short-note-on-titles"] < 300


def test_every_link_inside_leads_to_a_page_that_readers_may_open() -> None:
    public = set(Page.objects.live().public().values_list("pk", flat=True))
    targets = []
    for page in pages_with_body():
        stored = json.dumps(page.body.get_prep_value())
        targets += [int(key) for key in re.findall(r'linktype=\\"page\\" id=\\"(\d+)\\"', stored)]
        assert not re.search(r"(post|page):[a-z-]+\\?\"", stored), page.slug
        for block in raw_blocks(page.body.get_prep_value()):
            if block["type"] == "button":
                targets.append(block["value"]["page"])
            if block["type"] == "posts":
                targets += [item["value"] for item in block["value"]["posts"]]
    assert len(targets) > 25
    assert set(targets) <= public


def test_notes_below_a_post_and_references_in_it_match() -> None:
    stored = json.dumps(body_of("what-a-page-remembers"))
    notes = next(block["value"]["notes"] for block in json.loads(stored) if block["type"] == "footnotes")
    keys = {note["value"]["key"] for note in notes}
    assert len(keys) == 3
    assert keys == set(re.findall(r"\[\^([a-z-]+)\]", stored))


def test_every_picture_has_a_description_and_a_file() -> None:
    pictures = list(SiteImage.objects.all())
    assert len(pictures) >= 35
    for picture in pictures:
        assert picture.description
        assert picture.title
        assert picture.file.storage.exists(picture.file.name)


def test_most_posts_have_a_cover_and_some_do_not() -> None:
    with_cover = BlogPage.objects.exclude(cover=None).count()
    assert POSTS / 2 < with_cover < POSTS


def test_a_shared_callout_is_shown_in_several_posts() -> None:
    callout = SharedCallout.objects.get(title="Tested with")
    shown = [
        block
        for post in BlogPage.objects.all()
        for block in post.body.get_prep_value()
        if block["type"] == "callout"
    ]
    assert sum(block["value"] == callout.pk for block in shown) >= 4


def test_the_download_is_a_text_file() -> None:
    document = SiteDocument.objects.get()
    with document.file.open("rb") as file:
        assert b"REVIEW CHECKLIST" in file.read()


def test_menus_lead_to_existing_addresses(client: Client) -> None:
    navigation = NavigationSettings.for_site(Site.objects.get())
    links = [entry.value for entry in navigation.header]
    links += [link for column in navigation.footer for link in column.value["links"]]
    assert len(links) >= 10
    for link in links:
        assert link["page"] is None or link["page"].live
        if link["url"] and not link["url"].endswith((".xml", ".json")):
            assert client.get(link["url"]).status_code == 200, link["url"]


def test_the_site_has_a_name_a_logo_and_profiles() -> None:
    settings = SiteSettings.for_site(Site.objects.get())
    assert settings.name == "The Colophon"
    assert settings.logo
    assert settings.default_social_image
    assert len(settings.social_links) == 3


def test_a_post_without_pictures_of_its_own_reads_well(client: Client) -> None:
    html = client.get("/blog/first-paragraphs/").content.decode()
    assert "The first paragraph is a handshake" in html
    assert "Maren Holt" in html
    assert "post:" not in html


def test_loading_again_changes_nothing() -> None:
    before = [model.objects.count() for model in (Page, SiteImage, SiteDocument, SharedCallout, Author, Tag)]
    said = StringIO()
    call_command("load_demo", stdout=said)
    assert "already loaded" in said.getvalue()
    call_command("load_demo", if_empty=True, stdout=said)
    assert before == [
        model.objects.count() for model in (Page, SiteImage, SiteDocument, SharedCallout, Author, Tag)
    ]
