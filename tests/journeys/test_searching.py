"""Readers who look for something: at once, from any page, and on the page of results."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from home.models import HomePage
from tests.factories import AuthorFactory, BlogIndexPageFactory, BlogPageFactory, SeriesFactory, TagFactory

pytestmark = pytest.mark.journey

SUGGEST = "**/search/suggest/?*"
#: As browsers do where a reader has forbidden sites to keep anything.
NO_STORAGE = """Object.defineProperty(window, "localStorage",
    {get() { throw new DOMException("forbidden", "SecurityError"); }})"""


@pytest.fixture
def site(live_server, transactional_db):
    """The address of a site with posts about otters and others."""
    blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Journal", slug="blog")
    river, coast = TagFactory(name="River life"), TagFactory(name="Coast")
    series = SeriesFactory(title="Otter diary")
    for number, (title, tag) in enumerate(
        [("Otters at night", river), ("Otters by day", river), ("All about the otter", coast)]
    ):
        BlogPageFactory(
            parent=blog,
            title=title,
            date=datetime(2024 + number, 5, 1, tzinfo=UTC),
            tags=[tag],
            series=series if tag == river else None,
            authors=[AuthorFactory(name=f"Otto {title.split()[-1]}")],
            text="<p>Otters swim and hunt.</p>",
        )
    BlogPageFactory(parent=blog, title="Lighthouse keepers", text="<p>They keep the light.</p>")
    return live_server.url


@pytest.fixture
def complaints():
    """What browsers complained of: failed scripts, refused files, errors. A test that uses it expects none."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def reader(new_page, complaints):
    """``reader(width=390)``: somebody's browser page, listened to."""

    def open_page(**options) -> Page:
        page = new_page(**options)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None,
        )
        return page

    return open_page


def dialog_of(page: Page):
    """The search over the page, and its field."""
    dialog = page.get_by_role("dialog", name="Search this site")
    return dialog, dialog.get_by_role("combobox")


def titles(within) -> list[str]:
    """What is offered, in order, without the numbers of posts."""
    return within.locator("[role=option] > span").all_text_contents()


def test_somebody_without_a_mouse_opens_a_suggestion(site, reader):
    page = reader()
    page.goto(f"{site}/blog/lighthouse-keepers/")
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("ott")

    options = dialog.get_by_role("option")
    expect(options).to_have_count(8)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert titles(dialog) == [
        *("Otters by day", "Otters at night", "All about the otter"),
        *("Otto day", "Otto night", "Otto otter", "Otter diary"),
        "All results for “ott”",
    ]
    assert dialog.locator("mark").all_text_contents() == [*["Ott"] * 2, "ott", *["Ott"] * 3, "ott", "Ott"]
    expect(dialog.get_by_role("group", name="Posts").get_by_role("option")).to_have_count(3)
    expect(dialog.get_by_role("option", name="Otter diary 2 posts")).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text("7 suggestions")

    for key, chosen in (
        ("ArrowDown", "Otters by day"),
        ("End", "All results for “ott”"),
        ("ArrowDown", ""),
        ("ArrowUp", "All results for “ott”"),
        ("Home", "Otters by day"),
        ("ArrowDown", "Otters at night"),
    ):
        page.keyboard.press(key)
        expect(dialog.locator("[aria-selected=true]")).to_have_text([re.compile(chosen)] if chosen else [])
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/blog/otters-at-night/")


def test_enter_without_a_choice_leads_to_all_results(site, reader):
    page = reader()
    page.goto(f"{site}/blog/")
    page.keyboard.press("Control+k")
    dialog_of(page)[1].fill("otter")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/search/?q=otter")
    expect(page.locator("[data-search-results] > li")).to_have_count(3)


def test_escape_gives_back_the_page_as_it_was_and_keeps_what_was_typed(site, reader):
    page = reader()
    page.goto(f"{site}/blog/")
    opener = page.get_by_role("banner").get_by_role("link", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    dialog, field = dialog_of(page)
    field.fill("coast")
    expect(dialog.get_by_role("option", name="Coast 1 post")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).overflowY") == "hidden"
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    assert page.url == f"{site}/blog/"
    page.keyboard.press("/")
    expect(field).to_have_value("coast")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_the_shortcut_is_a_letter_in_fields_and_can_be_switched_off(site, reader):
    page = reader()
    page.goto(f"{site}/search/")
    page.keyboard.press("/")
    own = page.locator("main").get_by_role("combobox")
    expect(own).to_be_focused()
    page.keyboard.type("a/b")
    expect(own).to_have_value("a/b")

    page.goto(f"{site}/blog/")
    page.keyboard.press("/")
    dialog, _field = dialog_of(page)
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.goto(f"{site}/blog/otters-at-night/")
    page.keyboard.press("/")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("checkbox")).not_to_be_checked()


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(site, reader):
    page = reader()
    page.goto(f"{site}/blog/")
    held = []
    page.route(re.compile(r"suggest/\?q=coa$"), lambda route: held.append(route))
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    with page.expect_request(SUGGEST):
        field.fill("coa")
    field.fill("otters by")
    expect(dialog.get_by_role("option", name="Otters by day")).to_be_visible()
    for route in held:
        route.fulfill(json={"results": [], "groups": {}, "status": "too late"})
    field.press("ArrowDown")
    expect(dialog.locator("[aria-selected=true]")).to_have_text("Otters by day")
    expect(dialog.get_by_text("too late")).to_have_count(0)


