"""Forms of pages that stand directly below the front page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from core.seo.builder import FRONT_PAGE_DEPTH


def is_taken(path: str) -> bool:
    """Whether something other than a page answers at this rooted path, such as the search."""
    try:
        name = resolve(path).url_name
    except Resolver404:
        return True
    return name != "wagtail_serve" or path.startswith(settings.STATIC_URL)


class PublicPageForm(WagtailAdminPageForm):
    """Refuses an address at which readers would never see the page."""

    def clean(self) -> dict[str, Any]:
        """Return the cleaned data, with an error at the slug when the site itself answers there."""
        cleaned = super().clean()
        slug = cleaned.get("slug")
        if slug and self.parent_page.depth == FRONT_PAGE_DEPTH and is_taken(f"/{slug}/"):
            message = _("The site itself uses the address “/%(slug)s/”. Add a word to it.")
            self.add_error("slug", message % {"slug": slug})
        return cleaned
