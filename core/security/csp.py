"""Content-Security-Policy: which policy an answer gets, and how it is written.

The settings have the shape Django 6 gives its own ``SECURE_CSP``, so that Django's middleware can take over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

Policy = Mapping[str, Sequence[str]]
#: Where a request notes the hosts its page may ask, by directive.
_ALLOWED = "_allowed_origins"


def header_value(policy: Policy) -> str:
    """Write a policy as a header; a directive without sources, such as upgrade-insecure-requests, stands alone."""
    return "; ".join(" ".join([directive, *sources]) for directive, sources in policy.items())


def policy_for(request: HttpRequest) -> Policy:
    """The policy of the answer to a request: the admin's, or the public one with the players of this page.

    The forms in front of the admin, where passwords are typed, need nothing inline and have the public policy.
    """
    if _is_admin(request):
        policy = settings.SECURE_CSP_ADMIN
    else:
        policy = {**settings.SECURE_CSP, **_allowed_by_the_page(request)}
    return {**policy, **settings.SECURE_CSP_EVERYWHERE}


def allow_frame(request: HttpRequest, address: str) -> None:
    """Let the page that answers ``request`` show a frame from the host of ``address``, which begins with https://."""
    _allow(request, "frame-src", address)


def allow_media(request: HttpRequest, address: str) -> None:
    """Let the page play a film or recording from the host of ``address``, which begins with https://."""
    _allow(request, "media-src", address)


def _allow(request: HttpRequest, directive: str, address: str) -> None:
    host = urlsplit(address).netloc
    if not host or any(sign in host for sign in " ;,'@"):
        return
    allowed: dict[str, set[str]] = getattr(request, _ALLOWED, None) or {}
    allowed.setdefault(directive, set()).add(f"https://{host}")
    setattr(request, _ALLOWED, allowed)


def _allowed_by_the_page(request: HttpRequest) -> Policy:
    """The directives this page widens; 'none' cannot stand beside a host."""
    allowed: dict[str, set[str]] = getattr(request, _ALLOWED, None) or {}
    return {
        directive: [
            *(source for source in settings.SECURE_CSP[directive] if source != "'none'"),
            *sorted(origins),
        ]
        for directive, origins in allowed.items()
    }


def _is_admin(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return request.path_info.startswith(_admin_prefix()) and user is not None and user.is_authenticated


@lru_cache(maxsize=1)
def _admin_prefix() -> str:
    return reverse("wagtailadmin_home")
