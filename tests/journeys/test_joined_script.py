"""The one script and the one style sheet production serves do what the small ones do."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from core.static_files import SCRIPT_ENTRY, join_scripts, join_styles, style_sheets
from tests.journeys.reading_matter import ALTS, write_post

pytestmark = pytest.mark.journey
STATIC = Path(settings.BASE_DIR) / "static"


def read(name):
    return (STATIC / name).read_text("utf-8")


def test_the_joined_script_runs_on_a_post_and_on_a_list_without_a_word_of_complaint(
    live_server, transactional_db, new_page
):
    write_post()
    page = new_page()
    complaints, loaded = [], []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: loaded.append(request.url))
    script = join_scripts(read(SCRIPT_ENTRY), read)
    page.route("**/js/site.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    for path in ("/blog/", "/blog/everything/"):
        page.goto(live_server.url + path)
        page.wait_for_load_state("networkidle")
    assert page.get_by_role("tab", name="Linux").is_visible()
    assert page.get_by_role("button", name="Copy", exact=True).is_visible()
    page.get_by_role("link", name=ALTS[1]).click()
    expect(page.get_by_role("dialog").get_by_role("img")).to_have_attribute("alt", ALTS[1])
    assert not [url for url in loaded if "/js/components/" in url]
    assert complaints == []


READ_RULES = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    // Properties with var() and conditions are kept as they were written, line breaks and all.
    return Array.from(sheet.cssRules, rule => rule.cssText.replace(/\\s+/g, " ").replace(/([,(:]) /g, "$1"));
}"""


def test_a_browser_reads_the_same_rules_from_the_joined_style_sheet(new_page):
    page = new_page()
    page.goto("about:blank")
    names = style_sheets()
    parts = [rule for name in names for rule in page.evaluate(READ_RULES, read(name))]
    assert len(parts) > len(names)
    for small, large in zip(page.evaluate(READ_RULES, join_styles(names, read)), parts, strict=True):
        assert small == large
