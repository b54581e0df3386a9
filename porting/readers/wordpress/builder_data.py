"""Pages whose text is empty because a page builder keeps all of it in a field of its own.

As a rule a builder writes the words into the text as well. When it did not, those of Elementor and Thrive are read
from their field; of other builders the report names the page.
"""

from __future__ import annotations

from html import escape
from typing import Any

from django.utils.translation import gettext as _

from porting.readers.wordpress.attributes import told
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.elementor import Widget, widgets
from porting.readers.wordpress.elementor import told as told_parts
from porting.readers.wordpress.hidden_fields import BUILDERS
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.providers import is_provider
from porting.readers.wordpress.records import RawItem

_MARKUP = {"text-editor": "editor", "html": "html", "shortcode": "shortcode", "theme-post-content": ""}
_FILMS = ("youtube_url", "vimeo_url", "dailymotion_url", "external_url")


def built(item: RawItem, body: Body) -> str:
    """What a builder keeps of a page without text, in the dialect; what cannot be read is noted in ``body``."""
    if item.content.strip():
        return ""
    written = ""
    if item.meta.get("_elementor_data"):
        written = _of_elementor(item.meta["_elementor_data"], body)
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


def _of_elementor(data: str, body: Body) -> str:
    """What Elementor keeps; parts that it showed on no screen are only told."""
    found = widgets(data) or []
    for words in told_parts(found):
        detail = _(
            "A part that Elementor showed to nobody, or not to everybody, was left out. It says: %(words)s"
        )
        body.problem("hidden", detail, words=words)
    return "".join(_widget(widget, body) for widget in found if not widget.part)


def _widget(widget: Widget, body: Body) -> str:
    """One widget: a heading, typed text, a film, or words, pictures and links by their names."""
    name, given = widget.name, _flat(widget.settings)
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
