"""Shortcodes of themes nobody here knows by name: ``[wm_button]`` is a button, and what others say is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.boxes import button_of
from porting.readers.wordpress.markup.pictures import captioned, of_media, picture
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.media import is_picture
from porting.readers.wordpress.providers import is_provider
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
_FILM = re.compile(r"(?:^|_)(?:video|film|youtube|vimeo)(?:_?(?:url|link|src))?$")
_NUMBERS = re.compile(r"^\d+(?:\s*,\s*\d+)*$")
_ABOVE = ("preheading", "pretitle", "kicker")
_MORE = ("subtitle", "subheading", "description")
_ADDRESSES = ("button_url", "button_link")
_LABELS = ("button_text", "button_label")
#: Attributes that only say how something looked, by their names and by their values.
_DRESS = re.compile(
    r"(?:^|_)(?:colou?rs?|size|style|align\w*|padding|margin|height|width|weight|spacing|radius|rounded|border"
    r"|background|bg|class|animation|effect|hover|translate[xyz]|gap[hv]?|columns?\d?|separator|opacity|font"
    r"|position|horizontal|vertical|blur|shadow|tag)(?:_|$)"
)
_DRESS_VALUE = re.compile(
    r"^(?:yes|no|true|false|on|off|none|left|center|right|top|bottom|\s|-?[\d.]+(?:px|r?em|%|v[hw]|m?s)|#[\da-f]{3,8})*$",
    re.IGNORECASE,
)


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


def films_of(code: Shortcode, body: Body) -> str:
    """The films an unknown shortcode names, as players."""
    films = [value for name, value in code.attributes.items() if _is_film(name, value)]
    return "".join(f"\n\n{body.slots.put(embed_of(address))}\n\n" for address in films)


def _is_film(name: str, value: str) -> bool:
    return bool(_FILM.search(name)) and value.startswith(("http://", "https://")) and is_provider(value)


def said(code: Shortcode, body: Body) -> tuple[str, str]:
    """Blocks before and after the content: what a reader saw of the attributes of an unknown shortcode."""
    address, label = code.get(*_ADDRESSES), code.get(*_LABELS)
    before = f"{_line(code.get(*_ABOVE))}{_title(code)}{_line(code.get(*_MORE))}"
    words = escape(label, quote=False)
    after = button_of(address, words) if words and address.strip("#") else f"<p>{words}</p>" if words else ""
    return before and body.slots.put(before), after and body.slots.put(after)


def says_all(code: Shortcode) -> bool:
    """Whether nothing but words, pictures and looks stands in the attributes of an unknown shortcode."""
    return not code.positional and all(_is_read(name, value) for name, value in code.attributes.items())


def _is_read(name: str, value: str) -> bool:
    if name in {*_ABOVE, *_TITLES, *_MORE, *_ADDRESSES, *_LABELS} or _PICTURES.match(name):
        return True
    if _is_film(name, value):
        return True
    return bool(_DRESS.search(name) or _DRESS_VALUE.match(value))


def _title(code: Shortcode) -> str:
    """The title; that of a shortcode whose name says that it is one is a heading."""
    words = code.get(*_TITLES)
    if not words:
        return ""
    if re.search(r"(?:heading|headline|title)s?$", code.name):
        return f"<h2>{escape(words, quote=False)}</h2>"
    return f"<p><strong>{escape(words, quote=False)}</strong></p>"


def _line(words: str) -> str:
    return f"<p>{escape(words, quote=False)}</p>" if words else ""
