"""Old addresses: which of them lead to which page, and which to lists and elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect

from blog.addresses import SECTIONS, subject_path
from porting.document import SourceRedirect

OldAddresses = dict[int, list[str]]


def old_addresses(site: Any) -> tuple[OldAddresses, list[Redirect]]:
    """Old addresses of pages by the page's id, and the redirects that lead to anything else.

    Those with a query, such as ``/?p=12``, are among them.
    """
    by_page: OldAddresses = defaultdict(list)
    others = []
    rows = Redirect.objects.filter(Q(site=site) | Q(site=None)).select_related("redirect_page").order_by("pk")
    for row in rows:
        if row.redirect_page_id and not row.redirect_page_route_path.strip("/"):
            by_page[row.redirect_page_id].append(row.old_path)
        else:
            others.append(row)
    for page_id, address in (
        apps.get_model("porting", "OldAddress")
        .objects.exclude(page=None)
        .order_by("pk")
        .values_list("page_id", "address")
    ):
        by_page[page_id].append(address)
    return by_page, others


def redirects(
    others: list[Redirect], unclaimed: OldAddresses, blog_url: str, page_urls: Mapping[int, str]
) -> list[SourceRedirect]:
    """Redirects that belong to no exported page: to lists, other pages and other sites; and renamed lists."""
    found = [SourceRedirect(row.old_path, _target(row)) for row in others]
    for page_id, paths in unclaimed.items():
        target = page_urls.get(page_id, "")
        found += [SourceRedirect(path, target) for path in paths if target]
    links = apps.get_model("porting", "OldAddress").objects.filter(page=None).order_by("pk")
    found += [SourceRedirect(*row) for row in links.values_list("address", "link")]
    return found + _renamed(blog_url)


def _target(row: Redirect) -> str:
    if not row.redirect_page_id:
        return row.redirect_link
    page = row.redirect_page.url or "/"
    return page.rstrip("/") + "/" + row.redirect_page_route_path.lstrip("/")


def _renamed(blog_url: str) -> list[SourceRedirect]:
    """Lists whose tag, author, category or series had another slug before."""
    found = []
    for kind, slug, object_id in apps.get_model("blog", "FormerSlug").objects.values_list(
        "kind", "slug", "object_id"
    ):
        if kind not in SECTIONS:
            continue
        now = _current_slug(kind, object_id)
        if now and now != slug:
            found.append(SourceRedirect(subject_path(blog_url, kind, slug), f"{kind}:{now}"))
    return found


def _current_slug(kind: str, object_id: int) -> str:
    model = apps.get_model("blog", kind.capitalize())
    return model._base_manager.filter(pk=object_id).values_list("slug", flat=True).first() or ""
