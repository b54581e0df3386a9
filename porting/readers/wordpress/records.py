"""What stands in an export, before anything is made of it."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field

# What an editor leaves where nobody wrote anything.
_NOTHING = re.compile(r"(?:\s|&nbsp;|&#160;|</?(?:p|br)\s*+/?>)*+", re.IGNORECASE)


@dataclass
class RawTerm:
    """A tag, category or term of another taxonomy, or an item's mention of one."""

    taxonomy: str
    slug: str
    name: str
    term_id: str = ""
    parent: str = ""
    description: str = ""


@dataclass
class RawAuthor:
    """An author as the export lists them."""

    login: str
    name: str = ""
    email: str = ""
    author_id: str = ""


@dataclass
class RawComment:
    """A comment, without its writer's mail and network address: those are never kept."""

    comment_id: str
    author: str = ""
    url: str = ""
    date: str = ""
    date_gmt: str = ""
    content: str = ""
    approved: str = ""
    kind: str = ""
    parent: str = ""


@dataclass
class RawItem:
    """One item of the export: its fields by their local names, its content packed (see ``content``)."""

    fields: dict[str, str] = field(default_factory=dict)
    terms: list[RawTerm] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    comments: list[RawComment] = field(default_factory=list)
    packed: bytes = b""
    hidden: list[str] = field(default_factory=list)  # what parts said that were taken out of the content
    unsure: list[str] = field(default_factory=list)  # what hidden parts say that may still stand in it

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def id(self) -> str:
        """The item's number; what a second import finds it by."""
        return self["post_id"] or self["guid"] or self["link"]

    @property
    def type(self) -> str:
        """The post type; very old exports name none for posts."""
        return self["post_type"] or "post"

    @property
    def content(self) -> str:
        """The body. Kept compressed: a file of 200 MB waits in memory until its last line is read."""
        return zlib.decompress(self.packed).decode() if self.packed else ""

    @content.setter
    def content(self, text: str) -> None:
        self.packed = b"" if _NOTHING.fullmatch(text) else zlib.compress(text.encode(), 1)


@dataclass
class RawExport:
    """One file, or several files of one blog."""

    title: str = ""
    link: str = ""
    description: str = ""
    language: str = ""
    base_url: str = ""
    version: str = ""
    authors: dict[str, RawAuthor] = field(default_factory=dict)
    terms: list[RawTerm] = field(default_factory=list)
    items: list[RawItem] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)  # (kind, sentence)

    @property
    def address(self) -> str:
        """The blog's own address, without a slash at its end."""
        return (self.base_url or self.link).strip().rstrip("/")
