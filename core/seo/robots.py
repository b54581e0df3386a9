"""robots.txt, and the one icon browsers ask for without being told."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.models import SiteSettings
from core.seo.builder import SEARCH_PATH
from core.seo.urls import absolute_url

DAY_SECONDS = 24 * 60 * 60


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: all but the admin and what a search finds, or nothing while the site is being built."""
    if SiteSettings.for_request(request).search_engine_indexing:
        lines = [
            "User-agent: *",
            f"Disallow: {reverse('wagtailadmin_home')}",
            # The search page itself may be found; nobody gains from a crawler trying queries.
            f"Disallow: {SEARCH_PATH}?q=",
            f"Disallow: {SEARCH_PATH}suggest/",
            "",
            f"Sitemap: {absolute_url(request, reverse('sitemap'))}",
        ]
    else:
        lines = ["User-agent: *", "Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Send on to the icon among the static files, whose name changes whenever the icon does."""
    response = HttpResponseRedirect(static("images/favicon.ico"))
    response["Cache-Control"] = f"public, max-age={DAY_SECONDS}"
    return response
