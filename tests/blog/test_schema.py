"""What machines read in the head of a blog's pages, taken from the pages themselves."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from core.models import SiteSettings
from tests.factories import AuthorFactory, SeriesFactory, SiteImageFactory, TagFactory, restrict

HOST = "http://testserver"
pytestmark = pytest.mark.django_db


@pytest.fixture
def head(client):
    """The parsed page at a path."""

    def read(path):
        response = client.get(path)
        assert response.status_code == 200, path
        return BeautifulSoup(response.content, "html.parser")

    return read


def canonical(page):
    (link,) = page.select('link[rel="canonical"]')
    return link["href"]


def relation(page, name):
    found = page.select(f'link[rel="{name}"]')
    return found[0]["href"] if found else None


def prop(page, name):
    return [tag["content"] for tag in page.select(f'meta[property="{name}"]')]


def is_noindex(page):
    return "noindex" in page.select_one('meta[name="robots"]')["content"]


def data(page, kind):
    """The one structured datum of a type."""
    found = [json.loads(script.string) for script in page.select('script[type="application/ld+json"]')]
    assert all(each["@context"] == "https://schema.org" for each in found)
    (one,) = [each for each in found if each["@type"] == kind]
    return one


def trail(page):
    items = data(page, "BreadcrumbList")["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    return [(item["name"], item["item"].removeprefix(HOST)) for item in items]


@pytest.fixture
def site_settings(home):
    from wagtail.models import Site

    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


@pytest.fixture
def post(make_post):
    """The second part of a series, with two authors."""
    series = SeriesFactory(title="Voyage", slug="voyage")
    make_post(title="Part one", series=series, series_position=1, date=datetime(2026, 3, 1, 9, tzinfo=UTC))
    ada = AuthorFactory(
        name="Ada Byron",
        slug="ada",
        job_title="Captain",
        portrait=SiteImageFactory(file__width=300, file__height=300),
        links=[
            ("profile", {"platform": "github", "url": "https://github.com/ada"}),
            ("profile", {"platform": "email", "url": "mailto:ada@example.org"}),
        ],
    )
    return make_post(
        title="Ships",
        slug="ships",
        summary="On ships.",
        date=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        cover=SiteImageFactory(file__width=1600, file__height=900),
        cover_alt="A ship",
        series=series,
        series_position=2,
        authors=[ada, AuthorFactory(name="Grace", slug="grace")],
        tags=[TagFactory(name="Sea"), TagFactory(name="Wind")],
        body=[
            ("paragraph", "<p>" + "Words of the sea. " * 40 + "</p>"),
            ("faq", {"items": [{"question": "Deep?", "answer": "<p>Very <b>deep</b>.</p>"}]}),
        ],
    )


def test_a_post_tells_what_shared_links_show(head, post):
    page = head("/blog/ships/")
    assert page.title.string == "Ships · Colophon"
    assert canonical(page) == f"{HOST}/blog/ships/"
    assert prop(page, "og:type") == ["article"]
    assert prop(page, "og:url") == [f"{HOST}/blog/ships/"]
    assert prop(page, "og:description") == ["On ships."]
    assert prop(page, "og:image")[0].startswith(f"{HOST}/media/images/")
    assert prop(page, "og:image:width") == ["1200"]
    assert prop(page, "og:image:height") == ["675"]
    assert prop(page, "og:image:alt") == ["A ship"]
    assert prop(page, "article:published_time") == ["2026-03-02T09:30:00+00:00"]
    assert prop(page, "article:modified_time") == ["2026-03-02T09:30:00+00:00"]
    assert prop(page, "article:author") == ["Ada Byron", "Grace"]
    assert prop(page, "article:tag") == ["Sea", "Wind"]
    assert not is_noindex(page)


def test_the_shared_picture_is_really_there_in_that_size(client, head, post):
    from PIL import Image

    url = prop(head("/blog/ships/"), "og:image")[0]
    picture = client.get(url.removeprefix(HOST))
    from io import BytesIO

    assert Image.open(BytesIO(b"".join(picture.streaming_content))).size == (1200, 675)


def test_pictures_fall_back_from_social_to_cover_to_the_sites(head, make_post, site_settings):
    site_settings.default_social_image = SiteImageFactory(description="The site", file__width=1300)
    site_settings.save()
    cover = SiteImageFactory(description="The cover", file__width=1300)
    social = SiteImageFactory(description="The social one", file__width=1300)
    make_post(title="A", slug="a", cover=cover, social_image=social)
    make_post(title="B", slug="b", cover=cover)
    make_post(title="C", slug="c")
    paths = ["/blog/a/", "/blog/b/", "/blog/"]
    alts = [prop(head(path), "og:image:alt")[0] for path in paths]
    assert alts == ["The social one", "The cover", "The site"]
    assert "/social-cards/" in prop(head("/blog/c/"), "og:image")[0]


def test_a_cover_without_its_file_does_not_break_the_page(head, make_post):
    image = SiteImageFactory()
    make_post(title="A", slug="a", cover=image)
    image.file.storage.delete(image.file.name)
    image.renditions.all().delete()
    assert "/social-cards/" in prop(head("/blog/a/"), "og:image")[0]


def test_a_post_from_elsewhere_names_its_first_address(head, make_post):
    make_post(title="A", slug="a", canonical_url="https://example.org/first/")
    page = head("/blog/a/")
    assert canonical(page) == "https://example.org/first/"
    assert data(page, "BlogPosting")["url"] == f"{HOST}/blog/a/"


def test_unlisted_posts_ask_not_to_be_indexed(head, make_post):
    make_post("unlisted", title="A", slug="a")
    assert is_noindex(head("/blog/a/"))


def test_private_posts_ask_not_to_be_indexed(head, make_post, client, django_user_model):
    restrict(make_post(title="A", slug="a"), "login")
    client.force_login(django_user_model.objects.create_user("reader", password="x"))
    assert is_noindex(head("/blog/a/"))


def test_a_site_being_built_asks_not_to_be_indexed_anywhere(head, post, site_settings):
    site_settings.search_engine_indexing = False
    site_settings.save()
    for path in ("/", "/blog/", "/blog/ships/", "/blog/tags/", "/blog/tags/sea/"):
        assert is_noindex(head(path)), path


def test_previews_ask_not_to_be_indexed(post, rf):
    response = post.make_preview_request(preview_mode="")
    assert is_noindex(BeautifulSoup(response.content, "html.parser"))


def test_a_post_is_a_blog_posting(head, post, site_settings):
    site_settings.publisher_name = "Harbour Press"
    site_settings.logo = SiteImageFactory()
    site_settings.save()
    found = data(head("/blog/ships/"), "BlogPosting")
    assert found["headline"] == "Ships"
    assert found["mainEntityOfPage"] == f"{HOST}/blog/ships/"
    assert found["datePublished"] == found["dateModified"] == "2026-03-02T09:30:00+00:00"
    assert found["wordCount"] == post.word_count > 100
    assert found["timeRequired"] == f"PT{post.reading_minutes}M"
    assert found["keywords"] == ["Sea", "Wind"]
    assert found["articleSection"] == "Sea"
    assert found["inLanguage"] == "en"
    assert found["image"]["width"] == 1200
    assert found["position"] == 2
    assert [each["@type"] for each in found["isPartOf"]] == ["Blog", "CreativeWorkSeries"]
    assert found["isPartOf"][1]["url"] == f"{HOST}/blog/series/voyage/"
    assert found["publisher"]["name"] == "Harbour Press"
    assert found["publisher"]["logo"]["url"].startswith(HOST)
    ada, grace = found["author"]
    assert ada["name"] == "Ada Byron"
    assert ada["jobTitle"] == "Captain"
    assert ada["url"] == f"{HOST}/blog/authors/ada/"
    assert ada["sameAs"] == ["https://github.com/ada"]
    assert ada["image"]["url"].startswith(HOST)
    assert "image" not in grace


def test_questions_and_answers_of_a_post_are_an_faq_page(head, post):
    (question,) = data(head("/blog/ships/"), "FAQPage")["mainEntity"]
    assert question["name"] == "Deep?"
    assert question["acceptedAnswer"] == {"@type": "Answer", "text": "Very deep."}


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "Quotes \" and ' & <b>", "Größe 大小 🚀 \u2028 end", "<!-- x"],
)
def test_no_title_breaks_out_of_the_structured_data(head, make_post, title):
    make_post(title=title, slug="odd", tags=[TagFactory(name=title[:90], slug="odd")])
    page = head("/blog/odd/")
    assert data(page, "BlogPosting")["headline"] == title
    assert page.title.string == f"{title} · Colophon"
    assert prop(page, "og:title") == [title]
    assert data(page, "BreadcrumbList")["itemListElement"][-1]["name"] == title
    assert not [
        script
        for script in page.select("script")
        if "alert(1)" in (script.string or "") and not script.get("type")
    ]
    assert data(head("/blog/tags/odd/"), "CollectionPage")


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
