"""Exports in whatever circumstances: an empty blog, odd names, an editor in another country, others at work."""

from __future__ import annotations

import io
import os
import resource
import signal
import subprocess
import sys
import threading
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.utils import timezone, translation
from wagtail.models import Page, Site

from blog.models import BlogIndexPage, BlogPage, Comment, Tag
from core.models import NavigationSettings, SiteImage, SiteSettings
from porting.exporters.destination import ExportError, destination
from porting.exporters.formats import FORMATS, export_blog
from porting.processes import machine
from tests.factories import SiteImageFactory, StandardPageFactory, make_post

every_format = pytest.mark.parametrize("name", sorted(FORMATS))


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.django_db
@every_format
def test_a_blog_without_posts_can_be_taken_out(blog, tmp_path, name):
    outcome = export_blog(blog, name, tmp_path / "out")

    assert files(tmp_path / "out")
    assert outcome.counts["posts"] == 0


@pytest.mark.django_db
@every_format
@pytest.mark.parametrize("ending", ["", ".zip"])
def test_names_may_have_spaces_and_any_letters(blog, tmp_path, name, ending):
    make_post(blog, "live", slug="größe-日本", title="Größe & “more”")
    place = tmp_path / "Zoë and me" / f"my export ü{ending}"
    call_command("export_blog", str(place), "--format", name, verbosity=0)

    assert zipfile.ZipFile(place).testzip() is None if ending else files(place)
    assert [path.name for path in place.parent.iterdir()] == [place.name]


@pytest.mark.django_db
@every_format
def test_who_asks_for_an_export_makes_no_difference(blog, tmp_path, name):
    """An editor in Tokyo who reads the admin in German takes out the same blog as anybody else."""
    make_post(blog, "live", slug="late", date=datetime(2024, 5, 1, 23, 30, tzinfo=UTC))
    plain = files_of(blog, name, tmp_path / "plain")
    with translation.override("de"), timezone.override("Asia/Tokyo"):
        theirs = files_of(blog, name, tmp_path / "theirs")
        assert (translation.get_language(), timezone.get_current_timezone_name()) == ("de", "Asia/Tokyo")

    assert set(theirs) == set(plain)
    assert [file for file in plain if plain[file] != theirs[file]] == []


def files_of(blog, name, place):
    """The files of an export, but those that say when it was made."""
    export_blog(blog, name, place)
    return {
        file: content
        for file, content in files(place).items()
        if file not in {"manifest.json", "ghost-import.json", "wordpress.xml"}
        and not file.endswith(("rss.xml", "atom.xml"))
    }


@pytest.mark.django_db
@every_format
def test_a_slug_may_be_longer_than_the_name_of_a_file(home, blog, tmp_path, name):
    make_post(blog, "live", slug="長" * 120, title="Long")
    make_post(blog, "live", slug="a" * 255, title="Longer")
    above = StandardPageFactory(parent=home, slug="é" * 200, title="Above")
    StandardPageFactory(parent=above, slug="below", title="Below")
    outcome = export_blog(blog, name, tmp_path / "out")

    too_long = [problem for problem in outcome.problems if "too long" in problem.detail]
    assert len(too_long) == (3 if name == "html" else 0)
    if name == "markdown":
        export_blog(blog, name, tmp_path / "out.zip")
        again = io.StringIO()
        call_command(
            "import_blog", str(tmp_path / "out.zip"), "--under", "/again/", stdout=again, stderr=again
        )
        found = BlogPage.objects.filter(url_path__contains="/again/").values_list("slug", "title")
        assert set(found) == {("長" * 120, "Long"), ("a" * 255, "Longer")}


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_two_exports_to_one_place_do_not_mix(tmp_path, ending):
    place = tmp_path / f"out{ending}"

    def while_another_is_at_work():
        with destination(place) as slow:
            slow.write("a.txt", "slow")
            with destination(place) as fast:
                fast.write("b.txt", "fast")
            slow.write("c.txt", "slow")

    with pytest.raises(ExportError, match="already"):
        while_another_is_at_work()
    names = zipfile.ZipFile(place).namelist() if ending else [path.name for path in place.iterdir()]
    assert names == ["b.txt"]
    assert list(tmp_path.iterdir()) == [place]


