"""Pictures in templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from core.media.pictures import picture, picture_url

register = template.Library()


@register.simple_tag
def site_picture(
    image: Any, preset: str, alt: Any = "", eager: Any = False, css_class: str = ""
) -> SafeString:
    """``{% site_picture post.cover "card" alt="" eager=forloop.first %}``: a picture in every size.

    Nothing when there is no image or its file cannot be read.
    """
    return picture(image, preset, str(alt or ""), eager=bool(eager), css_class=css_class)


@register.simple_tag
def site_picture_url(image: Any, preset: str = "zoom") -> str:
    """The address of the picture in its largest size for ``preset``; the original itself is not public."""
    return picture_url(image, preset)
