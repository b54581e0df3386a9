"""The blog's files: what the export says about each, and where they lie beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

from porting.document import Picture, SourceMedia
from porting.readers.wordpress.plain import plain_excerpt, plain_text
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.web_addresses import parts_of

PICTURES = (
    ".jpg",
    ".jpeg",
    ".jpe",
    ".png",
    ".gif",
    ".webp",
    ".avif",
    ".svg",
    ".bmp",
    ".tif",
    ".tiff",
    ".heic",
    ".ico",
)
_SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[A-Za-z]{3,4}$)")
_SCALED = re.compile(r"-scaled(?=\.[A-Za-z]{3,4}$)")
_UPLOADS = "wp-content/uploads/"


def is_picture(address: str) -> bool:
    """Whether an address is a picture's by its ending."""
    return parts_of(address).path.lower().endswith(PICTURES)


def address_key(address: str) -> str:
    """What two addresses of one file have in common: no scheme, no www, no query, no size."""
    parts = parts_of(address.strip().replace("&amp;", "&"))
    host = (parts.hostname or "").removeprefix("www.")
    host = re.sub(
        r"^i[0-3]\.wp\.com$", "", host
    )  # WordPress.com's picture server puts the host into the path
    path = unquote(parts.path) if host or not parts.hostname else "//" + unquote(parts.path).lstrip("/")
    return host + _SIZE.sub("", _SCALED.sub("", path)) if host or path[:2] != "//" else _key_of_path(path)


def _key_of_path(path: str) -> str:
    host, _, rest = path.lstrip("/").partition("/")
    return f"{host.removeprefix('www.')}/{_SIZE.sub('', _SCALED.sub('', rest))}"


class Library:
    """All attachments, found by number and by address."""

    def __init__(self, items: Iterable[RawItem], names: Iterable[str], base: str) -> None:
        self.media: dict[str, SourceMedia] = {}
        self._by_id: dict[str, SourceMedia] = {}
        self._by_key: dict[str, SourceMedia] = {}
        self._of_post: dict[str, list[tuple[int, int, str]]] = {}
        self._base = base
        self._files = _files(names)
        for item in items:
            if item.type == "attachment":
                self._add(item)

    def by_id(self, number: str) -> SourceMedia | None:
        """The attachment with a number."""
        return self._by_id.get(str(number).strip())

    def by_address(self, address: str) -> SourceMedia | None:
        """The attachment an address belongs to, in whatever size."""
        return self._by_key.get(address_key(address)) if address else None

    def of_post(self, number: str) -> list[SourceMedia]:
        """The pictures uploaded to a post, in their order: what a gallery without numbers shows."""
        found = sorted(self._of_post.get(number, []))
        return [self._by_id[key] for *_order, key in found if is_picture(self._by_id[key].url)]

    def picture(self, number: str) -> Picture | None:
        """A cover or social picture by its attachment's number."""
        media = self.by_id(number)
        return Picture(media.url, media.alt, media.caption) if media else None

    def _add(self, item: RawItem) -> None:
        url = (item["attachment_url"] or item["guid"]).strip()
        if not url:
            return
        media = self.media.get(url) or SourceMedia(
            url=url,
            source_id=item.id,
            path=self._path(item, url),
            alt=unescape(item.meta.get("_wp_attachment_image_alt", "")).strip(),
            title=plain_text(item["title"]),
            caption=plain_excerpt(item["excerpt"]),
        )
        self.media[url] = media
        page = item["link"].strip()
        media.addresses += [a for a in (page, f"{self._base}/?attachment_id={item.id}") if a and a != url]
        self._by_id[item.id] = media
        self._by_key.setdefault(address_key(url), media)
        order = item["menu_order"]
        position = int(order) if order.lstrip("-").isdigit() else 0
        number = int(item.id) if item.id.isdigit() else 0
        self._of_post.setdefault(item["post_parent"], []).append((position, number, item.id))

    def _path(self, item: RawItem, url: str) -> str:
        """The file in the package: by WordPress's own note of where it lies, else by the end of its address."""
        attached = item.meta.get("_wp_attached_file", "").strip("/")
        for tail in (attached, _after_uploads(url)):
            if tail and tail in self._files:
                return self._files[tail]
        return ""


def _after_uploads(url: str) -> str:
    path = unquote(parts_of(url).path)
    if _UPLOADS in path:
        return path.split(_UPLOADS, 1)[1]
    match = re.search(r"/(\d{4}/\d{2}/[^/]+)$", path)
    return match[1] if match else ""


def _files(names: Iterable[str]) -> dict[str, str]:
    """The package's files by their path below the uploads folder; several sites of a network have one each."""
    found: dict[str, str] = {}
    for name in names:
        if _UPLOADS in name:
            found.setdefault(name.split(_UPLOADS, 1)[1], name)
        elif match := re.search(r"(?:^|/)(?:uploads/)?(\d{4}/\d{2}/[^/]+)$", name):
            found.setdefault(match[1], name)
    return found


def media_roots(names: Iterable[str]) -> list[str]:
    """Folders that stand for the old site's root: those that hold ``wp-content``."""
    found: dict[str, None] = {}
    for name in names:
        before, marker, _after = f"/{name}".partition("/wp-content/")
        if marker:
            found[before.strip("/")] = None
    return list(found)
