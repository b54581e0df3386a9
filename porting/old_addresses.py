"""Where an address of an old blog leads on this site. Never to anything that is not public now."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.encoding import escape_uri_path
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from blog.addresses import SECTIONS
from blog.listings import Subject
from blog.models import BlogIndexPage
from core.visibility import public_pages
from porting.importer.addresses import TELLING, key_of, variants, without_page, without_parents
from porting.importer.slugs import tidy
from porting.models import ImportedItem, OldAddress

_MAX = 500
_SHORTEST_SLUG = 3
_CATEGORIES = f"/{SECTIONS['category']}/"


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
    path = key.partition("?")[0]
    return _url(path, request) or _by_list(path, request) or _by_slug(path, request)


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
        shown = _is_reachable(old.page) and _is_shown_list(page, old.route)
        return page.get_url(request).rstrip("/") + old.route if shown else ""
    return old.page.get_url(request) or "" if _is_reachable(old.page) else ""


def _by_list(path: str, request: HttpRequest) -> str:
    """By a list that was asked for by a page of it, or through other parents than it has now."""
    whole = without_page(path)
    paths = [whole] * (whole != path) + without_parents(whole)
    if not paths:
        return ""
    lists = Redirect.objects.filter(site=Site.find_for_request(request), redirect_page__live=True)
    stored = [Redirect.normalise_path(escape_uri_path(one)) for one in paths]
    found = {one.old_path: one for one in lists.filter(old_path__in=stored).select_related("redirect_page")}
    for one, wanted in zip(stored, paths, strict=True):
        route = found[one].redirect_page_route_path if one in found else ""
        if route.startswith(_CATEGORIES) or (route and wanted == whole):
            shown = _is_shown_list(found[one].redirect_page.specific, route)
            return found[one].link or "" if shown else ""
    return ""


def _is_shown_list(blog: Any, route: str) -> bool:
    """Whether a route below a blog tells no name of a tag or author whose posts are all hidden now."""
    section, _, rest = route.strip("/").partition("/")
    slug = rest.partition("/")[0]
    kind = next((one for one, name in SECTIONS.items() if name == section), "")
    if not kind or not slug or not isinstance(blog, BlogIndexPage):
        return True
    found = blog.find_subject(kind, slug)
    return found is not None and blog.has_posts(Subject(kind, found))


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
