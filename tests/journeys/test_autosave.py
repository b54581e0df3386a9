"""An editor who publishes while the form is still saving itself loses nothing and is not refused."""

import pytest
from playwright.sync_api import Page, Route

from blog.models import BlogPage
from home.models import HomePage
from tests.factories import BlogIndexPageFactory
from tests.factories.people import PASSWORD
from tests.journeys.desk import Desk

pytestmark = pytest.mark.journey


class SlowAnswers:
    """Lets the form's own saves reach the server, but keeps the answers until they are let go."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.kept = []
        self.free = False
        page.route("**/admin/pages/**", self._keep)

    def _keep(self, route: Route) -> None:
        request = route.request
        if not self.free and request.method == "POST" and "json" in request.headers.get("accept", ""):
            self.kept.append((route, route.fetch()))
        else:
            route.continue_()

    def wait_for_one(self) -> None:
        for _tenth in range(300):
            if self.kept:
                return
            self.page.wait_for_timeout(100)
        pytest.fail("The form did not save itself.")

    def let_go(self) -> None:
        self.free = True
        for route, answer in self.kept:
            route.fulfill(response=answer)


@pytest.fixture
def desk(live_server, editor_account, new_page):
    BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    desk = Desk(new_page(), live_server.url)
    desk.log_in("editor", PASSWORD)
    return desk


def begin(desk: Desk) -> SlowAnswers:
    """Write a post until the form has begun to save it."""
    answers = SlowAnswers(desk.page)
    desk.write_a_post("Fog over the harbour")
    # What is written in a form's first two seconds is no change to Wagtail.
    desk.page.wait_for_timeout(2_500)
    desk.type_text(desk.add_block("Text"), "It came in at noon.")
    answers.wait_for_one()
    return answers


def test_publishing_waits_for_the_draft_that_is_being_saved(desk):
    answers = begin(desk)
    desk.ask_to_publish()
    desk.page.wait_for_timeout(200)
    answers.let_go()
    desk.sees_it_published()
    post = BlogPage.objects.get(title="Fog over the harbour")
    assert post.live
    assert "It came in at noon." in str(post.body)


def test_saving_a_draft_waits_too(desk):
    answers = begin(desk)
    desk.page.get_by_role("button", name="Save draft").click()
    answers.let_go()
    desk.page.locator(".messages .success").wait_for()
    post = BlogPage.objects.get(title="Fog over the harbour")
    assert not post.live
    assert "It came in at noon." in str(post.get_latest_revision_as_object().body)
