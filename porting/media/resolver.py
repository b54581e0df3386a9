"""Where a file of the old site is: beside the post, in the package, in a folder of uploads, or still on the web."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from porting.document import SourceBlog, SourceMedia, SourcePost
from porting.hosts import host_of
from porting.importer.addresses import AddressBook
from porting.packages import Package, inside

from .fetch import Fetcher
from .found import Found, name_of

_SIZED = re.compile(r"-(?:\d+x\d+|scaled|rotated)(?=\.\w+$)")
#: Services that put another site's address behind their own host.
_PROXIES = re.compile(r"^(?:https?:)?//i\d\.wp\.com/", re.IGNORECASE)
_DATA = re.compile(
    r"data:(?P<type>[\w.+-]+/[\w.+-]+)?(?:;[\w=.-]+)*?(?P<base64>;base64)?,(?P<data>.*)", re.DOTALL
)
_MAX_DATA = 30_000_000


class MediaResolver:
    """Finds files by their whole old path, never by their name alone."""

    def __init__(
        self,
        blog: SourceBlog,
        package: Package,
        book: AddressBook,
        uploads: Package | None = None,
        fetcher: Fetcher | None = None,
    ) -> None:
        self.blog, self.package, self.book = blog, package, book
        self.uploads, self.fetcher = uploads, fetcher
        self._media = {_comparable(media.url): media for media in blog.media.values()}
        self._lower: dict[int, dict[str, str]] = {}

    def find(self, address: str, post: SourcePost | None = None) -> Found | None:
        """The file an address names, or None. Nothing is read yet, unless it must be fetched."""
        address = address.strip()
        if address.startswith("data:"):
            return _inline(address)
        address = _PROXIES.sub("https://", address)
        full = self.full_address(address, post)
        known = self._media.get(_comparable(full)) or self._media.get(_comparable(address))
        for package, name in self._places(address, full, post, known):
            found = self._existing(package, name)
            if found is not None:
                return self._found(package, found, full, known)
        return self._fetched(full, known)

    def full_address(self, address: str, post: SourcePost | None = None) -> str:
        """The address as the old site would have answered it; a path when its host is not known."""
        base = post.addresses[0] if post is not None and post.addresses else ""
        return self.book.absolute(address, base)

    def is_same_picture(self, one: str, other: str, post: SourcePost) -> bool:
        """Whether two addresses in a post name the same picture, each in any of its sizes."""
        first, second = (self.full_address(_PROXIES.sub("https://", name), post) for name in (one, other))
        return _SIZED.sub("", _comparable(first)) == _SIZED.sub("", _comparable(second))

    def _places(
        self, address: str, full: str, post: SourcePost | None, known: SourceMedia | None
    ) -> Iterator[tuple[Package, str]]:
        """Packages and names to look at, the surest first; the full size before a smaller copy of it."""
        if known is not None and known.path:
            yield self.package, known.path
        if post is not None and not address.startswith("/") and not host_of(address):
            yield from self._beside(address, post)
        for path in _sizes(_path(full)):
            relative = path.lstrip("/")
            if self.book.is_ours(full) or self.book.is_ours(address):
                yield from ((self.package, inside(root, relative) or "") for root in self.blog.media_roots)
                if not self.package.is_single_file:
                    yield self.package, relative
            if self.uploads is not None:
                yield from ((self.uploads, ending) for ending in _endings(relative, self.uploads.path.stem))

    def _beside(self, address: str, post: SourcePost) -> Iterator[tuple[Package, str]]:
        """Names of files that lie with the post in the package."""
        for path in _sizes(_path(address)):
            yield self.package, inside(post.media_base, path) or ""
            if post.source_path:
                yield self.package, inside(posixpath.dirname(post.source_path), path) or ""

    def _existing(self, package: Package, name: str) -> str | None:
        """The name as the package spells it; systems that do not tell case apart made many links that differ."""
        if not name:
            return None
        if not package.exists(name):
            spelled = self._lower.get(id(package))
            if spelled is None:
                spelled = self._lower[id(package)] = {one.lower(): one for one in package.names()}
            name = spelled.get(name.lower(), "")
        return name if name and name not in package.private else None

    def _found(self, package: Package, name: str, full: str, known: SourceMedia | None) -> Found:
        address = full if "://" in full else f"{package.path.name}:{name}"
        return Found(
            address=address,
            name=name_of(f"/{name}".replace("?", "%3F").replace("#", "%23")),
            read=lambda: package.read(name),
            title=known.title if known else "",
            alt=known.alt if known else "",
        )

    def _fetched(self, full: str, known: SourceMedia | None) -> Found | None:
        if self.fetcher is None or not full.startswith(("https://", "http://")):
            return None
        data = self.fetcher.fetch(full)
        if data is None:
            return None
        return Found(
            full, name_of(full), lambda: data, known.title if known else "", known.alt if known else ""
        )


def _inline(address: str) -> Found | None:
    """A picture that is written into its own address."""
    match = _DATA.match(address[:_MAX_DATA])
    if match is None:
        return None
    try:
        raw = unquote_to_bytes(match["data"])
        data = base64.b64decode(raw, validate=False) if match["base64"] else raw
    except (binascii.Error, ValueError):
        return None
    ending = (match["type"] or "text/plain").partition("/")[2].partition("+")[0].replace("jpeg", "jpg")
    return (
        Found(f"data:{binascii.crc32(data):08x}:{len(data)}", f"picture.{ending}", lambda: data)
        if data
        else None
    )


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def _sizes(path: str) -> Iterator[str]:
    """The original's path, then that of the size that was asked for."""
    original = _SIZED.sub("", path)
    if original != path:
        yield original
        yield _SIZED.sub("-scaled", path) if "-scaled" not in path else path
    yield path


def _endings(path: str, folder: str) -> Iterator[str]:
    """``path`` and what is left when parts before it are dropped; its name alone only within its own folder."""
    parts = path.split("/")
    for start in range(len(parts)):
        rest = parts[start:]
        if len(rest) > 1 or len(parts) == 1 or parts[-2] == folder:
            yield "/".join(rest)


def _comparable(address: str) -> str:
    """Addresses that differ in scheme, ``www.``, query or encoding name the same file."""
    return host_of(address) + _path(address)
