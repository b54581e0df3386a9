"""Old addresses: of pages that moved, of an old blog, told apart by their query only, or never written down."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse

from porting import old_addresses

_NOT_FOUND = 404


class OldAddressMiddleware:
    """Answers ``/?p=12`` of an old blog with the page it became, and a missing page by what was written down.

    In place of Wagtail's own, which names the address of a page that is hidden now. An address without a telling
    query that is found costs nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # The admin is nobody's old address, whatever an export says.
        if request.method not in ("GET", "HEAD") or request.path.startswith(reverse("wagtailadmin_home")):
            return self.get_response(request)
        moved = _moved(request, old_addresses.by_query) if request.META.get("QUERY_STRING") else None
        if moved is not None:
            return moved
        response = self.get_response(request)
        if response.status_code != _NOT_FOUND:
            return response
        return _moved(request, old_addresses.by_path) or response


def _moved(
    request: HttpRequest, find: Callable[[HttpRequest], old_addresses.Target | None]
) -> HttpResponse | None:
    try:
        target = find(request)
    except DatabaseError:
        # The page for a missing address is worth more than a redirect.
        return None
    if target is None or not target.url or unquote(target.url) == request.path:
        return None
    answer = HttpResponsePermanentRedirect if target.is_permanent else HttpResponseRedirect
    return answer(target.url)
