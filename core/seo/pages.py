"""Head metadata of pages that are not posts."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.article.plain_text import excerpt
from core.blocks.faq import faq_items
from core.models import SiteSettings
from core.seo import schema
from core.seo.builder import (
    add_schema,
    crumbs_to,
    language_of,
    must_not_be_indexed,
    page_image,
    publisher,
    search_address,
)
from core.seo.images import alt_of
from core.seo.metadata import DESCRIPTION_LENGTH, PageMetadata
from core.seo.urls import absolute_url, base_url


def page_metadata(page: Any, request: HttpRequest, **described: Any) -> PageMetadata:
    """The head of a home page or plain page. ``described`` goes into a plain page's structured data."""
    image = getattr(page, "social_image", None)
    url = absolute_url(request, page.get_url(request) or request.path)
    meta = PageMetadata(
        title=page.seo_title or page.title,
        description=_description(page),
        canonical=url,
        image=page_image(request, [(image, alt_of(image))]),
        noindex=must_not_be_indexed(page, request),
        breadcrumbs=crumbs_to(page, request),
    )
    if _is_front_page(page, request):
        main = _front_page(page, meta, request)
    else:
        main = _plain_page(page, meta, request, described)
    add_schema(meta, main, schema.faq_page(faq_items(page.body), url))
    return meta


def _description(page: Any) -> str:
    return page.search_description or getattr(page, "summary", "") or excerpt(page.body, DESCRIPTION_LENGTH)


def _is_front_page(page: Any, request: HttpRequest) -> bool:
    site = Site.find_for_request(request)
    return site is not None and site.root_page_id == page.pk


def _front_page(page: Any, meta: PageMetadata, request: HttpRequest) -> dict[str, Any]:
    settings = SiteSettings.for_request(request)
    # "Home" says nothing in a list of results; the site's name does.
    meta.title = page.seo_title or settings.name
    meta.description = meta.description or settings.description or settings.tagline
    return schema.website(
        name=settings.name,
        url=f"{base_url(request)}/",
        description=settings.description or settings.tagline or meta.description,
        language=language_of(page),
        search_url=search_address(request),
        publisher=publisher(request),
    )


def _plain_page(
    page: Any, meta: PageMetadata, request: HttpRequest, described: dict[str, Any]
) -> dict[str, Any]:
    site = SiteSettings.for_request(request).name
    meta.description = meta.description or _("%(page)s, on %(site)s") % {"page": page.title, "site": site}
    return schema.web_page(
        name=page.title,
        url=meta.canonical,
        description=meta.description,
        language=language_of(page),
        primaryImageOfPage=schema.image_object(meta.image),
        **described,
    )
