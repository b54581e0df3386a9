"""Addresses in the export: files below ``wp-content/uploads``, posts and lists where they are on this site."""

from __future__ import annotations

from urllib.parse import quote

from porting.exporters.addresses import with_every_address
from porting.exporters.collect import OwnBlog

UPLOADS = "wp-content/uploads"
_LISTS = {"tag": "tags", "category": "categories", "author": "authors", "series": "series"}


class Places:
    """Where everything is. Attachments get numbers no page has."""

    def __init__(self, blog: OwnBlog) -> None:
        self.blog = blog
        self._paths = blog.posts.paths
        self._first = max((*self._paths, 0)) + 1_000_000
        self._numbers: dict[str, int] = {}

    def number(self, url: str) -> int:
        """The attachment's number."""
        return self._numbers.setdefault(url, self._first + len(self._numbers))

    def file(self, url: str) -> str:
        """The file's name in the export."""
        return f"{UPLOADS}/{self.blog.media[url].path.lstrip('/')}"

    def of(self, address: str) -> str:
        """The whole address of something the dialect names."""
        if address in self.blog.media:
            return f"{self.blog.root}/{quote(self.file(address))}"
        kind, _, rest = address.partition(":")
        key, mark, fragment = rest.partition("#")
        if kind == "source" and key.isdigit() and int(key) in self._paths:
            return f"{self.blog.root}{self._paths[int(key)]}{mark}{fragment}"
        if kind in _LISTS and key in getattr(self.blog, _LISTS[kind]):
            return f"{self.blog.root}{self.blog.base_path}/{_LISTS[kind]}/{quote(key)}/"
        return address

    def in_html(self, html: str) -> str:
        """HTML with every address in it whole."""
        return with_every_address(html, self.of)
