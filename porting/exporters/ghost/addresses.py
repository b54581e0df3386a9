"""Where things are in Ghost: pictures below ``/content/``, posts at ``/slug/``, lists at ``/tag/`` and ``/author/``."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from porting.document import SourceMedia, SourcePost
from porting.exporters.addresses import with_every_address
from porting.exporters.collect import OwnBlog
from porting.exporters.files import media_type

BASE = "__GHOST_URL__"
FOLDERS = {"image": "images", "video": "media", "audio": "media"}


@dataclass
class GhostAddresses:
    """The new address of everything the posts speak of. ``slugs`` has each post's by its id."""

    blog: OwnBlog
    slugs: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # of files in the export, by their address here
    _taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)  # the next one that may make a slug free

    def take_slug(self, post: SourcePost) -> str:
        """A slug no other post or page has: here they need only differ below the same page."""
        wanted = post.slug or "untitled"
        slug, number = wanted, self._numbers.get(wanted, 2)
        while slug in self._taken:
            slug, number = f"{wanted}-{number}", number + 1
        self._numbers[wanted] = number
        self._taken.add(slug)
        self.slugs[post.source_id] = slug
        return slug

    def name_files(self) -> None:
        """Give every file of the blog its place in the export."""
        taken: set[str] = set()
        for url, media in self.blog.media.items():
            name = file_name(media)
            if name in taken:
                stem, _, last = name.rpartition("/")
                name = f"{stem}/{media.source_id}-{last}"
            taken.add(name)
            self.names[url] = name

    def of(self, address: str) -> str:
        """The address in Ghost; the same for anything that is not part of the blog."""
        if address in self.names:
            return f"{BASE}/{self.names[address]}"
        kind, _, rest = address.partition(":")
        key, mark, fragment = rest.partition("#")
        if kind == "source" and key in self.slugs:
            return f"{BASE}/{self.slugs[key]}/{mark}{fragment}"
        terms = {"tag": self.blog.tags, "category": self.blog.categories, "author": self.blog.authors}
        if kind in terms and key in terms[kind]:
            folder = "author" if kind == "author" else "tag"
            return f"{BASE}/{folder}/{terms[kind][key].slug or key}/"
        return address

    def in_html(self, html: str) -> str:
        """A piece of HTML with every address in it changed."""
        return with_every_address(html, self.of)


def file_name(media: SourceMedia) -> str:
    """A file's place in the export; the first folder of ours (``original_images``) says nothing there."""
    folder = FOLDERS.get(media_type(media.path).partition("/")[0], "files")
    last = media.path.partition("/")[2] or media.path
    return f"content/{folder}/{last}"


def path_of(address: str) -> str:
    """Path and query of an address."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")
