"""Shortcodes of themes nobody here knows by name: ``[wm_button]`` is a button, and what others say is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.boxes import button_of
from porting.readers.wordpress.markup.pictures import captioned, of_media, picture
from porting.readers.wordpress.media import is_picture
from porting.readers.wordpress.shortcodes import boxes, layout, lines
from porting.readers.wordpress.shortcodes.grammar import Shortcode

_PREFIX = re.compile(r"^[a-z]{2,8}[_-](?=[a-z])")
#: Their parts have names of their own, so the name of the whole alone says too little.
_WITH_PARTS = {"tabs", "tabgroup"}
_TITLES = ("title", "heading", "caption", "headline")
#: An attribute that names pictures, by number or address; those behind the text only dress it up.
_PICTURES = re.compile(
    r"^(?!bg|background)(?:\w+_)??(?:img|images?|photos?|pictures?|logo|avatar)(?:_(?:ids?|src|url))?$"
)
_NUMBERS = re.compile(r"^\d+(?:\s*,\s*\d+)*$")
_MORE = ("subtitle", "subheading", "description")


def without_prefix(code: Shortcode) -> Shortcode:
    """The shortcode by the name it has in most themes, when only a theme's own letters stand before that."""
    name = _PREFIX.sub("", code.name)
    common = boxes.SHORTCODES.keys() | lines.SHORTCODES.keys() | layout.UNWRAPPED
    return replace(code, name=name) if name in common - _WITH_PARTS else code


def pictures_of(code: Shortcode, body: Body) -> str:
    """The pictures an unknown shortcode names, as blocks: what showed them is gone, they need not be."""
    shown: list[str] = []
    for name, value in code.attributes.items():
        if not _PICTURES.match(name):
            continue
        if _NUMBERS.match(value):
            found = [body.library.by_id(number) for number in value.split(",")]
            shown += [of_media(media) for media in found if media and is_picture(media.url)]
        elif value.startswith(("http://", "https://")) and is_picture(value):
            shown.append(captioned(picture(value, code.get("alt")), ""))
    return "".join(f"\n\n{body.slots.put(one)}\n\n" for one in shown)


def said(code: Shortcode, body: Body) -> tuple[str, str]:
    """Blocks before and after the content: what a reader saw of the attributes of an unknown shortcode."""
    title, more = code.get(*_TITLES), code.get(*_MORE)
    address, label = code.get("button_url", "button_link"), code.get("button_text", "button_label")
    before = f"<p><strong>{escape(title, quote=False)}</strong></p>" if title else ""
    before += f"<p>{escape(more, quote=False)}</p>" if more else ""
    words = escape(label, quote=False)
    after = button_of(address, words) if words and address.strip("#") else f"<p>{words}</p>" if words else ""
    return before and body.slots.put(before), after and body.slots.put(after)
