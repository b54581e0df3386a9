"""Old addresses: which of them lead to which page, and which to lists and elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from wagtail.contrib.redirects.models import Redirect

from blog.addresses import SECTIONS, subject_path
from porting.document import SourceRedirect

OldAddresses = dict[int, list[str]]


@dataclass(frozen=True)
class Elsewhere:
    """An old address that leads to no page itself: to a list below the page, or to ``link``."""

    address: str
    page_id: int | None = None
    route: str = ""
    link: str = ""


def old_addresses(blog: Any, site: Any) -> tuple[OldAddresses, list[Elsewhere]]:
    """Old addresses of pages by the page's id, and the redirects that lead to anything else.

    Those with a query, such as ``/?p=12``, are among them; of those without a page only what came with ``blog``.
    """
    by_page: OldAddresses = defaultdict(list)
    others = []
    ours = Redirect.objects.filter(Q(site=site) | Q(site=None)).order_by("pk")
    asked = _imported(blog)
    rows = [
        *ours.values_list("old_path", "redirect_page_id", "redirect_page_route_path", "redirect_link"),
        *asked.values_list("address", "page_id", "route", "link"),
    ]
    for address, page_id, route, link in rows:
        if page_id and not route.strip("/"):
            by_page[page_id].append(address)
        else:
            others.append(Elsewhere(address, page_id, route, link))
    return by_page, others


def _imported(blog: Any) -> QuerySet:
    """Old addresses that lead to pages, whichever, and those without a page that belong to the blog."""
    rows = apps.get_model("porting", "OldAddress").objects.order_by("pk")
    keys = set(rows.filter(page=None).order_by().values_list("blog_key", flat=True).distinct())
    return rows.filter(Q(page__isnull=False) | Q(blog_key__in=_keys_of(blog, keys))) if keys else rows


def _keys_of(blog: Any, keys: set[str]) -> set[str]:
    """Which of these sources became posts of the blog; those that are in no blog any more go with the first one."""
    items = apps.get_model("porting", "ImportedItem").objects.filter(blog_key__in=keys)
    sources = items.order_by().values_list("blog_key", flat=True).distinct()
    blogs = list(apps.get_model("blog", "BlogIndexPage").objects.order_by("path"))
    found = {one.pk: set(sources.filter(page__path__startswith=one.path)) for one in blogs}
    unclaimed = keys.difference(*found.values()) if blog.pk == blogs[0].pk else set()
    return found[blog.pk] | unclaimed


def redirects(
    others: list[Elsewhere],
    unclaimed: OldAddresses,
    blog_url: str,
    page_urls: Mapping[int, str],
    is_hidden: Callable[[str], bool],
) -> list[SourceRedirect]:
    """Redirects that belong to no exported page: to lists, other pages and other sites; and renamed lists.

    None leads to or below a page that is not in ``page_urls``, nor to an address that ``is_hidden``.
    """
    found = [SourceRedirect(row.address, _target(row, page_urls)) for row in others]
    for page_id, paths in unclaimed.items():
        found += [SourceRedirect(path, page_urls.get(page_id, "")) for path in paths]
    told = [one for one in found if one.target and not is_hidden(one.target)]
    return told + _renamed(blog_url, is_hidden)


def _target(row: Elsewhere, page_urls: Mapping[int, str]) -> str:
    if not row.page_id:
        return row.link
    page = page_urls.get(row.page_id, "")
    return f"{page.rstrip('/')}/{row.route.lstrip('/')}" if page else ""


def _renamed(blog_url: str, is_hidden: Callable[[str], bool]) -> list[SourceRedirect]:
    """Lists whose tag, author, category or series had another slug before."""
    found = []
    for kind, slug, object_id in apps.get_model("blog", "FormerSlug").objects.values_list(
        "kind", "slug", "object_id"
    ):
        if kind not in SECTIONS:
            continue
        now = _current_slug(kind, object_id)
        if now and now != slug and not is_hidden(subject_path(blog_url, kind, now)):
            found.append(SourceRedirect(subject_path(blog_url, kind, slug), f"{kind}:{now}"))
    return found


def _current_slug(kind: str, object_id: int) -> str:
    model = apps.get_model("blog", kind.capitalize())
    return model._base_manager.filter(pk=object_id).values_list("slug", flat=True).first() or ""
