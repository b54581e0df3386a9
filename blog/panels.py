"""Parts of the admin's edit forms that are the blog's own."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.http import HttpRequest
from wagtail.admin.panels import HelpPanel

from blog.addresses import subject_path


class PublicAddressPanel(HelpPanel):
    """Says where readers find a category, a tag, an author or a series, and which old addresses still lead there."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__(**{"template": "blog/admin/public_address.html", **kwargs})
        self.kind = kind

    def clone_kwargs(self) -> dict[str, Any]:
        """What a copy of this panel is made from."""
        return {**super().clone_kwargs(), "kind": self.kind}

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel of one object."""

        def is_shown(self) -> bool:
            """Only something that is saved has an address."""
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Addresses in every blog, and the slugs that were."""
            kind = self.panel.kind
            former = apps.get_model("blog", "FormerSlug").objects.filter(
                kind=kind, object_id=self.instance.pk
            )
            return {
                **super().get_context_data(parent_context),
                "addresses": public_addresses(kind, self.instance.slug, self.request),
                "former_slugs": list(former.exclude(slug=self.instance.slug).values_list("slug", flat=True)),
            }


def public_addresses(kind: str, slug: str, request: HttpRequest) -> list[str]:
    """The addresses of a category's, tag's, author's or series' page as seen from here, one for each live blog."""
    blogs = apps.get_model("blog", "BlogIndexPage").objects.live().order_by("path")
    urls = (blog.get_url(request) for blog in blogs)
    return [subject_path(url, kind, slug) for url in urls if url]
