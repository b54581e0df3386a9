"""Modules of page builders: WPBakery, Divi, Avada and Enfold keep in attributes what others keep in text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _

from porting.readers.wordpress.attributes import is_furniture, told
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.shortcodes import layout, themes
from porting.readers.wordpress.shortcodes.grammar import Shortcode
from porting.readers.wordpress.shortcodes.packed import LINK, LINK_TITLE, RAW, groups, unpacked

#: Rows, columns and bare text: nothing in their attributes is read by anybody.
_ARRANGING = re.compile(
    r"(?:^|_)(?:row|columns?|section|container|cell|text|textblock|codeblock|code|group|wrapper"
    r"|(?:one|two|three|four|five)_(?:half|thirds?|fourths?|fifths?|sixths?|full))(?:_inner|_last|_first)?$"
)
#: Lists of posts and products, and what else is made for each visitor.
_MADE = re.compile(
    r"_(?:blog|(?:fullwidth_)?(?:post|portfolio)\w*|filterable_portfolio|shop|sidebar|comments|menu|wc_\w+|wp_\w+"
    r"|(?:basic|masonry)_grid|widget\w*|recent_\w+|products?\w*|contact\w*)$"
)
#: Names some modules have for what others call otherwise, and names of what only editors saw.
_OTHER_NAMES = {
    "h2": "title",
    "h4": "subtitle",
    "subhead": "subtitle",
    "call_text": "subtitle",
    "job_title": "role",
}
_EDITORS = {"admin_label", "title_text", "el_class", "el_id", "module_id", "av_uid", "css"}
_PERSON = re.compile(r"person|team|member|testimonial")
_PICTURE_NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)+")
#: How builders write quotation marks and brackets within attributes.
_MARKS = {"``": '"', "`{`": "[", "`}`": "]", "%22": '"', "%91": "[", "%93": "]"}
_MARK = re.compile("|".join(map(re.escape, _MARKS)))
_FRAME = re.compile(r"<iframe\s[^<>]*?\bsrc\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
_BUTTON = '<p data-block="button">'


def arranged(code: Shortcode, body: Body, inner: Callable[[], str]) -> str:
    """What a layout's shortcode shows; ``inner`` writes its content, which is not asked of a form or a list."""
    if not code.name.startswith(layout.UNWRAPPED_FAMILIES):
        return f"{layout.before(code)}{inner()}"
    if _ARRANGING.search(code.name):
        return inner()
    if (is_furniture(code.name) or _MADE.search(code.name)) and not _is_text(code):
        if code.name not in body.left_out:
            body.left_out.append(code.name)
        return ""
    if quoted := themes.said_by(code, body):
        return quoted
    before, after = _said(code, body)
    return f"{before}\n\n{inner()}\n\n{after}"


def _is_text(code: Shortcode) -> bool:
    """Whether there is something to read between the tags, and not the fields of a form."""
    return bool(code.text.strip()) and "[" not in code.text


def _said(code: Shortcode, body: Body) -> tuple[str, str]:
    """Blocks before and after the content."""
    films = themes.films_of(code, body)
    given = _typed(code)
    counted, reached = themes.figures(code)
    pieces = told(code.name, given, body)
    before = [piece for piece in pieces if not piece.startswith(_BUTTON)]
    after = [piece for piece in pieces if piece.startswith(_BUTTON)]
    written = f"{counted}{''.join(before)}{reached}"
    return (films + (body.slots.put(written) if written else "")), (
        body.slots.put("".join(after)) if after else ""
    )


def _typed(code: Shortcode) -> dict[str, Any]:
    """The attributes as an author typed them, by the names blocks have for them."""
    given: dict[str, Any] = {}
    label = ""
    for name, value in code.attributes.items():
        if name in _EDITORS or themes.is_film(name, value):
            continue
        if name == "position":
            name = "role" if _PERSON.search(code.name) else name
        value, said = _address(value)
        label = label or said
        given[_OTHER_NAMES.get(name, name)] = _value(value, code.get("units"))
    if "sum" in given:
        given["price"] = f"{given.pop('currency', '')}{given.pop('sum')}"
    if label and not {"title", "label", "text", "button_text", "btn_title"} & given.keys():
        given["title"] = label
    return given


def _address(value: str) -> tuple[str, str]:
    """A link as WPBakery or Enfold packs it: its address and its title; other values as they are."""
    if found := LINK.search(value):
        titled = LINK_TITLE.search(value)
        address = unquote(found[1])
        return ("" if address.strip("# ") == "" else address), unquote(titled[1]) if titled else ""
    if value.startswith("manually,"):
        address = value.removeprefix("manually,")
        return ("" if address in {"#", "http://", "https://"} else address), ""
    return value, ""


def _value(value: str, units: str) -> Any:
    """A list of groups that was written down as JSON, several numbers of pictures, or words."""
    if (listed := groups(value)) is not None:
        return [_bar(one, units) for one in listed]
    if _PICTURE_NUMBERS.fullmatch(value):
        return [number.strip() for number in value.split(",")]
    return _MARK.sub(lambda match: _MARKS[match[0]], value)


def _bar(group: dict[str, Any], units: str) -> dict[str, Any]:
    """One group of a list; a bar's length is told with its name."""
    label, value = str(group.get("label") or group.get("title") or ""), str(group.get("value") or "")
    if label and re.fullmatch(r"[\d.,]+", value):
        return {"text": f"{label}: {value}{units if units in {'%', ''} else f' {units}'}"}
    return group


def raw(code: Shortcode, body: Body) -> str | None:
    """HTML that was typed into a module of its own; most builders pack it."""
    found = unpacked(code.text)
    return body.fragment(unquote(found)) if found else None


def script(code: Shortcode, body: Body) -> str | None:
    """A program: none is run here."""
    found = unquote(unpacked(code.text) or code.text)
    body.problem("script", _("A script was left out: %(start)s"), start=" ".join(found.split())[:200])
    return ""


def google_map(code: Shortcode, body: Body) -> str | None:
    """A map in a frame, which is packed into its attribute."""
    found = unquote(unpacked(code.get("link").removeprefix("#E-8_")) or code.get("link"))
    frame = _FRAME.search(found)
    return embed_of(frame[1].replace("&amp;", "&")) if frame else None


SHORTCODES: dict[str, Callable[[Shortcode, Body], str | None]] = {
    **dict.fromkeys(RAW, raw),
    "vc_raw_js": script,
    "vc_gmaps": google_map,
}

__all__ = ["SHORTCODES", "arranged"]
