"""What goes wrong around an import in the admin: sessions that end, two at once, no room, the wrong choice."""

from __future__ import annotations

import os
import time
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from blog.models import BlogPage
from core.models import SiteImage
from porting.admin import uploads
from porting.admin.work import work
from porting.importer import runs
from porting.models import ImportRun
from tests.porting.admin.exports import ghost_export
from tests.porting.source import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def looked_at(upload) -> ImportRun:
    """A run whose export was looked at."""
    upload()
    work(ImportRun.objects.get().pk)
    return ImportRun.objects.get()


def page_of(run: ImportRun, client) -> str:
    return client.get(f"/admin/porting/imports/{run.pk}/").content.decode()


@pytest.mark.parametrize("button", ["start", "stop", "discard"])
def test_whoever_signs_in_again_after_pressing_a_button_is_back_at_the_import(
    looked_at, administrator, button
):
    """Signing in leads to the address that was asked for, without what was sent to it."""
    answer = administrator.get(f"/admin/porting/imports/{looked_at.pk}/{button}/")

    assert answer.url == f"/admin/porting/imports/{looked_at.pk}/"
    looked_at.refresh_from_db()
    assert looked_at.state == ImportRun.State.ANALYSED


def test_an_upload_that_just_arrives_survives_the_start_of_another_one(worker):
    (arriving,) = uploads.keep(SimpleUploadedFile("big.zip", b"PK"))
    uploads.remove_forgotten()
    assert Path(arriving).exists()

    long_ago = time.time() - uploads.ARRIVES_WITHIN.total_seconds() - 60
    os.utime(Path(arriving).parent.parent, (long_ago, long_ago))
    uploads.remove_forgotten()
    assert not Path(arriving).exists()


class Endless(SimpleUploadedFile):
    """An upload there is no room for."""

    def chunks(self, chunk_size=None):
        yield b"PK"
        raise OSError(28, "No space left on device")


def test_an_upload_there_is_no_room_for_leaves_nothing_behind(worker):
    with pytest.raises(OSError, match="No space"):
        uploads.keep(Endless("big.zip", b"PK"))
    assert list(uploads.folder().iterdir()) == []


