"""What every test stands on: a database copied in a moment, and no silent skips in CI."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.browser import browser, new_page  # noqa: F401 - fixtures for tests everywhere

REQUIRE_ALL = os.environ.get("COLOPHON_REQUIRE_ALL", "") not in {"", "0"}


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """The database begins anew with every test, and its numbers with it; what is cached goes by numbers."""
    cache.clear()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests of the database that is not in use: they do not apply, so they are not skips."""
    other = "postgresql" if connection.vendor == "sqlite" else "sqlite"
    left_out = [item for item in items if item.get_closest_marker(other)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker(other)]
    for item in items:
        if uses_database(item):
            item.add_marker("database")
        if is_transactional(item):
            # Such a test empties every table afterwards; the next one needs the first pages and groups back.
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


def uses_database(item: pytest.Item) -> bool:
    """Whether it can matter to the test which database is in use."""
    by_marker = item.get_closest_marker("django_db") or item.get_closest_marker(connection.vendor)
    return bool(by_marker) or bool(
        {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    )


def is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    by_marker = marker is not None and bool(marker.kwargs.get("transaction"))
    return by_marker or bool({"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Where COLOPHON_REQUIRE_ALL is set, as in CI, a skipped test is a failed one."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and here nothing may be: {report.longrepr}"
    return report


def scratch_folder() -> Path:
    return Path(settings.TEST_FOLDER)


def migrations_digest() -> str:
    """Return a text that changes whenever a migration is added, removed or edited."""
    digest = hashlib.sha256()
    for app, name in sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations):
        digest.update(f"{app}.{name};".encode())
    for path in sorted(Path(settings.BASE_DIR).glob("*/migrations/*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Start from a copy of an already migrated SQLite database, when these very migrations ran before."""
    if connection.vendor != "sqlite":
        return bool(request.config.getvalue("reuse_db"))
    template = scratch_folder() / f"migrated-{migrations_digest()}.sqlite3"
    if template.exists():
        shutil.copyfile(template, connection.settings_dict["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Keep the freshly migrated SQLite database for the next run."""
    if connection.vendor != "sqlite":
        return
    template = scratch_folder() / f"migrated-{migrations_digest()}.sqlite3"
    if template.exists():
        return
    draft = template.with_suffix(f".{os.getpid()}")
    with django_db_blocker.unblock():
        connection.ensure_connection()
        target = sqlite3.connect(draft)
        connection.connection.backup(target)
        target.close()
    draft.replace(template)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Remove this process's database and uploads; the migrated copy stays."""
    for path in scratch_folder().glob(f"*{os.getpid()}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


@pytest.fixture
def home(db: None) -> Any:
    """The home page the migrations made."""
    from home.models import HomePage

    return HomePage.objects.get(depth=2)


@pytest.fixture
def blog(home: Any) -> Any:
    """An empty blog at /blog/."""
    from tests.factories import BlogIndexPageFactory

    return BlogIndexPageFactory(parent=home, title="Blog", slug="blog")


@pytest.fixture
def make_post(blog: Any) -> Any:
    """Make a post of the blog: ``make_post("draft", title="...")``; live when no state is named."""
    from tests.factories import make_post

    return lambda state="live", **fields: make_post(blog, state, **fields)
