"""A small site with one hidden post and one everybody may see, twins in all but that; and every place to look.

Whatever belongs to the hidden post alone says ``HIDDEN``, whatever belongs to its twin says ``SHOWN``. A place
that shows the twin and not the hidden post keeps the rule; one that shows neither proves nothing.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogPage
from home.models import HomePage
from tests.factories import (
    AuthorFactory,
    BlogIndexPageFactory,
    CategoryFactory,
    CommentFactory,
    SeriesFactory,
    StandardPageFactory,
    TagFactory,
    make_post,
    restrict,
)

HIDDEN = "Zebrafinch"
SHOWN = "Kingfisher"
READER = "Sandpiper"
#: A word of comments nobody has approved; no page may show it, whatever its state.
WAITING = "Nightjar"
FEEDS = ("rss.xml", "atom.xml", "feed.json")
#: The states of ``make_post``, and a post that is hidden by a page above its blog.
ANCESTOR = "ancestor"


@dataclass
class Scene:
    """The site, and the addresses of all its surfaces by name."""

    hidden: BlogPage
    shown: BlogPage
    reader: BlogPage
    surfaces: dict[str, str] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)
    #: An unlisted post may be read by whoever has its address, so editors may link to it by hand.
    hidden_is_linked: bool = False


def build(home: HomePage, state: str) -> Scene:
    """A site whose hidden post is in ``state``."""
    blog = BlogIndexPageFactory(parent=home, title="Blog", slug="blog")
    blog_of_hidden = blog
    if state == ANCESTOR:
        private = StandardPageFactory(parent=home, title="Members", slug="members")
        blog_of_hidden = BlogIndexPageFactory(parent=private, title="Inside", slug="inside")
        restrict(private)
    common = {
        "categories": CategoryFactory(
            name="Birds", slug="birds", parent=CategoryFactory(name="Animals", slug="animals")
        ),
        "tags": TagFactory(name="Waders", slug="waders"),
        "authors": AuthorFactory(name="Ada Quill", slug="ada"),
        "series": SeriesFactory(title="Field notes", slug="field-notes"),
    }
    month = timezone.localtime().date().replace(day=1)
    shown = _twin(blog, "live", SHOWN, "shown", common, _moment(month, 2))
    hidden = _twin(
        blog_of_hidden, state if state != ANCESTOR else "live", HIDDEN, "hidden", common, _moment(month, 3)
    )
    reader = _reader(blog, shown, hidden, common, _moment(month, 4))
    _fill_home_page(home, shown, hidden)
    scene = Scene(hidden=hidden, shown=shown, reader=reader, hidden_is_linked=state == "unlisted")
    scene.surfaces = _surfaces(month, reader)
    scene.closed = _closed(blog_of_hidden)
    return scene


def _moment(month: Any, hour: int) -> datetime:
    return datetime(month.year, month.month, 1, hour, tzinfo=timezone.get_current_timezone())


def _twin(blog: Page, state: str, marker: str, slug: str, common: dict, date: datetime) -> BlogPage:
    post = make_post(
        blog,
        state,
        title=f"Bird {marker}",
        slug=slug,
        summary=f"The {marker} has fine plumage.",
        text=f"<p>Its plumage makes the {marker} known.</p>",
        date=date,
        featured=True,
        categories=[
            common["categories"],
            CategoryFactory(name=f"Bird category {marker}", slug=f"only-{slug}", parent=common["categories"]),
        ],
        tags=[common["tags"], TagFactory(name=f"Bird tag {marker}", slug=f"only-{slug}")],
        authors=[common["authors"], AuthorFactory(name=f"Bird author {marker}", slug=f"only-{slug}")],
        series=common["series"],
    )
    CommentFactory(page=post, author_name=f"Reader {marker}", text=f"<p>My {marker} has it too.</p>")
    for hidden_state in ("pending", "spam", "trash"):
        CommentFactory(page=post, author_name=WAITING, text=f"<p>{WAITING} plumage</p>", state=hidden_state)
    return post


def _reader(blog: Page, shown: BlogPage, hidden: BlogPage, common: dict, date: datetime) -> BlogPage:
    """A post that points at both twins in every way a post can."""
    links = "".join(f'<p><a linktype="page" id="{post.pk}">a link</a></p>' for post in (shown, hidden))
    buttons = [
        ("button", {"text": "Go there", "page": post.page_ptr, "style": "primary"})
        for post in (shown, hidden)
    ]
    picked = ("posts", {"heading": "Picked", "source": "picked", "count": 5, "posts": [shown, hidden]})
    latest = ("posts", {"heading": "Latest", "source": "latest", "count": 5, "posts": []})
    return make_post(
        blog,
        title=READER,
        date=date,
        categories=[common["categories"]],
        tags=[common["tags"]],
        authors=[common["authors"]],
        series=common["series"],
        body=[("paragraph", links), *buttons, picked, latest],
    )


def _fill_home_page(home: HomePage, shown: BlogPage, hidden: BlogPage) -> None:
    posts = [
        {
            "heading": source,
            "source": source,
            "count": 5,
            "posts": [hidden, shown] if source == "picked" else [],
        }
        for source in ("latest", "featured", "picked")
    ]
    tagged = {"heading": "tagged", "source": "latest", "count": 5, "tag": "waders", "posts": []}
    home.body = [("posts", value) for value in [*posts, tagged]]
    home.save()


def _surfaces(month: Any, reader: BlogPage) -> dict[str, str]:
    lists = {"blog": "/blog/", "tag": "/blog/tags/waders/", "author": "/blog/authors/ada/"}
    lists["category"] = "/blog/categories/birds/"
    lists["larger category"] = "/blog/categories/animals/"
    lists["series"] = "/blog/series/field-notes/"
    return {
        "front page": "/",
        **lists,
        "categories index": "/blog/categories/",
        "tags index": "/blog/tags/",
        "authors index": "/blog/authors/",
        "year": f"/blog/{month.year}/",
        "month": f"/blog/{month.year}/{month.month:02d}/",
        "a post that points at it": reader.url,
        "the post before it": "/blog/shown/",
        **{f"{name} {feed}": f"{path}{feed}" for name, path in lists.items() for feed in FEEDS},
        "search": "/search/?q=plumage",
        "search by title": "/search/?q=bird",
        "suggestions": "/search/suggest/?q=bird",
        "an address that leads nowhere": "/nowhere/at-all/",
    }


def _closed(blog_of_hidden: Page) -> dict[str, str]:
    """Lists that hold nothing but the hidden post; they must not admit that they exist."""
    base = blog_of_hidden.url
    sections = {"category": "categories", "tag": "tags", "author": "authors"}
    lists = {f"its own {name}": f"{base}{section}/only-hidden/" for name, section in sections.items()}
    return lists | {f"{name} {feed}": f"{path}{feed}" for name, path in lists.items() for feed in FEEDS}


def body_of(client: Client, path: str) -> str:
    """What a stranger gets at an address, as text."""
    catch_up()
    return client.get(path).content.decode()


def catch_up() -> None:
    """Do what follows a commit, such as writing the search index: the transaction of a test is never committed."""
    waiting, connection.run_on_commit = connection.run_on_commit, []
    for _savepoints, follow, _is_robust in waiting:
        follow()


def sitemap_text(client: Client) -> str:
    """Every part of the sitemap in one text."""
    import re

    index = body_of(client, "/sitemap.xml")
    parts = re.findall(r"<loc>https?://[^/<]+(/[^<]*sitemap[^<]*)</loc>", index)
    return index + "".join(body_of(client, part.replace("&amp;", "&")) for part in parts)
