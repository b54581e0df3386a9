"""What the site learns when readers search: which result they opened first, and nothing about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from blog.models import BlogPage
from home.models import HomePage
from search.models import LoggedSearch, OpenedResult, Promotion
from tests.factories import BlogIndexPageFactory, BlogPageFactory
from tests.patience import patience

pytestmark = pytest.mark.journey

READER = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
)


@pytest.fixture
def posts(transactional_db: None) -> list[BlogPage]:
    """Two posts about fonts."""
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    return [BlogPageFactory(parent=blog, title=title) for title in ("Fonts for reading", "Fonts for signs")]


@pytest.fixture
def reader(live_server: Any, posts: list[BlogPage], new_page: Callable[..., Page]) -> Page:
    """Somebody who reads, on the page of results for "Fonts"."""
    page = new_page(user_agent=READER)
    # What counts is a part of the script that comes on its own while developing: the page does not wait for it.
    page.goto(f"{live_server.url}/search/?q=Fonts", wait_until="networkidle")
    return page


def until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait for what the browser tells in passing."""
    with patience():
        while not holds():
            page.wait_for_timeout(50)


def opened() -> int:
    return LoggedSearch.objects.get(query="fonts").opened


def test_the_result_that_is_opened_first_is_counted_with_its_place(reader, posts):
    results = reader.locator("[data-search-results] h2 a")
    expect(results).to_have_count(2)
    second = results.nth(1)
    title = second.inner_text()
    second.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    until(reader, lambda: opened() == 1)
    result = OpenedResult.objects.get()
    assert (result.page.title, result.times, result.places) == (title, 1, 2)
    assert LoggedSearch.objects.get().searches == 1


def test_results_opened_in_new_tabs_count_once(reader):
    for place in (0, 1):
        with reader.context.expect_page():
            reader.locator("[data-search-results] h2 a").nth(place).click(button="middle")
    until(reader, lambda: opened() > 0)
    assert opened() == 1
    assert OpenedResult.objects.get().places == 1


def test_a_promoted_result_is_counted_too(live_server, reader, posts):
    Promotion.objects.create(searches="fonts", page=posts[1], title="Start here")
    reader.goto(f"{live_server.url}/search/?q=fonts", wait_until="networkidle")
    reader.get_by_role("link", name="Start here").click()
    until(reader, lambda: OpenedResult.objects.filter(page=posts[1]).exists())
    assert opened() == 1


def test_nothing_is_counted_for_readers_who_do_not_want_it(live_server, posts, new_page):
    page = new_page(user_agent=READER, extra_http_headers={"Sec-GPC": "1"})
    page.goto(f"{live_server.url}/search/?q=Fonts", wait_until="networkidle")
    page.locator("[data-search-results] h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fonts")
    page.wait_for_load_state("networkidle")
    assert not LoggedSearch.objects.exists()
