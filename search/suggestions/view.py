"""The address that answers while somebody types."""

from hashlib import blake2b
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from search.suggestions.kinds import GROUPS
from search.suggestions.offers import Offers, offers

# Seconds a browser may reuse an answer; shared caches keep none, for people may see different things.
MAX_AGE = 60
OPENSEARCH_TYPE = "application/x-suggestions+json"


@csrf_exempt  # a POST does nothing here; it is told so with 405, not with 403
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What to offer for ``?q=`` while it is being typed, as JSON; ``?format=opensearch`` as browsers ask for it."""
    raw = request.GET.get("q", "")
    found = offers(raw, request)
    if request.GET.get("format") == "opensearch":
        response: HttpResponse = JsonResponse(
            for_browsers(raw, found, request), safe=False, content_type=OPENSEARCH_TYPE
        )
    else:
        response = JsonResponse(for_pages(found))
    return _kept_for_a_while(request, response)


def for_pages(found: Offers) -> dict[str, Any]:
    """What this site's own script wants, with every text it shows: it knows no language."""
    kinds = {suggestion["kind"] for suggestion in found.suggestions}
    count = len(found.suggestions)
    told = ngettext("%(count)s suggestion", "%(count)s suggestions", count) if count else _("No suggestions")
    answer: dict[str, Any] = {
        "results": found.suggestions,
        "groups": {kind: str(name) for kind, name in GROUPS.items() if kind in kinds},
        "status": told % {"count": count},
    }
    if found.corrected:
        answer["status"] = _("Suggestions for “%(query)s”") % {"query": found.corrected}
    return answer


def for_browsers(raw: str, found: Offers, request: HttpRequest) -> list[Any]:
    """The four lists of OpenSearch 1.1 Suggestions: what was asked, titles, descriptions, addresses."""
    names = {kind: str(name) for kind, name in GROUPS.items()}
    return [
        raw,
        [suggestion["title"] for suggestion in found.suggestions],
        [suggestion.get("detail") or names[suggestion["kind"]] for suggestion in found.suggestions],
        [request.build_absolute_uri(suggestion["url"]) for suggestion in found.suggestions],
    ]


def _kept_for_a_while(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let the reader's own browser keep the answer for a minute, and then ask whether it still holds."""
    response["Cache-Control"] = f"private, max-age={MAX_AGE}"
    response["ETag"] = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    # Who signs in or out in between sees other things.
    patch_vary_headers(response, ["Cookie"])
    kept = get_conditional_response(request, etag=response["ETag"], response=response)
    return kept or response
