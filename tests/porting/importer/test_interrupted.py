"""An import can be killed at any moment and started again; two at once do not meet."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex
from wagtail.search.backends import get_search_backend

from blog.models import BlogPage, ListedCount, ListedPost
from core.models import SiteImage
from porting.importer import indexing, runs
from porting.models import ImportedItem, ImportRun
from tests.porting.importer.many_posts import many_posts
from tests.porting.source import blog, bring_in, picture, post

SCRIPT = Path(__file__).parent / "import_slowly.py"
POSTS = 60
COLOURS = ["red", "blue", "green", "white", "black", "yellow", "pink"]


@pytest.fixture
def site(tmp_path):
    """A database file and folders of its own, as the process that is killed must not hold the test's."""
    database = tmp_path / "site.sqlite3"
    # A connection of its own: one that is writing cannot be copied from.
    with sqlite3.connect(connection.settings_dict["NAME"]) as migrated, sqlite3.connect(database) as target:
        migrated.backup(target)
    (tmp_path / "package").mkdir()
    for number, colour in enumerate(COLOURS):
        (tmp_path / "package" / f"{number}.png").write_bytes(picture(colour))
    return [str(database), str(tmp_path / "media"), str(tmp_path / "package"), str(POSTS)]


def start(site):
    command = [sys.executable, str(SCRIPT), *site]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "ENV_FILE": ""})


def kill_when(process, line_begins):
    for line in process.stdout:
        if line.startswith(line_begins):
            process.send_signal(signal.SIGKILL)
            break
    process.wait(timeout=30)
    process.stdout.close()


def ask(site, question):
    with sqlite3.connect(site[0]) as database:
        return database.execute(question).fetchall()


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["Making room", "Writing posts 10", "Writing posts 33"])
def test_an_import_that_was_killed_goes_on_where_it_stopped(home, site, moment):
    kill_when(start(site), moment)
    assert ask(site, "select state from porting_importrun") == [("running",)]

    again = start(site)
    again.communicate(timeout=120)

    assert again.returncode == 0
    assert ask(site, "select state from porting_importrun order by id") == [("interrupted",), ("done",)]
    counts = {
        "posts": "select count(*) from blog_blogpage join wagtailcore_page on id = page_ptr_id where live",
        "listed": "select count(*) from blog_listedpost where kind = 'all'",
        "counted": "select count from blog_listedcount where kind = 'all'",
        "done": "select count(*) from porting_importeditem where state = 'done'",
        "redirects": "select count(*) from wagtailredirects_redirect",
        "revisions": "select count(distinct object_id) from wagtailcore_revision where object_str like 'P %'",
    }
    assert {name: ask(site, question)[0][0] for name, question in counts.items()} == dict.fromkeys(
        counts, POSTS
    )
    assert ask(site, "select count(*) from core_siteimage") == [(len(COLOURS),)]
    assert ask(site, "select numchild from wagtailcore_page where slug = 'blog'") == [(POSTS,)]
    indexed = "select count(*) from wagtailsearch_indexentry where body like '%zebra%' or body like '%Zebra%'"
    assert ask(site, indexed)[0][0] >= POSTS


@pytest.mark.django_db
def test_what_was_written_but_not_listed_is_mended_by_the_next_import(home, tmp_path, monkeypatch):
    real = indexing.finish
    monkeypatch.setattr(indexing, "finish", lambda items: None)
    bring_in(blog(post("one", tags=["t"])), tmp_path)
    assert not ListedPost.objects.exists()
    monkeypatch.setattr(indexing, "finish", real)

    report = bring_in(blog(post("one", tags=["t"])), tmp_path)

    assert report.counts["unchanged"] == 1
    assert set(ListedPost.objects.values_list("kind", flat=True)) == {"all", "tag", "month"}
    assert ImportedItem.objects.get().state == ImportedItem.State.DONE
    assert get_search_backend().search("text", BlogPage).count() == 1


@pytest.mark.django_db
def test_a_second_import_says_that_one_is_running(home, tmp_path):
    runs.start(ImportRun(source="first.xml"))

    with pytest.raises(runs.BusyError, match="first.xml"):
        bring_in(blog(post("one")), tmp_path)
    assert not Page.objects.filter(slug="one").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("dead", ["process", "silence"])
def test_a_dead_import_keeps_nobody_waiting(home, tmp_path, dead):
    first = runs.start(ImportRun(source="first.xml"))
    if dead == "process":
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()
        ImportRun.objects.update(process=f"{first.process.rpartition(':')[0]}:{gone.pid}")
    else:
        ImportRun.objects.update(process="elsewhere:1", seen=timezone.now() - 2 * runs.SILENT_FOR)

    bring_in(blog(post("one")), tmp_path)

    first.refresh_from_db()
    assert first.state == ImportRun.State.INTERRUPTED
    with pytest.raises(runs.TakenOverError):
        runs.tick(first, "Writing posts", 1, 2)


@pytest.mark.django_db
def test_an_error_leaves_the_site_free_for_the_next_import(home, tmp_path, monkeypatch):
    monkeypatch.setattr(indexing, "mend", lambda key: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        bring_in(blog(post("one")), tmp_path)
    monkeypatch.undo()

    assert ImportRun.objects.get().state == ImportRun.State.FAILED
    bring_in(blog(post("one")), tmp_path)
    assert BlogPage.objects.get().live


@pytest.mark.django_db
def test_a_post_nobody_can_write_does_not_keep_the_others_out(home, tmp_path, monkeypatch):
    from porting.importer import posts

    real = posts.to_blocks
    monkeypatch.setattr(
        posts, "to_blocks", lambda html, context: real(html, context) if "bad" not in html else 1 / 0
    )

    report = bring_in(blog(post("bad"), post("good")), tmp_path)

    assert [page.slug for page in BlogPage.objects.live()] == ["good"]
    assert report.counts["failed"] == 1
    monkeypatch.undo()
    bring_in(blog(post("bad"), post("good")), tmp_path)
    assert BlogPage.objects.live().count() == 2


@pytest.mark.django_db
def test_the_number_of_queries_for_a_post_does_not_grow_with_the_blog(home, tmp_path):
    from django.test.utils import CaptureQueriesContext

    for number in range(7):
        (tmp_path / f"{number}.png").write_bytes(picture())

    def queries(number):
        with CaptureQueriesContext(connection) as found:
            bring_in(many_posts(number), tmp_path)
        return len(found)

    few, more = queries(30), queries(60)
    # The second import writes thirty posts as the first did, and looks at those that are there.
    assert more < few * 1.2
    assert Redirect.objects.count() == ListedCount.objects.get(kind="all").count == 60
    assert ReferenceIndex.objects.count() > 60
    assert SiteImage.objects.count() == 1
