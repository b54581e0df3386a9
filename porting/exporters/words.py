"""Words for what an export counts under short names."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNTS: dict[str, str | Promise] = {
    "posts": _("posts"),
    "pages": _("pages"),
    "drafts": _("drafts"),
    "comments": _("comments"),
    "authors": _("authors"),
    "tags": _("tags"),
    "categories": _("categories"),
    "series": _("series"),
    "redirects": _("redirects"),
    "media": _("pictures and files"),
    "files": _("files"),
    "feeds and maps": _("feeds and maps"),
    "design files": _("design files"),
}


def counted(kind: str) -> str:
    """What was counted, in words."""
    return str(COUNTS.get(kind, kind))
