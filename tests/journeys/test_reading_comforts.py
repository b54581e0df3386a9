"""What the scripts add to a page that works without them, as a reader meets it."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.reading_matter import ALTS, SECTIONS, TYPED, write_post

pytestmark = pytest.mark.journey

#: Settled as soon as a condition holds; Playwright's own waiting needs what our policy forbids.
SETTLED = "() => new Promise(done => {{ const look = () => ({}) ? done() : setTimeout(look, 50); look(); }})"
KEPT = SETTLED.format("Object.keys(localStorage).some(key => key.startsWith('place:'))")
ASKED = SETTLED.format("lookedUp.some(key => key.startsWith('place:'))")
#: Notes who asks for a size or a place, for which a browser must lay out the page at once.
MEASURED = """
    window.measured = [];
    const note = (owner, name) => {
        const own = Object.getOwnPropertyDescriptor(owner, name), kind = own.get ? "get" : "value";
        const noted = function (...given) { measured.push(name); return own[kind].apply(this, given); };
        Object.defineProperty(owner, name, { ...own, [kind]: noted });
    };
    for (const name of ["Top", "Left", "Width", "Height"])
        for (const side of ["client", "scroll"]) note(Element.prototype, side + name);
    for (const name of ["Top", "Left", "Width", "Height"]) note(HTMLElement.prototype, "offset" + name);
    for (const name of ["getBoundingClientRect", "getClientRects"]) note(Element.prototype, name);
    for (const name of ["innerWidth", "innerHeight", "scrollX", "scrollY", "getComputedStyle"]) note(window, name);
"""
#: Notes what was looked up in a site's storage, which waits for the disk, before the page could be used.
LOOKED_UP = """
    window.lookedUp = [];
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) { lookedUp.push(key); return getItem.call(this, key); };
    addEventListener("DOMContentLoaded", () => { window.early = [...lookedUp]; });
"""
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def site(live_server, transactional_db):
    """The address of a site with one long post."""
    write_post()
    return live_server.url


@pytest.fixture
def post(site):
    """The post's address."""
    return f"{site}/blog/everything/"


def test_colours_are_chosen_remembered_and_there_before_anything_is_painted(post, new_page):
    page = new_page(color_scheme="light")
    page.goto(post)
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    button = page.get_by_role("button", name="Colours: as the system")
    place = button.bounding_box()
    button.click()
    page.get_by_role("button", name="Colours: light").click()
    page.get_by_role("button", name="Colours: dark").wait_for()
    assert page.evaluate(paper) != light
    page.route("**/js/site.js", lambda route: route.abort())
    page.reload()
    assert page.evaluate(paper) != light
    assert page.locator("[data-theme-toggle]").bounding_box() == place


def test_the_section_being_read_is_marked_in_the_contents(post, new_page):
    page = new_page()
    page.goto(post)
    contents = page.locator(".toc--beside")
    marked = contents.locator("[aria-current]")
    for section in SECTIONS:
        contents.get_by_role("link", name=section).click()
        expect(marked).to_have_text(section)


def test_no_place_in_the_text_leaves_the_contents_behind(post, new_page):
    page = new_page()
    page.goto(post, wait_until="networkidle")
    marked = page.locator(".toc--beside [aria-current]")
    # A smooth scroll may paint a frame with a heading at any fraction of a pixel around the line that decides.
    settle = """([id, top]) => new Promise(done => {
        const heading = document.getElementById(id), place = () => heading.getBoundingClientRect().top;
        scrollBy({top: Math.round(place() - top), behavior: "instant"});
        heading.style.translate = `0 ${top - place()}px`;
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)));
    })"""
    for tenths in range(-10, 11):
        page.evaluate(settle, ["middle", 400])
        expect(marked).to_have_text("Beginning")
        page.evaluate(settle, ["middle", page.viewport_size["height"] / 3 + tenths / 10])
        page.evaluate(settle, ["middle", 100])
        expect(marked).to_have_text("Middle")


def test_commands_and_the_address_are_copied(post, new_page):
    page = new_page(permissions=CLIPBOARD)
    page.goto(f"{post}#middle")
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == TYPED
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == post


