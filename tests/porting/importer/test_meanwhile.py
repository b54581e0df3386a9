"""What editors do while an import runs: nothing of theirs is written over, and the import goes on."""

from __future__ import annotations

import pytest
from wagtail.models import Page

from blog.models import BlogPage
from porting.importer import shells
from porting.importer import source as sources
from porting.importer.options import ImportOptions
from porting.importer.run import import_source
from porting.models import ImportRun, OldAddress
from porting.packages import Package
from tests.factories import BlogPageFactory
from tests.porting.source import blog, bring_in, kinds, post

pytestmark = pytest.mark.django_db


def bring_in_while(source, folder, step, act):
    """Import; ``act`` is done once, as soon as the import is about to do its first ``step``."""
    todo = [act]

    def progress(name, done, total):
        if name == step and todo:
            todo.pop()()

    ready = sources.prepared(source, Package.open(folder), ImportOptions())
    return import_source(ImportRun(source="test"), ready, ImportOptions(), progress)


def changed(*others):
    return blog(post("one", html="<p>New on the old blog.</p>"), *others)


def test_a_page_that_is_edited_while_it_is_prepared_keeps_the_edit(home, client, tmp_path):
    bring_in(blog(post("one")), tmp_path)

    def edit():
        page = BlogPage.objects.get()
        page.title = "Mine"
        page.save_revision().publish()

    report = bring_in_while(changed(), tmp_path, "Writing posts", edit)

    assert BlogPage.objects.get().title == "Mine"
    assert "edited" in kinds(report, "one")
    assert report.counts["edited here"] == 1
    content = client.get("/blog/one/").content
    assert b"Mine" in content
    assert b"New on the old blog" not in content


def test_a_page_that_is_moved_while_it_is_prepared_stays_where_it_was_moved(home, client, tmp_path):
    bring_in(blog(post("team", kind="page"), post("about", kind="page")), tmp_path)

    def move():
        Page.objects.get(slug="team").move(Page.objects.get(slug="about"), pos="last-child")

    source = blog(post("team", kind="page", html="<p>New people.</p>"), post("about", kind="page"))
    bring_in_while(source, tmp_path, "Writing posts", move)

    assert Page.objects.get(slug="team").url_path == "/home/about/team/"
    assert b"New people" in client.get("/about/team/").content


@pytest.mark.parametrize("step", ["Making room", "Writing posts", "Old addresses"])
def test_a_page_that_is_deleted_meanwhile_stops_nothing(home, client, tmp_path, step):
    bring_in(blog(post("one", addresses=["/2020/one/", "/?p=1"])), tmp_path)
    source = changed(post("two", addresses=["/2020/two/", "/?p=2"]))
    source.posts[0].addresses.append("/?p=1")
    report = bring_in_while(
        source, tmp_path, step, lambda: Page.objects.get(pk=BlogPage.objects.get(slug="one").pk).delete()
    )

    assert ImportRun.objects.first().state == ImportRun.State.DONE
    assert report.counts["imported"] == 1
    assert client.get("/2020/two/")["Location"] == "/blog/two/"
    assert client.get("/2020/one/").status_code == 404
    assert not OldAddress.objects.filter(address="/?p=1").exists()


def test_a_page_that_takes_a_slug_meanwhile_keeps_it(home, client, tmp_path, monkeypatch):
    monkeypatch.setattr(shells, "BATCH", 1)

    def write():
        BlogPageFactory(
            parent=BlogPage.objects.get(slug="one").get_parent().specific, title="Mine", slug="two"
        )

    bring_in_while(blog(post("one"), post("two")), tmp_path, "Making room", write)

    assert sorted(BlogPage.objects.values_list("slug", flat=True)) == ["one", "two", "two-2"]
    assert client.get("/2020/two/")["Location"] == "/blog/two-2/"
