"""The only place that joins the apps' addresses; Wagtail's page tree comes last."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from blog.social_cards import serve_card
from core.health import healthz, readyz
from core.media.making import make_picture
from core.media.serve import serve_picture
from core.seo.robots import favicon, robots
from core.seo.sitemap import sitemap_index, sitemap_section
from core.style_sheet import style_sheet
from core.theme import theme

from .sitemaps import SECTIONS

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    re_path(
        r"^media/new/(?P<image_id>[1-9][0-9]{0,9})/(?P<signature>[\w=-]{28})/(?P<size>[\w.-]+)/(?P<name>[^/]+)$",
        make_picture,
        name="make_picture",
    ),
    path("media/<slug:folder>/<path:path>", serve_picture, name="picture"),
    re_path(
        r"^social-cards/(?P<post_id>[1-9][0-9]{0,9})-(?P<key>[0-9a-f]{20})\.png$",
        serve_card,
        name="social_card",
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("theme.css", theme, name="theme"),
    path("styles/<slug:version>.css", style_sheet, name="style_sheet"),
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, {"sections": SECTIONS}, name="sitemap"),
    re_path(
        r"^sitemaps/(?P<name>[a-z]+)(?:-(?P<number>[1-9][0-9]{0,5}))?\.xml$",
        sitemap_section,
        {"sections": SECTIONS},
        name="sitemap_section",
    ),
    # Feeds end in a file name, which Wagtail's own pattern does not match.
    re_path(r"^((?:[\w\-]+/)*(?:rss\.xml|atom\.xml|feed\.json))$", serve, name="feed"),
    path("", include(wagtail_urls)),
]

handler404 = "search.not_found.page_not_found"
