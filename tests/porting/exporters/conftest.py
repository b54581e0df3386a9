"""The blog of ``blog_to_export``, taken out once for all tests of a file that only look at the result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from home.models import HomePage
from porting.exporters.formats import export_blog
from tests.factories import BlogIndexPageFactory
from tests.porting.exporters.blog_to_export import fill


@pytest.fixture(scope="session")
def exported_as(tmp_path_factory, django_db_setup, django_db_blocker) -> Callable[[str, str], Path]:
    """``exported_as("markdown", "https://blog.example")``: the folder. The database is as it was afterwards."""
    done: dict[str, Path] = {}

    def export(name: str, base_url: str) -> Path:
        if name not in done:
            path = tmp_path_factory.mktemp(name) / "out"
            with django_db_blocker.unblock(), transaction.atomic():
                blog = BlogIndexPageFactory(parent=HomePage.objects.get(depth=2), title="Blog", slug="blog")
                fill(blog)
                export_blog(blog, name, path, base_url)
                transaction.set_rollback(True)
            done[name] = path
        return done[name]

    return export
