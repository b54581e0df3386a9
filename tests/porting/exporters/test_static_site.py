"""The site as files: complete, public things only, and working below any folder."""

from __future__ import annotations

import json
import posixpath
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import Tag
from porting.exporters.formats import export_blog
from porting.exporters.static_site.links import file_of, relative, with_links
from tests.factories import StandardPageFactory, make_post
from tests.factories.states import restrict

# Even tests that only look at files: those without a database run last, when others have emptied it.
pytestmark = pytest.mark.django_db

FOLDER = "/sub/folder"
BASE = f"https://me.example{FOLDER}"
ATTRIBUTE = re.compile(r'\s(href|src|srcset|imagesrcset|poster|content)="([^"]*)"')
HIDDEN = ["draft", "scheduled", "expired", "login", "password"]


@pytest.fixture
def exported(exported_as) -> Path:
    return exported_as("html", BASE)


def addresses(text: str) -> list[str]:
    """Every address in the tags of a page; of what is said to others only those on the site itself."""
    found = []
    for tag in re.findall(r"<[a-zA-Z?][^<>]*>", text):
        for name, value in ATTRIBUTE.findall(tag):
            if name == "content":
                found += [value] if value.startswith(BASE) else []
                continue
            parts = value.split(",") if name.endswith("srcset") else [value]
            found += [unescape(part.strip().split(" ")[0]) for part in parts if part.strip()]
    return found


def broken_links(root: Path) -> set[tuple[str, str]]:
    broken = set()
    for path in [*root.rglob("*.html"), *root.rglob("*.xml")]:
        page = "/" + path.relative_to(root).as_posix()
        for address in addresses(path.read_text()):
            inside = address.removeprefix(BASE).removeprefix(FOLDER if page == "/404.html" else BASE)
            if urlsplit(inside).scheme or inside.startswith("//"):
                continue
            target = unquote(urlsplit(urljoin(page, inside or "/")).path)
            if not (root / file_of(target)).is_file():
                broken.add((page, address))
    return broken


def test_every_link_picture_and_sheet_is_there(exported):
    assert broken_links(exported) == set()


def test_every_picture_is_a_file_though_nobody_had_asked_for_it(exported):
    assert list(exported.glob("media/images/*.avif"))
    assert not (exported / "media" / "new").exists()


def test_nothing_is_addressed_from_the_root_of_a_server(exported):
    for path in exported.rglob("*.html"):
        if path.name != "404.html":
            assert not [one for one in addresses(path.read_text()) if one.startswith("/")], path


@pytest.mark.parametrize("state", HIDDEN)
def test_nothing_private_is_in_any_file(exported, state):
    assert not (exported / "blog" / state).exists()
    words = f"Words of the {state} one".encode()
    assert [path for path in exported.rglob("*") if path.is_file() and words in path.read_bytes()] == []


def test_an_unlisted_post_is_there_and_nowhere_listed(exported):
    assert "noindex" in (exported / "blog/unlisted/index.html").read_text()
    for path in exported.rglob("*"):
        told = path.suffix in (".html", ".xml", ".json", ".txt") or path.name == "_redirects"
        if told and path.parent.name != "unlisted":
            assert "unlisted/" not in path.read_text()


def test_an_old_address_of_an_unlisted_post_leads_there_and_is_in_no_list(blog, tmp_path):
    post = make_post(blog, "unlisted", slug="by-link")
    Redirect.objects.create(old_path="/was-here", redirect_page=post)
    export_blog(blog, "html", tmp_path / "out")
    assert "by-link" in (tmp_path / "out/was-here/index.html").read_text()
    for name in ("_redirects", "manifest.json"):
        text = (tmp_path / "out" / name).read_text()
        assert "by-link" not in text
        assert "was-here" not in text


