"""Small helpers every public template may use."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core import style_sheet
from core.article.links import taken_apart
from core.link_blocks import PLATFORMS
from core.static_files import script, style_sheets

register = template.Library()

#: Characters that could end a script element or open another one.
_SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def json_ld(value: Any) -> SafeString:
    """Write data as JSON that can't leave the script element it stands in."""
    text = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_SCRIPT_ESCAPES))  # noqa: S308 - escaped on this line


@lru_cache(maxsize=128)
def _icon(name: str) -> str:
    return render_to_string(f"icons/{name}.svg").strip()


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """Put a drawing of templates/icons into the page; it is decoration, so readers of the text skip it."""
    classes = f"icon icon--{name} {css_class}".strip()
    drawing = _icon(name).replace("<svg ", f'<svg class="{classes}" aria-hidden="true" focusable="false" ', 1)
    return mark_safe(drawing)  # noqa: S308 - the project's own files


@register.simple_tag
def fixed(name: str, **values: str) -> SafeString:
    """Include a template that is the same on every page, but for the language and a few plain values.

    It is rendered once in a process, so ``values`` have to be ours: nothing a reader sends.
    """
    render = _fixed.__wrapped__ if settings.DEBUG else _fixed
    return render(name, get_language() or "", tuple(values.items()))


@lru_cache(maxsize=512)
def _fixed(name: str, language: str, values: tuple[tuple[str, str], ...]) -> SafeString:
    return render_to_string(name, dict(values))


def _place(request: HttpRequest | None, url: str | None) -> str:
    """How the page one is on stands to ``url``: "page" (it is it), "true" (below it) or nothing."""
    parts = taken_apart(url or "")
    if (
        request is None
        or parts is None
        or not parts.path
        or (parts.netloc and parts.netloc != request.get_host())
    ):
        return ""
    if request.path == parts.path:
        return "page"
    return "true" if parts.path != "/" and request.path.startswith(parts.path) else ""


@register.simple_tag(takes_context=True)
def current(context: template.Context, url: str | None) -> SafeString:
    """The attribute that marks a menu entry of the page one is on, or of one above it."""
    place = _place(context.get("request"), url)
    return format_html(' aria-current="{}"', place) if place else SafeString("")


@register.simple_tag(takes_context=True)
def nearest(context: template.Context, links: Iterable[Any]) -> str:
    """The address among a menu's links that is nearest to the page one is on; only it is marked."""
    request = context.get("request")
    return max((link.url for link in links if _place(request, link.url)), key=len, default="")


@register.simple_tag
def page_style_sheets(site_settings: Any = None) -> list[str]:
    """Addresses of the style sheets a page links: the site's, and the one with its accent and typefaces."""
    return style_sheet.addresses(site_settings)


@register.simple_tag
def stylesheets() -> list[str]:
    """The site's style sheets in order, as names of static files."""
    return style_sheets()


@register.simple_tag
def script_module() -> str:
    """The site's script, as the name of a static file."""
    return script()


@register.filter
def initial(name: Any) -> str:
    """The first letter of a name, for a place where a picture would be."""
    return str(name).strip()[:1].upper()


@register.filter
def is_long(title: Any, limit: int = 80) -> bool:
    """Whether a title is too long for the largest type."""
    return len(str(title)) > limit


@register.filter
def platform_name(profile: Any) -> str:
    """What readers call the place a profile link leads to."""
    return str(dict(PLATFORMS).get(profile["platform"], profile["platform"]))
