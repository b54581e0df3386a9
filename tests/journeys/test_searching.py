"""Readers who look for something from any page, and find it while they type."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

SUGGEST = "**/search/suggest/?*"
#: As browsers do where a reader has forbidden sites to keep anything.
NO_STORAGE = """Object.defineProperty(window, "localStorage",
    {get() { throw new DOMException("forbidden", "SecurityError"); }})"""


def dialog_of(page: Page):
    """The search over the page, and its field."""
    dialog = page.get_by_role("dialog", name="Search this site")
    return dialog, dialog.get_by_role("combobox")


def test_somebody_without_a_mouse_opens_a_suggestion(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/blog/lighthouse-keepers/")
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("ott")

    options = dialog.get_by_role("option")
    # Waited for as a whole: fewer letters have an answer of their own, which may be there first.
    expect(dialog.locator("[role=option] > span")).to_have_text(
        [
            *("Otters by day", "Otters at night", "All about the otter"),
            *("Otto day", "Otto night", "Otto otter", "Otter diary"),
            "All results for “ott”",
        ]
    )
    expect(options).to_have_count(8)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(dialog.locator("mark")).to_have_text([*["Ott"] * 2, "ott", *["Ott"] * 3, "ott", "Ott"])
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
    page.wait_for_url(f"{otter_site}/blog/otters-at-night/")


def test_enter_without_a_choice_leads_to_all_results(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/blog/")
    page.keyboard.press("Control+k")
    dialog_of(page)[1].fill("otter")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{otter_site}/search/?q=otter")
    expect(page.locator("[data-search-results] > li")).to_have_count(3)


def test_escape_gives_back_the_page_as_it_was_and_keeps_what_was_typed(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/blog/")
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
    assert page.url == f"{otter_site}/blog/"
    page.keyboard.press("/")
    expect(field).to_have_value("coast")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_the_shortcut_is_a_letter_in_fields_and_can_be_switched_off(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/search/")
    page.keyboard.press("/")
    own = page.locator("main").get_by_role("combobox")
    expect(own).to_be_focused()
    page.keyboard.type("a/b")
    expect(own).to_have_value("a/b")

    page.goto(f"{otter_site}/blog/")
    page.keyboard.press("/")
    dialog, _field = dialog_of(page)
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.goto(f"{otter_site}/blog/otters-at-night/")
    page.keyboard.press("/")
    expect(dialog).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("checkbox")).not_to_be_checked()


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/blog/")
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


def test_without_a_connection_it_says_so_and_still_leads_to_the_results(otter_site, new_page):
    page = new_page()
    page.goto(f"{otter_site}/blog/")
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


def test_recent_searches_stay_on_the_device_until_they_are_removed(otter_site, listened_page):
    page = listened_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for words in ("river", "otter", "<b>light</b>"):
        page.goto(f"{otter_site}/blog/")
        page.keyboard.press("/")
        dialog_of(page)[1].fill(words)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
    page.goto(f"{otter_site}/blog/")
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
    page.wait_for_url(f"{otter_site}/search/?q=river")
    page.goto(f"{otter_site}/blog/")
    page.keyboard.press("/")
    expect(dialog.get_by_role("option")).to_have_text(["river", "<b>light</b>"])
    dialog.get_by_role("button", name="Clear all").click()
    expect(dialog.get_by_role("option")).to_have_count(0)
    expect(dialog.get_by_text("Recent searches")).to_have_count(0)


def test_where_nothing_may_be_kept_all_else_works(otter_site, listened_page):
    page = listened_page()
    page.add_init_script(NO_STORAGE)
    page.goto(f"{otter_site}/blog/")
    page.keyboard.press("/")
    dialog, field = dialog_of(page)
    field.fill("coast")
    expect(dialog.get_by_role("option")).to_have_count(3)
    field.fill("")
    expect(dialog.get_by_role("option")).to_have_count(0)


def test_on_a_phone_it_fills_the_screen_and_is_worked_by_touch(otter_site, listened_page):
    page = listened_page(width=390, height=760, has_touch=True, is_mobile=True)
    page.goto(f"{otter_site}/blog/")
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
    page.wait_for_url(f"{otter_site}/blog/otters-at-night/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_needs_movement_or_left_to_right_to_use_it(otter_site, listened_page, settings, scheme):
    settings.LANGUAGE_CODE = "ar"
    page = listened_page(color_scheme=scheme, reduced_motion="reduce", forced_colors="active", width=320)
    page.goto(f"{otter_site}/blog/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    assert dialog.evaluate("dialog => getComputedStyle(dialog).animationName") == "none"
    page.keyboard.insert_text("otter")
    option = dialog.get_by_role("option").first
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_css("outline-style", "solid")
    bar = dialog.get_by_role("combobox").bounding_box()
    assert dialog.get_by_role("button").first.bounding_box()["x"] < bar["x"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