def test_what_a_killed_export_left_goes_and_what_another_writes_stays(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    here, elsewhere = machine(), "0123456789ab"
    (tmp_path / f".out.{here}-{gone.pid}-aa.partial").mkdir()
    (tmp_path / f".out.{here}-{gone.pid}-aa.partial/half.txt").write_text("half")
    others = [
        f".out.{here}-{os.getpid()}-bb.partial",
        f".out.{elsewhere}-{gone.pid}-dd.partial",
        f".out.b.{here}-{gone.pid}-cc.partial",
    ]
    for name in others:
        (tmp_path / name).mkdir()
    with destination(tmp_path / "out") as place:
        place.write("a.txt", "x")

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*others, "out"])


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_what_another_machine_left_goes_once_nobody_has_written_to_it_for_days(tmp_path, ending):
    """The numbers of its processes mean nothing here."""
    left, at_work = (tmp_path / f".out{ending}.0123456789ab-{number}-aa.partial" for number in (1, 2))
    week_ago = time.time() - 7 * 24 * 3600
    for one in (left, at_work):
        if ending:
            one.write_bytes(b"half")
        else:
            (one / "a").mkdir(parents=True)
            (one / "a/half.txt").write_text("half")
            os.utime(one / "a/half.txt", (week_ago, week_ago))
            os.utime(one / "a", (week_ago, week_ago))
        os.utime(one, (week_ago, week_ago))
    os.utime(at_work if ending else at_work / "a/half.txt")
    with destination(tmp_path / f"out{ending}") as place:
        place.write("a.txt", "x")

    assert sorted(path.name for path in tmp_path.iterdir()) == [at_work.name, f"out{ending}"]


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_a_full_disk_leaves_nothing(tmp_path, ending):
    """A limit to the size of files stops writing as a full disk does."""
    limit, before = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, limit[1]))
    try:
        with pytest.raises(OSError, match="large"), destination(tmp_path / f"out{ending}") as place:
            place.write("a.txt", os.urandom(5_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_place_nobody_may_write_to_is_told(blog, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CommandError, match="file"):
        call_command("export_blog", str(tmp_path / "file" / "out"), verbosity=0)
    with pytest.raises(CommandError, match="already"):
        call_command("export_blog", str(tmp_path / "file"), verbosity=0)


@pytest.fixture
def standing_blog(transactional_db):
    """A blog that other connections see."""
    root = Page.get_first_root_node()
    blog = root.add_child(instance=BlogIndexPage(title="Blog", slug="stories"))
    Site.objects.update(root_page=blog)
    for settings_of in (SiteSettings, NavigationSettings):
        settings_of.for_site(Site.objects.get())  # which are made when they are asked for first
    return BlogIndexPage.objects.get()


@every_format
def test_an_export_is_of_one_moment_whatever_an_editor_does_meanwhile(standing_blog, tmp_path, name):
    make_post(standing_blog, "live", slug="there-before", title="Before")
    done = []

    def work():
        try:
            page = BlogPage.objects.get()
            Comment.objects.create(
                page=page, author_name="Reader", text="<p>Tardy.</p>", created=timezone.now()
            )
            Tag.objects.create(name="Tardy", slug="tardy")
            make_post(BlogIndexPage.objects.get(), "live", slug="tardy-post", title="Tardy post")
            page.title = "Tardy title"
            page.save_revision().publish()
            done.append(True)
        finally:
            connections.close_all()

    def meanwhile(execute, sql, params, many, context):
        if "blog_comment" in sql and not started:
            started.append(threading.Thread(target=work))
            started[0].start()
            started[0].join()
        return execute(sql, params, many, context)

    started: list[threading.Thread] = []
    mode_before = getattr(connection, "transaction_mode", None)
    with connection.execute_wrapper(meanwhile):
        outcome = export_blog(standing_blog, name, tmp_path / "out")

    assert done == [True]
    assert name == "html" or outcome.counts["posts"] == 1
    exported = files(tmp_path / "out")
    assert any(b"Before" in content for content in exported.values())
    assert [file for file, content in exported.items() if b"Tardy" in content or "tardy" in file] == []
    assert getattr(connection, "transaction_mode", None) == mode_before
    assert BlogPage.objects.get(slug="there-before").title == "Tardy title"


def test_editors_never_wait_for_the_web_pages_that_are_written(standing_blog, tmp_path):
    """Sizes of pictures are the only thing to be stored, and each is stored for itself."""
    image = SiteImageFactory(title="Cover")
    make_post(standing_blog, "live", slug="one", cover=image)
    written = []

    def watch(execute, sql, params, many, context):
        if connection.in_atomic_block and not sql.lstrip("(").startswith(("SELECT", "SET", "BEGIN")):
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        outcome = export_blog(standing_blog, "html", tmp_path / "out")

    assert written == []
    assert outcome.problems == [] or {one.kind for one in outcome.problems} == {"form"}
    made = {Path(rendition.file.name).name for rendition in image.renditions.all()}
    shown = {path.name for path in (tmp_path / "out/media/images").iterdir()}
    assert shown
    assert shown <= made | {Path(image.file.name).name}


def test_a_picture_that_an_editor_deletes_meanwhile_is_named(standing_blog, tmp_path):
    make_post(standing_blog, "live", slug="one", title="One", cover=SiteImageFactory(title="Harbour"))
    started: list[threading.Thread] = []

    def work():
        try:
            SiteImage.objects.all().delete()
        finally:
            connections.close_all()

    def meanwhile(execute, sql, params, many, context):
        if connection.in_atomic_block and sql.startswith("SELECT") and not started:
            result = execute(sql, params, many, context)  # the moment begins with the first look
            started.append(threading.Thread(target=work))
            started[0].start()
            started[0].join()
            return result
        return execute(sql, params, many, context)

    with connection.execute_wrapper(meanwhile):
        outcome = export_blog(standing_blog, "html", tmp_path / "out")

    assert not SiteImage.objects.exists()
    assert b"One" in files(tmp_path / "out")["one/index.html"]
    assert any("Harbour" in one.detail for one in outcome.problems if one.kind == "image")


@pytest.mark.django_db
@every_format
@pytest.mark.parametrize(
    ("setting", "place"),
    [("MEDIA_ROOT", "out"), ("MEDIA_ROOT", "deep/er/out.zip"), ("STATIC_ROOT", "../media/out.zip")],
)
def test_no_export_is_written_where_readers_can_download_it(blog, tmp_path, settings, name, setting, place):
    make_post(blog, "password", title="For some")
    public = tmp_path / "media"
    public.mkdir()
    setattr(settings, setting, str(public))
    with pytest.raises(ExportError, match="readers can download"):
        export_blog(blog, name, public / place)
    assert list(public.iterdir()) == []


@pytest.mark.django_db
def test_an_export_through_a_link_into_the_public_folder_is_refused_too(blog, tmp_path, settings):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    (tmp_path / "media").mkdir()
    (tmp_path / "exports").symlink_to(tmp_path / "media")
    with pytest.raises(ExportError, match="readers can download"):
        export_blog(blog, "markdown", tmp_path / "exports/out.zip")
    assert list((tmp_path / "media").iterdir()) == []


@pytest.mark.django_db
@every_format
def test_a_place_that_cannot_be_written_is_named_in_a_sentence(blog, tmp_path, name):
    (tmp_path / "letter").write_text("Dear …")
    with pytest.raises(CommandError) as said:
        call_command("export_blog", str(tmp_path / "letter" / "out.zip"), "--format", name)
    assert f"{tmp_path}/letter/out.zip” could not be written" in str(said.value)
    assert "Errno" not in str(said.value)
    assert (tmp_path / "letter").read_text() == "Dear …"
