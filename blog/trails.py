"""The way down to a list of a blog, as labels and absolute addresses. Knows no model."""

from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from blog import addresses
from blog.listings import Listing, Subject, subject_url
from core.seo.builder import crumbs_to
from core.seo.urls import absolute_url

Crumbs = list[tuple[str, str]]


def index_title(kind: str) -> str:
    """What an overview is called: kind is category, tag, author, series or archive."""
    names = {
        "category": _("Categories"),
        "tag": _("Tags"),
        "author": _("Authors"),
        "series": _("Series"),
        "archive": _("Archive"),
    }
    return names[kind]


def section_crumbs(blog: Any, request: HttpRequest, kind: str) -> Crumbs:
    """The way to an overview."""
    blog_url = blog.get_url(request)
    path = addresses.archive_path(blog_url) if kind == "archive" else addresses.section_path(blog_url, kind)
    return [*crumbs_to(blog, request), (index_title(kind), absolute_url(request, path))]


def list_crumbs(blog: Any, request: HttpRequest, listing: Listing) -> Crumbs:
    """The way to a page of a list."""
    crumbs = _crumbs_to_list(blog, request, listing)
    if listing.number > 1:
        label = _("Page %(number)s") % {"number": listing.number}
        crumbs.append((label, absolute_url(request, listing.page_url)))
    return crumbs


def _crumbs_to_list(blog: Any, request: HttpRequest, listing: Listing) -> Crumbs:
    if listing.kind == "all":
        return crumbs_to(blog, request)
    here = absolute_url(request, listing.url)
    if listing.kind in addresses.SECTIONS:
        above = [
            (
                str(each),
                absolute_url(request, subject_url(Subject(listing.kind, each), blog.get_url(request))),
            )
            for each in getattr(listing.subject, "ancestors", [])
        ]
        return [*section_crumbs(blog, request, listing.kind), *above, (str(listing.subject), here)]
    crumbs = section_crumbs(blog, request, "archive")
    year = Subject("year", listing.subject)
    crumbs.append(
        (str(listing.subject.year), absolute_url(request, subject_url(year, blog.get_url(request))))
    )
    if listing.kind == "month":
        crumbs.append((date_format(listing.subject, "F"), here))
    return crumbs
