"""The results page."""

from functools import wraps
from typing import Any

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.pagination import page_number
from core.seo.metadata import PageMetadata
from core.seo.urls import absolute_url
from search.access import SESSION_KEY
from search.asked import asked as read_address
from search.chips import chips, freed
from search.service import Outcome, search
from search.viewer import Viewer

# Seconds a browser may reuse an answer; shared caches keep none, for people may see different results.
MAX_AGE = 60
# Seconds after which somebody may try again while the search does not answer.
RETRY_AFTER = 60


def private_for_a_while(view: Any) -> Any:
    """Let the reader's own browser keep the answer for a minute."""

    @wraps(view)
    def with_header(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            response["Cache-Control"] = f"private, max-age={MAX_AGE}"
        return response

    return with_header


@csrf_exempt  # a POST does nothing here; it is told so with 405, not with 403
@require_safe
@private_for_a_while
def results(request: HttpRequest) -> HttpResponse:
    """Pages that match ``?q=``, ten at a time; 404 for a ``?page=`` that does not exist.

    503 when the database does not answer the search, so that nobody takes it for "nothing found".
    """
    number = page_number(request.GET.get("page", "1"))
    if number == 0:
        raise Http404("No such page.")
    try:
        outcome = search(read_address(request.GET, number), viewer_of(request), request)
    except DatabaseError:
        return _away()
    return render(request, "search/results.html", _context(outcome, request))


def viewer_of(request: HttpRequest) -> Viewer:
    """Who searches, on the site the request was made to.

    Passwords count for those who are signed in: to somebody nobody knows, nothing private is listed.
    """
    site = Site.find_for_request(request)
    root = site.root_page if site else Page.get_first_root_node()
    user = getattr(request, "user", None)
    passed = request.session.get(SESSION_KEY, []) if user and user.is_authenticated else []
    return Viewer(root=root, user=user, passed=frozenset(passed))


def _context(outcome: Outcome, request: HttpRequest) -> dict[str, Any]:
    asked, cut, narrowed = outcome.asked, outcome.cut, outcome.conditions
    pages = {
        "previous_url": asked.page(cut.number - 1).url if cut.number > 1 else "",
        "next_url": asked.page(cut.number + 1).url if cut.number < cut.pages else "",
    }
    return {
        "outcome": outcome,
        "query": asked.text,
        "results": outcome.results,
        "total": outcome.total,
        "number": cut.number,
        "pages": cut.pages,
        **pages,
        "chips": chips(asked, narrowed) if narrowed else [],
        "freed": freed(asked),
        "by_relevance": asked.sorted(by_date=False),
        "by_date": asked.sorted(by_date=True),
        "typed": asked.reworded(asked.text, exact=True),
        "meant": asked.reworded(outcome.meant.text) if outcome.meant else None,
        "meta": _metadata(outcome, request, pages),
    }


def _metadata(outcome: Outcome, request: HttpRequest, pages: dict[str, str]) -> PageMetadata:
    text = outcome.asked.text
    return PageMetadata(
        title=_("Search: %(query)s") % {"query": text} if text else _("Search"),
        description=_("Find posts, pages and tags of this site by their words."),
        # The way in may be found; what somebody searched for is no page of the site.
        noindex=bool(text),
        canonical="" if text else absolute_url(request, reverse("search:results")),
        prev_url=request.build_absolute_uri(pages["previous_url"]) if pages["previous_url"] else "",
        next_url=request.build_absolute_uri(pages["next_url"]) if pages["next_url"] else "",
    )


def _away() -> HttpResponse:
    """A bare sentence: a page with menus would ask the same database."""
    sentence = _("The search does not answer just now. Please try again in a minute.")
    response = HttpResponse(sentence, status=503, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = str(RETRY_AFTER)
    return response
