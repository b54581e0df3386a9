"""The one style sheet of a page in production: the joined static one and the site's own theme behind one address.

A page waits for its style sheets before it shows anything, and on a phone each further address costs another round
trip. The address names everything the text depends on, so it may be kept for ever.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

import brotli
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from core.models.settings import SiteSettings
from core.static_files import STYLE_ALL, are_joined, style_sheets
from core.theme import A_YEAR, theme_css, theme_url, theme_version


def addresses(site_settings: Any) -> list[str]:
    """The style sheets a page links, in order; ``site_settings`` may be missing where nothing can be counted on."""
    if not site_settings:
        return [static(name) for name in style_sheets()]
    accent = getattr(site_settings, "accent", "") or ""
    fonts = getattr(site_settings, "fonts", "") or ""
    if are_joined():
        return [reverse("style_sheet", args=[_version(accent, fonts)])]
    return [*(static(name) for name in style_sheets()), theme_url(accent, fonts)]


def style_sheet(request: HttpRequest, version: str) -> HttpResponse:
    """Serve the whole style sheet of the site the request is for, compressed as the browser likes best."""
    chosen = SiteSettings.for_request(request)
    wanted = request.headers.get("Accept-Encoding", "")
    encoding = "br" if "br" in wanted else "gzip" if "gzip" in wanted else ""
    text = _encoded(_static_name(), chosen.accent, chosen.fonts, encoding)
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    if encoding:
        response["Content-Encoding"] = encoding
    patch_vary_headers(response, ["Accept-Encoding"])
    current = version == _version(chosen.accent, chosen.fonts)
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if current else "public, max-age=60"
    return response


def _version(accent: str, fonts: str) -> str:
    # Collected files carry their hash before the ending: all.0123456789ab.css
    fingerprint = PurePosixPath(_static_name()).stem.rpartition(".")[2]
    return f"{theme_version(accent, fonts)}-{fingerprint}"


def _static_name() -> str:
    return staticfiles_storage.stored_name(STYLE_ALL) if are_joined() else STYLE_ALL


@lru_cache(maxsize=32)
def _encoded(name: str, accent: str, fonts: str, encoding: str) -> bytes:
    """The bytes to send. ``name`` is the static file's, which changes with its content."""
    sheet = staticfiles_storage.open(name).read() if are_joined() else b""
    text = sheet + b"\n" + theme_css(accent, fonts).encode()
    if encoding == "br":
        return brotli.compress(text, mode=brotli.MODE_TEXT, quality=11)
    return gzip.compress(text, mtime=0) if encoding == "gzip" else text
