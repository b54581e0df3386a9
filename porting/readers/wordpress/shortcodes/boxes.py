"""Boxes that say something: notes, toggles, tabs, buttons, quotes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from urllib.parse import unquote

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.boxes import button_of
from porting.readers.wordpress.shortcodes.grammar import Shortcode, split_shortcodes
from porting.readers.wordpress.shortcodes.hidden import is_left_out

_KINDS = {
    "note": "note", "notice": "note", "su_note": "note", "message": "note", "callout": "note", "infobox": "info",
    "info": "info", "tip": "tip", "success": "tip", "hint": "tip", "warning": "warning", "alert": "warning",
    "caution": "warning", "important": "warning", "danger": "danger", "error": "danger", "fusion_alert": "note",
}  # fmt: skip
_TOGGLES = (
    "toggle", "spoiler", "su_spoiler", "collapse", "expand", "accordion-item", "accordion_item", "vc_toggle",
    "et_pb_toggle", "av_toggle", "et_pb_accordion_item", "fusion_toggle", "details", "expander_maker",
    "su_expand", "slide",
)  # fmt: skip
_TABS = {
    "tabs": "tab", "su_tabs": "su_tab", "tabgroup": "tab", "vc_tabs": "vc_tab", "vc_tta_tabs": "vc_tta_section",
    "et_pb_tabs": "et_pb_tab", "av_tab_container": "av_tab", "fusion_tabs": "fusion_tab",
}  # fmt: skip
_ACCORDION_PARTS = ("vc_tta_section", "vc_accordion_tab")


def note(code: Shortcode, body: Body) -> str | None:
    """A box with a hint."""
    if not code.text.strip():
        return None
    kind = _KINDS.get(code.get("type", "style", "class").lower(), _KINDS[code.name])
    title = code.get("title", "heading")
    named = f' data-title="{escape(title)}"' if title else ""
    return f'<aside data-block="admonition" data-kind="{kind}"{named}>{body.render(code.text)}</aside>'


def toggle(code: Shortcode, body: Body) -> str | None:
    """Something that opens."""
    if not code.text.strip():
        return None
    title = code.get("title", "heading", "name", "header") or " ".join(code.positional) or "…"
    return f"<details><summary>{escape(title, quote=False)}</summary>{body.render(code.text)}</details>"


def tabs(code: Shortcode, body: Body) -> str | None:
    """Tabs with their titles."""
    child = _TABS[code.name]
    parts = [
        p.shortcode
        for p in split_shortcodes(code.text, (child,))
        if p.shortcode and p.shortcode.name == child
    ]
    items = [
        f'<section data-item data-title="{escape(part.get("title", "name") or str(number))}">'
        f"{body.render(part.text)}</section>"
        for number, part in enumerate((part for part in parts if not is_left_out(part, body)), 1)
    ]
    if parts and not items:
        return ""
    return f'<div data-block="tabs">{"".join(items)}</div>' if items else None


def button(code: Shortcode, body: Body) -> str | None:
    """A button; Visual Composer keeps its address in a list of its own."""
    if code.name == "buttons" and code.text.strip():
        return None  # several, each of them a shortcode
    address = code.get("url", "link", "href", "button_url", "link_url", "button_link")
    packed = re.search(r"(?:^|\|)url:([^|]*)", address)
    address = unquote(packed[1]) if packed else address.removeprefix("manually,")
    text = body.inline(code.text) or escape(code.get("title", "text", "button_text", "label"), quote=False)
    if not text:
        return ""
    return button_of(address, text) if address and address != "#" else f"<p>{text}</p>"


def quote(code: Shortcode, body: Body) -> str | None:
    """A quotation with whoever said it."""
    if not code.text.strip():
        return None
    who = code.get("cite", "author", "who", "source", "name")
    said = f"<footer>{escape(who, quote=False)}</footer>" if who else ""
    pulled = ' data-block="pull_quote"' if "pull" in code.name else ""
    return f"<blockquote{pulled}>{body.render(code.text)}{said}</blockquote>"


def heading(code: Shortcode, body: Body) -> str | None:
    """A page builder's heading."""
    text, below = code.get("text", "title", "heading") or code.text, ""
    if code.name.startswith("av_") and code.text.strip() and text != code.text:
        below = body.render(code.text)
    level = re.search(
        r"tag:h([1-6])|^h([1-6])$", code.get("font_container", "tag", "size", "level", "title_level")
    )
    size = next((found for found in level.groups() if found), "2") if level else "2"
    return f"<h{size}>{body.inline(text)}</h{size}>{below}" if text.strip() else below


def divider(_code: Shortcode, _body: Body) -> str | None:
    """A line across the page."""
    return "<hr>"


SHORTCODES: dict[str, Callable[[Shortcode, Body], str | None]] = {
    **dict.fromkeys(_KINDS, note),
    **dict.fromkeys((*_TOGGLES, *_ACCORDION_PARTS), toggle),
    **dict.fromkeys(_TABS, tabs),
    **dict.fromkeys(
        (
            "button",
            "buttons",
            "su_button",
            "vc_btn",
            "vc_button",
            "et_pb_button",
            "fusion_button",
            "btn",
            "av_button",
            "av_button_big",
            "av_buttonrow_item",
        ),
        button,
    ),
    **dict.fromkeys(("quote", "su_quote", "pullquote", "pull_quote", "su_pullquote", "blockquote"), quote),
    **dict.fromkeys(
        ("vc_custom_heading", "su_heading", "heading", "fusion_title", "et_pb_heading", "av_heading"), heading
    ),
    **dict.fromkeys(
        ("divider", "su_divider", "vc_separator", "et_pb_divider", "hr", "fusion_separator"), divider
    ),
}
