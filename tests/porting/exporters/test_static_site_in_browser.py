"""The exported site in a real browser, from a server that only hands out files, below a folder."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from porting.exporters.formats import export_blog
from tests.factories import make_post
from tests.porting.exporters.blog_to_export import fill

pytestmark = pytest.mark.journey


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def address(blog, tmp_path) -> Iterator[str]:
    fill(blog)
    for number in range(12):
        make_post(blog, title=f"Another {number}", slug=f"another-{number}")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(tmp_path)))
    base = f"http://127.0.0.1:{server.server_port}/deep/sub"
    export_blog(blog, "html", tmp_path / "deep/sub", base)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield base
    server.shutdown()
    server.server_close()


def test_readers_can_walk_through_it(address, new_page, tmp_path: Path):
    page = new_page()
    wrong: list[str] = []
    page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: wrong.append(asked.url) if not asked.url.startswith((address, "data:")) else None,
    )
    page.goto(f"{address}/blog/")
    page.get_by_role("link", name="2", exact=True).or_(page.get_by_role("link", name="Next")).first.click()
    assert page.url == f"{address}/blog/page/2/"
    page.goto(f"{address}/blog/rich/")
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert page.evaluate(
        "[...document.images].every(image => image.complete && image.naturalWidth > 0 || image.loading == 'lazy')"
    )
    page.get_by_role("link", name="a link").click()
    assert page.url == f"{address}/blog/linked/"
    page.goto(f"{address}/2019/05/rich/")
    page.wait_for_url(f"{address}/blog/rich/")
    assert wrong == []


def test_the_colours_can_be_changed(address, new_page):
    page = new_page(color_scheme="light")
    page.goto(f"{address}/blog/rich/")
    toggle = page.locator("[data-theme-toggle]").first
    toggle.click()
    toggle.click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.wait_for_function("getComputedStyle(document.documentElement).colorScheme == 'dark'")
    page.goto(f"{address}/blog/linked/")
    page.wait_for_function("document.documentElement.dataset.theme == 'dark'")
