"""Files made to do harm, and files that are simply wrong, through the form an administrator fills in."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from pathlib import Path

import pytest
from django.utils.html import escape

from blog.models import BlogPage
from porting.admin.work import work
from porting.models import ImportRun
from tests.patience import patience
from tests.porting.admin.exports import POSTS, ghost_export

pytestmark = pytest.mark.django_db
TEN_GIGABYTES = 10 * 1024**3
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
WXR = (
    '<?xml version="1.0"?>{before}<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>'
    "<wp:wxr_version>1.2</wp:wxr_version><item><title>One</title><link>https://old.example/one/</link>"
    "<content:encoded>Words {inside}</content:encoded><wp:post_id>1</wp:post_id>"
    "<wp:post_date_gmt>{date}</wp:post_date_gmt><wp:post_name>one</wp:post_name><wp:status>publish</wp:status>"
    "<wp:post_type>post</wp:post_type></item></channel></rss>"
)


def zipped(**files: bytes | str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def zip_bomb() -> bytes:
    """A small zip that says its one entry has ten gigabytes."""
    small = bytearray(zipped(**{"posts/a.md": b"a" * 1000}))
    at = small.rindex(b"PK\x01\x02")
    size = min(TEN_GIGABYTES, 0xFFFFFFFE).to_bytes(4, "little")
    small[at + 24 : at + 28] = size
    return bytes(small)


def linked_zip() -> bytes:
    """A zip in which a post is a link to a file of the server, beside an honest one."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("posts/2020-01-02-link.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("posts/2020-01-03-honest.md", "# Honest\n\nWords.")
    return made.getvalue()


def looked_at(upload, administrator, content: bytes, name: str) -> tuple[ImportRun, str]:
    """The run after its analysis, and what its page says."""
    answer = upload(content, name)
    assert answer.status_code == 302, answer.content.decode()
    run = ImportRun.objects.get()
    work(run.pk)
    run.refresh_from_db()
    return run, administrator.get(answer.url).content.decode()


REFUSED = {
    "zip slip": ("x.zip", lambda: zipped(**{"../../evil.md": "# Evil"}), "is not safe"),
    "absolute path": ("x.zip", lambda: zipped(**{"/etc/cron.d/evil": "x"}), "is not safe"),
    "zip bomb": ("x.zip", zip_bomb, "is not safe"),
    "damaged zip": ("x.zip", lambda: zipped(**{"posts/a.md": "# A" * 99})[:-30], "damaged"),
    "a zip of nothing": ("x.zip", lambda: zipped(), "empty"),
    "a picture called zip": ("x.zip", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "but is none"),
    "json of something else": ("x.json", lambda: b'{"name": "left-pad"}', ""),
    "broken json": ("x.json", lambda: b'{"db": [', ""),
    "xml of something else": ("x.xml", lambda: b"<html><p>Hi</p></html>", ""),
    "no xml": ("x.xml", lambda: b"\0\1\2\3" * 500, ""),
    "deep json": ("x.json", lambda: b'{"db":' + b"[" * 100_000, ""),
}


#: What people take for their export, and what they are told to do.
MISTAKEN = {
    "a PDF called zip": ("x.zip", lambda: b"%PDF-1.4 x", ["a PDF document", "Choose the export"]),
    "a RAR called zip": ("x.zip", lambda: b"Rar!\x1a\x07\x01\0 x", ["a RAR archive", "Unpack it"]),
    "a web page": ("x.xml", lambda: b"<!DOCTYPE html>\n<html><body>Log in</body></html>", ["sign in"]),
    "a web page as json": ("x.json", lambda: b"\n<html><body>Log in</body></html>", ["sign in"]),
    "a feed": ("x.xml", lambda: b'<?xml version="1.0"?><rss version="2.0"></rss>', ["newest posts only"]),
    "a sitemap": ("x.xml", lambda: b'<?xml version="1.0"?>\n<urlset xmlns="x"></urlset>', ["no texts"]),
    "spaces": ("x.xml", lambda: b" \n", ["empty"]),
    "a zip of a zip": (
        "x.zip",
        lambda: zipped(**{"a.zip": zipped(**{"a.md": "# A"})}),
        ["a.zip", "Unpack it"],
    ),
    "members": (
        "x.zip",
        lambda: zipped(**{"members.csv": "id,email,name,subscribed_to_emails\n1,a@b.example,A,true"}),
        ["Ghost's members", ".json"],
    ),
    "pictures": (
        "x.zip",
        lambda: zipped(**{"uploads/a.png": b"\x89PNG", "uploads/b.mp3": b"ID3"}),
        ["pictures"],
    ),
    "documents": ("x.zip", lambda: zipped(**{"a.docx": b"PK", "b.docx": b"PK"}), ["word processor"]),
    "finished pages": ("x.zip", lambda: zipped(**{"index.html": "<p>", "a/index.html": "<p>"}), ["finished"]),
    "a locked zip": ("x.zip", lambda: locked(zipped(**{"a.md": "# A"})), ["locked with a password"]),
    "half a Ghost export": ("x.json", lambda: ghost_export()[:-40], ["ends in the middle", "again"]),
}


