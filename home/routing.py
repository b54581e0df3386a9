"""Finding the page of an address in one query.

Wagtail walks down the tree with two queries a level. Every page knows its whole path, so the deepest
page on the way, and the pages above it, can be fetched at once, with what they show.
"""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.url_routing import RouteResult

READ_WITH = (
    "homepage",
    "standardpage__social_image",
    "blogindexpage",
    "blogpage__cover",
    "blogpage__social_image",
    "blogpage__series",
)
CLASSES = ("homepage", "standardpage", "blogindexpage", "blogpage")


def deepest_page(root: Page, components: list[str]) -> tuple[Page, list[str]] | None:
    """The deepest page below ``root`` on the way to an address, and the rest of the address.

    None when there is no page on the way, or one of a class that is not known here.
    """
    paths = []
    for component in components:
        paths.append(f"{paths[-1] if paths else root.url_path}{component}/")
    # Slugs are indexed, whole paths are not; a path names one page of one tree.
    pages = Page.objects.filter(slug__in=components, url_path__in=paths).select_related(*READ_WITH)
    found = {page.url_path: page for page in pages.order_by()}
    above: Any = root
    depth = 0
    for path in paths:
        if path not in found:
            break
        specific = _specific(found[path])
        if specific is None:
            return None
        specific._cached_parent_obj = above
        above, depth = specific, depth + 1
    return (above, components[depth:]) if depth else None


def answer(page: Page, request: HttpRequest, rest: list[str]) -> RouteResult:
    """What the deepest page on the way has to say to the rest of an address.

    Raises Http404 when it has nothing. Its children need not be asked: one of them would have been the deepest.
    """
    here = page.route(request, [])
    if not rest:
        return here
    if not isinstance(page, RoutablePageMixin):
        raise Http404
    return RouteResult(page, args=page.resolve_subpage(f"/{'/'.join(rest)}/"))


def _specific(page: Page) -> Page | None:
    """The page as the class it is, from what the query brought along."""
    for name in CLASSES:
        specific = getattr(page, name, None)
        if specific is not None:
            return specific
    return None
