"""Importing again: the same blog later, its export in parts, and another blog beside it."""

import pytest

from blog.models import Author, BlogPage, Comment, Tag
from core.article.plain_text import plain_text
from porting.document import SourceAuthor, SourceComment, SourceRedirect, SourceTerm
from porting.importer.options import ImportOptions
from tests.porting.source import blog, bring_in, day, kinds, post

pytestmark = pytest.mark.django_db


def test_posts_added_since_come_beside_those_that_are_here(home, tmp_path):
    link = '<p><a href="/2020/two/">next</a></p>'
    bring_in(blog(post("one", html=link)), tmp_path)

    report = bring_in(blog(post("one", html=link), post("two", date=day(2))), tmp_path)

    assert (report.counts["unchanged"], report.counts["imported"]) == (1, 1)
    assert set(BlogPage.objects.live().values_list("slug", flat=True)) == {"one", "two"}


def test_comments_on_a_post_edited_here_still_come(home, tmp_path):
    first = SourceComment("1", author_name="Ann", html="<p>First!</p>", date=day(2))
    bring_in(blog(post("one", comments=[first])), tmp_path)
    page = BlogPage.objects.get()
    page.title = "Mine"
    page.save_revision().publish()

    second = SourceComment("2", author_name="Bo", html="<p>Second.</p>", date=day(3), parent_id="1")
    report = bring_in(blog(post("one", comments=[first, second])), tmp_path)

    assert BlogPage.objects.get().title == "Mine"
    assert Comment.objects.get(source_id="2").parent.source_id == "1"
    assert report.counts["comments stored"] == 1


def test_a_link_to_a_post_of_an_earlier_part_leads_to_its_page(home, tmp_path):
    bring_in(blog(post("one", addresses=["/2020/one/", "https://old.example/?p=7"])), tmp_path)
    links = (
        '<p><a href="https://old.example/2020/one/">a</a> <a href="/?p=7#part">b</a> <a href="/no/">c</a></p>'
    )

    report = bring_in(blog(post("two", html=links)), tmp_path)

    one = BlogPage.objects.get(slug="one").pk
    stored = str(BlogPage.objects.get(slug="two").body.raw_data[0]["value"])
    assert f'<a linktype="page" id="{one}">a</a>' in stored
    assert f'<a linktype="page" id="{one}" fragment="part">b</a>' in stored
    assert [item["detail"] for item in report.items if item["kind"] == "links"] == [
        "The old site's /no/ is no part of the import; the link leads there."
    ]


def test_a_link_to_a_post_whose_address_the_export_does_not_say_finds_it_by_its_name(home, tmp_path):
    links = (
        '<p><a href="https://old.example/one/">a</a> <a href="https://old.example/2020/05/three/">b</a></p>'
    )
    known = post("three", addresses=["/2020/three/"])
    source = blog(post("one", addresses=["https://old.example/?p=1"]), post("two", html=links), known)

    report = bring_in(source, tmp_path)

    stored = str(BlogPage.objects.get(slug="two").body.raw_data[0]["value"])
    assert f'<a linktype="page" id="{BlogPage.objects.get(slug="one").pk}">a</a>' in stored
    assert 'href="https://old.example/2020/05/three/"' in stored
    assert kinds(report, "two") == {"links"}


def other(*posts, **fields):
    """A blog of another host, to stand beside the first."""
    return blog(*posts, **{"key": "other", "title": "Other", "hosts": {"other.example"}, **fields})


def test_two_blogs_stand_beside_each_other(home, client, tmp_path):
    tags = {"py": SourceTerm("py", "Python", "python")}
    lists = [SourceRedirect("https://other.example/tag/python/", "tag:py")]
    bring_in(blog(post("one", authors=["jane"], tags=["py"]), tags=dict(tags)), tmp_path)
    link = '<p><a href="https://other.example/tag/python/">all</a></p>'
    second = post(
        "one", title="One there", addresses=["/notes/one/"], authors=["jane"], tags=["py"], html=link
    )

    bring_in(other(second, tags=dict(tags), redirects=lists), tmp_path, ImportOptions(under="/notes/"))

    assert [page.url for page in BlogPage.objects.order_by("pk")] == ["/blog/one/", "/notes/one/"]
    assert (Author.objects.count(), Tag.objects.count()) == (1, 1)
    assert 'href="/notes/tags/python/"' in str(
        BlogPage.objects.get(title="One there").body.raw_data[0]["value"]
    )
    assert client.get("/2020/one/").url == "/blog/one/"
    assert client.get("/tag/python/").url == "/notes/tags/python/"
    assert "One there" not in client.get("/blog/tags/python/").content.decode()
    assert "One there" in client.get("/notes/tags/python/").content.decode()


def test_people_of_one_name_and_different_addresses_stay_apart_and_are_named(home, tmp_path):
    bring_in(blog(post("one", authors=["jane"])), tmp_path)
    source = other(post("two", authors=["jd"]))
    source.authors["jd"] = SourceAuthor("jd", "Jane Doe", "jd-of-other")

    report = bring_in(source, tmp_path, ImportOptions(under="/notes/"))

    assert set(Author.objects.values_list("name", "slug")) == {
        ("Jane Doe", "jane-doe"),
        ("Jane Doe", "jd-of-other"),
    }
    assert "authors" in kinds(report, "jd")
    assert not kinds(bring_in(source, tmp_path, ImportOptions(under="/notes/")), "jd")


@pytest.mark.parametrize("address", ["/?p=7", "/2020/same/"])
def test_an_address_another_blog_has_already_is_reported(home, client, tmp_path, address):
    bring_in(blog(post("one", addresses=[address])), tmp_path)

    report = bring_in(other(post("two", addresses=[address])), tmp_path, ImportOptions(under="/notes/"))

    assert client.get(address, follow=True).redirect_chain[-1][0] == "/blog/one/"
    assert "redirect" in kinds(report, "two")


def test_the_language_of_the_old_blog_is_told_when_it_is_not_this_sites(home, tmp_path, settings):
    settings.LANGUAGE_CODE = "en"

    german = bring_in(blog(post("one", html="<p>Guten Tag.</p>"), language="de-DE"), tmp_path)
    chinese = bring_in(other(post("three"), language="zh-CN"), tmp_path)
    english = bring_in(other(post("two"), language="en-US"), tmp_path)

    assert "LANGUAGE_CODE=de" in next(item["detail"] for item in german.items if item["kind"] == "language")
    assert "LANGUAGE_CODE=zh-hans" in next(
        item["detail"] for item in chinese.items if item["kind"] == "language"
    )
    assert not [item for item in english.items if item["kind"] == "language"]
    assert "Guten Tag." in plain_text(BlogPage.objects.get(slug="one").body)
