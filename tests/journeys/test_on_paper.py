"""What a reader prints, and what fits on a phone: nothing of a post is lost."""

import json

import pytest

from home.models import HomePage
from tests.factories import BlogIndexPageFactory, BlogPageFactory

pytestmark = pytest.mark.journey

COLUMNS = {
    "columns": [{"type": "text", "heading": f"Heading {number}"} for number in range(9)],
    "rows": [{"values": ["A few words"] * 9}],
}
LONG = "x = " + " + ".join(f"value_number_{number}" for number in range(30))


def words(text):
    return [{"type": "paragraph", "value": f"<p>{text}</p>"}]


@pytest.fixture
def post(live_server, transactional_db):
    """The address of a post with parts that are folded, hidden or too wide on a screen."""
    tabs = [{"label": label, "body": words(f"On {label}.")} for label in ("macOS", "Linux")]
    parts = [{"title": "More", "body": words("Folded away."), "open": False}]
    body = [
        {"type": "tabs", "value": {"group": "", "tabs": tabs}},
        {"type": "accordion", "value": {"items": parts}},
        {"type": "code", "value": {"language": "text", "title": "", "code": LONG}},
        {"type": "table", "value": {"caption": "Wide", "first_column_is_header": False, "table": COLUMNS}},
    ]
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    BlogPageFactory(parent=blog, title="Wide", body=json.dumps(body))
    return f"{live_server.url}/blog/wide/"


def test_on_paper_nothing_is_folded_hidden_or_cut_off(post, new_page):
    page = new_page(width=700)
    page.goto(post)
    page.get_by_role("tab", name="Linux").wait_for()
    page.emulate_media(media="print")
    for text in ("On macOS.", "On Linux.", "Folded away."):
        assert page.get_by_text(text).is_visible(), text
    assert not page.get_by_role("button", name="Copy").first.is_visible()
    assert page.locator(".line").evaluate("line => line.getBoundingClientRect().right <= innerWidth")
    assert page.locator(".table").evaluate("table => table.getBoundingClientRect().right <= innerWidth")
    # A browser makes everything smaller for the sake of anything that does not fit.
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_copy_button_is_never_over_a_line_that_is_too_long(width, post, new_page):
    page = new_page(width=width)
    page.goto(post)
    page.locator(".listing__copy").wait_for()
    # Both in one look: the tabs above may fold between two, and move all that is below.
    is_beside, is_above = page.locator(".listing").evaluate("""listing => {
        const [button, code] = [".listing__copy", ".listing__scroll"].map(
            part => listing.querySelector(part).getBoundingClientRect());
        return [code.right <= button.left, button.bottom <= code.top];
    }""")
    assert is_beside or is_above
    # A phone has no width to give away.
    assert is_above == (width == 390)
    listing = page.locator(".listing").bounding_box()
    page.route("**/js/site.js", lambda route: route.abort())
    page.reload()
    assert page.locator(".listing").bounding_box()["height"] == listing["height"], (
        "the page jumps when the button comes"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
