"""Somebody follows the link to a feed without knowing what it is."""

import pytest

from home.models import HomePage
from tests.factories import BlogIndexPageFactory, BlogPageFactory

pytestmark = pytest.mark.journey


@pytest.fixture
def blog_url(live_server, transactional_db):
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    BlogPageFactory(parent=blog, title="Wide rivers", text="<p>Hidden in a feed.</p>")
    return f"{live_server.url}/blog/"


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_can_be_read_and_leads_to_its_posts(blog_url, new_page, file, scheme):
    page = new_page(width=390, color_scheme=scheme)
    refused = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(blog_url + file)

    colours = page.evaluate("(s => [s.backgroundColor, s.color])(getComputedStyle(document.documentElement))")
    assert (
        colours
        == {
            "light": ["rgb(252, 251, 248)", "rgb(29, 27, 24)"],
            "dark": ["rgb(23, 22, 20)", "rgb(236, 232, 225)"],
        }[scheme]
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_text("Copy this address:").is_visible()
    assert page.locator("code").inner_text() == blog_url + file
    assert not page.get_by_text("Hidden in a feed.").first.is_visible()
    assert not refused

    page.locator("article a").click()
    page.wait_for_url("**/blog/wide-rivers/")
