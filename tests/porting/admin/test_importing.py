"""An administrator brings a blog in from the admin, step by step, and nobody else can."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image

from blog.models import BlogPage
from core.media.warming import warm_page
from porting.admin import uploads
from porting.admin.work import work
from porting.models import ImportRun
from tests.porting.admin.exports import POSTS, ghost_export

pytestmark = pytest.mark.django_db


def the_run() -> ImportRun:
    return ImportRun.objects.get()


@pytest.fixture
def looked_at(upload) -> ImportRun:
    """A run whose export was looked at."""
    upload()
    work(the_run().pk)
    return the_run()


@pytest.mark.parametrize("role", ["Editors", "Authors"])
@pytest.mark.parametrize(
    "path", ["imports/", "imports/new/", "imports/1/", "imports/1/report.json", "export/"]
)
def test_others_are_refused(sign_in, role, path):
    client = sign_in(role)

    assert client.get(f"/admin/porting/{path}").status_code == 403
    assert "Import a blog" not in client.get("/admin/").content.decode()


def test_an_administrator_finds_it_in_the_menu(administrator):
    assert "/admin/porting/imports/" in administrator.get("/admin/").content.decode()
    assert administrator.get("/admin/porting/imports/").status_code == 200


def test_an_upload_is_kept_apart_and_looked_at_before_anything_is_written(upload, administrator, settings):
    answer = upload(base_url="old.example")
    run = the_run()

    assert answer.url == f"/admin/porting/imports/{run.pk}/"
    assert Path(run.source).is_relative_to(settings.IMPORT_FOLDER)
    assert Path(run.source).stat().st_mode & 0o077 == 0
    assert run.options["reading"]["base_url"] == "https://old.example"
    assert "<progress" in administrator.get(answer.url).content.decode()

    work(run.pk)
    page = administrator.get(answer.url).content.decode()
    assert "Nothing has been written yet" in page
    assert "drafts 1" in page
    assert not BlogPage.objects.exists()


def test_confirming_imports_and_ends_at_a_report_with_links_to_the_pages(looked_at, administrator):
    address = f"/admin/porting/imports/{looked_at.pk}/"
    assert administrator.post(f"{address}start/").url == address
    assert administrator.get(f"{address}progress/").json()["busy"] is True
    work(looked_at.pk)

    sea = BlogPage.objects.get(slug="sea")
    page = administrator.get(address).content.decode()
    assert "The import is through" in page
    pages = administrator.get(f"{address}pages/").content.decode()
    assert f"/admin/pages/{sea.pk}/edit/" in pages
    assert 'href="/blog/sea/"' in pages
    assert administrator.get(f"{address}progress/").json()["busy"] is False
    assert not Path(the_run().source).exists()


@pytest.fixture
def sea_is_wanted(upload, administrator, settings, tmp_path):
    """A post with a picture, looked at and confirmed."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    picture, export = BytesIO(), BytesIO()
    Image.new("RGB", (800, 600), "teal").save(picture, "PNG")
    with ZipFile(export, "w") as pack:
        pack.writestr("sea.md", "---\ntitle: Sea\ndate: 2026-01-02\n---\n\n![The sea](sea.png)\n")
        pack.writestr("sea.png", picture.getvalue())
    upload(export.getvalue(), "old.zip")
    work(the_run().pk)
    administrator.post(f"/admin/porting/imports/{the_run().pk}/start/")


@pytest.mark.usefixtures("sea_is_wanted")
def test_pictures_of_an_import_keep_a_worker_from_nothing_else():
    work(the_run().pk)
    warm_page.enqueue(BlogPage.objects.get(slug="sea").pk)
    of_import = DBTaskResult.objects.filter(task_path=warm_page.module_path).order_by("enqueued_at").first()
    following = list(DBTaskResult.objects.ready())
    assert following[-1] == of_import
    assert len(following) > 1


@pytest.mark.usefixtures("sea_is_wanted")
def test_the_pictures_of_what_was_imported_are_made_once_it_is_through(administrator, settings):
    settings.TASKS = {"default": {"BACKEND": "core.tasks.GuardedImmediateBackend"}}
    work(the_run().pk)

    sea = administrator.get("/blog/sea/").content.decode()
    assert "/media/images/sea" in sea
    assert "/media/new/" not in sea


def test_the_report_can_be_downloaded(looked_at, administrator):
    answer = administrator.get(f"/admin/porting/imports/{looked_at.pk}/report.json")

    assert answer["Content-Disposition"].startswith("attachment")
    assert json.loads(answer.content)["summary"]["counts"]["posts"] == 2