def test_a_folder_for_uploads_that_cannot_be_written_is_said_on_the_form(upload, settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.IMPORT_FOLDER = str(tmp_path / "file" / "uploads")
    answer = upload()

    assert answer.status_code == 200
    assert "could not be kept on the server" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_an_upload_the_temporary_folder_has_no_room_for_is_said_on_the_form(
    upload, administrator, settings, tmp_path
):
    """It is written there before any view is asked."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE, settings.FILE_UPLOAD_TEMP_DIR = 1, str(tmp_path / "gone")
    answer = upload()

    assert answer.url == "/admin/porting/imports/new/"
    assert "The file could not be received: No such file" in administrator.get(answer.url).content.decode()
    assert not ImportRun.objects.exists()


def test_a_forged_upload_is_refused(administrator, worker):
    administrator.handler.enforce_csrf_checks = True
    data = {"export": SimpleUploadedFile("old.json", ghost_export()), "new_address": "/blog/"}

    assert administrator.post("/admin/porting/imports/new/", data).status_code == 403
    assert not ImportRun.objects.exists()


def test_stopping_what_is_through_already_does_not_say_it_was_stopped(looked_at, administrator):
    ImportRun.objects.update(state=ImportRun.State.DONE)
    answer = administrator.post(f"/admin/porting/imports/{looked_at.pk}/stop/", follow=True)

    assert "was through already" in answer.content.decode()
    assert "Stopped." not in answer.content.decode()


def test_who_else_imports_is_said_without_the_place_of_the_file(looked_at):
    folder = uploads.folder() / "ab" / "0"
    ImportRun.objects.create(source=str(folder / "other.xml"), state="running", process="elsewhere:1")
    with pytest.raises(runs.BusyError) as told:
        runs.start(looked_at)
    assert "other.xml" in str(told.value)
    assert str(folder) not in str(told.value)


def test_after_a_file_nobody_can_read_the_way_on_is_another_file(upload, administrator):
    upload(b"{]")
    run = ImportRun.objects.get()
    work(run.pk)
    run.refresh_from_db()
    page = page_of(run, administrator)

    assert "Choose another file" in page
    assert "Nothing has been written" in page
    assert "Go on" not in page


def test_what_was_stopped_while_it_was_looked_at_wrote_nothing(upload, administrator):
    upload()
    ImportRun.objects.update(state=ImportRun.State.INTERRUPTED, done=1, total=2)
    page = page_of(ImportRun.objects.get(), administrator)

    assert "Nothing has been written" in page
    assert "What was imported" not in page
    assert "Go on" in page


@pytest.mark.parametrize("chosen", ["wordpress", "docusaurus", "jekyll", "hugo", "zola", "markdown"])
def test_whoever_names_the_wrong_system_is_told_the_right_one(upload, chosen):
    upload(ghost_export(), format=chosen)
    run = ImportRun.objects.get()
    work(run.pk)
    run.refresh_from_db()

    assert run.state == ImportRun.State.FAILED
    assert "Ghost" in run.error


def test_systems_are_called_by_their_own_names(looked_at, administrator):
    ImportRun.objects.update(format="wordpress")

    assert "WordPress" in administrator.get("/admin/porting/imports/").content.decode()
    assert "from WordPress" in page_of(looked_at, administrator)


def test_what_is_true_of_the_whole_export_says_so(looked_at, administrator):
    report = looked_at.report | {"items": [{"kind": "unreadable", "source": "", "detail": "It ends early."}]}
    ImportRun.objects.update(report=report)

    assert "The whole export" in page_of(looked_at, administrator)


def test_an_import_that_finds_no_room_for_pictures_stops_and_goes_on_once_there_is(
    upload, administrator, settings, tmp_path
):
    (tmp_path / "full").write_text("")
    settings.MEDIA_ROOT = str(tmp_path / "full" / "media")
    export = BytesIO()
    with ZipFile(export, "w") as pack:
        pack.writestr("2026-01-01-words.md", "---\ntitle: Words\n---\n\nNo picture.\n")
        for name in ("hill", "sea"):
            pack.writestr(f"2026-01-02-{name}.md", f"---\ntitle: {name}\n---\n\n![Seen]({name}.png)\n")
            pack.writestr(f"{name}.png", picture("red" if name == "sea" else "blue"))
    upload(export.getvalue(), "old.zip")
    run = ImportRun.objects.get()
    work(run.pk)
    administrator.post(f"/admin/porting/imports/{run.pk}/start/")
    work(run.pk)
    run.refresh_from_db()

    assert run.state == ImportRun.State.FAILED
    assert "cannot be kept on the server: Not a directory" in run.error
    assert "Go on" in page_of(run, administrator)
    assert not BlogPage.objects.filter(live=True, title__in=["hill", "sea"]).exists()

    settings.MEDIA_ROOT = str(tmp_path / "media")
    administrator.post(f"/admin/porting/imports/{run.pk}/start/")
    work(run.pk)
    run.refresh_from_db()
    assert run.state == ImportRun.State.DONE
    assert BlogPage.objects.live().count() == 3
    assert SiteImage.objects.count() == 2


def test_the_command_says_that_there_is_no_room_for_pictures(home, settings, tmp_path):
    (tmp_path / "full").write_text("")
    settings.MEDIA_ROOT = str(tmp_path / "full" / "media")
    (tmp_path / "old").mkdir()
    (tmp_path / "old/2026-01-02-sea.md").write_text("---\ntitle: Sea\n---\n\n![Seen](sea.png)\n")
    (tmp_path / "old/sea.png").write_bytes(picture())

    with pytest.raises(CommandError, match="cannot be kept on the server"):
        call_command("import_blog", str(tmp_path / "old"), stderr=StringIO())
    assert ImportRun.objects.get().state == ImportRun.State.FAILED
