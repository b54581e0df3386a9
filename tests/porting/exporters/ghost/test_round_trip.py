"""What is exported to Ghost is read back as it was."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO

import pytest

from porting.document import (
    CommentState,
    Picture,
    SourceAuthor,
    SourceComment,
    SourceMedia,
    SourcePost,
    SourceRedirect,
    SourceTerm,
    State,
)
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import destination
from porting.exporters.files import Files
from porting.exporters.ghost import export
from porting.packages import Package
from porting.readers.ghost import GhostReader
from porting.readers.options import ReadOptions

DATE = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


class StoredFiles(Files):
    """Files without a storage behind them."""

    def open(self, media):
        if "gone" in media.url:
            raise FileNotFoundError(media.path)
        return BytesIO(b"picture")


@pytest.fixture
def there_and_back(tmp_path):
    """Export posts to a zip and read it again; returns the outcome and the blog."""

    def go(*posts, **more):
        files = StoredFiles()
        files.media["/media/original_images/a.png"] = SourceMedia(
            "/media/original_images/a.png", "image-1", "original_images/a.png"
        )
        files.media |= more.pop("media", {})
        blog = OwnBlog(
            posts=list(posts), files=files, media=files.media, root="https://new.example", title="Sea", **more
        )
        path = tmp_path / "out.zip"
        with destination(path) as place:
            outcome = export(blog, place)
        with Package.open(path) as package:
            return outcome, GhostReader().read(package, ReadOptions())

    return go


def post(html="", **more):
    given = {"source_id": "1", "title": "Hello", "slug": "hello", "date": DATE, "html": html}
    return SourcePost(**(given | more))


BODIES = [
    "<p>Plain <strong>bold <em>both</em></strong> <code>code</code> <s>gone</s><br>next &lt;line&gt;</p>",
    '<p>To <a href="https://example.org/?a=1&amp;b=2" title="T">there</a>.</p>',
    '<h2 id="a-heading">A heading</h2>',
    '<h3 id="my-own-anchor">With its own anchor</h3>',
    "<ul><li>one<ol><li>below</li></ol></li><li><strong>two</strong></li></ul>",
    '<ol start="3"><li>three</li></ol>',
    "<ul><li><p>with</p><pre><code>code</code></pre></li></ul>",
    "<blockquote><p>One line.</p></blockquote>",
    "<blockquote><p>Two.</p><p>Lines.</p><footer>Ann <span data-role>poet</span></footer></blockquote>",
    '<blockquote data-block="pull_quote">Set large</blockquote>',
    '<pre data-language="python"><code>if a &lt; b:\n    pass\n</code></pre>',
    '<pre data-language="python" data-title="x.py" data-lines="1,3-5" data-numbers><code>x = 1</code></pre>',
    '<figure data-width="wide"><a href="https://e.org/"><img src="https://e.org/a.png" alt="A"></a>'
    "<figcaption>By <em>Ann</em></figcaption></figure>",
    '<figure><img src="https://e.org/a.png" alt="" data-decorative></figure>',
    '<figure data-block="gallery"><figure><img src="https://e.org/a.png" alt="A"></figure>'
    '<figure><img src="https://e.org/b.png" alt=""></figure></figure>',
    '<figure data-block="gallery"><figure><img src="https://e.org/a.png" alt="A">'
    "<figcaption>Own</figcaption></figure></figure>",
    '<figure data-block="embed" data-url="https://www.youtube.com/watch?v=abcdefghijk"><figcaption>C</figcaption></figure>',
    '<aside data-block="admonition" data-kind="tip"><p>Short <a href="https://e.org/">x</a></p></aside>',
    '<aside data-block="admonition" data-kind="note" data-title="Long"><p>One</p><ul><li>two</li></ul></aside>',
    '<div data-block="accordion"><details><summary>Q</summary><p>A</p></details></div>',
    '<div data-block="accordion"><details open><summary>Q</summary><p>A</p></details>'
    "<details><summary>R</summary><p>B</p></details></div>",
    '<section data-block="faq"><div data-item data-title="Why?"><p>So.</p></div></section>',
    '<p data-block="button"><a href="https://e.org/">Go</a></p>',
    '<p data-block="download" data-file="a.pdf"><a href="https://e.org/a.pdf">Plan</a> <span>Two pages</span></p>',
    '<p>See<sup data-footnote="n"></sup></p>\n'
    '<section data-block="footnotes"><div data-item data-key="n"><p>Note</p></div></section>',
    "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
    '<div data-block="tabs" data-group="os"><section data-item data-title="Mac"><p>x</p></section></div>',
    '<div data-block="html" data-reason="shortcode"><p class="x">kept</p></div>',
    "<hr>",
    "<dl><dt>Word</dt><dd>Meaning</dd></dl>",
]


@pytest.mark.parametrize("html", BODIES)
def test_a_body_comes_back_as_it_went(there_and_back, html):
    outcome, blog = there_and_back(post(html))

    assert blog.posts[0].html == html
    assert outcome.problems == []


def test_pictures_travel_along_and_links_inside_the_blog_stay_inside(there_and_back):
    html = (
        '<p><a href="source:2#part">next</a> <a href="tag:sea">tag</a></p>'
        '<figure><img src="/media/original_images/a.png" alt="A"></figure>'
    )
    outcome, blog = there_and_back(
        post(html, cover=Picture("/media/original_images/a.png", "Cover")),
        post(source_id="2", slug="next"),
        tags={"sea": SourceTerm("sea", "Sea", "sea")},
    )

    assert 'href="/next/#part"' in blog.posts[0].html
    assert 'href="/tag/sea/"' in blog.posts[0].html
    assert 'src="/content/images/a.png"' in blog.posts[0].html
    assert blog.posts[0].cover == Picture("/content/images/a.png", "Cover")
    assert blog.media_roots == [""]
    assert outcome.problems == []


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({}, State.PUBLISHED),
        ({"state": State.DRAFT}, State.DRAFT),
        ({"state": State.PENDING}, State.DRAFT),
        ({"state": State.PRIVATE}, State.DRAFT),
        ({"state": State.PASSWORD, "password": "x"}, State.DRAFT),
        ({"state": State.MEMBERS}, State.MEMBERS),
        ({"state": State.MEMBERS, "kept": {"restrictions": [{"kind": "groups"}]}}, State.DRAFT),
        ({"state": State.SCHEDULED, "kept": {"go_live": datetime(2999, 1, 1, tzinfo=UTC)}}, State.SCHEDULED),
        (
            {"state": State.SCHEDULED, "kept": {"go_live": DATE, "restrictions": [{"kind": "login"}]}},
            State.DRAFT,
        ),
        ({"unlisted": True}, State.DRAFT),
    ],
)
def test_nothing_private_becomes_public(there_and_back, given, state):
    outcome, blog = there_and_back(post(**given))

    assert blog.posts[0].state is state
    kept = given.get("state", State.PUBLISHED) in {state} and not given.get("unlisted")
    assert [problem.kind for problem in outcome.problems] == ([] if kept else ["state"])


def test_every_field_ghost_has_comes_back(there_and_back):
    one = post(
        updated=datetime(2024, 6, 1, tzinfo=UTC),
        featured=True,
        authors=["bo", "ann"],
        categories=["news"],
        tags=["sea"],
        summary="Short",
        seo_title="For engines",
        seo_description="Said",
        canonical_url="https://e.org/x/",
        language="de",
        comments=[SourceComment("7", "Cy", "<p>Hi</p>", DATE, "", "", CommentState.PENDING)],
    )
    _, blog = there_and_back(
        one,
        post(source_id="2", slug="about", kind="page", title="About"),
        authors={
            "ann": SourceAuthor(
                "ann",
                "Ann",
                "ann",
                bio="<p>Writes</p>",
                links=[("x", "https://x.com/ann"), ("site", "https://a.example/")],
            ),
            "bo": SourceAuthor("bo", "Bo", "bo", email="bo@example.org"),
        },
        tags={"sea": SourceTerm("sea", "Sea", "sea", "Wet")},
        categories={"news": SourceTerm("news", "News", "news")},
    )

    found, page = blog.posts
    assert (found.date, found.updated, found.featured) == (one.date, one.updated, True)
    assert (found.authors, found.tags) == (["bo", "ann"], ["news", "sea"])
    assert (found.summary, found.seo_title, found.seo_description) == ("Short", "For engines", "Said")
    assert (found.canonical_url, found.language) == ("https://e.org/x/", "de")
    assert found.comments == one.comments
    assert (page.kind, page.slug) == ("page", "about")
    assert blog.authors["ann"].links == [("website", "https://a.example/"), ("twitter", "https://x.com/ann")]
    assert (blog.authors["ann"].email, blog.authors["bo"].email) == ("", "bo@example.org")
    assert (blog.title, blog.tags["sea"].description) == ("Sea", "Wet")


def test_old_addresses_lead_to_the_post_in_ghost(there_and_back):
    outcome, blog = there_and_back(
        post(addresses=["https://new.example/blog/hello/"], aliases=["/2014/hello.html", "/?p=12"]),
        redirects=[SourceRedirect("/blog/rss.xml", "feed:"), SourceRedirect("/nowhere/", "series:x")],
    )

    found = {redirect.address: redirect.target for redirect in blog.redirects}
    assert found["/blog/hello/"] == "/hello/"
    assert found["/2014/hello.html/"] == "/hello/"
    assert found["/blog/rss.xml/"] == "/rss/"
    assert "/nowhere/" not in found
    assert [problem.kind for problem in outcome.problems] == ["redirect"]


def test_two_pages_with_one_slug_are_told_apart_and_lost_files_are_reported(there_and_back):
    media = {"/media/gone.png": SourceMedia("/media/gone.png", "image-2", "gone.png")}
    outcome, blog = there_and_back(post(), post(source_id="2"), media=media)

    assert [one.slug for one in blog.posts] == ["hello", "hello-2"]
    assert [problem.kind for problem in outcome.problems] == ["aliases", "image"]


def test_ghost_finds_one_json_only(tmp_path, there_and_back):
    there_and_back(post())
    with Package.open(tmp_path / "out.zip") as package:
        names = [name for name in package.names() if name.endswith(".json")]
        whole = json.loads(package.read(names[0]))

    assert names == ["ghost-import.json"]
    row = whole["db"][0]["data"]["posts"][0]
    assert len(row["id"]) == 24
    assert row["html"] == ""
