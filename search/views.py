"""The results page."""

from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.pagination import PageSlice, page_number, page_slice
from core.seo.metadata import PageMetadata
from core.seo.urls import absolute_url
from search.engines import engine
from search.query import Query, parse
from search.results import load_results
from search.viewer import Viewer

PER_PAGE = 10
# Seconds a browser may reuse an answer; shared caches keep none, for people may see different results.
MAX_AGE = 60


def private_for_a_while(view: Any) -> Any:
    """Let the reader's own browser keep the answer for a minute."""

    @wraps(view)
    def with_header(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = f"private, max-age={MAX_AGE}"
        return response

    return with_header


@csrf_exempt  # a POST does nothing here; it is told so with 405, not with 403
@require_safe
@private_for_a_while
def results(request: HttpRequest) -> HttpResponse:
    """Pages that match ``?q=``, ten at a time; 404 for a ``?page=`` that does not exist."""
    query = parse(request.GET.get("q", ""))
    number = page_number(request.GET.get("page", "1"))
    if number == 0:
        raise Http404("No such page.")
    found = engine().search(query, number=number, per_page=PER_PAGE, viewer=viewer_of(request))
    cut = page_slice(found.total, PER_PAGE, number)
    context = {
        "query": query.text,
        "results": load_results(found.page_ids, query, request),
        "total": found.total,
        "exact": found.exact,
        **_pages(query, cut),
        "meta": _metadata(request, query, cut),
    }
    return render(request, "search/results.html", context)


def viewer_of(request: HttpRequest) -> Viewer:
    """Who searches, on the site the request was made to."""
    site = Site.find_for_request(request)
    root = site.root_page if site else Page.get_first_root_node()
    return Viewer(root=root, user=getattr(request, "user", None))


def results_path(query: Query, number: int = 1) -> str:
    """The address of a page of results."""
    values = {"q": query.text} | ({"page": number} if number > 1 else {})
    return f"{reverse('search:results')}?{urlencode(values)}"


def _pages(query: Query, cut: PageSlice) -> dict[str, Any]:
    return {
        "number": cut.number,
        "pages": cut.pages,
        "previous_url": results_path(query, cut.number - 1) if cut.number > 1 else "",
        "next_url": results_path(query, cut.number + 1) if cut.number < cut.pages else "",
    }


def _metadata(request: HttpRequest, query: Query, cut: PageSlice) -> PageMetadata:
    pages = _pages(query, cut)
    return PageMetadata(
        title=_("Search: %(query)s") % {"query": query.text} if query.text else _("Search"),
        description=_("Find posts, pages and tags of this site by their words."),
        # The way in may be found; what somebody searched for is no page of the site.
        noindex=bool(query.text),
        canonical="" if query.text else absolute_url(request, reverse("search:results")),
        prev_url=request.build_absolute_uri(pages["previous_url"]) if pages["previous_url"] else "",
        next_url=request.build_absolute_uri(pages["next_url"]) if pages["next_url"] else "",
    )
