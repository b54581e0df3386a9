"""An editor writes and publishes a post; a reader finds it everywhere."""

import json

import feedparser
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.factories import BlogIndexPageFactory
from tests.factories.people import PASSWORD
from tests.journeys.desk import Desk

pytestmark = pytest.mark.journey

TITLE = "A walk in the hills"


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "hills.jpg"
    Image.linear_gradient("L").resize((1600, 1000)).convert("RGB").save(path)
    return path


@pytest.fixture
def site(live_server, editor_account):
    """An empty blog, and a front page that shows the latest posts."""
    from home.models import HomePage

    home = HomePage.objects.get(depth=2)
    home.body = json.dumps(
        [
            {
                "type": "posts",
                "value": {"heading": "New", "source": "latest", "count": 3, "tag": "", "posts": []},
            }
        ]
    )
    home.save_revision().publish()
    BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    return live_server.url


def test_what_an_editor_publishes_a_reader_finds(site, new_page, picture):
    desk = Desk(new_page(), site)
    desk.log_in("editor", PASSWORD)
    desk.write_a_post(TITLE)
    desk.fill(desk.add_block("Heading"), "text", "The path up")
    desk.type_text(desk.add_block("Text"), "We left before dawn.\nThe fog stayed in the valley.")
    desk.upload_image(desk.add_block("Picture"), picture, "Hills", "Green hills in the morning")
    desk.tag("Walking")
    desk.publish()

    reader = new_page(width=390)
    reader.goto(site)
    reader.get_by_role("link", name=TITLE).first.click()
    assert reader.get_by_role("heading", level=1).inner_text() == TITLE
    assert reader.get_by_role("heading", name="The path up").is_visible()
    assert reader.get_by_text("The fog stayed in the valley.").is_visible()
    shown = reader.get_by_role("img", name="Green hills in the morning")
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", True)
    expect(shown).not_to_have_js_property("naturalWidth", 0)

    reader.get_by_role("link", name="Walking").first.click()
    assert "1 post tagged with" in reader.get_by_role("heading", level=1).inner_text()
    assert reader.get_by_role("link", name=TITLE).first.is_visible()

    reader.goto(f"{site}/search/")
    box = reader.locator("main").get_by_role("combobox")
    box.fill("fog in the valley")
    box.press("Enter")
    assert reader.locator("[data-search-results]").get_by_role("link", name=TITLE).first.is_visible()

    feed = feedparser.parse(reader.request.get(f"{site}/blog/rss.xml").text())
    assert [entry.title for entry in feed.entries] == [TITLE]
    assert "The fog stayed in the valley." in feed.entries[0].content[0].value
