"""Menus as templates need them: labels and addresses, without what readers may not see."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail.models import Page

from core.models import NavigationSettings
from core.visibility import public_pages


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
    ids = navigation_page_ids(request)
    pages = {page.pk: page for page in public_pages(Page.objects.filter(pk__in=ids))} if ids else {}
    return navigation_from(request, pages)


def navigation_page_ids(request: HttpRequest) -> set[int]:
    """Ids of the pages the menus lead to."""
    header, columns = _stored(request)
    links = [*header, *(link for _title, group in columns for link in group)]
    return {link["page"] for link in links if link.get("page")}


def navigation_from(request: HttpRequest, pages: dict[int, Page]) -> Navigation:
    """The menus, given those of their pages that are public."""
    header, columns = _stored(request)
    return Navigation(
        header=_links(header, pages, request),
        footer=[MenuColumn(title, _links(group, pages, request)) for title, group in columns],
    )


def _stored(request: HttpRequest) -> tuple[list[dict], list[tuple[str, list[dict]]]]:
    setting = NavigationSettings.for_request(request)
    header = [item["value"] for item in setting.header.get_prep_value() if item["type"] == "link"]
    columns = [item["value"] for item in setting.footer.get_prep_value() if item["type"] == "column"]
    return header, [
        (column["title"], [_link(entry) for entry in column.get("links") or []]) for column in columns
    ]


def _link(entry: dict) -> dict:
    """A list block stores its items wrapped with an id, and older ones bare."""
    return entry["value"] if entry.get("type") == "item" else entry


def _links(entries: list[dict], pages: dict[int, Page], request: HttpRequest) -> list[MenuLink]:
    links = []
    for entry in entries:
        page = pages.get(entry.get("page") or 0)
        if page is not None:
            links.append(MenuLink(entry.get("label") or page.title, page.get_url(request) or ""))
        elif entry.get("url"):
            links.append(MenuLink(entry.get("label") or entry["url"], entry["url"]))
    return links
