"""What every page template may count on."""

from django.http import HttpRequest

from core.chrome import chrome_for


def site(request: HttpRequest) -> dict:
    """Give templates the site's settings and its resolved menus, loaded once per request and only when used."""
    return chrome_for(request)
