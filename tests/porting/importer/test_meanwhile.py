"""What editors do while an import runs: nothing of theirs is written over, and the import goes on."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPage
from porting.document import State
from porting.importer import shells
from porting.importer import source as sources
from porting.importer.options import ImportOptions
from porting.importer.run import import_source
from porting.models import ImportRun, OldAddress
from porting.packages import Package
from tests.factories import BlogPageFactory
from tests.porting.source import blog, bring_in, day, kinds, post

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


def write_into_the_reserved_page(title="Mine", words="My own words.", publish=False):
    """What the admin does on "Save draft", or "Publish"."""
    page = BlogPage.objects.get()
    page.title, page.body = title, [("paragraph", f"<p>{words}</p>")] if words else []
    page.save()
    revision = page.save_revision(log_action=True)
    if publish:
        revision.publish()


def edit_page_of(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


@pytest.mark.parametrize("state", [State.PUBLISHED, State.PRIVATE])
def test_words_in_a_page_that_was_only_reserved_are_kept_on_top_of_the_post(
    home, client, admin_client, tmp_path, state
):
    source = blog(post("one", state=state, tags=["t"]))
    report = bring_in_while(source, tmp_path, "Making room", write_into_the_reserved_page)

    page = BlogPage.objects.get()
    is_public = state == State.PUBLISHED
    assert (page.title, page.live, page.draft_title) == ("One", is_public, "Mine")
    assert page.has_unpublished_changes
    shown = client.get("/blog/one/")
    assert shown.status_code == (200 if is_public else 404)
    assert b"My own words" not in shown.content
    assert (b"The text of one" in shown.content) == is_public
    assert "My own words" in edit_page_of(admin_client, page)
    imported, theirs = page.revisions.order_by("created_at")
    assert page.latest_revision == theirs
    assert "The text of one" in str(imported.as_object().body)
    assert "history" in "".join(item["detail"] for item in report.items if item["kind"] == "edited")
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert f"/revisions/{imported.pk}/view/" in history

    theirs.publish()
    assert b"My own words" in client.get("/blog/one/").content
    again = bring_in(blog(post("one", html="<p>New there.</p>")), tmp_path)
    assert again.counts["edited here"] == 1
    assert b"My own words" in client.get("/blog/one/").content


def test_a_page_that_was_only_reserved_and_is_published_stays_as_it_is(home, client, tmp_path):
    report = bring_in_while(
        blog(post("one", addresses=["/2020/one/"], date=day(9).replace(year=2999), state=State.SCHEDULED)),
        tmp_path,
        "Making room",
        lambda: write_into_the_reserved_page(publish=True),
    )

    page = BlogPage.objects.get()
    imported, theirs = page.revisions.order_by("created_at")
    assert (page.title, page.live, page.live_revision, page.latest_revision) == ("Mine", True, theirs, theirs)
    assert imported.approved_go_live_at is None
    assert "The text of one" in str(imported.as_object().body)
    assert b"My own words" in client.get("/blog/one/").content
    assert client.get("/2020/one/")["Location"] == "/blog/one/"
    assert "edited" in kinds(report, "one")


@pytest.mark.parametrize("publish", [False, True])
def test_a_page_that_was_only_reserved_and_saved_without_a_word_gets_its_post(
    home, client, tmp_path, publish
):
    report = bring_in_while(
        blog(post("one")),
        tmp_path,
        "Making room",
        lambda: write_into_the_reserved_page("One", "", publish=publish),
    )

    assert b"The text of one" in client.get("/blog/one/").content
    assert not BlogPage.objects.get().has_unpublished_changes
    assert "edited" not in kinds(report, "one")


def test_words_written_while_a_stopped_import_waits_are_kept(home, client, tmp_path):
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in_while(blog(post("one")), tmp_path, "Making room", stop)
    write_into_the_reserved_page()
    bring_in(blog(post("one", html="<p>Newer there.</p>")), tmp_path)

    page = BlogPage.objects.get()
    assert "My own words" in str(page.get_latest_revision_as_object().body)
    assert b"Newer there" in client.get("/blog/one/").content
