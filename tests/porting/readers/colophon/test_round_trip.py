"""A blog that is taken out and brought into an empty site is the same blog."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from blog.models import Author, BlogPage, Category, Comment, Series, Tag
from core.article.walk import stored
from core.models import SiteDocument, SiteImage
from home.models import StandardPage
from porting.document import State
from porting.exporters.formats import export_blog
from porting.importer.options import ImportOptions
from porting.packages import Package
from porting.readers.colophon import ColophonReader
from porting.readers.colophon.fields import Folder
from porting.readers.options import ReadOptions
from tests.factories import make_post
from tests.porting.exporters.blog_to_export import DATE, fill
from tests.porting.source import bring_in

FIELDS = [
    *("title", "slug", "summary", "seo_title", "search_description", "live", "expired", "expire_at"),
    *("go_live_at", "featured", "unlisted", "canonical_url", "series_position", "cover_alt"),
    *("cover_decorative", "cover_elsewhere"),
]
GONE = (Author, Tag, Category, Series, SiteImage, SiteDocument, Comment, Redirect)


def as_plain(value: Any, names: dict[str, dict[int, str]], key: str = "") -> Any:
    """A stored value without ids: objects are named by what they are, emptiness is left out."""
    if isinstance(value, dict):
        if "type" in value and "value" in value:
            return {"type": value["type"], "value": as_plain(value["value"], names, value["type"])}
        kept = {k: as_plain(v, names, k) for k, v in value.items() if k != "id"}
        return {k: v for k, v in kept.items() if v not in (None, "", False, [])}
    if isinstance(value, list):
        return [as_plain(one, names, key) for one in value]
    if isinstance(value, str):
        text = re.sub(r' data-block-key="[^"]*"', "", value)
        # A note of one line is the same with a paragraph around it.
        text = re.sub(r"^<p>((?:(?!<p>).)*)</p>$", r"\1", text)
        return re.sub(r'linktype="page" id="(\d+)"', lambda m: names["page"].get(int(m[1]), "?"), text)
    return names.get(key, {}).get(value, value)


def snapshot() -> dict[str, Any]:
    """Everything readers could notice, by address."""
    names = {
        "image": dict(SiteImage.objects.values_list("pk", "file_hash")),
        "document": dict(SiteDocument.objects.values_list("pk", "file_hash")),
        "page": dict(Page.objects.values_list("pk", "url_path")),
    }
    found = {}
    for page in [*BlogPage.objects.all(), *StandardPage.objects.all()]:
        row = {name: getattr(page, name) for name in FIELDS if hasattr(page, name)}
        row["summary"] = " ".join(page.summary.split())
        row["body"] = as_plain(stored(page.body), names)
        row["authors"] = [(author.slug, author.name, author.job_title) for author in page.authors]
        row["protected"] = list(
            PageViewRestriction.objects.filter(page=page).values_list("restriction_type", "password")
        )
        row["comments"] = list(
            Comment.objects.filter(page=page)
            .order_by("created")
            .values_list("author_name", "author_url", "text", "created", "state", "parent__author_name")
        )
        row["old"] = list(Redirect.objects.filter(redirect_page=page).values_list("old_path", flat=True))
        found[page.url_path] = row
        if isinstance(page, BlogPage):
            row |= {"date": page.date, "updated": page.updated, "cover": names["image"].get(page.cover_id)}
            row["tags"] = [(tag.slug, tag.name) for tag in page.tags.all()]
            row["categories"] = [(c.slug, c.name, c.parent and c.parent.slug) for c in page.categories]
            row["series"] = page.series and (page.series.slug, page.series.title, page.series.description)
            row["series cover"] = page.series and names["image"].get(page.series.cover_id)
    return found


def empty_the_site() -> None:
    for page in [*BlogPage.objects.all(), *StandardPage.objects.filter(depth=3)]:
        Page.objects.get(pk=page.pk).delete()
    for model in GONE:
        model.objects.all().delete()


@pytest.fixture(params=["out", "out.zip"])
def exported(blog, tmp_path, request) -> Path:
    fill(blog)
    export_blog(blog, "markdown", tmp_path / request.param, "https://blog.example")
    return tmp_path / request.param


def test_everything_comes_back(exported, blog):
    before = snapshot()
    empty_the_site()
    with Package.open(exported) as package:
        source = ColophonReader().read(package, ReadOptions())
        assert source.problems == []
    bring_in(source, exported)
    after = snapshot()
    assert set(after) == set(before)
    for address, row in before.items():
        for name, value in row.items():
            assert after[address][name] == value, (address, name)


#: Lists of the blog that is made for these tests, and their feeds, below the blog.
ROUTES = [
    *("/rss.xml", "/atom.xml", "/feed.json", "/archive/", "/tags/", "/authors/", "/2024/", "/2024/05/"),
    *("/tags/cpp/", "/tags/cpp/rss.xml", "/categories/tools/atom.xml", "/authors/zoë-zimmer/feed.json"),
]


def leads_to(client, address: str) -> str:
    """Where an address leads for good, with one step, if something answers there; else what went wrong."""
    answer = client.get(address)
    if answer.status_code != 301 or client.get(answer["Location"]).status_code != 200:
        return f"{address}: {answer.status_code}"
    return unquote(answer["Location"])


def test_old_addresses_of_lists_and_feeds_lead_there_after_moving_again(blog, tmp_path, client):
    fill(blog)
    for number, route in enumerate(ROUTES):
        Redirect.objects.create(old_path=f"/was-{number}", redirect_page=blog, redirect_page_route_path=route)
    export_blog(blog, "markdown", tmp_path / "out", "https://blog.example")
    empty_the_site()
    with Package.open(tmp_path / "out") as package:
        bring_in(ColophonReader().read(package, ReadOptions()), tmp_path / "out")

    found = [leads_to(client, f"/was-{number}") for number in range(len(ROUTES))]
    assert found == [f"/blog{route}" for route in ROUTES]


def test_lists_and_feeds_lead_to_where_the_blog_is_now(blog, tmp_path, client):
    fill(blog)
    export_blog(blog, "markdown", tmp_path / "out", "https://blog.example")
    empty_the_site()
    blog.delete()
    with Package.open(tmp_path / "out") as package:
        source = ColophonReader().read(package, ReadOptions())
        bring_in(source, tmp_path / "out", ImportOptions(under="/notes/"))

    assert [leads_to(client, f"/blog{route}") for route in ROUTES] == [f"/notes{route}" for route in ROUTES]
    assert leads_to(client, "/blog/") == "/notes/"


@pytest.mark.parametrize(
    ("address", "meaning"),
    [
        ("/blog/rss.xml", "feed:"),
        ("https://blog.example/blog/tags/cpp/", "tag:cpp"),
        ("https://feeds.example/blog/rss.xml", ""),
        ("https://other.example/blog/tags/cpp/", ""),
        ("http://[/blog/rss.xml", ""),
    ],
)
def test_lists_of_another_host_are_not_the_blogs_own(exported, address, meaning):
    with Package.open(exported) as package:
        folder = Folder(package, "https://blog.example", "/blog/")
        assert folder.target(address) == meaning


def test_no_redirect_leads_from_a_list_to_itself(exported, blog):
    empty_the_site()
    with Package.open(exported) as package:
        bring_in(ColophonReader().read(package, ReadOptions()), exported)
    paths = Redirect.objects.values_list("old_path", flat=True)
    assert [path for path in paths if path.startswith("/blog")] == []


def test_a_draft_for_members_does_not_become_public_when_it_is_published_there(blog, tmp_path):
    draft = make_post(blog, "draft", title="Club", slug="club", text="<p>Gold</p>", date=DATE)
    PageViewRestriction.objects.create(page=draft, restriction_type="login")
    export_blog(blog, "markdown", tmp_path / "out")

    with Package.open(tmp_path / "out") as package:
        (found,) = ColophonReader().read(package, ReadOptions()).posts
    assert (found.state, found.members_only) == (State.DRAFT, True)


def test_only_our_own_exports_are_recognised(exported, tmp_path):
    with Package.open(exported) as package:
        assert ColophonReader().recognises(package) == 1.0
    (tmp_path / "other").mkdir()
    (tmp_path / "other/manifest.json").write_text('["something else"]')
    with Package.open(tmp_path / "other") as package:
        assert ColophonReader().recognises(package) == 0.0


def test_a_damaged_post_is_reported_and_the_rest_is_read(blog, tmp_path):
    fill(blog)
    export_blog(blog, "markdown", tmp_path / "out")
    (tmp_path / "out/blog/2024-05-06-rich/index.md").write_bytes(b"---\ntitle: \xff\xfe\n")
    with Package.open(tmp_path / "out") as package:
        source = ColophonReader().read(package, ReadOptions())
    assert len(source.posts) == 9
    details = [problem.detail for problem in source.problems]
    assert any("cannot be read" in detail for detail in details)
    assert any("should have: 8." in detail for detail in details)
