"""Small things that look wrong at once: where lines break, what should stand level, what a field says of an error."""

import json

import pytest

from blog.models import BlogIndexPage
from core.models import NavigationSettings
from home.models import HomePage
from tests.factories import AuthorFactory, BlogIndexPageFactory, BlogPageFactory, TagFactory
from tests.factories.states import restrict

pytestmark = pytest.mark.journey

FILE_NAME = "blog/templates/blog/blocks/heading_with_anchor.html"
ENDLESS = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
LINES = """element => {
    const range = document.createRange(), lines = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let top = null;
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.data.length; at++) {
        range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (top === null || Math.abs(box.top - top) > 6) { lines.push(""); top = box.top; }
        lines[lines.length - 1] += walker.currentNode.data[at];
    }
    return lines;
}"""


@pytest.fixture
def blog(live_server, transactional_db):
    """The address of a blog whose posts have names that fit nowhere, small print for two lines, and no tags."""
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    code = {"language": "html", "title": FILE_NAME, "code": "<h2>Heading</h2>"}
    body = json.dumps([{"type": "code", "value": code}])
    BlogPageFactory(parent=blog, title=ENDLESS)
    BlogPageFactory(parent=blog, title="Middle", body=body)
    BlogPageFactory(parent=blog, title="A title that takes several lines " * 3, slug="newest")
    BlogPageFactory(
        parent=blog,
        title="Small print",
        authors=[AuthorFactory(name=f"Somebody Long{'er' * number}") for number in range(3)],
        tags=[TagFactory(name=f"Subject {number}") for number in range(4)],
    )
    return f"{live_server.url}/blog"


def test_a_long_file_name_over_code_breaks_between_its_parts(blog, new_page):
    page = new_page(width=390)
    page.goto(f"{blog}/middle/")
    lines = page.locator(".listing__title").evaluate(LINES)
    assert "".join(lines) == FILE_NAME
    assert len(lines) > 1
    for line, following in zip(lines, lines[1:], strict=False):
        assert line[-1] in "/_-" or following[0] == ".", lines


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_neighbour_with_an_endless_word_for_a_title_makes_no_page_wider(width, blog, new_page):
    page = new_page(width=width)
    page.goto(f"{blog}/middle/")
    assert page.get_by_text(ENDLESS).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_names_of_both_neighbours_begin_at_the_same_height(blog, new_page):
    page = new_page(width=1280)
    page.goto(f"{blog}/middle/")
    tops = page.locator(".post-nav__title").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert len(tops) == 2
    assert tops[0] == tops[1]


def test_without_tags_the_button_to_copy_the_link_stands_where_the_text_begins(blog, new_page):
    page = new_page(width=1280)
    page.goto(f"{blog}/middle/")
    button = page.get_by_role("button", name="Copy link").bounding_box()
    assert button["x"] == page.locator(".post-end").bounding_box()["x"]


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_dot_between_small_print_begins_or_ends_a_line(width, blog, new_page):
    page = new_page(width=width)
    page.goto(blog.replace("/blog", "/search/?q=small"))
    page.locator("[data-search-results] .meta").first.wait_for()
    meta = page.locator("[data-search-results] .meta").first
    frame = meta.bounding_box()
    places = meta.evaluate(
        "e => [...e.children].map(c => [c.getBoundingClientRect().left, getComputedStyle(c, '::before').content])"
    )
    assert len(places) == 4
    # The dot belongs to what follows it. Before whatever begins a line it lies outside of the frame, cut off.
    starts = [left for left, _dot in places if left < frame["x"]]
    assert starts
    assert all("·" in dot for _left, dot in places)
    assert meta.evaluate("e => getComputedStyle(e).overflowX") == "clip"
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_menu_of_a_phone_ends_where_the_text_ends(direction, blog, new_page):
    menu = NavigationSettings.for_site(HomePage.objects.get(depth=2).get_site())
    menu.header = json.dumps([{"type": "link", "value": {"page": None, "url": "/blog/", "label": "Journal"}}])
    menu.save()
    page = new_page(width=390)
    page.goto(f"{blog}/middle/")
    page.evaluate(f"document.documentElement.dir = '{direction}'")
    page.locator(".menu summary").click()
    panel = page.locator(".menu__panel").bounding_box()
    text = page.locator(".post-end").bounding_box()
    if direction == "ltr":
        assert round(panel["x"] + panel["width"]) == round(text["x"] + text["width"])
    else:
        assert round(panel["x"]) == round(text["x"])


def test_a_wrong_password_marks_its_field(blog, new_page):
    restrict(BlogPageFactory(parent=BlogIndexPage.objects.get(), title="Secret"), "password")
    page = new_page()
    page.goto(f"{blog}/secret/")
    field = page.get_by_label("Password")
    before = field.evaluate("e => getComputedStyle(e).borderColor")
    field.fill("wrong")
    page.get_by_role("button", name="Open the page").click()
    page.locator(".errorlist").wait_for()
    page.locator("h1").click()
    assert field.evaluate("e => getComputedStyle(e).borderColor") != before
