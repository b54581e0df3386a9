"""Tabs and the copy button in a real browser."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from core.article.render import render_article
from core.blocks import ArticleBody

pytestmark = pytest.mark.journey
BODY = ArticleBody()
SHEET = '<link rel="stylesheet" href="/static/css/blocks/tabs.css">'
SCRIPTS = "".join(
    f'<script type="module" src="/static/js/components/{name}.js"></script>' for name in ("tabs", "copy-code")
)


def tabs(group: str, *labels: str) -> dict:
    items = [
        {"label": label, "body": [{"type": "paragraph", "value": f"<p>On {label}</p>"}]} for label in labels
    ]
    return {"type": "tabs", "value": {"group": group, "tabs": items}}


def code(language: str, text: str) -> dict:
    return {"type": "code", "value": {"language": language, "code": text, "line_numbers": True}}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with tabs and code, and the site's static files."""
    folder = tmp_path_factory.mktemp("site")
    stream = BODY.to_python(
        [
            tabs("os", "macOS", "Linux"),
            tabs("os", "Linux", "Windows"),
            tabs("", "Linux", "macOS"),
            code("console", "$ make run\nready\n$ ls"),
        ]
    )
    html = render_article(stream).html
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{SHEET}{SCRIPTS}{html}", "utf-8")
    (folder / "static").symlink_to(Path(settings.BASE_DIR) / "static")
    handler = functools.partial(QuietHandler, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves without a word on the console."""

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def browser_page(address: str, new_page: Callable[..., Any]) -> Any:
    """The page, open in Chromium."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.wait_for_selector(".listing__copy")
    return page


def chosen(page: Any) -> list[str]:
    return page.locator('[role="tab"][aria-selected="true"]').all_inner_texts()


def test_a_choice_holds_for_its_group_and_after_a_reload(browser_page: Any) -> None:
    assert chosen(browser_page) == ["macOS", "Linux", "Linux"]
    browser_page.get_by_role("tab", name="Linux").first.click()
    assert chosen(browser_page) == ["Linux", "Linux", "Linux"]
    browser_page.get_by_role("tab", name="Windows").click()
    assert chosen(browser_page) == ["Linux", "Windows", "Linux"], "a group without that tab keeps its own"
    browser_page.reload()
    browser_page.wait_for_selector(".tabs__list")
    assert chosen(browser_page) == ["macOS", "Windows", "Linux"]


def test_one_panel_is_shown_and_the_arrows_move_between_tabs(browser_page: Any) -> None:
    first = browser_page.locator("[data-tabs]").first
    assert first.get_by_role("tabpanel").all_inner_texts() == ["On macOS"]
    first.get_by_role("tab", name="macOS").focus()
    browser_page.keyboard.press("ArrowLeft")
    assert first.get_by_role("tabpanel").all_inner_texts() == ["On Linux"]
    assert browser_page.evaluate("document.activeElement.textContent") == "Linux"
    browser_page.keyboard.press("Home")
    assert first.get_by_role("tabpanel").all_inner_texts() == ["On macOS"]


def test_copying_a_session_takes_the_commands_only(browser_page: Any) -> None:
    button = browser_page.get_by_role("button", name="Copy")
    button.click()
    browser_page.wait_for_function("document.querySelector('.listing__copy').textContent === 'Copied'")
    assert browser_page.evaluate("navigator.clipboard.readText()") == "make run\nls"


def test_without_the_clipboard_the_code_is_selected(browser_page: Any) -> None:
    browser_page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    browser_page.get_by_role("button", name="Copy").click()
    browser_page.wait_for_function("getSelection().toString().includes('make run')")
