"""What a phone lays out only when it nears looks and counts as if it had been there all along."""

import json
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import expect

from blog.models import BlogIndexPage
from home.models import HomePage
from tests.factories import AuthorFactory, BlogIndexPageFactory, BlogPageFactory, TagFactory
from tests.journeys.reading_matter import SECTIONS, write_post

pytestmark = pytest.mark.journey

POSTS = 8
PICTURES = 60
#: As wide as the ring around whatever has the focus, in pixels.
RING = 3
MIDDLE = "link => { link.focus(); link.scrollIntoView({block: 'center'}); }"


@pytest.fixture
def blog(live_server, transactional_db):
    """The address of a blog with a page full of posts that have authors and tags."""
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    for number in range(POSTS):
        BlogPageFactory(
            parent=blog,
            title=f"Post {number}",
            date=datetime(2024, 5, 1 + number, tzinfo=UTC),
            authors=[AuthorFactory(name=f"Ada {number}")],
            tags=[TagFactory(name=f"Tag {number}")],
            text="<p>Words enough for a summary of several lines on a phone.</p>",
        )
    return f"{live_server.url}/blog/"


@pytest.fixture
def phone(blog, new_page):
    """The blog on a phone whose owner uses a keyboard."""
    page = new_page(width=390, height=700, reduced_motion="reduce")
    page.goto(blog, wait_until="networkidle")
    page.keyboard.press("Tab")
    return page


def beside(page, link) -> list[tuple]:
    """The colours from the left edge of the window to the middle of a link that has the focus."""
    link.evaluate(MIDDLE)
    # What nears is laid out with the next frame, and may move the link once more.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    link.evaluate(MIDDLE)
    box = link.bounding_box()
    clip = {"x": 0, "y": round(box["y"] + box["height"] / 2), "width": round(box["x"]), "height": 1}
    line = Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB")
    return [line.getpixel((x, 0)) for x in range(line.width)]


@pytest.mark.parametrize("place", [".grid .bylines a", "footer a"])
def test_the_rings_around_links_are_not_cut_off(place, phone):
    links = phone.locator(place).all()
    assert links
    for link in links:
        colours = beside(phone, link)
        ring = link.evaluate("e => getComputedStyle(e).outlineColor.match(/[0-9]+/g).map(Number)")
        assert colours.count(tuple(ring)) == RING, link.text_content()


def test_posts_far_below_can_be_reached_and_named(phone):
    far = phone.locator(".grid").get_by_role("link", name="Post 0")
    expect(far).not_to_be_in_viewport()
    expect(far).to_have_accessible_name("Post 0")
    far.focus()
    expect(far).to_be_in_viewport()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/blog/post-0/")


def test_links_far_below_have_their_colours_before_anybody_comes_near(blog, new_page):
    page = new_page(width=390, height=700)
    # As when something asks for a size while the style sheet is on its way: links have the browser's own blue then.
    page.add_init_script("setInterval(() => document.body?.offsetHeight, 1)")
    page.goto(blog)
    links = "() => Array.from(document.querySelectorAll('footer a'), link => getComputedStyle(link).color)"
    early = page.evaluate(links)
    assert early
    page.get_by_role("contentinfo").scroll_into_view_if_needed()
    assert early == page.evaluate(links)


@pytest.fixture
def post(live_server, transactional_db):
    """The address of a long post with one of everything."""
    write_post()
    return f"{live_server.url}/blog/everything/"


def settled_top(heading) -> int:
    """How far below the window's edge a heading stands when nothing moves any more, in pixels."""
    heading.page.evaluate(RESTING)
    return round(heading.bounding_box()["y"])


#: Settled when the page has stood still for ten frames.
RESTING = """() => new Promise(done => { let place, still = 0; const look = () => {
    still = place === scrollY ? still + 1 : 0; place = scrollY; still > 10 ? done() : requestAnimationFrame(look); };
    look(); })"""
BELOW_THE_EDGE = range(120)


def test_an_address_into_a_long_post_leads_to_its_heading(post, new_page):
    for section in reversed(SECTIONS):
        page = new_page(width=390, height=700)
        page.goto(f"{post}#{section.lower()}", wait_until="networkidle")
        heading = page.get_by_role("heading", name=section)
        assert settled_top(heading) in BELOW_THE_EDGE, section