def test_an_import_that_was_killed_can_go_on(looked_at, administrator):
    address = f"/admin/porting/imports/{looked_at.pk}/"
    dead = {"state": "running", "process": "elsewhere:1", "seen": timezone.now() - timedelta(hours=1)}
    ImportRun.objects.filter(pk=looked_at.pk).update(**dead)

    assert "Go on" in administrator.get(address).content.decode()
    administrator.post(f"{address}start/")
    work(looked_at.pk)
    assert the_run().state == ImportRun.State.DONE
    assert BlogPage.objects.count() == len(POSTS)


def test_stopping_before_the_work_begins_leaves_it_to_be_gone_on_with(upload, administrator):
    upload()
    run = the_run()
    administrator.post(f"/admin/porting/imports/{run.pk}/stop/")
    work(run.pk)

    assert the_run().state == ImportRun.State.INTERRUPTED
    administrator.post(f"/admin/porting/imports/{run.pk}/start/")
    work(run.pk)
    assert the_run().state == ImportRun.State.ANALYSED


def test_an_import_waits_while_another_one_runs(looked_at, administrator):
    ImportRun.objects.create(source="other.xml", state="running", process="elsewhere:1")
    administrator.post(f"/admin/porting/imports/{looked_at.pk}/start/")
    work(looked_at.pk)

    looked_at.refresh_from_db()
    assert looked_at.state == ImportRun.State.ANALYSED
    assert "other.xml" in administrator.get(f"/admin/porting/imports/{looked_at.pk}/").content.decode()


def test_pressing_twice_does_it_once(looked_at, administrator):
    for _ in range(2):
        administrator.post(f"/admin/porting/imports/{looked_at.pk}/start/")
    for _ in range(2):
        work(looked_at.pk)

    assert the_run().state == ImportRun.State.DONE
    assert BlogPage.objects.count() == len(POSTS)


def test_a_file_nobody_can_read_says_so(upload, administrator):
    upload(b"{]")
    work(the_run().pk)
    page = administrator.get(f"/admin/porting/imports/{the_run().pk}/").content.decode()

    assert "This did not work" in page
    assert the_run().error


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "notes.docx"}, "Choose a file that ends in"),
        ({"base_url": "not an address"}, "This is no address of a site"),
        ({"permalink": ":slug"}, "It begins with a slash"),
        ({"new_address": "/Ünfug?/"}, "no address a blog can have"),
    ],
)
def test_a_wrong_choice_is_named_and_nothing_is_kept(upload, settings, fields, said):
    answer = upload(**fields)

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_large_is_refused_with_its_size(upload, settings):
    settings.IMPORT_MAX_UPLOAD_SIZE = 100

    assert "is too large" in upload(ghost_export()).content.decode()


def test_deleting_takes_the_upload_along_but_no_file_of_others(looked_at, administrator, tmp_path):
    other = tmp_path / "elsewhere" / "a" / "mine.json"
    other.parent.mkdir(parents=True)
    other.write_text("{}")
    by_hand = ImportRun.objects.create(source=str(other), state="done")
    source = Path(looked_at.source)
    for run in (looked_at, by_hand):
        administrator.post(f"/admin/porting/imports/{run.pk}/discard/")

    assert not ImportRun.objects.exists()
    assert not source.exists()
    assert other.exists()


def test_forgotten_uploads_are_deleted_and_wanted_ones_kept(looked_at, settings):
    left = uploads.folder() / "left"
    left.mkdir()
    os.utime(left, (0, 0))
    uploads.remove_forgotten()
    assert not left.exists()
    assert Path(looked_at.source).exists()

    ImportRun.objects.update(seen=timezone.now() - timedelta(days=15))
    uploads.remove_forgotten()
    assert not Path(looked_at.source).exists()


def test_an_existing_blog_can_be_chosen(upload, blog):
    upload(under="/blog/", new_address="")
    work(the_run().pk)
    assert the_run().options["under"] == "/blog/"
    assert the_run().state == ImportRun.State.ANALYSED


def test_what_can_be_done_is_said_in_words_of_the_admin(upload, administrator):
    upload(ghost_export([POSTS[0] | {"html": '<p><img src="/content/images/lost.png" alt="Lost"></p>'}]))
    work(the_run().pk)
    page = administrator.get(f"/admin/porting/imports/{the_run().pk}/").content.decode()

    assert "lost.png" in page
    assert "let missing pictures be fetched" in page
    assert "--fetch-media" not in page
