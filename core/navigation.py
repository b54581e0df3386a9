"""Menus as templates need them: labels and addresses, without what readers may not see."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail.models import Page

from core.visibility import public_pages
from core.models import NavigationSettings


@dataclass(frozen=True)
class MenuLink:
    """One entry: what it says and where it leads."""

    label: str
    url: str


@dataclass(frozen=True)
class MenuColumn:
    """A titled column of the footer."""

    title: str
    links: list[MenuLink]


@dataclass(frozen=True)
class Navigation:
    """The site's menus."""

    header: list[MenuLink] = field(default_factory=list)
    footer: list[MenuColumn] = field(default_factory=list)


def navigation_for(request: HttpRequest) -> Navigation:
    """The menus of the request's site, in two queries.

    A link to a page that is not public is left out, for its title may be private too.
    """
    setting = NavigationSettings.for_request(request)
    header = [item["value"] for item in setting.header.get_prep_value() if item["type"] == "link"]
    columns = [item["value"] for item in setting.footer.get_prep_value() if item["type"] == "column"]
    groups = [[_link(entry) for entry in column.get("links") or []] for column in columns]
    pages = _public(link.get("page") for link in [*header, *(link for group in groups for link in group)])
    return Navigation(
        header=_links(header, pages, request),
        footer=[
            MenuColumn(column["title"], _links(group, pages, request))
            for column, group in zip(columns, groups, strict=True)
        ],
    )


def _link(entry: dict) -> dict:
    """A list block stores its items wrapped with an id, and older ones bare."""
    return entry["value"] if entry.get("type") == "item" else entry


def _public(page_ids: Iterable[int | None]) -> dict[int, Page]:
    ids = {page_id for page_id in page_ids if page_id}
    return {page.pk: page for page in public_pages(Page.objects.filter(pk__in=ids))} if ids else {}


def _links(entries: list[dict], pages: dict[int, Page], request: HttpRequest) -> list[MenuLink]:
    links = []
    for entry in entries:
        page = pages.get(entry.get("page") or 0)
        if page is not None:
            links.append(MenuLink(entry.get("label") or page.title, page.get_url(request) or ""))
        elif entry.get("url"):
            links.append(MenuLink(entry.get("label") or entry["url"], entry["url"]))
    return links
