"""``manage.py import_blog``, as somebody types it."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from blog.models import BlogPage
from core.models import SiteImage
from porting.importer import runs
from porting.models import ImportRun
from tests.factories import StandardPageFactory
from tests.porting.source import picture

pytestmark = pytest.mark.django_db

EXPORT = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Small talk</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
<item><title>First words</title><link>https://old.example/2020/03/first-words/</link><dc:creator>jane</dc:creator>
<content:encoded><![CDATA[<p>Hello.</p>
<img src="https://old.example/wp-content/uploads/a.png" alt="A">]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_date_gmt>2020-03-01 10:00:00</wp:post_date_gmt>
<wp:post_name>first-words</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Half done</title><link>https://old.example/?p=8</link><dc:creator>jane</dc:creator>
<content:encoded><![CDATA[<p>Not yet.</p>]]></content:encoded><wp:post_id>8</wp:post_id>
<wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>
"""


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "export.xml"
    path.write_text(EXPORT)
    return path


def run(*arguments, **options):
    """What the command says."""
    out, err = io.StringIO(), io.StringIO()
    call_command("import_blog", *map(str, arguments), stdout=out, stderr=err, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_not_the_folder_one_is_in(tmp_path, monkeypatch, name):
    (tmp_path / "secret-plans.md").write_text("# Secret plans\n\nWords.\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match="name given is empty"):
        run(name)
    assert not BlogPage.objects.exists()


def test_an_export_is_imported_and_the_end_is_told_in_plain_words(home, client, export, tmp_path):
    said = run(export, "--report", tmp_path / "report.json")

    assert "Read from “Small talk” (wordpress): 2 posts and 0 pages" in said
    assert "2 imported" in said
    assert "Pictures that are not here" in said
    assert str(tmp_path / "report.json") in said
    assert client.get("/2020/03/first-words/").url == "/blog/first-words/"
    assert client.get("/?p=8").status_code == 200
    assert ImportRun.objects.get().state == ImportRun.State.DONE
    items = json.loads((tmp_path / "report.json").read_text())["items"]
    assert {"image", "state"} <= {item["kind"] for item in items}
    assert all(set(item) >= {"source", "kind", "detail"} for item in items)
    assert next(item for item in items if item["source"] == "7")["url"] == "/blog/first-words/"


def test_a_dry_run_only_looks(home, export):
    said = run(export, "--dry-run")

    assert "Found in “Small talk” (wordpress): 2 posts" in said
    assert "Nothing was written" in said
    assert not BlogPage.objects.exists()
    assert not ImportRun.objects.exists()


def test_uploads_come_from_a_zip(home, export, tmp_path):
    with zipfile.ZipFile(tmp_path / "uploads.zip", "w") as file:
        file.writestr("wp-content/uploads/a.png", picture())

    run(export, "--media", tmp_path / "uploads.zip")

    assert SiteImage.objects.count() == 1


def test_the_blog_goes_where_it_is_asked_for(home, export):
    run(export, "--under", "/journal/", "--format", "wxr")

    assert {page.url for page in BlogPage.objects.all()} == {"/journal/first-words/", "/journal/half-done/"}


@pytest.mark.parametrize("under", ["/", "/a b/", "../x"])
def test_an_address_no_blog_can_have_is_refused(home, export, under):
    with pytest.raises(CommandError, match="address"):
        run(export, "--under", under)
    assert not BlogPage.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nothing.xml", None),
        ("empty.xml", b""),
        ("noise.bin", bytes(range(256)) * 40),
        ("cut.zip", b"PK\x03\x04 cut off"),
        ("text.txt", b"just some words"),
        ("list.json", b"[1, 2"),
        ("deep.json", b"[" * 200_000),
        (
            "bomb.xml",
            b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><rss><channel>&b;</channel></rss>',
        ),
    ],
)
def test_what_is_no_blog_gets_a_clear_sentence(home, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(CommandError) as error:
        run(tmp_path / name)

    assert len(str(error.value)) > 20
    assert not BlogPage.objects.exists()


def test_an_unknown_format_is_answered_with_those_there_are(home, export):
    with pytest.raises(CommandError, match="wordpress"):
        run(export, "--format", "word")


def test_another_import_is_not_disturbed(home, export):
    runs.start(ImportRun(source="other.xml"))

    with pytest.raises(CommandError, match="Wait"):
        run(export)


def test_a_folder_in_the_reports_place_is_told_before_anything_is_imported(home, export, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run(export, "--report", tmp_path)

    assert not ImportRun.objects.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_import_whose_report_cannot_be_written_is_told_all_the_same(home, export):
    out = io.StringIO()
    with pytest.raises(CommandError, match="could not be written"):
        call_command("import_blog", str(export), "--report", "/dev/full", stdout=out, stderr=out)

    assert "2 imported" in out.getvalue()
    assert ImportRun.objects.get().state == ImportRun.State.DONE


def test_what_is_wrong_with_a_place_is_kept_in_words(home, export):
    StandardPageFactory(parent=home, slug="taken", title="Taken")
    with pytest.raises(CommandError, match="no blog"):
        run(export, "--under", "/taken/")

    assert ImportRun.objects.get().error.startswith("At /taken/ there is a page already")