def locked(content: bytes) -> bytes:
    """A zip that says its one entry is encrypted."""
    changed = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.find(mark) + at] |= 1
    return bytes(changed)


@pytest.mark.parametrize("case", list(MISTAKEN))
def test_whoever_takes_something_for_an_export_is_told_what_it_is(upload, administrator, case):
    name, make, said = MISTAKEN[case]
    run, _page = looked_at(upload, administrator, make(), name)
    assert run.state == ImportRun.State.FAILED, run.report
    assert [words for words in said if words not in run.error] == []


@pytest.mark.parametrize("case", list(REFUSED))
def test_what_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_written(
    upload, administrator, settings, case
):
    name, make, said = REFUSED[case]

    run, page = looked_at(upload, administrator, make(), name)

    assert run.state == ImportRun.State.FAILED, run.report
    assert run.error
    assert said in run.error
    assert "Traceback" not in run.error
    assert escape(run.error) in page
    assert not BlogPage.objects.exists()
    written = {path.name for path in Path(settings.IMPORT_FOLDER).rglob("*") if path.is_file()}
    assert written <= {name}


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        (f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>', "&l9;"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        ('<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">', ""),
    ],
)
def test_entities_neither_multiply_nor_read_files(upload, administrator, before, inside):
    text = WXR.format(before=before, inside=inside, date="2020-01-02 10:00:00")

    with patience():
        run, page = looked_at(upload, administrator, text.encode(), "x.xml")
        administrator.post(f"/admin/porting/imports/{run.pk}/start/")
        work(run.pk)

    for post in BlogPage.objects.all():
        shown = str(post.body.get_prep_value())
        assert "root:" not in shown
        assert "lollol" not in shown
    assert "root:" not in page


def test_a_link_in_a_zip_brings_no_file_of_the_server(upload, administrator):
    run, page = looked_at(upload, administrator, linked_zip(), "x.zip")
    administrator.post(f"/admin/porting/imports/{run.pk}/start/")
    work(run.pk)

    assert [post.title for post in BlogPage.objects.all()] == ["Honest"]
    assert "a link" in page


@pytest.mark.parametrize("date", ["2017-02-29 11:00:00", "0000-00-00 00:00:00", "next week", "99999-01-01"])
def test_a_date_that_does_not_exist_costs_no_post(upload, administrator, date):
    text = WXR.format(before="", inside="", date=date)

    run, _ = looked_at(upload, administrator, text.encode(), "x.xml")
    administrator.post(f"/admin/porting/imports/{run.pk}/start/")
    work(run.pk)

    assert BlogPage.objects.get().title == "One"


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_text_in_another_encoding_is_read_or_told(upload, administrator, encoding):
    files = {
        "posts/2020-01-02-a.md": "# Größe\n\nÜber alles.".encode(encoding),
        "posts/2020-01-03-b.md": "# B\n\nb",
    }

    run, page = looked_at(upload, administrator, zipped(**files), "x.zip")

    assert run.state == ImportRun.State.ANALYSED
    assert run.report["summary"]["counts"]["posts"] == 2 or "2020-01-02-a.md" in page


def test_an_empty_file_is_refused_by_the_form(upload):
    answer = upload(b"", "x.xml")

    assert answer.status_code == 200
    assert "empty" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_a_name_that_leads_elsewhere_stays_in_the_folder_of_uploads(upload, settings):
    upload(ghost_export(), "../../../../tmp/evil.json")

    assert Path(ImportRun.objects.get().source).is_relative_to(settings.IMPORT_FOLDER)


def test_scripts_in_titles_are_shown_as_text(upload, administrator):
    posts = [POSTS[0] | {"title": "<script>alert(1)</script>", "lexical": "{broken"}]

    _, page = looked_at(upload, administrator, ghost_export(posts), "x.json")

    assert "<script>alert" not in page


def test_the_report_of_a_failed_import_is_still_json(upload, administrator):
    run, _ = looked_at(upload, administrator, b'{"db": [', "x.json")

    json.loads(administrator.get(f"/admin/porting/imports/{run.pk}/report.json").content)