def test_lists_feeds_and_the_map_speak_of_the_new_address(exported):
    for name in (
        "blog/tags/cpp/index.html",
        "blog/categories/work/index.html",
        "blog/series/a-series/index.html",
    ):
        assert (exported / name).is_file()
    feed = (exported / "blog/rss.xml").read_text()
    assert f"<link>{BASE}/blog/rich/</link>" in feed
    assert json.loads((exported / "blog/feed.json").read_text())["home_page_url"] == f"{BASE}/blog/"
    assert f"Sitemap: {BASE}/sitemap.xml" in (exported / "robots.txt").read_text()
    page = (exported / "blog/rich/index.html").read_text()
    assert f'<link rel="canonical" href="{BASE}/blog/rich/">' in page
    for path in exported.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".xml", ".json", ".txt"):
            assert "http://localhost" not in path.read_text(), path


def test_what_needs_a_server_is_left_out(exported):
    for path in exported.rglob("*.html"):
        text = path.read_text()
        assert "<form" not in text
        assert "/search/" not in text
        assert "/admin/" not in text
        assert "SearchAction" not in text


def test_old_addresses_lead_on(exported):
    text = (exported / "2019/05/rich/index.html").read_text()
    assert 'content="0; url=../../../blog/rich/"' in text
    assert f'<link rel="canonical" href="{BASE}/blog/rich/">' in text
    assert "/sub/folder/2019/05/rich /sub/folder/blog/rich/ 301" in (exported / "_redirects").read_text()


def test_an_old_address_of_something_private_leads_nowhere(blog, tmp_path):
    post = make_post(blog, "draft", slug="hidden")
    Redirect.objects.create(
        old_path="/was-here", redirect_page=post, site=Site.objects.get(is_default_site=True)
    )
    export_blog(blog, "html", tmp_path / "out")
    assert not (tmp_path / "out/was-here").exists()


@pytest.mark.parametrize("state", [*HIDDEN, "unlisted"])
def test_the_name_of_a_tag_that_only_hidden_posts_have_is_in_no_file(blog, tmp_path, state):
    make_post(blog, state, slug="hidden", tags=["before"])
    tag = Tag.objects.get(slug="before")
    tag.name, tag.slug = "Bankruptcy", "bankruptcy"
    tag.save()
    make_post(blog, slug="open")
    export_blog(blog, "html", tmp_path / "out")
    told = [
        path
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and path.parent.name != "hidden" and b"bankruptcy" in path.read_bytes().lower()
    ]
    assert told == []


def test_pages_below_a_closed_page_stay_out_even_when_linked(blog, home, tmp_path):
    closed = StandardPageFactory(parent=home, title="Staff", body=[("paragraph", "<p>Salaries</p>")])
    StandardPageFactory(parent=closed, title="Below", body=[("paragraph", "<p>Salaries too</p>")])
    restrict(closed, "password")
    make_post(
        blog,
        slug="open",
        text='<p>See <a href="/staff/">the staff</a> and <a href="/staff/below/">more</a></p>',
    )
    export_blog(blog, "html", tmp_path / "out")
    assert not (tmp_path / "out/staff").exists()
    text = (tmp_path / "out/blog/open/index.html").read_text()
    assert "the staff" in text
    assert "staff/" not in text


def test_a_link_to_nothing_is_reported(blog, tmp_path):
    make_post(blog, slug="open", text='<p><a href="/blog/not-there/">x</a></p>')
    outcome = export_blog(blog, "html", tmp_path / "out")
    assert any("/blog/not-there/" in problem.detail for problem in outcome.problems)


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("/blog/", "/blog/x/", "../"),
        ("/", "/blog/x/", "../../"),
        ("/blog/x/", "/blog/x/", "./"),
        ("/blog/x/#part", "/blog/x/", "#part"),
        ("/static/a.css", "/", "static/a.css"),
        ("/static/a.css", "/blog/rss.xml", "../static/a.css"),
        ("/blog/page/2/", "/blog/", "page/2/"),
    ],
)
def test_addresses_are_written_from_where_they_are_read(target, page, expected):
    assert relative(target, page) == expected
    start = posixpath.dirname(page) + "/"
    assert urljoin(start, expected).replace("//", "/").partition("#")[0] in (target.partition("#")[0], start)


def test_text_that_looks_like_a_link_is_left_alone():
    markup = '<p title="a">href="/x" &lt;a href="/y"&gt;</p><a href="/z">z</a>'
    assert with_links(markup, lambda address: f"!{address}") == markup.replace('"/z"', '"!/z"')