def test_a_gallery_is_looked_through_with_the_keyboard(post, new_page):
    page = new_page(reduced_motion="reduce")
    page.goto(post)
    opened = page.get_by_role("link", name=ALTS[0])
    opened.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Picture")
    shown = dialog.get_by_role("img")
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    assert dialog.evaluate("dialog => getComputedStyle(dialog).animationName") == "none"
    for key, number in (
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowRight", 1),
        ("ArrowLeft", 3),
        ("Home", 1),
    ):
        page.keyboard.press(key)
        expect(shown).to_have_attribute("alt", ALTS[number - 1])
        expect(dialog.get_by_text(f"Number {number}")).to_be_visible()
        expect(dialog.get_by_text(f"{number} / 3")).to_be_visible()
    page.keyboard.press("/")
    assert page.url == post
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opened).to_be_focused()


def test_a_picture_on_a_phone_opens_alone_and_swiping_turns_a_gallerys_pages(post, new_page):
    page = new_page(width=390, height=800, has_touch=True)
    page.goto(post)
    dialog = page.get_by_role("dialog", name="Picture")
    page.get_by_role("link", name="A navy field").click()
    expect(dialog.get_by_role("img")).to_have_attribute("alt", "A navy field")
    expect(dialog.get_by_role("button", name="Next picture")).to_be_hidden()
    dialog.get_by_role("button", name="Close").click()
    page.get_by_role("link", name=ALTS[0]).click()
    swipe = """(dialog) => [["pointerdown", 300], ["pointerup", 100]].forEach(([type, clientX]) => dialog.dispatchEvent(
        new PointerEvent(type, {clientX, clientY: 300, pointerType: "touch", isPrimary: true, pointerId: 7})))"""
    dialog.evaluate(swipe)
    expect(dialog.get_by_role("img")).to_have_attribute("alt", ALTS[1])
    dialog.click(position={"x": 195, "y": 120})
    expect(dialog).to_be_hidden()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(post, new_page):
    page = new_page()
    page.goto(post)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto("about:blank")
    page.goto(post)
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name, ring = page.evaluate(
            """() => { const here = document.activeElement;
            const style = getComputedStyle(here.closest(".card") ?? here);
            const name = here === document.body ? "" : here.innerText || here.id;
            return [name, style.outlineStyle + style.outlineWidth]; }"""
        )
        seen.append(name)
        assert ring == "solid3px" or not name, (name, ring)
    assert {"macOS", "Copy"} <= {name.strip() for name in seen}
    page.keyboard.press("/")
    field = page.get_by_role("dialog").get_by_role("combobox")
    expect(field).to_be_focused()
    page.keyboard.type("/")
    expect(field).to_have_value("/")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_post_offers_to_go_on_where_this_device_left_it(post, new_page, width):
    page = new_page(width=width, height=500)
    page.goto(post)
    expect(page.get_by_role("region", name="Where you left")).to_be_hidden()
    page.locator("#end").scroll_into_view_if_needed()
    page.evaluate("window.scrollBy({top: 100, behavior: 'instant'})")
    page.evaluate(KEPT)
    page.goto(post)
    page.evaluate("window.scrollTo({top: 0, behavior: 'instant'})")
    page.get_by_role("link", name="Continue where you left").click()
    expect(page.locator("#end")).to_be_in_viewport()
    expect(page.get_by_role("region", name="Where you left")).to_be_hidden()


def test_nothing_is_measured_while_a_page_comes_in(post, site, new_page):
    page = new_page()
    page.add_init_script(MEASURED)
    for address in (post, site, f"{site}/blog/", f"{site}/search/?q=everything"):
        page.goto(address, wait_until="networkidle")
        assert page.evaluate("measured") == [], address
    assert page.evaluate("[innerHeight, document.body.offsetTop, measured]")[2] == [
        "innerHeight",
        "offsetTop",
    ]


def test_the_place_in_a_post_is_looked_up_when_the_page_has_come_in(post, new_page):
    page = new_page()
    page.add_init_script(LOOKED_UP)
    page.goto(post)
    page.evaluate(ASKED)
    assert not [key for key in page.evaluate("early") if key.startswith("place:")]


def test_without_scripts_nothing_is_missing_and_no_button_is_dead(post, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(post)
    for words in ("On macOS.", "On Linux."):
        expect(page.get_by_text(words)).to_be_visible()
    for button in page.get_by_role("button").all():
        assert not button.is_visible(), button.text_content()
    link = page.get_by_role("link", name=re.compile(ALTS[1]))
    picture = page.request.get(post.split("/blog/")[0] + link.get_attribute("href"))
    assert picture.headers["content-type"].startswith("image/")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".toc--folded summary").click()
    expect(page.locator(".toc--folded").get_by_role("link", name="End")).to_be_visible()
