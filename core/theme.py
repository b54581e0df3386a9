"""The site's own style sheet: its typefaces, and its accent colour made readable in light and dark.

A file of its own rather than a style attribute, so that a strict Content-Security-Policy can stay strict.
"""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from core.colour import readable
from core.models.settings import DEFAULT_ACCENT, DEFAULT_FONTS, SiteSettings

#: The hardest grounds an accent stands on: the darkest light surface and the lightest dark one (tokens.css).
LIGHT_GROUND = "#ebe7de"
DARK_GROUND = "#2b2925"
#: What is written on an accent-coloured button.
LIGHT_INK, DARK_INK = "#ffffff", "#171614"
MUTED = 0.45
A_YEAR = 365 * 24 * 60 * 60


#: What each choice of typefaces changes in tokens.css. Typewriter letters are wide, so titles in them are smaller.
FONT_TOKENS = {
    "serif": {},
    "sans": {"--font-text": "var(--font-sans)", "--font-title": "var(--font-sans)"},
    "mono": {
        "--font-text": "var(--font-sans)",
        "--font-title": "var(--font-mono)",
        "--step-2": "clamp(1.3rem,1.2182rem + .364vw,1.5rem)",
        "--step-3": "clamp(1.45rem,1.2864rem + .727vw,1.85rem)",
        "--step-4": "clamp(1.65rem,1.4045rem + 1.091vw,2.25rem)",
        "--step-5": "clamp(1.85rem,1.4614rem + 1.727vw,2.8rem)",
    },
}


@lru_cache(maxsize=64)
def theme_css(accent: str, fonts: str = DEFAULT_FONTS) -> str:
    """The style sheet for an accent ``#rrggbb`` and a choice of typefaces.

    Every colour in it has a contrast of 4.5:1 or more. Values it does not know give the default.
    """
    try:
        colours = {
            "--accent-on-light": readable(accent, LIGHT_GROUND),
            "--accent-on-dark": readable(accent, DARK_GROUND),
            "--visited-on-light": readable(accent, LIGHT_GROUND, vividness=MUTED),
            "--visited-on-dark": readable(accent, DARK_GROUND, vividness=MUTED),
        }
    except ValueError:
        return theme_css(DEFAULT_ACCENT, fonts)
    tokens = {**colours, **FONT_TOKENS.get(fonts, {})}
    lines = "".join(f"{name}:{value};" for name, value in tokens.items())
    return f"@layer tokens{{:root{{{lines}}}}}\n"


def theme_version(accent: str, fonts: str = DEFAULT_FONTS) -> str:
    """What the style sheet's address ends with; it names everything the style sheet depends on."""
    colour = accent.lstrip("#").lower()
    return colour if fonts in ("", DEFAULT_FONTS) else f"{colour}-{fonts}"


def theme_url(accent: str, fonts: str = DEFAULT_FONTS) -> str:
    """Address of the style sheet; it changes with what is chosen, so it may be cached for ever."""
    return f"{reverse('theme')}?v={theme_version(accent, fonts)}"


def theme(request: HttpRequest) -> HttpResponse:
    """Serve the style sheet of the site the request is for."""
    chosen = SiteSettings.for_request(request)
    response = HttpResponse(theme_css(chosen.accent, chosen.fonts), content_type="text/css; charset=utf-8")
    current = request.GET.get("v") == theme_version(chosen.accent, chosen.fonts)
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if current else "public, max-age=60"
    return response
