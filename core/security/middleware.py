"""Headers on every answer that is not a static file."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.security.csp import header_value, policy_for

POLICY, REPORT_ONLY = "Content-Security-Policy", "Content-Security-Policy-Report-Only"
# Django's own debug pages are made of inline styles and scripts.
_DEBUG_PAGES = {HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR}
# Parts of a page that have no parts of their own. The long policies would add up to 700 bytes to each, more than some
# pictures weigh, and push the first picture of a page beyond what a phone's line brings in one go.
_PARTS = ("image/avif", "image/gif", "image/jpeg", "image/png", "image/webp", "text/css")
_FOR_PARTS = "default-src 'none'"
OPENER_POLICY = "Cross-Origin-Opener-Policy"
# What a browser assumes of a page that says nothing. Said aloud, because nothing is what Django's middleware fills in.
_SHARED_WITH_OPENER = "unsafe-none"


class SecurityHeadersMiddleware:
    """Adds Content-Security-Policy, Permissions-Policy, Cross-Origin-Resource-Policy and Cross-Origin-Opener-Policy.

    A view that has set one of them knows better: Wagtail does for documents, we do for pictures. The page inside
    a preview comes through here on its own first, so it keeps the public policy although the admin shows it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            # The browser has the page with its policy; nothing was rendered now that could say which frames it needs.
            return response
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.headers.get("Content-Type", "").startswith(_PARTS):
            response.headers.setdefault(POLICY, _FOR_PARTS)
            return response
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if _is_for_everyone(request, response):
            response.headers.setdefault(OPENER_POLICY, _SHARED_WITH_OPENER)
        if not (settings.DEBUG and response.status_code in _DEBUG_PAGES):
            name = REPORT_ONLY if settings.SECURE_CSP_TRIAL else POLICY
            if POLICY not in response.headers:
                response.headers.setdefault(name, header_value(policy_for(request)))
        return response


def _is_for_everyone(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether anybody would get this answer: nobody is known by a session, and no form or session begins with it.

    Such a page need not be walled off from the page that opened it. The wall (``Cross-Origin-Opener-Policy:
    same-origin``, which all other answers keep) makes a browser throw away the process it has ready and begin
    another one when the page's first bytes arrive: docs/decisions/0012-first-visits-need-no-wall.md.
    """
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and not response.cookies
