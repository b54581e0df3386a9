"""Where a browser tells which result was opened (``static/js/components/search-clicks.js``)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from search.log.allowance import Allowance
from search.log.counting import record_click

#: Bytes; a query of full length and a few numbers take less.
LONGEST = 4000

_allowance = Allowance(most=50, per_second=10)


@csrf_exempt  # a beacon carries no token, and all it can do is add to a number
@require_POST
@never_cache
def clicked(request: HttpRequest) -> HttpResponse:
    """Count an opened result: ``q`` what was searched for, ``page`` its id, ``position`` its place from 1.

    ``suggested=1`` says that it was chosen while the query was typed. Always answers 204: there is nobody to
    read an error.
    """
    if _is_ours(request) and _allowance.take():
        sent = QueryDict(request.body, encoding="utf-8")
        page, position = _number(sent.get("page", "")), _number(sent.get("position", ""))
        suggested = sent.get("suggested") == "1"
        record_click(
            sent.get("q", ""), page_id=page, position=position or 0, request=request, suggested=suggested
        )
    return HttpResponse(status=204)


def _is_ours(request: HttpRequest) -> bool:
    """Whether it is short, and sent from a page of this site as far as the browser says."""
    length = _number(request.headers.get("Content-Length", ""))
    origin = request.headers.get("Sec-Fetch-Site", "same-origin")
    return length is not None and length <= LONGEST and origin == "same-origin"


def _number(text: str) -> int | None:
    """A whole number as it is written in ASCII, small enough for a database; None for everything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
