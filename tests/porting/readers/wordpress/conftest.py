"""Small exports written for these tests, and the way to read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from porting.document import SourceBlog
from porting.packages import Package
from porting.readers.options import ReadOptions
from porting.readers.wordpress import WordPressReader
from porting.readers.wordpress.body import to_dialect
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.media import Library
from porting.readers.wordpress.records import RawItem

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/{version}/">
<channel><title>Notes</title><link>https://old.example</link><description>On things</description>
<language>en-GB</language><wp:wxr_version>{version}</wp:wxr_version>
<wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>{base}</wp:base_blog_url>
"""
AUTHORS = """<wp:author><wp:author_id>3</wp:author_id><wp:author_login>jane</wp:author_login>
<wp:author_email>jane@old.example</wp:author_email><wp:author_display_name><![CDATA[Jane Doe]]></wp:author_display_name>
</wp:author>"""
TAIL = "</channel></rss>"


def wxr(*items: str, top: str = AUTHORS, version: str = "1.2", base: str = "https://old.example") -> str:
    """An export with these items."""
    return HEAD.format(version=version, base=base) + top + "".join(items) + TAIL


def item(content: str = "<p>Words.</p>", *, extra: str = "", **fields: str) -> str:
    """An item; the fields of a published post unless others are given."""
    given = {
        "post_id": "1", "post_date": "2020-03-01 13:00:00", "post_date_gmt": "2020-03-01 12:00:00",
        "post_name": "first",
        "status": "publish", "post_parent": "0", "menu_order": "0", "post_type": "post", "post_password": "",
        "is_sticky": "0", "comment_status": "open",
    } | fields  # fmt: skip
    title, link = given.pop("title", "First"), given.pop("link", "https://old.example/2020/03/first/")
    plain = {name: given.pop(name) for name in ("creator", "pubDate", "guid", "excerpt") if name in given}
    own = "".join(f"<wp:{name}><![CDATA[{value}]]></wp:{name}>" for name, value in given.items())
    content = content.replace("]]>", "]]]]><![CDATA[>")
    return (
        f"<item><title><![CDATA[{title}]]></title><link>{link}</link>"
        f"<pubDate>{plain.get('pubDate', '')}</pubDate><guid>{plain.get('guid', '')}</guid>"
        f"<dc:creator><![CDATA[{plain.get('creator', 'jane')}]]></dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{plain.get('excerpt', '')}]]></excerpt:encoded>{own}{extra}</item>"
    )


def meta(key: str, value: str) -> str:
    """A custom field."""
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def term(taxonomy: str, slug: str, name: str) -> str:
    """What an item is filed under."""
    return f'<category domain="{taxonomy}" nicename="{slug}"><![CDATA[{name}]]></category>'


def attachment(number: str, path: str, *, alt: str = "", **fields: str) -> str:
    """A file in the media library."""
    url = f"https://old.example/wp-content/uploads/{path}"
    given = {
        "post_id": number, "post_type": "attachment", "status": "inherit", "attachment_url": url,
        "post_name": f"file-{number}",
        "link": f"https://old.example/file-{number}/", "title": f"File {number}",
    } | fields  # fmt: skip
    return item("", extra=meta("_wp_attachment_image_alt", alt) if alt else "", **given)


def comment(number: str, **fields: str) -> str:
    """A comment; the fields of an approved one unless others are given."""
    given = {
        "author": "Ann",
        "date_gmt": "2020-03-02 10:00:00",
        "content": "One\n\nTwo",
        "approved": "1",
        "type": "",
        "parent": "0",
    } | fields
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id>"
        + "".join(
            f"<wp:comment_{name}><![CDATA[{value}]]></wp:comment_{name}>" for name, value in given.items()
        )
        + "</wp:comment>"
    )


Reads = Callable[..., SourceBlog]


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    """Reads a text, bytes, or several named files as an export."""

    def reading(
        source: str | bytes | dict[str, str | bytes], options: ReadOptions | None = None
    ) -> SourceBlog:
        files = source if isinstance(source, dict) else {"export.xml": source}
        for name, content in files.items():
            path = tmp_path / "source" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        package = Package.open(tmp_path / "source")
        return WordPressReader().read(package, options or ReadOptions())

    return reading


@pytest.fixture
def read_one(read: Reads) -> Callable[..., object]:
    """Reads an export with one item and returns its post."""
    return lambda *args, **fields: read(wxr(item(*args, **fields))).posts[0]


def picture_item(number: str, path: str, alt: str = "", caption: str = "", parent: str = "1") -> RawItem:
    """A picture as the reader knows it."""
    fields = {"post_type": "attachment", "post_id": number, "post_parent": parent, "excerpt": caption}
    fields["attachment_url"] = f"https://old.example/wp-content/uploads/{path}"
    return RawItem(fields=fields, meta={"_wp_attachment_image_alt": alt} if alt else {})


@pytest.fixture
def body() -> Body:
    """A post with two pictures in the library."""
    pictures = [
        picture_item("7", "2020/03/hill.jpg", "A hill", "The hill at dawn"),
        picture_item("8", "2020/03/lake.png", "A lake"),
    ]
    return Body("1", Library(pictures, [], "https://old.example"))


@pytest.fixture
def dialect(body: Body) -> Callable[[str], str]:
    """Turns content into the dialect."""
    return lambda content: to_dialect(content, body)
