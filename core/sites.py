"""Finding the site of a request together with its settings, in one query.

Wagtail asks once for the site, once for its root page and once for every settings model. A public page
needs all of them, so they are fetched together and put where Wagtail looks for them.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from core.models import NavigationSettings, SiteSettings

SETTINGS = {SiteSettings: "sitesettings", NavigationSettings: "navigationsettings"}


class SiteMiddleware:
    """Prepares the request's site; nothing is loaded before something asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request._wagtail_site = SimpleLazyObject(lambda: _load(request))  # type: ignore[attr-defined] # Wagtail's own cache
        return self.get_response(request)


def _load(request: HttpRequest) -> Site | None:
    """The request's site by Wagtail's rules, with its settings kept on the request."""
    hostname = split_domain_port(request._get_raw_host())[0]  # type: ignore[attr-defined] # as Wagtail does
    # Unordered: the choice does not depend on it, and Django takes long to write the order sites have of themselves.
    sites = list(
        Site.objects.order_by().select_related(
            "root_page", "sitesettings__logo", "sitesettings__default_social_image", "navigationsettings"
        )
    )
    site = _choose(sites, hostname, int(request.get_port()))
    if site is not None:
        site.is_alone = len(sites) == 1
        for model, name in SETTINGS.items():
            setting = getattr(site, name, None)
            if setting is not None:
                setting._request = request
                setattr(request, model.get_cache_attr_name(), setting)
    return site


def shared_root(request: HttpRequest | None) -> Any:
    """The root page of the request's site when the database holds other sites too, else None."""
    site = Site.find_for_request(request) if request is not None else None
    if site is None or getattr(site, "is_alone", False):
        return None
    return site.root_page


def _choose(sites: list[Site], hostname: str, port: int) -> Site | None:
    """Pick by host name and port; else the only site with that host name; else the default site."""
    named = [site for site in sites if site.hostname == hostname]
    exact = [site for site in named if site.port == port] or [site for site in named if site.is_default_site]
    if exact:
        return exact[0]
    if len(named) == 1:
        return named[0]
    return next((site for site in sites if site.is_default_site), None)
