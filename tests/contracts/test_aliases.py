"""Aliases obey the page they mirror: what hides the source hides every alias of it, at once."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from core.visibility import public_pages
from tests.contracts.scene import body_of
from tests.factories import BlogIndexPageFactory, StandardPageFactory, make_post, restrict

LISTS = ["/", "/news/", "/news/rss.xml", "/search/?q=plumage", "/search/suggest/?q=bird", "/nowhere/"]


@pytest.fixture
def news(home):
    return BlogIndexPageFactory(parent=home, title="News", slug="news")


@pytest.fixture
def mirrored(home, blog, news):
    """A live post of one blog, and its alias in another."""
    home.body = [("posts", {"heading": "", "source": "latest", "count": 5, "posts": []})]
    home.save()
    post = make_post(blog, title="Bird", slug="bird", summary="Fine plumage.", text="<p>Fine plumage.</p>")
    alias = post.create_alias(parent=news)
    return post, alias


def shows_alias(client) -> list[str]:
    return [path for path in LISTS if "/news/bird/" in body_of(client, path)]


def test_an_alias_of_a_public_post_is_listed(mirrored, client):
    assert shows_alias(client) == LISTS


def restrict_source(post):
    restrict(post)


def unpublish_source(post):
    post.unpublish()


def chain_of(page, parent, length: int = 4) -> Page:
    """The last of several aliases, each made of the one before."""
    for number in range(length):
        page = page.create_alias(parent=parent, update_slug=f"alias-{number}")
    return page


@pytest.mark.parametrize("hide", [restrict_source, unpublish_source], ids=lambda hide: hide.__name__)
def test_what_hides_a_post_hides_its_aliases(mirrored, client, hide):
    post, alias = mirrored

    hide(post)

    assert shows_alias(client) == []
    assert not public_pages(Page.objects.filter(pk=alias.pk)).exists()
    assert client.get("/news/bird/").status_code in (302, 404)


def test_restricting_a_blog_hides_the_posts_of_its_alias(home, blog, client):
    make_post(blog, title="Bird", slug="bird", summary="Fine plumage.", text="<p>Fine plumage.</p>")
    blog.create_alias(recursive=True, parent=home, update_slug="news")
    assert "/news/bird/" in body_of(client, "/search/?q=plumage")

    restrict(blog)

    assert client.get("/news/bird/").status_code == 302
    assert shows_alias(client) == []


def test_a_restriction_that_is_lifted_shows_the_aliases_again(mirrored, client):
    post, _alias = mirrored
    restriction = restrict(post)

    restriction.delete()

    assert shows_alias(client) == LISTS


def test_an_alias_made_of_a_restricted_post_is_not_listed(home, blog, news, client):
    post = make_post(blog, "login", title="Bird", slug="bird", text="<p>Fine plumage.</p>")

    post.create_alias(parent=news)

    assert shows_alias(client) == []


def test_pages_below_an_alias_of_a_restricted_page_are_hidden_too(home):
    private = StandardPageFactory(parent=home, title="Members", slug="members")
    alias = private.create_alias(parent=home, update_slug="mirror")
    restrict(private)

    below = StandardPageFactory(parent=Page.objects.get(pk=alias.pk).specific, title="Below", slug="below")

    assert below.get_view_restrictions().exists()
    assert not public_pages(Page.objects.filter(pk=below.pk)).exists()


def test_an_alias_of_an_overdue_post_is_not_listed(mirrored, client):
    post, _alias = mirrored

    post.expire_at = timezone.now() - timedelta(seconds=1)
    post.save_revision().publish()

    assert shows_alias(client) == []


@pytest.mark.parametrize("hide", [restrict_source, unpublish_source], ids=lambda hide: hide.__name__)
def test_what_hides_a_post_hides_aliases_of_its_aliases(home, blog, news, client, hide):
    post = make_post(blog, title="Bird", slug="first", summary="Fine plumage.", text="<p>Fine plumage.</p>")
    last = chain_of(post, news)
    last.slug = "bird"
    last.save()
    assert "/news/bird/" in body_of(client, "/news/")

    hide(post)

    assert shows_alias(client) == []
    assert not public_pages(Page.objects.filter(pk=last.pk)).exists()
    assert client.get("/news/bird/").status_code in (302, 404)
    assert "/news/bird/" not in body_of(client, "/sitemap.xml")
    assert "/news/bird/" not in body_of(client, "/news/archive/")


def test_pages_below_an_alias_of_an_alias_of_a_restricted_page_are_hidden_too(home):
    private = StandardPageFactory(parent=home, title="Members", slug="members")
    alias = chain_of(private, home)
    restrict(private)

    below = StandardPageFactory(parent=Page.objects.get(pk=alias.pk).specific, title="Below", slug="below")

    assert below.get_view_restrictions().exists()
    assert not public_pages(Page.objects.filter(pk=below.pk)).exists()


def test_an_alias_stays_private_when_the_alias_it_was_made_of_goes(home, blog, news):
    post = make_post(blog, "login", title="Bird", slug="bird")
    middle = post.create_alias(parent=news, update_slug="middle")
    last = middle.create_alias(parent=news, update_slug="last")

    middle.delete()

    assert Page.objects.get(pk=last.pk).specific.get_view_restrictions().exists()
    assert not public_pages(Page.objects.filter(pk=last.pk)).exists()
