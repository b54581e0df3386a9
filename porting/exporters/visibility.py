"""Which addresses of a site are no secret: pages everybody may see, and lists that have something to show."""

from __future__ import annotations

from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.urls import reverse
from wagtail.models import Page

from blog import listing_store
from blog.addresses import SECTIONS
from core.visibility import public_pages

_SECTIONS = frozenset(SECTIONS.values())


class Visible:
    """Every page of a site by its path, and whether everybody may see it; and the lists of its public blogs."""

    def __init__(self, site: Any) -> None:
        root = site.root_page
        cut = len(root.url_path) - 1
        pages = Page.objects.descendant_of(root, inclusive=True)
        self.open = {path[cut:] for path in public_pages(pages).values_list("url_path", flat=True)}
        everything = {path[cut:] for path in pages.values_list("url_path", flat=True)}
        self._closed = everything - self.open
        unlisted = apps.get_model("blog", "BlogPage").objects.descendant_of(root).filter(unlisted=True)
        #: Open to whoever has the address, and told nowhere.
        self.unlisted = {path[cut:] for path in unlisted.values_list("url_path", flat=True)}
        self._root = root
        self._host = urlsplit(site.root_url).hostname
        self._outside = (reverse("wagtailadmin_home"), "/search/", "/healthz", "/readyz", "/_util/")

    def __call__(self, path: str) -> bool:
        """Whether the address is nothing that is hidden, nor anything that needs a server."""
        return not _bare(path).startswith(self._outside) and not self.is_hidden(path)

    @cached_property
    def _lists(self) -> dict[str, set[tuple[str, str]]]:
        cut = len(self._root.url_path) - 1
        blogs = listing_store.public_blogs(self._root)
        return {blog.url_path[cut:]: _shown_lists(blog.pk) for blog in blogs}

    def is_hidden(self, address: str) -> bool:
        """Whether an address of the site is that of a closed page, of something below one, or of an empty list.

        The name of a tag or author that only hidden posts have may tell what readers are not to know of.
        """
        try:
            parts = urlsplit(address)
        except ValueError:  # no address at all, which an editor may have typed
            return False
        if parts.hostname and parts.hostname != self._host:
            return False
        path = _bare(parts.path)
        names = path.strip("/").split("/")
        above = ["/" + "/".join(names[:end]) + "/" for end in range(1, len(names) + 1)]
        nearest = next((one for one in reversed(above) if one in self.open or one in self._closed), "/")
        if nearest not in self.open and nearest != "/":
            return True
        return nearest in self._lists and self._is_empty_list(nearest, path.removeprefix(nearest))

    def _is_empty_list(self, blog: str, route: str) -> bool:
        section, _, rest = route.partition("/")
        slug = rest.partition("/")[0]
        return bool(slug) and section in _SECTIONS and (section, slug) not in self._lists[blog]


def _bare(path: str) -> str:
    return unquote(path).partition("#")[0].partition("?")[0]


def _shown_lists(blog_id: int) -> set[tuple[str, str]]:
    """The categories, tags, authors and series with public posts, by section and slug; former slugs lead there too."""
    found = set()
    for kind, section in SECTIONS.items():
        shown = listing_store.sizes(kind, blog_id)
        rows = apps.get_model("blog", kind.capitalize())._base_manager.values_list("slug", "pk")
        former = apps.get_model("blog", "FormerSlug").objects.filter(kind=kind)
        # Whoever has a slug now comes before those who had it.
        owners = dict(former.values_list("slug", "object_id")) | dict(rows)
        found |= {(section, slug) for slug, key in owners.items() if key in shown}
    return found
