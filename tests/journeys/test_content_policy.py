"""Pages and admin work under their Content-Security-Policy, and nobody else hears of a reader before a click."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from playwright.sync_api import Page, expect
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from blog.models import BlogPage
from home.models import HomePage
from tests.factories import BlogIndexPageFactory, BlogPageFactory
from tests.factories.people import PASSWORD
from tests.journeys.desk import Desk

pytestmark = pytest.mark.journey

FOR_READERS = [
    "/",
    "/blog/",
    "/blog/keyboard-first/",
    "/blog/build-your-first-blog/",
    "/blog/a-year-of-covers/",
    "/blog/feeds-the-quiet-half/",
    "/blog/contributor-handbook/",
    "/blog/house-style/",
    "/blog/tags/",
    "/blog/tags/accessibility/",
    "/blog/authors/",
    "/blog/authors/maren-holt/",
    "/blog/series/",
    "/blog/archive/",
    "/search/?query=type",
    "/about/",
    "/nothing/here/",
    "/admin/login/",
]
IN_THE_ADMIN = [
    "/admin/images/",
    "/admin/images/add/",
    "/admin/documents/",
    "/admin/pages/",
    "/admin/reports/site-history/",
    "/admin/users/",
]
PLAYER = "https://player.example/7"
TELL = "document.addEventListener('securitypolicyviolation', event => console.error('refused: ' + event.blockedURI))"


class Witness:
    """Notes what the browser refuses, which scripts fail and which other hosts are asked, on every page it sees."""

    def __init__(self, page: Page, site: str) -> None:
        self.refused: list[str] = []
        self.asked_elsewhere: list[str] = []
        self.site = site
        page.context.add_init_script(TELL)
        page.context.on("console", self._hear)
        page.context.on("weberror", lambda failure: self.refused.append(str(failure.error)))
        page.context.on("request", self._see)
        page.context.route(lambda url: not url.startswith((site, "data:", "blob:")), self._answer)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"} and "status of 404" not in message.text:
            self.refused.append(f"{message.page.url if message.page else ''}: {message.text}")

    def _see(self, request: Any) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.asked_elsewhere.append(request.url)

    def _answer(self, route: Any) -> None:
        route.fulfill(content_type="text/html", body="<p>The player</p>")


@pytest.fixture
def demo(live_server, transactional_db) -> str:
    call_command("load_demo", skip_sizes=True, verbosity=0)
    return live_server.url


@pytest.fixture
def film(live_server, transactional_db) -> str:
    """The address of a post with a film from elsewhere."""
    url = "https://film.example/watch/7"
    Embed.objects.create(
        url=url,
        hash=get_embed_hash(url),
        type="video",
        title="Setting type",
        provider_name="Film Example",
        html=f'<iframe src="{PLAYER}"></iframe>',
    )
    body = json.dumps([{"type": "embed", "value": {"url": url, "caption": ""}}])
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    BlogPageFactory(parent=blog, title="Film", body=body)
    return f"{live_server.url}/blog/film/"


def work_in_the_admin(desk: Desk, post: BlogPage) -> None:
    """Open what an editor opens: lists, a form with rich text, the preview, the choice of a picture."""
    page = desk.page
    for path in IN_THE_ADMIN:
        page.goto(desk.site + path)
    page.goto(f"{desk.site}/admin/pages/{post.pk}/edit/")
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.insert_text("A word more. ")
    page.get_by_role("button", name="Toggle preview").click()
    expect(page.frame_locator("#w-preview-iframe").get_by_role("heading", level=1)).to_have_text(post.title)
    page.locator(".chooser").first.get_by_role("button", name="Actions").click()
    page.get_by_role("button", name="Change image").first.click()
    expect(page.locator(".modal-content img").first).to_be_visible()


def test_no_page_of_the_demo_and_nothing_in_the_admin_is_refused(demo, new_page):
    get_user_model().objects.create_superuser("chief", "chief@example.org", PASSWORD)
    reader = new_page()
    witness = Witness(reader, demo)
    for path in FOR_READERS:
        reader.goto(demo + path, wait_until="load")
    desk = Desk(new_page(), demo)
    inside = Witness(desk.page, demo)
    desk.log_in("chief", PASSWORD)
    post = BlogPage.objects.get(slug="keyboard-first")
    work_in_the_admin(desk, post)
    desk.page.goto(f"{demo}/blog/keyboard-first/")
    desk.page.locator("#wagtail-userbar-trigger").click()
    expect(desk.page.get_by_role("menuitem", name="Edit this page")).to_be_visible()
    assert witness.refused + inside.refused == []
    assert witness.asked_elsewhere + inside.asked_elsewhere == []


def test_a_film_is_asked_for_by_key_press_and_by_nothing_else(film, new_page):
    page = new_page()
    witness = Witness(page, film.split("/blog/")[0])
    page.goto(film)
    cover = page.get_by_role("button", name="Setting type Film Example Load from player.example")
    cover.scroll_into_view_if_needed()
    cover.hover()
    assert witness.asked_elsewhere == []
    cover.focus()
    page.keyboard.press("Enter")
    expect(page.frame_locator("iframe[title='Setting type']").get_by_text("The player")).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    assert witness.asked_elsewhere == [PLAYER]
    assert witness.refused == []
    page.reload()
    expect(cover).to_be_visible()
    assert page.locator("iframe").count() == 0
    assert page.context.cookies() == []


def test_a_film_that_is_a_file_elsewhere_is_asked_for_when_it_is_played(
    live_server, transactional_db, new_page
):
    address = "https://files.example/press.mp4"
    body = json.dumps([{"type": "embed", "value": {"url": address, "caption": ""}}])
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    BlogPageFactory(parent=blog, title="Press", body=body)
    page = new_page()
    witness = Witness(page, live_server.url)
    page.goto(f"{live_server.url}/blog/press/")
    film = page.get_by_label("press.mp4")
    film.scroll_into_view_if_needed()
    expect(film).to_be_visible()
    assert witness.asked_elsewhere == []
    with page.expect_request(address):
        film.evaluate("film => { film.play().catch(() => {}) }")
    assert witness.refused == []


def test_without_javascript_a_film_is_a_link_to_where_it_comes_from(film, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(film)
    link = page.get_by_role("link", name="Setting type Film Example Open on film.example")
    assert link.get_attribute("href") == "https://film.example/watch/7"


def test_the_policy_does_stop_what_it_is_there_to_stop(film, new_page):
    page = new_page()
    witness = Witness(page, film.split("/blog/")[0])
    page.goto(film)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.broken_in = true";
        document.body.append(script);
        const frame = document.createElement("iframe");
        frame.src = "https://elsewhere.example/";
        document.body.append(frame);
    }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.broken_in") is None
    assert "https://elsewhere.example/" not in witness.asked_elsewhere
    assert len(witness.refused) >= 2
