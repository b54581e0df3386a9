"""What machines read in the head of lists, overviews and the front page."""

from __future__ import annotations

import pytest

from tests.blog.heads.page_head import HOST, canonical, data, is_noindex, relation, trail
from tests.factories import TagFactory

pytestmark = pytest.mark.django_db


def test_breadcrumbs_lead_from_the_front_page_down(head, post):
    assert trail(head("/blog/ships/"))[1:] == [("Blog", "/blog/"), ("Ships", "/blog/ships/")]
    assert trail(head("/blog/tags/sea/"))[1:] == [
        ("Blog", "/blog/"),
        ("Tags", "/blog/tags/"),
        ("Sea", "/blog/tags/sea/"),
    ]
    assert trail(head("/blog/2026/03/"))[2:] == [
        ("Archive", "/blog/archive/"),
        ("2026", "/blog/2026/"),
        ("March", "/blog/2026/03/"),
    ]
    assert trail(head("/blog/authors/"))[-1] == ("Authors", "/blog/authors/")


def test_pages_of_a_list_have_their_own_address_and_know_their_neighbours(head, blog, make_post):
    blog.posts_per_page = 1
    blog.save()
    tag = TagFactory(name="Sea", slug="sea")
    for number in range(3):
        make_post(title=f"Post {number}", tags=[tag])
    for base in ("/blog/", "/blog/tags/sea/"):
        first, second, third = head(base), head(f"{base}page/2/"), head(f"{base}page/3/")
        assert canonical(first) == f"{HOST}{base}"
        assert canonical(second) == f"{HOST}{base}page/2/"
        assert (relation(first, "prev"), relation(first, "next")) == (None, f"{HOST}{base}page/2/")
        assert relation(second, "prev") == f"{HOST}{base}"
        assert relation(second, "next") == f"{HOST}{base}page/3/"
        assert relation(third, "next") is None
        assert "page 2" in second.title.string
        assert not is_noindex(second)
        assert trail(second)[-1] == ("Page 2", f"{base}page/2/")


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("/blog/", None),
        ("/blog/ships/", None),
        ("/blog/tags/", None),
        ("/blog/tags/sea/", "/blog/tags/sea/"),
        ("/blog/authors/ada/", "/blog/authors/ada/"),
        ("/blog/series/voyage/", "/blog/series/voyage/"),
    ],
)
def test_readers_software_finds_the_feeds(client, head, post, path, own):
    links = head(path).select('head link[rel="alternate"]')
    found = [(link["type"], link["href"].removeprefix(HOST)) for link in links]
    expected = [
        (f"application/{kind}", f"{base}{file}")
        for base in ([own] if own else []) + ["/blog/"]
        for kind, file in (("rss+xml", "rss.xml"), ("atom+xml", "atom.xml"), ("feed+json", "feed.json"))
    ]
    assert found == expected
    for _kind, address in found:
        assert client.get(address).status_code == 200


def test_a_blog_lists_its_posts(head, post):
    found = data(head("/blog/"), "Blog")
    assert [each["headline"] for each in found["blogPost"]] == ["Ships", "Part one"]
    assert found["blogPost"][0]["author"][0] == {"@type": "Person", "name": "Ada Byron"}
    assert found["publisher"]["name"] == "Colophon"


def test_an_author_page_is_a_profile(head, post):
    found = data(head("/blog/authors/ada/"), "ProfilePage")
    assert found["mainEntity"]["@type"] == "Person"
    assert found["mainEntity"]["@id"] == data(head("/blog/ships/"), "BlogPosting")["author"][0]["@id"]


def test_a_series_page_lists_its_parts_in_order(head, post):
    found = data(head("/blog/series/voyage/"), "CreativeWorkSeries")
    assert [(part["position"], part["headline"]) for part in found["hasPart"]] == [
        (1, "Part one"),
        (2, "Ships"),
    ]
    assert data(head("/blog/series/voyage/"), "CollectionPage")


@pytest.mark.parametrize(
    ("path", "title"),
    [("tags", "Tags"), ("authors", "Authors"), ("series", "Series"), ("archive", "Archive")],
)
def test_overviews_are_collections_with_their_own_address(head, post, path, title):
    page = head(f"/blog/{path}/")
    assert page.title.string == f"{title} · Colophon"
    assert canonical(page) == f"{HOST}/blog/{path}/"
    assert data(page, "CollectionPage")["isPartOf"]["name"] == "Blog"
    assert page.select_one('meta[name="description"]')["content"]


def test_the_front_page_says_where_the_search_is(head, home, site_settings):
    site_settings.description = "A site about words."
    site_settings.social_links = [("profile", {"platform": "github", "url": "https://github.com/colophon"})]
    site_settings.save()
    page = head("/")
    found = data(page, "WebSite")
    assert found["url"] == f"{HOST}/"
    assert found["potentialAction"]["target"]["urlTemplate"] == f"{HOST}/search/?q={{search_term_string}}"
    assert found["publisher"]["sameAs"] == ["https://github.com/colophon"]
    assert canonical(page) == f"{HOST}/"
    assert page.title.string == "Colophon"
    assert page.select_one('meta[name="description"]')["content"] == "A site about words."
    assert "BreadcrumbList" not in str(page)


def test_a_plain_page_has_a_head_too(head, home):
    from tests.factories import StandardPageFactory

    about = StandardPageFactory(parent=home, title="About", slug="about", summary="Who we are.")
    StandardPageFactory(parent=about, title="Team", slug="team", body=[("paragraph", "<p>All of us.</p>")])
    page = head("/about/")
    assert canonical(page) == f"{HOST}/about/"
    assert data(page, "WebPage")["description"] == "Who we are."
    team = head("/about/team/")
    assert trail(team)[1:] == [("About", "/about/"), ("Team", "/about/team/")]
    assert team.select_one('meta[name="description"]')["content"] == "All of us."
