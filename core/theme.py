"""The site's own style sheet: its accent colour, made readable in light and dark.

A file of its own rather than a style attribute, so that a strict Content-Security-Policy can stay strict.
"""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from core.colour import readable
from core.models.settings import DEFAULT_ACCENT, SiteSettings

#: The hardest grounds an accent stands on: the darkest light surface and the lightest dark one (tokens.css).
LIGHT_GROUND = "#ebe7de"
DARK_GROUND = "#2b2925"
#: What is written on an accent-coloured button.
LIGHT_INK, DARK_INK = "#ffffff", "#171614"
MUTED = 0.45
A_YEAR = 365 * 24 * 60 * 60


@lru_cache(maxsize=64)
def theme_css(accent: str) -> str:
    """The style sheet for an accent ``#rrggbb``; every colour in it has a contrast of 4.5:1 or more."""
    try:
        colours = {
            "--accent-on-light": readable(accent, LIGHT_GROUND),
            "--accent-on-dark": readable(accent, DARK_GROUND),
            "--visited-on-light": readable(accent, LIGHT_GROUND, vividness=MUTED),
            "--visited-on-dark": readable(accent, DARK_GROUND, vividness=MUTED),
        }
    except ValueError:
        return theme_css(DEFAULT_ACCENT)
    lines = "".join(f"{name}:{value};" for name, value in colours.items())
    return f"@layer tokens{{:root{{{lines}}}}}\n"


def theme_url(accent: str) -> str:
    """Address of the style sheet; it changes with the accent, so it may be cached for ever."""
    return f"{reverse('theme')}?v={accent.lstrip('#').lower()}"


def theme(request: HttpRequest) -> HttpResponse:
    """Serve the style sheet of the site the request is for."""
    accent = SiteSettings.for_request(request).accent
    response = HttpResponse(theme_css(accent), content_type="text/css; charset=utf-8")
    current = request.GET.get("v") == accent.lstrip("#").lower()
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if current else "public, max-age=60"
    return response
