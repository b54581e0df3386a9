"""What every page's metadata is made from: the site's settings, the request, the way down to the page."""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings as django_settings
from django.http import HttpRequest
from wagtail.models import Site

from core.models import SiteSettings
from core.seo import schema
from core.seo.images import alt_of, meta_image, preset_image
from core.seo.metadata import MetaImage, PageMetadata
from core.seo.urls import absolute_url, base_url

#: Fixed like the addresses of feeds; the app that answers there is not known down here.
SEARCH_PATH = "/search/"
#: Only the tree's invisible root is above pages of this depth.
FRONT_PAGE_DEPTH = 2


def must_not_be_indexed(page: Any, request: HttpRequest, *, public: bool | None = None) -> bool:
    """Whether search engines are to leave a page out: previews, private pages, a site that is being built.

    ``public`` is whether everybody may read the page, where that is known already; it saves a query.
    """
    if getattr(request, "is_preview", False) or not SiteSettings.for_request(request).search_engine_indexing:
        return True
    return bool(page.get_view_restrictions().exists()) if public is None else not public


def language_of(page: Any) -> str:
    """The language a page is written in, as a code such as "en" or "pt-br"."""
    # A site in one language need not ask which of its one locales a page is in.
    if getattr(django_settings, "WAGTAIL_I18N_ENABLED", False):
        return str(page.locale.language_code)
    return django_settings.LANGUAGE_CODE


def crumbs_to(page: Any, request: HttpRequest) -> list[tuple[str, str]]:
    """Labels and absolute addresses of the live pages from the site's front page down to this one."""
    site = Site.find_for_request(request)
    crumbs: list[tuple[str, str]] = [
        (page.title, absolute_url(request, page.get_url(request) or request.path))
    ]
    while page.pk != site.root_page_id and page.depth > FRONT_PAGE_DEPTH:
        page = page.get_parent()
        if page.live and (url := page.get_url(request)):
            crumbs.append((page.title, absolute_url(request, url)))
    return crumbs[::-1]


def publisher(request: HttpRequest) -> dict[str, Any]:
    """The site's publisher as structured data, built once a request."""
    kept = getattr(request, "_publisher_schema", None)
    if kept is None:
        settings = SiteSettings.for_request(request)
        home = f"{base_url(request)}/"
        logo = site_logo(request)
        profiles = profile_urls(settings.social_links)
        kept = schema.organization(settings.publisher_name or settings.name, home, logo, profiles)
        request._publisher_schema = kept  # type: ignore[attr-defined] # kept for the request's life
    return kept


def site_logo(request: HttpRequest) -> MetaImage | None:
    """The site's logo, in a size the header shows anyway."""
    return preset_image(SiteSettings.for_request(request).logo, request, "logo")


def profile_urls(links: Any) -> list[str]:
    """Web addresses of somebody's profiles elsewhere; mail addresses are no such thing."""
    urls = (child["value"].get("url", "") for child in links.get_prep_value() if child["type"] == "profile")
    return [url for url in urls if url.startswith(("https://", "http://"))]


def page_image(
    request: HttpRequest,
    candidates: Sequence[tuple[Any, str]],
    drawn: Callable[[], MetaImage] | None = None,
) -> MetaImage | None:
    """The first picture there is, of pairs of image and alternative text; else what can be drawn, else the default."""
    for image, alt in candidates:
        found = meta_image(image, request, alt) if image is not None else None
        if found is not None:
            return found
    if drawn is not None:
        return drawn()
    default = SiteSettings.for_request(request).default_social_image
    return meta_image(default, request, alt_of(default)) if default is not None else None


def search_address(request: HttpRequest) -> str:
    """The absolute address of the search page."""
    return absolute_url(request, SEARCH_PATH)


def add_schema(meta: PageMetadata, *nodes: dict[str, Any] | None) -> None:
    """Attach structured data to a page: what was built, and the breadcrumbs of a page below the front page."""
    meta.schema += [schema.in_context(data) for data in nodes if data]
    if len(meta.breadcrumbs) > 1:
        meta.schema.append(schema.in_context(schema.breadcrumb_list(meta.breadcrumbs)))
