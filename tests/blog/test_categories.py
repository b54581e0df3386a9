"""Categories: the parts a blog is divided into, apart from tags."""

from __future__ import annotations

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from blog.listing_store import sizes
from blog.models import Category, ListedPost, PostCategory
from blog.routes import is_reserved_slug
from tests.factories import BlogPageFactory, CategoryFactory, TagFactory


def titles(client, slug):
    response = client.get(f"/blog/categories/{slug}/")
    return sorted(post.title for post in response.context["listing"].posts) if response.context else None


@pytest.fixture
def family(db):
    """A category in a category in a category."""
    large = CategoryFactory(name="Travel", slug="travel")
    middle = CategoryFactory(name="Europe", slug="europe", parent=large)
    return large, middle, CategoryFactory(name="Lisbon", slug="lisbon", parent=middle)


@pytest.fixture
def places(family, make_post):
    """A post in each of the three."""
    for category in family:
        make_post(title=f"In {category.name}", categories=[category])
    return family


def test_a_list_holds_the_posts_of_the_categories_below_as_well(client, places):
    assert titles(client, "travel") == ["In Europe", "In Lisbon", "In Travel"]
    assert titles(client, "europe") == ["In Europe", "In Lisbon"]
    assert titles(client, "lisbon") == ["In Lisbon"]


def test_a_post_in_a_category_and_in_one_above_is_listed_once(client, family, make_post):
    make_post(title="Both", categories=[family[2], family[0]])
    assert titles(client, "travel") == ["Both"]


def test_a_category_and_a_tag_of_one_name_are_two_things(client, make_post):
    make_post(title="Filed", categories=[CategoryFactory(name="News", slug="news")])
    make_post(title="Tagged", tags=[TagFactory(name="News", slug="news")])
    assert titles(client, "news") == ["Filed"]
    assert [post.title for post in client.get("/blog/tags/news/").context["listing"].posts] == ["Tagged"]


def test_a_category_that_moves_takes_its_posts_along(client, places):
    europe = places[1]
    europe.parent = CategoryFactory(name="Places", slug="places")
    europe.save()
    assert titles(client, "travel") == ["In Travel"]
    assert titles(client, "places") == ["In Europe", "In Lisbon"]


def test_what_was_below_a_deleted_category_goes_up_one(client, places):
    europe = places[1]
    europe.delete()
    assert Category.objects.get(slug="lisbon").parent == places[0]
    assert titles(client, "travel") == ["In Lisbon", "In Travel"]
    assert client.get("/blog/categories/europe/").status_code == 404


def test_counts_are_right_after_all_that_and_rebuilding_changes_nothing(blog, places):
    large, middle, small = places
    middle.delete()
    expected = {large.pk: 2, small.pk: 1}
    assert sizes("category", blog.pk) == expected
    rows = set(ListedPost.objects.values_list("post_id", "kind", "key"))
    call_command("rebuild_lists", verbosity=0)
    assert sizes("category", blog.pk) == expected
    assert set(ListedPost.objects.values_list("post_id", "kind", "key")) == rows


def test_no_category_is_part_of_itself_or_of_one_below_it(family):
    large, _middle, small = family
    for parent in (large, small):
        large.parent = parent
        with pytest.raises(ValidationError, match="part of itself"):
            large.full_clean()


def test_a_circle_that_came_in_by_the_back_door_does_no_harm(client, family, make_post):
    large, _middle, small = family
    Category.objects.filter(pk=large.pk).update(parent=small)
    make_post(title="Round", categories=[small])
    assert titles(client, "travel") == titles(client, "lisbon") == ["Round"]
    assert client.get("/blog/categories/").status_code == 200


def test_the_overview_nests_categories_and_counts_what_is_below(client, places):
    CategoryFactory(name="Empty")
    (top,) = client.get("/blog/categories/").context["tree"]
    (below,) = top.children
    assert [(top.subject.name, top.count), (below.subject.name, below.count)] == [
        ("Travel", 3),
        ("Europe", 2),
    ]
    assert [(leaf.subject.name, leaf.count) for leaf in below.children] == [("Lisbon", 1)]
    text = client.get("/blog/categories/").content.decode()
    assert "Empty" not in text
    assert text.index("Travel") < text.index("Europe") < text.index("Lisbon")


def test_a_blog_without_categories_does_not_offer_their_overview(client, make_post):
    make_post(title="Plain")
    assert "/blog/categories/" not in client.get("/blog/").content.decode()
    make_post(title="Filed", categories=[CategoryFactory()])
    assert 'href="/blog/categories/"' in client.get("/blog/").content.decode()


def test_breadcrumbs_lead_down_through_the_larger_ones(client, places):
    crumbs = client.get("/blog/categories/lisbon/").context["meta"].breadcrumbs
    assert [label for label, _url in crumbs][-4:] == ["Categories", "Travel", "Europe", "Lisbon"]


def test_a_category_has_further_pages_and_feeds(client, blog, family):
    blog.posts_per_page = 1
    blog.save()
    for number in range(2):
        BlogPageFactory(parent=blog, title=f"Trip {number}", categories=[family[2]])
    assert len(client.get("/blog/categories/travel/page/2/").context["listing"].posts) == 1
    for feed in ("rss.xml", "atom.xml", "feed.json"):
        text = client.get(f"/blog/categories/travel/{feed}").content.decode()
        assert "Trip 0" in text
        assert "Trip 1" in text
        assert "Lisbon" in text


def test_a_feed_names_categories_before_tags_each_once(client, make_post):
    make_post(
        categories=[CategoryFactory(name="Notes"), CategoryFactory(name="Tea")],
        tags=[TagFactory(name="Tea"), TagFactory(name="Cups")],
    )
    (item,) = json.loads(client.get("/blog/feed.json").content)["items"]
    assert item["tags"] == ["Notes", "Tea", "Cups"]


def test_a_post_links_its_categories_and_says_them_in_its_head(client, family, make_post):
    post = make_post(title="Trams", categories=[family[2], CategoryFactory(name="Rails", slug="rails")])
    response = client.get(post.url)
    text = response.content.decode()
    for slug, name in (("lisbon", "Lisbon"), ("rails", "Rails")):
        assert f'href="/blog/categories/{slug}/" rel="category tag">{name}</a>' in text
    assert '<meta property="article:section" content="Lisbon">' in text
    (posting,) = [item for item in response.context["meta"].schema if item["@type"] == "BlogPosting"]
    assert posting["articleSection"] == ["Lisbon", "Rails"]


def test_a_draft_is_previewed_with_its_own_categories(family, make_post, rf, home):
    post = make_post(categories=[family[0]])
    post.post_categories = [PostCategory(category=family[2])]
    draft = post.save_revision().as_object()
    text = draft.make_preview_request().render().content.decode()
    assert ">Lisbon</a>" in text
    assert ">Travel</a>" not in text


def test_a_draft_that_names_a_deleted_category_is_published_without_it(client, family, make_post):
    post = make_post(categories=[family[0], family[2]])
    revision = post.save_revision()
    family[0].delete()
    revision.publish()
    assert [category.slug for category in type(post).objects.get().categories] == ["lisbon"]


def test_no_post_may_stand_where_the_overview_does():
    assert is_reserved_slug("categories")
