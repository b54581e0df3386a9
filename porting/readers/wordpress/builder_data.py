"""Pages whose text is empty because a page builder keeps all of it in a field of its own.

As a rule a builder writes the words into the text as well. When it did not, those of Elementor and Thrive are read
from their field; of other builders the report names the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from porting.readers.wordpress.attributes import told
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.hidden_fields import BUILDERS
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.providers import is_provider
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.switched_off import is_widget_off

_MARKUP = {"text-editor": "editor", "html": "html", "shortcode": "shortcode", "theme-post-content": ""}
_FILMS = ("youtube_url", "vimeo_url", "dailymotion_url", "external_url")
_DEEPEST = 40  # sections, columns and containers in each other


def built(item: RawItem, body: Body) -> str:
    """What a builder keeps of a page without text, in the dialect; what cannot be read is noted in ``body``."""
    if item.content.strip():
        return ""
    written = ""
    if item.meta.get("_elementor_data"):
        written = "".join(_widget(widget, body) for widget in _widgets(_parsed(item.meta["_elementor_data"])))
    elif item.meta.get("tve_updated_post"):
        written = body.render(item.meta["tve_updated_post"])
    if written := body.slots.fill(written).strip():
        body.problem(
            "block", _("The page's own text was empty; its words were taken from the page builder's field.")
        )
    elif name := _builder(item):
        text = _(
            "The page was made with %(builder)s, which keeps its words where they cannot be read; it is empty here."
        )
        body.problem("text", text, builder=name)
    return written


def _builder(item: RawItem) -> str:
    """The builder whose field a page has."""
    return next((name for field, name in BUILDERS.items() if item.meta.get(field)), "")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _widgets(node: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The widgets of a page in their order."""
    if isinstance(node, list) and depth < _DEEPEST:
        for one in node:
            yield from _widgets(one, depth + 1)
    elif isinstance(node, dict) and not is_widget_off(node.get("settings")):
        if node.get("widgetType") and isinstance(node.get("settings"), dict):
            yield node
        yield from _widgets(node.get("elements"), depth + 1)


def _widget(widget: dict[str, Any], body: Body) -> str:
    """One widget: a heading, typed text, a film, or words, pictures and links by their names."""
    name, given = str(widget["widgetType"]), _flat(widget["settings"])
    if name in _MARKUP:
        return body.render(_text(given, _MARKUP[name]))
    if name == "heading" and _text(given, "title"):
        size = _text(given, "header_size")
        level = size if size in {"h1", "h2", "h3", "h4", "h5", "h6"} else "h2"
        words = body.inline(given["title"])
        link = _text(given, "link")
        words = f'<a href="{escape(link)}">{words}</a>' if link else words
        return f"<{level}>{words}</{level}>"
    films = [_text(given, field) for field in _FILMS if is_provider(_text(given, field))]
    if name == "video" and films:
        return embed_of(films[0])
    return "".join(told(name, given, body))


def _text(given: dict[str, Any], name: str) -> str:
    value = given.get(name)
    return value if isinstance(value, str) else ""


def _flat(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings with links as plain addresses; Elementor keeps each with its target beside it."""
    return {
        name: value["url"] if isinstance(value, dict) and "is_external" in value and "url" in value else value
        for name, value in settings.items()
    }
