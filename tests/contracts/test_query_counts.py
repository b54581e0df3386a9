"""A page's cost in queries is bounded, and the same for ten posts as for two hundred."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import Page

from blog.models import Comment, RelatedPost
from core.models import NavigationSettings, SharedCallout, SiteSettings
from tests.factories import (
    AuthorFactory,
    BlogPageFactory,
    CategoryFactory,
    SeriesFactory,
    SiteImageFactory,
    TagFactory,
)
from tests.pictures import ask_for_pictures

MOST = 14
VIDEO = "https://www.youtube.com/watch?v=example"


def posts_block(source, tag, posts):
    return {
        "type": "posts",
        "value": {"heading": "", "source": source, "count": 2, "tag": tag, "posts": posts},
    }


@pytest.fixture
def people():
    return [AuthorFactory(portrait=SiteImageFactory()) for _ in range(3)]


@pytest.fixture
def tags():
    return [TagFactory() for _ in range(4)]


@pytest.fixture
def categories():
    """Two categories of a larger one, which is part of a larger one still."""
    return CategoryFactory.create_batch(2, parent=CategoryFactory(parent=CategoryFactory()))


@pytest.fixture
def series():
    return SeriesFactory()


@pytest.fixture
def add_posts(blog, people, categories, tags, series):
    """Publish posts with cover, two authors, three tags; every fifth is part of the series."""
    cover = SiteImageFactory()

    def add(count):
        for number in range(count):
            BlogPageFactory(
                parent=blog,
                cover=cover,
                authors=people[:2],
                categories=categories[:1],
                tags=[tag.name for tag in tags[:3]],
                featured=number % 5 == 1,
                series=series if number % 5 == 0 else None,
                date=timezone.now() - timedelta(days=number),
                text="<p>Words.</p>",
            )

    return add


@pytest.fixture
def full_post(blog, people, categories, tags, series, add_posts):
    """A post that uses everything, each thing ``times`` over."""
    add_posts(6)

    def make(times):
        targets = list(Page.objects.filter(depth=4)[:3])
        callout = SharedCallout.objects.create(
            title="Note", body=f'<p><a linktype="page" id="{targets[0].pk}">x</a></p>'
        )
        Embed.objects.get_or_create(
            hash=get_embed_hash(VIDEO), defaults={"url": VIDEO, "html": "<b>v</b>", "type": "video"}
        )
        document = get_document_model().objects.create(title="Sheet", file="documents/sheet.txt")
        body = []
        for number in range(times):
            image = {"image": SiteImageFactory().pk, "alt_text": "A picture", "decorative": False}
            target = targets[number % 3].pk
            prose = f'<p><a linktype="page" id="{target}">a</a> <a linktype="document" id="{document.pk}">d</a></p>'
            body += [
                {"type": "paragraph", "value": prose},
                {"type": "heading", "value": {"text": f"Part {number}", "level": "2", "anchor": ""}},
                {"type": "image", "value": {"image": image, "caption": prose, "width": "text"}},
                {"type": "gallery", "value": {"images": [{"image": image, "caption": ""}], "caption": ""}},
                {
                    "type": "admonition",
                    "value": {"kind": "tip", "title": "", "body": [{"type": "paragraph", "value": prose}]},
                },
                {"type": "faq", "value": {"items": [{"question": "Why?", "answer": prose}]}},
                {"type": "button", "value": {"text": "Go", "page": target, "url": "", "style": "primary"}},
                {"type": "download", "value": {"document": document.pk, "title": "", "description": ""}},
                {"type": "embed", "value": {"url": VIDEO, "caption": ""}},
                {"type": "callout", "value": callout.pk},
                {
                    "type": "posts",
                    "value": {"heading": "", "source": "latest", "count": 2, "tag": "", "posts": []},
                },
                {
                    "type": "posts",
                    "value": {
                        "heading": "",
                        "source": "latest",
                        "count": 2,
                        "tag": tags[0].slug,
                        "posts": [],
                    },
                },
                {
                    "type": "posts",
                    "value": {"heading": "", "source": "picked", "count": 2, "tag": "", "posts": [target]},
                },
            ]
        post = BlogPageFactory(
            parent=blog,
            title=f"Full {times}",
            cover=SiteImageFactory(),
            authors=people,
            categories=categories,
            tags=[tag.name for tag in tags],
            series=series,
            body=json.dumps(body),
        )
        RelatedPost.objects.create(page=post, post=targets[1].specific)
        answered = None
        for _number in range(times):
            answered = Comment.objects.create(
                page=post, text="<p>Yes.</p>", state="approved", parent=answered
            )
        return post

    return make


@pytest.fixture
def menus(home, blog):
    """A site with settings and menus filled in."""
    site = home.get_site()
    NavigationSettings.objects.create(
        site=site,
        header=json.dumps([{"type": "link", "value": {"label": "", "page": blog.pk, "url": ""}}]),
        footer=json.dumps(
            [
                {
                    "type": "column",
                    "value": {"title": "Read", "links": [{"label": "", "page": home.pk, "url": ""}]},
                }
            ]
        ),
    )
    SiteSettings.objects.create(site=site, site_name="Example", logo=SiteImageFactory())


@pytest.fixture
def queries(client):
    """Number of queries of a GET, after a first reader has had pictures made and filled caches."""

    def count(path):
        first = client.get(path)
        assert first.status_code in (200, 404)
        ask_for_pictures(client, first.content.decode())
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return [query["sql"] for query in captured.captured_queries]

    return count


def listing(statements):
    return "\n".join(statement[:200] for statement in statements)


def test_a_post_costs_the_same_however_much_is_in_it(menus, full_post, queries):
    small, large = full_post(1), full_post(12)
    few, many = queries(small.url), queries(large.url)
    assert len(many) == len(few), listing(many)
    assert len(many) <= MOST, listing(many)


LISTS = [
    "/blog/",
    "/blog/categories/",
    "/blog/tags/",
    "/blog/authors/",
    "/blog/series/",
    "/blog/archive/",
    "/blog/rss.xml",
    "/blog/atom.xml",
    "/blog/feed.json",
    "/no-such-page/",
]


@pytest.fixture
def list_paths(blog, people, categories, tags, series):
    year = timezone.localdate().year
    return [
        *LISTS,
        f"/blog/{year}/",
        f"/blog/categories/{categories[0].slug}/",
        f"/blog/categories/{categories[0].slug}/rss.xml",
        f"/blog/tags/{tags[0].slug}/",
        f"/blog/authors/{people[0].slug}/",
        f"/blog/series/{series.slug}/",
        f"/blog/tags/{tags[0].slug}/rss.xml",
    ]


def test_lists_cost_the_same_for_ten_posts_and_for_two_hundred(menus, add_posts, list_paths, queries):
    add_posts(10)
    before = {path: queries(path) for path in list_paths}
    add_posts(190)
    after = {path: queries(path) for path in list_paths}
    grown = {
        path: (len(before[path]), len(after[path]))
        for path in list_paths
        if len(after[path]) > len(before[path])
    }
    assert not grown
    over = {path: listing(statements) for path, statements in after.items() if len(statements) > MOST}
    assert not over, json.dumps(over, indent=1).replace("\\n", "\n")
