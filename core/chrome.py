"""The frame around every public page: the site's settings and its menus."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from core.models import SiteSettings
from core.navigation import Navigation, navigation_for
from core.theme_choice import theme_choice


def chrome_for(request: HttpRequest) -> dict:
    """Settings and menus for templates; nothing is loaded before a template uses it."""
    return {
        "site_settings": SimpleLazyObject(lambda: SiteSettings.for_request(request)),
        "theme_choice": theme_choice(request),
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
    }


def _navigation(request: HttpRequest) -> Navigation:
    if not hasattr(request, "_navigation"):
        request._navigation = navigation_for(request)  # type: ignore[attr-defined] # kept for the request's life
    return request._navigation  # type: ignore[attr-defined] # set just above
