"""An editor writes a post of many kinds of blocks by an author nobody knew; a reader gets all of it."""

import pytest

from home.models import HomePage
from tests.factories import BlogIndexPageFactory
from tests.factories.people import PASSWORD
from tests.journeys.desk import Desk

pytestmark = pytest.mark.journey

PASTED = '<h2>How to begin</h2><p>Read <a href="#how-to-begin">this part</a> <b>twice</b>.</p><ul><li>One</li></ul>'


@pytest.fixture
def site(live_server, editor_account):
    """An empty blog."""
    BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    return live_server.url


@pytest.fixture
def desk(site, new_page):
    """An editor with a new post open, and with the right to use the clipboard."""
    desk = Desk(new_page(permissions=["clipboard-read", "clipboard-write"]), site)
    desk.log_in("editor", PASSWORD)
    desk.write_a_post("Many parts")
    return desk


def write_everything(desk):
    desk.paste(desk.add_block("Text"), PASTED)
    code = desk.add_block("Code")
    desk.choose(code, "language", "Python")
    desk.fill(code, "title", "press.py")
    desk.fill(code, "code", "def ink():\n    return 1")
    desk.open_settings(code)
    desk.fill(code, "highlight_lines", "2")
    note = desk.add_block("Note, tip or warning")
    desk.choose(note, "kind", "Warning")
    desk.type_text(note, "Wash your hands.")
    table = desk.add_block("Table")
    desk.fill(table, "caption", "Paper and its weight")
    desk.add_column(table, "Text", "Paper")
    desk.add_column(table, "Text with links", "Weight")
    desk.add_row(table, "Newsprint", "45 g")
    steps = desk.add_block("Steps")
    for number, title in enumerate(("Ink the type", "Pull the bar")):
        step = desk.item(steps, number)
        desk.fill(step, "title", title)
        desk.type_text(desk.add_block("Text", step), f"Step number {number}.")


def test_a_post_of_many_blocks_is_written_and_read(desk, site, new_page):
    write_everything(desk)
    desk.credit_somebody_new("Ada Stone", "Printer")
    desk.date("2024-02-29 10:00")
    desk.publish()

    reader = new_page()
    reader.goto(f"{site}/blog/many-parts/")
    assert reader.get_by_role("link", name="this part").get_attribute("href") == "#how-to-begin"
    assert reader.locator(".line--highlighted").inner_text().strip() == "return 1"
    assert reader.get_by_role("table", name="Paper and its weight").get_by_text("45 g").is_visible()
    assert reader.get_by_text("Wash your hands.").is_visible()
    assert reader.get_by_text("Step number 1.").is_visible()
    assert "Feb. 29, 2024" in reader.locator("article header").first.inner_text()
    reader.get_by_role("link", name="Ada Stone").first.click()
    assert reader.get_by_role("heading", level=1).inner_text() == "Ada Stone"
    assert reader.get_by_text("Printer").first.is_visible()


def test_a_gallery_just_added_is_not_called_wrong(desk):
    gallery = desk.add_block("Gallery")
    assert desk.item(gallery, 1).is_visible()
    assert not gallery.get_by_text("minimum").is_visible()


def test_a_tables_caption_is_asked_for_once(desk):
    table = desk.add_block("Table")
    fields = table.locator("[name$='-caption']")
    assert [field.is_visible() for field in fields.all()].count(True) == 1
