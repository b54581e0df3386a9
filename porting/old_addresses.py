"""Where an address of an old blog leads on this site. Never to anything that is not public now."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from core.visibility import public_pages
from porting.importer.addresses import TELLING, key_of, variants
from porting.importer.slugs import tidy
from porting.models import ImportedItem, OldAddress

_MAX = 500
_SHORTEST_SLUG = 3


def by_query(request: HttpRequest) -> str:
    """The new address of one that its query tells apart; empty when it is none. One query, or none at all."""
    if not any(name in request.GET for name in TELLING):
        return ""
    key = key_of(request.get_full_path())
    return _url(key, request) if "?" in key else ""


def by_path(request: HttpRequest) -> str:
    """The new address of a missing page: written down, or the one imported page that had this slug."""
    key = key_of(request.get_full_path())
    if "\0" in key:
        return ""
    return _url(key.partition("?")[0], request) or _by_slug(key.partition("?")[0], request)


def _url(key: str, request: HttpRequest) -> str:
    if len(key) > _MAX or "\0" in key:
        return ""
    old = OldAddress.objects.filter(address=key).select_related("page").first()
    if old is None:
        return ""
    if old.page is None:
        return old.link
    if old.route:
        page = old.page.specific
        return page.get_url(request).rstrip("/") + old.route if _is_reachable(old.page) else ""
    return old.page.get_url(request) or "" if _is_reachable(old.page) else ""


def _by_slug(path: str, request: HttpRequest) -> str:
    """By the last part of a path, when exactly one public imported page had it."""
    # Written as slugs are here: an old address may have had dots or spaces in it.
    slug = tidy(list(variants(path))[-1].rpartition("/")[2].removesuffix(".html"))
    if len(slug) < _SHORTEST_SLUG or len(slug) > _MAX:
        return ""
    items = ImportedItem.objects.filter(slug__in={slug, slug.lower()}, page__live=True).values_list(
        "page_id", flat=True
    )[:2]
    if len(items) != 1:
        return ""
    page: Any = public_pages(Page.objects.filter(pk=items[0])).first()
    return page.get_url(request) or "" if page is not None and not _is_unlisted(page) else ""


def _is_reachable(page: Page) -> bool:
    """Live: a page behind a password asks for it, as it did before."""
    return page.live


def _is_unlisted(page: Page) -> bool:
    return getattr(page.specific, "unlisted", False)
