"""The WordPress export: strict XML in which nothing private is public, and which our own reader reads back."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from wagtail.contrib.redirects.models import Redirect

from blog.models import Tag
from core.models import SharedCallout
from porting.convert import to_blocks
from porting.document import SourceBlog, SourcePost, State
from porting.exporters.collect import OwnBlog, collect
from porting.exporters.formats import export_blog
from porting.exporters.wxr.body import Content
from porting.exporters.wxr.items import status_of
from porting.exporters.wxr.markup import cdata
from porting.exporters.wxr.places import Places
from porting.packages import Package
from porting.readers.options import ReadOptions
from porting.readers.wordpress import WordPressReader
from porting.readers.wordpress.body import to_dialect
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.media import Library
from tests.porting.exporters.blog_to_export import fill

WP = {"wp": "http://wordpress.org/export/1.2/", "content": "http://purl.org/rss/1.0/modules/content/"}
ROOT = "https://blog.example"


@pytest.fixture
def own(blog) -> OwnBlog:
    fill(blog)
    return collect(blog, base_url=ROOT)


@pytest.fixture
def written(own: OwnBlog, tmp_path: Path) -> Path:
    export_blog(own.page, "wxr", tmp_path / "out", ROOT)
    return tmp_path / "out"


@pytest.fixture
def back(written: Path) -> SourceBlog:
    return WordPressReader().read(Package.open(written), ReadOptions())


def blocks(html: str) -> Any:
    """The blocks of a body without their ids."""

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: bare(part) for name, part in value.items() if name != "id"}
        return [bare(part) for part in value] if isinstance(value, list) else value

    return bare(to_blocks(html).blocks)


def pairs(own: OwnBlog, back: SourceBlog) -> list[tuple[SourcePost, SourcePost]]:
    found = {post.source_id: post for post in back.posts}
    return [(post, found[post.source_id]) for post in own.posts]


def test_every_post_comes_back_block_by_block(own: OwnBlog, back: SourceBlog) -> None:
    places = Places(own)
    assert len(back.posts) == len(own.posts)
    for post, again in pairs(own, back):
        assert blocks(again.html) == blocks(places.in_html(post.html)), post.title


def test_every_field_comes_back(own: OwnBlog, back: SourceBlog) -> None:
    names = (
        "title", "slug", "kind", "updated", "password", "unlisted", "featured", "authors", "tags", "categories",
        "series", "series_position", "summary", "seo_title", "seo_description", "canonical_url",
        "language", "expires", "parent",
        "menu_order", "comments_open", "addresses", "members_only",
    )  # fmt: skip
    for post, again in pairs(own, back):
        there = {name: getattr(again, name) for name in names}
        expected = {name: getattr(post, name) for name in names}
        expected["summary"] = " ".join(post.summary.split())  # an excerpt is one line there
        assert there == expected
        assert again.state is (State.PRIVATE if post.unlisted else post.state)
        assert set(post.aliases) <= set(again.aliases)


def test_terms_authors_and_comments_come_back(own: OwnBlog, back: SourceBlog) -> None:
    for name in ("tags", "categories", "series"):
        here, there = getattr(own, name), getattr(back, name)
        assert {k: (t.name, t.description, t.parent) for k, t in here.items()} == {
            k: (t.name, t.description, t.parent) for k, t in there.items()
        }
    assert {a.key: a.name for a in own.authors.values()} == {a.key: a.name for a in back.authors.values()}
    for post, again in pairs(own, back):
        assert [
            (c.source_id, c.author_name, c.html, c.date, c.parent_id, c.author_url, c.state)
            for c in again.comments
        ] == [
            (c.source_id, c.author_name, c.html, c.date, c.parent_id, c.author_url, c.state)
            for c in post.comments
        ]


def test_covers_and_files_come_back(own: OwnBlog, back: SourceBlog, written: Path) -> None:
    (rich,) = [again for post, again in pairs(own, back) if post.slug == "rich"]
    assert rich.cover.alt == "The cover"
    media = back.media[rich.cover.url]
    assert (written / media.path).stat().st_size > 0
    assert {Path(m.path).name for m in back.media.values()} == {Path(m.path).name for m in own.media.values()}


def test_nothing_private_becomes_public(own: OwnBlog, written: Path) -> None:
    root = etree.parse(written / "wordpress.xml").getroot()
    status = {
        item.findtext("wp:post_id", namespaces=WP): (
            item.findtext("wp:status", namespaces=WP),
            item.findtext("wp:post_password", namespaces=WP),
        )
        for item in root.iter("item")
    }
    for post in own.posts:
        said, password = status[post.source_id]
        is_public = post.state is State.PUBLISHED and not post.unlisted
        assert (said == "publish" and not password) == is_public, post.title


@pytest.mark.parametrize(
    ("state", "unlisted", "for_members", "there"),
    [
        (State.PUBLISHED, True, False, "private"),
        (State.PASSWORD, True, False, "private"),
        (State.SCHEDULED, True, False, "draft"),
        (State.SCHEDULED, False, True, "draft"),
        (State.SCHEDULED, False, False, "future"),
    ],
)
def test_what_wordpress_would_show_to_more_people_is_for_its_editors(state, unlisted, for_members, there):
    assert (
        status_of(SourcePost("1", "A post", state=state, unlisted=unlisted, members_only=for_members))
        == there
    )


def test_an_unlisted_post_is_said_to_be_hidden_in_wordpress(blog, make_post, tmp_path) -> None:
    make_post("unlisted", title="By its address")
    (problem,) = export_blog(blog, "wxr", tmp_path / "out", ROOT).problems
    assert problem.kind == "state"
    assert "By its address" in problem.detail


def test_no_redirect_tells_where_a_post_is_that_wordpress_does_not_show(blog, make_post, tmp_path) -> None:
    for state in ("live", "draft", "scheduled", "unlisted", "login", "password"):
        Redirect.objects.create(old_path=f"/{state}", redirect_page=make_post(state, slug=f"new-{state}"))
    export_blog(blog, "wxr", tmp_path / "out", ROOT)

    def sources(name: str) -> list[str]:
        with (tmp_path / "out" / name).open() as file:
            return [row["source"] for row in csv.DictReader(file)]

    assert sources("redirects.csv") == ["/live", "/password"]
    assert set(sources("redirects-of-drafts.csv")) == {"/draft", "/scheduled", "/unlisted", "/login"}


def test_a_redirect_to_a_list_says_its_whole_address(blog, make_post, tmp_path) -> None:
    make_post("live", tags=["old"])
    tag = Tag.objects.get(slug="old")
    tag.slug = "new"
    tag.save()
    export_blog(blog, "wxr", tmp_path / "out", ROOT)
    lines = (tmp_path / "out/redirects.csv").read_text().splitlines()
    assert f"/blog/tags/old/,{ROOT}/blog/tags/new/" in lines


def test_the_end_of_a_section_is_split() -> None:
    text = "a ]]> b ]]]]> c \x00"
    node = etree.fromstring(f"<x>{cdata(text)}</x>")
    assert node.text == "a ]]> b ]]]]> c "


def again(html: str) -> str:
    content = Content(html)
    body = Body("1", Library([], [], ROOT))
    return to_dialect(content.text, body)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Write [gallery] and [caption id=1]x[/caption] in brackets</p>",
        '<pre data-language="html" data-title="a &amp; b" data-lines="1,3-4" data-numbers>'
        "<code>&lt;!-- wp:x --&gt;\n\n[code]</code></pre>",
        '<ol start="3"><li>three<ul><li>deep</li></ul></li></ol>',
        '<figure data-width="full"><a href="https://x.example/">'
        '<img src="https://x.example/a.png" alt="A"></a></figure>',
        '<p><img src="https://x.example/a.png" alt="" data-decorative></p>',
        '<figure data-block="embed" data-url="https://youtu.be/abcdefgh?a=1&amp;b=2">'
        "<figcaption>See</figcaption></figure>",
        '<blockquote data-block="pull_quote"><p>Loud</p><footer>Ann<span data-role>poet</span></footer></blockquote>',
        "<blockquote><p>Said</p><pre><code>x</code></pre></blockquote>",
        "<details open><summary>More</summary><p>Inside</p></details>",
        '<div data-block="steps"><section data-item data-title="One"><p>Do</p></section></div>',
        '<p data-block="button" data-style="secondary"><a href="/go/">Go</a></p>',
        "<hr>",
    ],
)
def test_each_block_survives_the_way_through_wordpress(html: str) -> None:
    assert blocks(again(html)) == blocks(html)


def test_a_shared_note_and_chosen_posts_are_written_out(blog, make_post, tmp_path) -> None:
    note = SharedCallout.objects.create(title="Tested with", kind="tip", body="<p>Debian 12</p>")
    shown = make_post("live", title="The other one", slug="other")
    hidden = make_post("draft", title="Not yet told", slug="not-yet")
    post = make_post("live", slug="choosing", title="Choosing")
    chosen = {"heading": "Read on", "source": "picked", "count": 3, "tag": "", "posts": [shown, hidden]}
    post.body = [("callout", note), ("posts", chosen)]
    post.save_revision().publish()

    outcome = export_blog(blog, "wxr", tmp_path / "out", ROOT)

    found = WordPressReader().read(Package.open(tmp_path / "out"), ReadOptions())
    html = next(one.html for one in found.posts if one.slug == "choosing")
    assert 'data-kind="tip"' in html
    assert "Debian 12" in html
    assert "The other one</a>" in html
    assert "source:" not in html
    assert "Not yet told" not in html
    assert "not-yet" not in html
    assert [problem.kind for problem in outcome.problems if "Choosing" in problem.detail] == ["links"]


def test_a_cover_that_is_still_on_another_site_is_named(blog, make_post, tmp_path) -> None:
    make_post("live", title="From afar", cover_elsewhere="https://old.example/sea.jpg")
    outcome = export_blog(blog, "wxr", tmp_path / "out", ROOT)

    (problem,) = [problem for problem in outcome.problems if problem.kind == "feature"]
    assert "From afar" in problem.detail
    assert "https://old.example/sea.jpg" in problem.detail
