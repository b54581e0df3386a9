"""The page of results, as readers meet it: narrowing, misspelt words, its own field, no script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey


def test_results_are_narrowed_and_the_narrowed_page_can_be_shared(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/search/?q=otter")
    results = page.locator("[data-search-results] > li")
    expect(results).to_have_count(3)
    page.get_by_role("navigation", name="Narrow the results").get_by_role("link", name="River life").click()
    expect(results).to_have_count(2)
    shared = page.url
    assert "q=otter" in shared

    other = listened_page()
    other.goto(shared)
    expect(other.locator("[data-search-results] > li")).to_have_count(2)
    other.get_by_role("list", name="Narrowed to").get_by_role("link").first.click()
    expect(other.locator("[data-search-results] > li")).to_have_count(3)


def test_a_misspelt_search_is_put_right_and_can_be_repeated_as_it_was_typed(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/search/")
    field = page.locator("main").get_by_role("combobox")
    field.fill("lihgthouse")
    expect(page.get_by_text("Suggestions for “lighthouse”")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Showing results for lighthouse")).to_be_visible()
    expect(page.locator("[data-search-results] > li")).to_have_count(1)
    page.get_by_role("link", name="lihgthouse").click()
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()


def test_the_offers_of_the_results_pages_own_field_close_without_losing_the_words(otter_site, listened_page):
    page = listened_page()
    page.goto(f"{otter_site}/search/")
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


def test_without_scripts_the_search_is_a_page_with_a_form(otter_site, listened_page):
    page = listened_page(java_script_enabled=False)
    page.goto(f"{otter_site}/blog/")
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.wait_for_url(f"{otter_site}/search/")
    page.get_by_role("searchbox").fill("otter")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("[data-search-results] > li")).to_have_count(3)
    page.get_by_role("navigation", name="Narrow the results").get_by_role("link", name="Coast").click()
    expect(page.locator("[data-search-results] > li")).to_have_count(1)
