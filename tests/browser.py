"""A real browser, one for all tests of a process: a second driver beside it would not start."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.db import connection

from scripts.audit.chromium import ARGUMENTS

PATIENCE = 60_000  # milliseconds; two busy cores are slow, and a wait that succeeds costs nothing


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator:
    """The system's Chromium with a new, empty profile."""
    playwright = pytest.importorskip("playwright.sync_api")
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        pytest.skip("no Chromium on this machine")
    # Playwright's event loop runs in this thread, where Django would otherwise refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    playwright.expect.set_options(timeout=PATIENCE)
    kept = getattr(connection, "_test_serialized_contents", None)  # absent when no test empties the tables
    with playwright.sync_playwright() as driver:
        # Inside that loop Django hands out another connection, which must know as well how to put the first
        # pages and groups back after a test has emptied the tables.
        if kept is not None:
            connection._test_serialized_contents = kept
        browser = driver.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def new_page(browser) -> Iterator:
    """Open a page of a person's own: ``new_page(width=390, color_scheme="dark")``."""
    contexts = []

    def open_page(width: int = 1280, height: int = 900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