def test_without_a_connection_it_says_so_and_still_leads_to_the_results(site, new_page):
    page = new_page()
    page.goto(f"{site}/blog/")
    page.context.set_offline(True)
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    field.fill("otter")
    expect(dialog.get_by_role("status")).to_have_text("You are offline.")
    expect(dialog.get_by_role("option", name="All results for “otter”")).to_be_visible()
    page.context.set_offline(False)
    page.route(SUGGEST, lambda route: route.fulfill(status=500, body="Error"))
    field.fill("otters")
    expect(dialog.get_by_role("status")).to_have_text("No suggestions just now.")


def test_recent_searches_stay_on_the_device_until_they_are_removed(site, reader):
    page = reader()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for words in ("river", "otter", "<b>light</b>"):
        page.goto(f"{site}/blog/")
        page.keyboard.press("/")
        dialog_of(page)[1].fill(words)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
    page.goto(f"{site}/blog/")
    asked.clear()
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    expect(dialog.get_by_role("group", name="Recent searches").get_by_role("option")).to_have_text(
        ["<b>light</b>", "otter", "river"]
    )
    dialog.get_by_role("button", name="Remove “otter”").click()
    expect(dialog.get_by_role("option")).to_have_text(["<b>light</b>", "river"])
    expect(field).to_be_focused()
    assert not [url for url in asked if "/search/" in url]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/search/?q=river")
    page.goto(f"{site}/blog/")
    page.keyboard.press("/")
    expect(dialog.get_by_role("option")).to_have_text(["river", "<b>light</b>"])
    dialog.get_by_role("button", name="Clear all").click()
    expect(dialog.get_by_role("option")).to_have_count(0)
    expect(dialog.get_by_text("Recent searches")).to_have_count(0)


def test_where_nothing_may_be_kept_all_else_works(site, reader):
    page = reader()
    page.add_init_script(NO_STORAGE)
    page.goto(f"{site}/blog/")
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    field.fill("coast")
    expect(dialog.get_by_role("option")).to_have_count(2)
    field.fill("")
    expect(dialog.get_by_role("option")).to_have_count(0)


def test_on_a_phone_it_fills_the_screen_and_is_worked_by_touch(site, reader):
    page = reader(width=390, height=760, has_touch=True, is_mobile=True)
    page.goto(f"{site}/blog/")
    page.get_by_role("banner").get_by_role("link", name="Search").tap()
    dialog, field = dialog_of(page)
    expect(dialog).to_be_visible()
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 760}
    field.fill("otter")
    option = dialog.get_by_role("option", name="Otters at night")
    expect(option).to_be_visible()
    assert option.bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    option.tap()
    page.wait_for_url(f"{site}/blog/otters-at-night/")


def test_results_are_narrowed_and_the_narrowed_page_can_be_shared(site, reader):
    page = reader()
    page.goto(f"{site}/search/?q=otter")
    results = page.locator("[data-search-results] > li")
    expect(results).to_have_count(3)
    page.get_by_role("navigation", name="Narrow the results").get_by_role("link", name="River life").click()
    expect(results).to_have_count(2)
    shared = page.url
    assert "q=otter" in shared

    other = reader()
    other.goto(shared)
    expect(other.locator("[data-search-results] > li")).to_have_count(2)
    other.get_by_role("list", name="Narrowed to").get_by_role("link").first.click()
    expect(other.locator("[data-search-results] > li")).to_have_count(3)


def test_a_misspelt_search_is_put_right_and_can_be_repeated_as_it_was_typed(site, reader):
    page = reader()
    page.goto(f"{site}/search/")
    field = page.locator("main").get_by_role("combobox")
    field.fill("lihgthouse")
    expect(page.get_by_text("Suggestions for “lighthouse”")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Showing results for lighthouse")).to_be_visible()
    expect(page.locator("[data-search-results] > li")).to_have_count(1)
    page.get_by_role("link", name="lihgthouse").click()
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()


def test_the_offers_of_the_results_pages_own_field_close_without_losing_the_words(site, reader):
    page = reader()
    page.goto(f"{site}/search/")
    field = page.locator("main").get_by_role("combobox")
    field.fill("otter")
    offers = page.locator("main").get_by_role("listbox")
    expect(offers).to_be_visible()
    page.keyboard.press("Escape")
    expect(offers).to_be_hidden()
    expect(field).to_have_value("otter")
    page.keyboard.press("ArrowDown")
    expect(offers).to_be_visible()
    page.keyboard.press("Tab")
    page.get_by_role("contentinfo").get_by_role("link").first.focus()
    expect(offers).to_be_hidden()


def test_without_scripts_the_search_is_a_page_with_a_form(site, reader):
    page = reader(java_script_enabled=False)
    page.goto(f"{site}/blog/")
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.wait_for_url(f"{site}/search/")
    page.get_by_role("searchbox").fill("otter")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("[data-search-results] > li")).to_have_count(3)
    page.get_by_role("navigation", name="Narrow the results").get_by_role("link", name="Coast").click()
    expect(page.locator("[data-search-results] > li")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_needs_movement_or_left_to_right_to_use_it(site, reader, settings, scheme):
    settings.LANGUAGE_CODE = "ar"
    page = reader(color_scheme=scheme, reduced_motion="reduce", forced_colors="active", width=320)
    page.goto(f"{site}/blog/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    assert dialog.evaluate("dialog => getComputedStyle(dialog).animationName") == "none"
    page.keyboard.type("otter")
    option = dialog.get_by_role("option").first
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert option.evaluate("option => getComputedStyle(option).outlineStyle") == "solid"
    bar = dialog.get_by_role("combobox").bounding_box()
    assert dialog.get_by_role("button").first.bounding_box()["x"] < bar["x"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
