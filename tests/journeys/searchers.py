"""Somebody who searches a site of four posts, in a browser that is listened to."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from home.models import HomePage
from tests.factories import AuthorFactory, BlogIndexPageFactory, BlogPageFactory, SeriesFactory, TagFactory


@pytest.fixture
def otter_site(live_server, transactional_db):
    """The address of a site with posts about otters and others."""
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    river, coast = TagFactory(name="River life"), TagFactory(name="Coast")
    series = SeriesFactory(title="Otter diary")
    for number, (title, tag) in enumerate(
        [("Otters at night", river), ("Otters by day", river), ("All about the otter", coast)]
    ):
        BlogPageFactory(
            parent=blog,
            title=title,
            date=datetime(2024 + number, 5, 1, tzinfo=UTC),
            tags=[tag],
            series=series if tag == river else None,
            authors=[AuthorFactory(name=f"Otto {title.split()[-1]}")],
            text="<p>Otters swim and hunt.</p>",
        )
    BlogPageFactory(parent=blog, title="Lighthouse keepers", text="<p>They keep the light.</p>")
    return live_server.url


@pytest.fixture
def complaints():
    """What browsers complained of: failed scripts, refused files, errors. A test that uses it expects none."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def listened_page(new_page, complaints):
    """``listened_page(width=390)``: somebody's browser page, listened to."""

    def open_page(**options) -> Page:
        page = new_page(**options)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None,
        )
        return page

    return open_page
