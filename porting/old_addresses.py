"""Where an address of an old blog leads on this site. Never to anything that is not public now."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils import timezone
from django.utils.encoding import escape_uri_path
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from blog.addresses import SECTIONS
from blog.listings import Subject
from blog.models import BlogIndexPage
from core.visibility import public_pages
from porting.importer.addresses import TELLING, key_of, variants, without_page, without_parents, without_part
from porting.importer.slugs import tidy
from porting.models import ImportedItem, OldAddress

_MAX = 500
_SHORTEST_SLUG = 3
_CATEGORIES = f"/{SECTIONS['category']}/"


class Target(NamedTuple):
    """Where an old address leads, and whether for good."""

    url: str
    is_permanent: bool = True


def by_query(request: HttpRequest) -> Target | None:
    """Where an address leads that its query tells apart; None when it is none. One query, or none at all."""
    if not any(name in request.GET for name in TELLING):
        return None
    key = key_of(request.get_full_path())
    old = _old_address(key) if "?" in key else None
    return Target(_url(old, request)) if old is not None else None


def by_path(request: HttpRequest) -> Target | None:
    """Where a missing page is now: as it was written down, or else the one imported page that had this slug."""
    key = key_of(request.get_full_path())
    if "\0" in key:
        return None
    redirect = _redirect(request)
    if redirect is not None:
        return Target(_told(redirect), redirect.is_permanent)
    path = key.partition("?")[0]
    old = _old_address(path)
    if old is not None:
        return Target(_url(old, request))
    return Target(_by_list(path, request) or _by_post(path, request) or _by_slug(path, request))


def _redirect(request: HttpRequest) -> Redirect | None:
    """What an import, an editor or, when a page moved, Wagtail wrote down for this address."""
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    found = (get_redirect(request, path) for path in dict.fromkeys((whole, urlsplit(whole).path)))
    return next((one for one in found if one is not None), None)


def _told(redirect: Redirect) -> str:
    """Where a redirect leads; empty when that is a page or list nobody can open, whose name it would tell."""
    page, route = redirect.redirect_page, redirect.redirect_page_route_path
    if page is not None and not _is_reachable(page):
        return ""
    if page is not None and route and not _is_shown_list(page.specific, route):
        return ""
    return redirect.link or ""


def _old_address(key: str) -> OldAddress | None:
    if len(key) > _MAX or "\0" in key:
        return None
    return OldAddress.objects.filter(address=key).select_related("page").first()


def _url(old: OldAddress, request: HttpRequest) -> str:
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


def _by_post(path: str, request: HttpRequest) -> str:
    """By the post this was a further page of, the feed of its comments, or a version for phones."""
    post = without_part(path)
    if post == path:
        return ""
    redirect = get_redirect(request, Redirect.normalise_path(escape_uri_path(post)))
    if redirect is not None:
        return "" if redirect.redirect_page is None or redirect.redirect_page_route_path else _told(redirect)
    old = _old_address(post)
    if old is not None:
        return "" if old.page is None or old.route else _url(old, request)
    return _by_slug(post, request)


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
    """Live, and its time not over: a page behind a password asks for it, as it did before."""
    return page.live and (page.expire_at is None or page.expire_at > timezone.now())


def _is_unlisted(page: Page) -> bool:
    return getattr(page.specific, "unlisted", False)
