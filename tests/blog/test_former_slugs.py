"""A renamed category, tag, author or series is found at its old address."""

import pytest

from blog.models import Tag
from tests.factories import AuthorFactory, CategoryFactory, SeriesFactory, TagFactory

KINDS = [
    ("categories", CategoryFactory),
    ("tags", TagFactory),
    ("authors", AuthorFactory),
    ("series", SeriesFactory),
]


def post_of(make_post, section, subject):
    return make_post(**{section: subject if section == "series" else [subject]})


def rename(subject, slug):
    subject.slug = slug
    subject.save()


@pytest.mark.parametrize(("section", "factory"), KINDS)
@pytest.mark.parametrize("rest", ["", "rss.xml", "atom.xml", "feed.json", "page/2/"])
def test_the_old_address_leads_to_the_new_one(client, make_post, section, factory, rest):
    subject = factory(slug="old")
    post_of(make_post, section, subject)
    rename(subject, "new")
    response = client.get(f"/blog/{section}/old/{rest}")
    assert response.status_code == 301
    assert response["Location"] == f"/blog/{section}/new/{rest}"


def test_an_address_renamed_twice_leads_to_the_last_one_at_once(client, make_post):
    tag = TagFactory(slug="one")
    make_post(tags=[tag])
    rename(tag, "two")
    rename(tag, "three")
    assert client.get("/blog/tags/one/")["Location"] == "/blog/tags/three/"


def test_what_has_a_slug_now_wins_over_what_had_it_before(client, make_post):
    first = TagFactory(slug="python")
    make_post(tags=[first])
    rename(first, "python-2")
    second = TagFactory(slug="python")
    make_post(tags=[second])
    assert client.get("/blog/tags/python/").context["listing"].subject == second


def test_renaming_back_needs_no_redirect(client, make_post):
    tag = TagFactory(slug="here")
    make_post(tags=[tag])
    rename(tag, "there")
    rename(tag, "here")
    assert client.get("/blog/tags/here/").status_code == 200
    assert client.get("/blog/tags/there/")["Location"] == "/blog/tags/here/"


def test_the_new_name_of_a_tag_without_public_posts_stays_secret(client, make_post):
    tag = TagFactory(slug="plan")
    make_post("draft", tags=[tag])
    rename(tag, "secret-plan")
    assert client.get("/blog/tags/plan/").status_code == 404


def test_a_deleted_tag_is_gone_at_both_addresses(client, make_post):
    tag = TagFactory(slug="old")
    make_post(tags=[tag])
    rename(tag, "new")
    Tag.objects.get(slug="new").delete()
    assert client.get("/blog/tags/old/").status_code == 404
    assert client.get("/blog/tags/new/").status_code == 404


def test_a_new_name_shows_everywhere_at_once(client, make_post):
    author, tag = AuthorFactory(name="Ada Before"), TagFactory(name="Before", description="")
    post = make_post(authors=[author], tags=[tag])
    author.name, tag.name = "Ada After", "After"
    author.save(), tag.save()
    for path in (post.url, "/blog/", "/blog/tags/", "/blog/authors/"):
        text = client.get(path).content.decode()
        assert "Before" not in text, path
