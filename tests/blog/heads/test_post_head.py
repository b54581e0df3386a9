"""What machines read in the head of a post, taken from the post itself."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from tests.blog.heads.page_head import HOST, canonical, data, is_noindex, prop
from tests.factories import SiteImageFactory, TagFactory, restrict

pytestmark = pytest.mark.django_db


def test_a_post_tells_what_shared_links_show(head, post):
    page = head("/blog/ships/")
    assert page.title.string == "Ships · Colophon"
    assert canonical(page) == f"{HOST}/blog/ships/"
    assert prop(page, "og:type") == ["article"]
    assert prop(page, "og:url") == [f"{HOST}/blog/ships/"]
    assert prop(page, "og:description") == ["On ships."]
    assert prop(page, "og:image")[0].startswith(f"{HOST}/media/")
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
    picture = client.get(url.removeprefix(HOST), follow=True)
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
