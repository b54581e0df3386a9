"""Several editors publishing at once: nobody is told that the database is locked, and no post is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPage, ListedCount, ListedPost

ROOT = Path(__file__).resolve().parents[2]
WRITERS = 8
POSTS_EACH = 12


def database_url() -> str:
    config = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{config['NAME']}"
    return (
        f"postgres://{config['USER']}:{config['PASSWORD']}@{config['HOST']}:{config['PORT']}/{config['NAME']}"
    )


@pytest.fixture
def blog(transactional_db: None) -> BlogIndexPage:
    root = Page.get_first_root_node()
    blog = root.add_child(instance=BlogIndexPage(title="Blog", slug="stories"))
    Site.objects.update(root_page=blog)
    return blog


def test_eight_processes_publish_twelve_posts_each_without_a_failure(blog: BlogIndexPage) -> None:
    environment = os.environ | {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "site_config.settings.dev",
        "ENV_FILE": "",
        "PYTHONPATH": str(ROOT),
    }
    script = str(ROOT / "tests" / "contracts" / "publish_repeatedly.py")
    connection.close()
    writers = [
        subprocess.Popen(
            [sys.executable, script, str(number), str(POSTS_EACH)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WRITERS)
    ]
    answers = [writer.communicate(timeout=300) for writer in writers]

    assert [output.strip() for output, _ in answers] == [""] * WRITERS
    assert [writer.returncode for writer in writers] == [0] * WRITERS, answers
    assert BlogPage.objects.live().count() == WRITERS * POSTS_EACH
    everything = {"blog": blog, "kind": "all"}
    assert ListedPost.objects.filter(**everything).count() == WRITERS * POSTS_EACH
    assert ListedCount.objects.get(**everything).count == WRITERS * POSTS_EACH
    # (alpha, path, depth, numchild, parents): five lists of broken places in the tree.
    assert not any(Page.find_problems())
