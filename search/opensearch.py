"""Tells browsers how to search this site from their address bar (OpenSearch 1.1)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.models import SiteSettings
from core.seo.urls import absolute_url

CONTENT_TYPE = "application/opensearchdescription+xml"
# Set by OpenSearch 1.1.
SHORT_NAME_LENGTH, LONG_NAME_LENGTH = 16, 48
DAY_SECONDS = 24 * 60 * 60


@require_safe
@cache_control(public=True, max_age=DAY_SECONDS)
def descriptor(request: HttpRequest) -> HttpResponse:
    """The site's name, icon, and the addresses of results and suggestions, all of them absolute."""
    name = SiteSettings.for_request(request).name
    context = {
        "short_name": Truncator(name).chars(SHORT_NAME_LENGTH),
        "long_name": Truncator(name).chars(LONG_NAME_LENGTH),
        "description": _("Search %(site)s") % {"site": name},
        "language": get_language() or "*",
        "icon_url": absolute_url(request, static("images/favicon.ico")),
        "results_url": absolute_url(request, reverse("search:results")),
        "suggest_url": absolute_url(request, reverse("search:suggest")),
        "own_url": absolute_url(request, reverse("search:opensearch")),
    }
    return render(request, "search/opensearch.xml", context, content_type=f"{CONTENT_TYPE}; charset=utf-8")
