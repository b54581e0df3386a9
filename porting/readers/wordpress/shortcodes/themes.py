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
from porting.readers.wordpress.shortcodes.files import is_file
from porting.readers.wordpress.shortcodes.grammar import Shortcode

_PREFIX = re.compile(r"^[a-z]{2,8}[_-](?=[a-z])")
#: Their parts have names of their own, so the name of the whole alone says too little.
_WITH_PARTS = {"tabs", "tabgroup"}
_TITLES = ("title", "heading", "caption", "headline", "heading_text")
#: An attribute that names pictures, by number or address; those behind the text only dress it up.
_PICTURES = re.compile(
    r"^(?!bg|background)(?:\w+_)??(?:img|images?|photos?|pictures?|logo|avatar)\d?(?:_(?:ids?|src|url))?$"
)
_FILM = re.compile(r"(?:^|_)(?:video|film|youtube|vimeo)(?:_?(?:url|link|src))?$")
_NUMBERS = re.compile(r"^\d+(?:\s*,\s*\d+)*$")
_ABOVE = ("preheading", "pretitle", "kicker")
_MORE = ("subtitle", "subheading", "description", "text")
_ADDRESSES = ("button_url", "button_link", "link_url", "btn_url", "btn_link")
_LABELS = ("button_text", "button_label", "link_text", "btn_text")
#: What somebody said of the blog's owner. Lists of them have a name in the plural.
_SAID_BY = re.compile(r"testimonial(?:s?_?(?:item|single|box|slide))?$")
_SPEAKERS, _ROLES = ("author", "name", "client"), ("position", "role", "job", "job_title", "company")
#: Attributes that only say how something looked, by their names and by their values.
_DRESS = re.compile(
    r"(?:^|_)(?:colou?rs?|size|style|align\w*|padding|margin|height|width|weight|spacing|radius|rounded|border"
    r"|background|bg|class|animation|effect|hover|translate[xyz]|gap[hv]?|columns?\d?|separator|opacity|font"
    r"|position|mode|layout|skin|horizontal|vertical|blur|shadow|tag)(?:_|$)"
)
_COUNTER = re.compile(r"count(?:er|up)|progress|skill")
_NUMBERS_THERE, _PERCENTS = ("number", "number_to", "value"), ("percent", "percentage")
_SPEEDS = ("time", "speed", "duration", "delay")
#: A sign from a font of signs, by its name; one with an address is a picture.
_ICON = re.compile(r"(?:^|_)icons?(?:_|$)")
_TAG = re.compile(r"<[^<>]*>|\[[^\[\]]*\]")
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
    films = [value for name, value in code.attributes.items() if is_film(name, value)]
    return "".join(f"\n\n{body.slots.put(embed_of(address))}\n\n" for address in films)


def is_film(name: str, value: str) -> bool:
    """Whether an attribute names a film of a known service."""
    return bool(_FILM.search(name)) and value.startswith(("http://", "https://")) and is_provider(value)


def said(code: Shortcode, body: Body) -> tuple[str, str]:
    """Blocks before and after the content: what a reader saw of the attributes of an unknown shortcode."""
    address, label = code.get(*_ADDRESSES).strip("# "), code.get(*_LABELS)
    words = escape(label, quote=False)
    counted, reached = figures(code)
    title = _titles(code, "" if words else address)
    before = f"{_lines(code, _ABOVE)}{counted}{title}{reached}{_lines(code, _MORE)}"
    after = button_of(address, words) if words and address else f"<p>{words}</p>" if words else ""
    return before and body.slots.put(before), after and body.slots.put(after)


def figures(code: Shortcode) -> tuple[str, str]:
    """What a counter counts to, and how far a bar has come; elsewhere such numbers say how many posts to show."""
    if not _COUNTER.search(code.name):
        return "", ""
    number, percent = code.get(*_NUMBERS_THERE), code.get(*_PERCENTS)
    written = f"<p>{escape(percent.strip(' %'), quote=False)}%</p>" if percent else ""
    return f"<p>{escape(number, quote=False)}</p>" if number else "", written


def said_by(code: Shortcode, body: Body) -> str:
    """What somebody said, as a quotation with their name; empty when this is another shortcode."""
    words = code.get("text", "quote", "content")
    inner = body.render(code.text) if code.text.strip() else f"<p>{escape(words, quote=False)}</p>"
    if not _SAID_BY.search(code.name) or not (words or code.text.strip()):
        return ""
    who = ", ".join(filter(None, (code.get(*_SPEAKERS), code.get(*_ROLES))))
    footer = f"<footer>{escape(who, quote=False)}</footer>" if who else ""
    return body.slots.put(f"<blockquote>{inner}{footer}</blockquote>")


def says_all(code: Shortcode) -> bool:
    """Whether nothing but words, pictures and looks stands in the attributes of an unknown shortcode."""
    return not code.positional and all(_is_read(code, *one) for one in code.attributes.items())


def _is_read(code: Shortcode, name: str, value: str) -> bool:
    if name in {*_ABOVE, *_TITLES, *_MORE} or _PICTURES.match(name) or is_film(name, value) or is_file(value):
        return True
    if _COUNTER.search(code.name) and name in {*_NUMBERS_THERE, *_PERCENTS, *_SPEEDS}:
        return True
    if name in _LABELS:
        return value == code.get(*_LABELS)
    if name in _ADDRESSES and value.strip("# "):
        return value == code.get(*_ADDRESSES) and bool(code.get(*_LABELS, *_TITLES))
    return bool(_DRESS_VALUE.match(value)) or _is_dress(name, value)


def _is_dress(name: str, value: str) -> bool:
    if name == "position":  # of a box, or of a person
        return False
    return bool(_DRESS.search(name)) or (bool(_ICON.search(name)) and "://" not in value)


def _titles(code: Shortcode, address: str) -> str:
    """The title, perhaps a link; that of a shortcode whose name says that it is one is a heading."""
    titles = _different(code, _TITLES)
    if not titles:
        return ""
    words = escape(titles[0], quote=False)
    words = f'<a href="{escape(address)}">{words}</a>' if address else words
    is_heading = re.search(r"(?:heading|headline|title)s?$", code.name)
    first = f"<h2>{words}</h2>" if is_heading else f"<p><strong>{words}</strong></p>"
    return first + "".join(f"<p>{escape(one, quote=False)}</p>" for one in titles[1:])


def _lines(code: Shortcode, names: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(words, quote=False)}</p>" for words in _different(code, names))


def _different(code: Shortcode, names: tuple[str, ...]) -> list[str]:
    """The values of these attributes, each once; some themes write the same words between the tags as well."""
    there = " ".join(_TAG.sub(" ", code.text).split())
    values = dict.fromkeys(code.attributes.get(name, "") for name in names)
    return [one for one in values if one and " ".join(one.split()) not in there]
