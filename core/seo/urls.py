"""Absolute addresses, for everything that leaves the site: feeds, canonical links, shared pictures."""

from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.http import HttpRequest


def base_url(request: HttpRequest) -> str:
    """Scheme and host of the site without a slash at the end.

    The setting SITE_URL decides, so that feeds and canonical links say the same whichever way a request came
    in. Without it the request's own host counts; ALLOWED_HOSTS keeps strangers from making one up.
    """
    configured = getattr(settings, "SITE_URL", "")
    return configured.rstrip("/") if configured else f"{request.scheme}://{request.get_host()}"


def absolute_url(request: HttpRequest, path: str) -> str:
    """The full address of a rooted path; addresses that are full already, and empty ones, stay as they are."""
    if not path or urlsplit(path).scheme:
        return path
    return urljoin(f"{base_url(request)}/", path)
