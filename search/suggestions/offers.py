"""Everything that is offered for what was typed, in order."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from wagtail.models import Page, Site

from blog.models import BlogPage
from search.engines import engine
from search.query import Query, parse
from search.suggestions.kinds import Suggestion
from search.suggestions.subjects import matching_subjects
from search.viewer import Viewer

MAX_PAGES = 5


@dataclass(frozen=True)
class Offers:
    """``corrected`` is what was taken for the query where nothing fitted the query itself."""

    suggestions: list[Suggestion] = field(default_factory=list)
    corrected: str = ""


def offers(raw: str, request: HttpRequest) -> Offers:
    """Pages by their titles, then the categories, tags, authors and series that have posts everybody may see."""
    query = parse(raw)
    if not query:
        return Offers()
    site = Site.find_for_request(request)
    viewer = Viewer(root=site.root_page if site else Page.get_first_root_node(), user=request.user)
    return Offers([*_pages(query, viewer, request), *matching_subjects(query.text, viewer, request)])


def _pages(query: Query, viewer: Viewer, request: HttpRequest) -> list[Suggestion]:
    pages = engine().suggest(query, limit=MAX_PAGES, viewer=viewer)
    return [_of_page(page, request) for page in pages]


def _of_page(page: Page, request: HttpRequest) -> Suggestion:
    kind = "post" if page.specific_class is BlogPage else "page"
    return Suggestion(title=page.title, url=page.get_url(request) or "", kind=kind)
