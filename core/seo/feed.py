"""A feed as data, and the three formats it is written in."""

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from core.seo.metadata import MetaImage

#: What XML 1.0 cannot say in any spelling: most control characters, halves of surrogate pairs, two noncharacters.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class FeedAuthor:
    """A name in an entry's byline and the absolute address of the author's page."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class FeedPicture:
    """An entry's cover: absolute address, MIME type, size of the file in bytes and of the picture in pixels.

    ``length`` is 0 while the file is not made yet, which is also how RSS says that it does not know.
    """

    url: str
    type: str
    length: int
    width: int
    height: int


@dataclass(frozen=True)
class FeedEntry:
    """One post. ``id`` never changes; ``html`` is the whole text with absolute addresses."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    authors: list[FeedAuthor] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    picture: FeedPicture | None = None


@dataclass(frozen=True)
class FeedDocument:
    """A feed: what it is of, where it and its page are, and its entries, newest first.

    ``style_sheets`` are the addresses of those a browser shows it with.
    """

    title: str
    description: str
    url: str
    feed_url: str
    language: str
    publisher: str
    icon: str = ""
    logo: MetaImage | None = None
    entries: list[FeedEntry] = field(default_factory=list)
    style_sheets: list[str] = field(default_factory=list)


def printable(value: Any) -> Any:
    """The same data without characters XML has no way to write; one of them would break the whole feed."""
    if isinstance(value, str):
        return _NOT_XML.sub("", value)
    if isinstance(value, list):
        return [printable(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: printable(getattr(value, each.name)) for each in fields(value)})
    return value