def test_the_contents_lead_to_headings_that_were_never_near(post, new_page):
    page = new_page(width=390, height=700)
    for section in reversed(SECTIONS):
        page.goto(post, wait_until="networkidle")
        contents = page.locator(".toc--folded")
        contents.locator("summary").click()
        contents.get_by_role("link", name=section).click()
        assert settled_top(page.get_by_role("heading", name=section)) in BELOW_THE_EDGE, section


def test_what_was_never_near_is_printed(post, new_page):
    page = new_page(width=390, height=700)
    page.goto(post, wait_until="networkidle")
    late = """[...document.querySelectorAll('.prose > * > *')].filter(
        part => !part.checkVisibility({contentVisibilityAuto: true})).length"""
    assert page.evaluate(late) > 0
    page.emulate_media(media="print")
    assert page.evaluate(late) == 0


#: From the first to the last edge of a part's links on the page, in pixels from its top.
EXTENTS = """parts => parts.map(part => {
    const edges = [...document.querySelectorAll(`${part} a`)].map(link => link.getBoundingClientRect());
    return [Math.min(...edges.map(edge => edge.top)), Math.max(...edges.map(edge => edge.bottom))]; })"""


def test_links_below_a_post_lie_over_no_others_before_they_are_laid_out(blog, new_page):
    many = [AuthorFactory(name=f"Bert {number}", job_title="Writer") for number in range(14)]
    tag, parent = TagFactory(name="Shared"), BlogIndexPage.objects.get(slug="blog")
    for number in range(4):
        date = datetime(2024, 6, 1 + number, tzinfo=UTC)
        title = f"Shared {number} " + "and a title of some length" * 2
        names = {"slug": f"s{number}", "title": title, "authors": many, "tags": [tag]}
        BlogPageFactory(parent=parent, date=date, text="<p>Far and away.</p>" * 200, **names)
    page = new_page(width=390, height=700)
    page.goto(f"{blog}s3/", wait_until="networkidle")
    end, related, footer = page.evaluate(EXTENTS, [".post-end", ".related", ".site-footer"])
    assert end[1] < related[0]
    assert related[1] < footer[0]


def test_the_name_below_a_post_is_large_enough_for_a_finger(phone):
    phone.locator(".card a").first.click()
    name = phone.locator(".person__name a").first
    name.scroll_into_view_if_needed()
    assert name.bounding_box()["height"] >= 24


@pytest.fixture
def pictures(blog):
    """The address of a post that is one list of many pictures of another site."""
    point = {
        "url": "https://pictures.example/{}.jpg",
        "alt_text": "Picture {}",
        "caption": "",
        "width": "text",
    }
    points = [
        [{"type": "remote_picture", "value": {key: text.format(number) for key, text in point.items()}}]
        for number in range(PICTURES)
    ]
    body = [{"type": "list", "value": {"ordered": False, "start": None, "items": points}}]
    parent = BlogIndexPage.objects.get(slug="blog")
    BlogPageFactory(parent=parent, title="Pictures", slug="pictures", body=json.dumps(body))
    return f"{blog}pictures/"


def test_of_hundreds_of_pictures_in_one_list_a_phone_lays_out_those_that_are_near(pictures, new_page):
    page = new_page(width=390, height=700)
    page.goto(pictures, wait_until="networkidle")
    late = """[...document.querySelectorAll('.points__point > figure')].filter(
        part => !part.checkVisibility({contentVisibilityAuto: true})).length"""
    assert page.evaluate(late) > PICTURES / 2
    edges = page.evaluate(
        "[...document.querySelectorAll('.points a')].map(link => link.getBoundingClientRect())"
    )
    assert len(edges) == PICTURES
    assert all(above["bottom"] < below["top"] for above, below in pairwise(edges))
    last = page.get_by_role("link", name=f"Picture {PICTURES - 1}", exact=True)
    last.focus()
    expect(last).to_be_in_viewport()
    page.emulate_media(media="print")
    assert page.evaluate(late) == 0
