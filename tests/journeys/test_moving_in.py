"""An administrator brings a blog in: from the menu to the report, and on to a page."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from playwright.sync_api import expect

from porting.models import ImportRun
from tests.factories.people import PASSWORD
from tests.journeys.desk import Desk

pytestmark = [
    pytest.mark.journey,
    pytest.mark.sqlite,
]  # the import is a process of its own; it is told of a file


@pytest.fixture
def export(tmp_path):
    """A small Ghost export."""
    posts = [
        {
            "id": str(number),
            "title": f"Walk {number}",
            "slug": f"walk-{number}",
            "status": "published",
            "published_at": "2024-05-06T07:08:09Z",
            "html": "<h2>Up</h2><p>We left before dawn.</p>",
            "codeinjection_head": "<script>count()</script>" if number == 1 else None,
        }
        for number in range(1, 4)
    ]
    path = tmp_path / "walks.ghost.json"
    path.write_text(json.dumps({"db": [{"meta": {"version": "5.1.0"}, "data": {"posts": posts}}]}))
    return path


@pytest.fixture
def site(live_server, transactional_db, settings, monkeypatch, tmp_path):
    """A site with an administrator, whose imports find this test's database."""
    user = get_user_model().objects.create_user("keeper", "keeper@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name="Administrators"))
    settings.IMPORT_FOLDER = str(tmp_path / "uploads")
    monkeypatch.setenv("IMPORT_FOLDER", settings.IMPORT_FOLDER)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{connection.settings_dict['NAME']}")
    return live_server.url


@pytest.fixture
def keeper(site, new_page):
    """The administrator at the admin, with every complaint of the browser written down."""
    page = new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{site}/admin/")
    page.get_by_label("Username").fill("keeper")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation").first).to_be_visible()
    return page


def test_an_administrator_brings_a_blog_in_and_reads_the_report(site, keeper, export):
    keeper.get_by_role("button", name="Settings").click()
    keeper.get_by_role("link", name="Import a blog").click()
    keeper.get_by_role("link", name="Import a blog").last.click()
    keeper.get_by_label("Export of the old blog").set_input_files(export)
    keeper.get_by_role("button", name="Upload and look").click()

    expect(keeper.get_by_text("Nothing has been written yet")).to_be_visible()
    expect(keeper.locator(".moving-counts")).to_contain_text("Posts")
    expect(keeper.get_by_text("code is never run here")).to_be_visible()
    keeper.get_by_role("button", name="Import", exact=True).click()

    expect(keeper.get_by_role("heading", name="The import is through")).to_be_visible()
    with keeper.expect_download() as download:
        keeper.get_by_role("link", name="Download report.json").click()
    assert json.loads(download.value.path().read_text())["summary"]["counts"]["imported"] == 3

    keeper.get_by_role("link", name="See every imported page").click()
    keeper.get_by_role("link", name="View Walk 2").click()
    expect(keeper.get_by_role("heading", name="Walk 2", level=1)).to_be_visible()
    expect(keeper.get_by_text("We left before dawn.")).to_be_visible()
    assert keeper.complaints == []


def test_the_way_in_works_without_a_mouse(site, keeper, export):
    keeper.goto(f"{site}/admin/porting/imports/new/")
    keeper.get_by_label("Export of the old blog").set_input_files(export)
    keeper.get_by_role("button", name="Upload and look").focus()
    keeper.keyboard.press("Enter")
    button = keeper.get_by_role("button", name="Import", exact=True)
    expect(button).to_be_visible()
    button.focus()
    keeper.keyboard.press("Enter")
    expect(keeper.get_by_role("heading", name="The import is through")).to_be_visible()


def test_an_editor_is_refused(site, new_page, editor_account):
    desk = Desk(new_page(), site)
    desk.page.goto(f"{site}/admin/")
    desk.page.get_by_label("Username").fill("editor")
    desk.page.locator("#id_password").fill(PASSWORD)
    desk.page.get_by_role("button", name="Sign in").click()
    expect(desk.page.get_by_role("navigation").first).to_be_visible()

    assert desk.page.goto(f"{site}/admin/porting/imports/").status == 403
    expect(desk.page.get_by_text("You can't open this page")).to_be_visible()


def test_a_session_that_ends_meanwhile_asks_to_sign_in_and_comes_back(site, keeper):
    run = ImportRun.objects.create(source="/elsewhere/walks.json", state="waiting")
    keeper.goto(f"{site}/admin/porting/imports/{run.pk}/")
    expect(keeper.get_by_role("progressbar")).to_be_visible()
    keeper.context.clear_cookies(name="sessionid")

    expect(keeper.get_by_label("Username")).to_be_visible()
    keeper.get_by_label("Username").fill("keeper")
    keeper.locator("#id_password").fill(PASSWORD)
    keeper.get_by_role("button", name="Sign in").click()
    expect(keeper.get_by_role("heading", name="Looking at the export")).to_be_visible()
    keeper.context.clear_cookies(name="sessionid")
    keeper.get_by_role("button", name="Stop").click()
    keeper.get_by_label("Username").fill("keeper")
    keeper.locator("#id_password").fill(PASSWORD)
    keeper.get_by_role("button", name="Sign in").click()
    expect(keeper.get_by_role("heading", name="Looking at the export")).to_be_visible()
