"""Which addresses of the site may be exported."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from django.urls import reverse
from wagtail.models import Page

from core.visibility import public_pages


class Visible:
    """Knows every page of a site by its path, and whether everybody may see it."""

    def __init__(self, site: Any) -> None:
        root = site.root_page
        cut = len(root.url_path) - 1
        pages = Page.objects.descendant_of(root, inclusive=True)
        self.open = {path[cut:] for path in public_pages(pages).values_list("url_path", flat=True)}
        everything = {path[cut:] for path in pages.values_list("url_path", flat=True)}
        self._closed = everything - self.open
        self._outside = (reverse("wagtailadmin_home"), "/search/", "/healthz", "/readyz", "/_util/")

    def __call__(self, path: str) -> bool:
        """Whether the address is no page that is closed, nor below one, nor anything that needs a server."""
        path = unquote(path).partition("#")[0].partition("?")[0]
        if path.startswith(self._outside):
            return False
        parts = path.strip("/").split("/")
        above = ["/" + "/".join(parts[:end]) + "/" for end in range(1, len(parts) + 1)]
        nearest = next((one for one in reversed(above) if one in self.open or one in self._closed), "/")
        return nearest in self.open or nearest == "/"
