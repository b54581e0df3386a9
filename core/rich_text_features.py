"""What the rich text editor offers or keeps beyond Wagtail's own features."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate import link_entity
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    BlockElementHandler,
    ExternalLinkElementHandler,
    InlineStyleElementHandler,
    PageLinkElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import BlockFeature, InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

#: Feature and element -> the editor's name of the style, its button and what the button says. Without a button
#: a style is only kept where imported text has it: readers mistake underlined words for links.
_STYLES = {
    "mark": ("mark", "MARK", "☆", _("Highlight")),
    "kbd": ("kbd", "KEYBOARD", "⌘", _("Key on a keyboard")),
    "underline": ("u", "UNDERLINE", None, _("Underlined")),
    "small": ("small", "SMALL", None, _("Small print")),
}


def register_styles(features: FeatureRegistry) -> None:
    """Teach the editor the styles above."""
    for feature, (element, style, label, description) in _STYLES.items():
        options = {"type": style, "label": label, "description": description}
        features.register_editor_plugin("draftail", feature, InlineStyleFeature(options))
        rule = {
            "from_database_format": {element: InlineStyleElementHandler(style)},
            "to_database_format": {"style_map": {style: element}},
        }
        features.register_converter_rule("contentstate", feature, rule)


#: Feature and element -> the editor's name of the heading and what the list of commands says.
_SMALL_HEADINGS = {"h5": ("header-five", _("Heading 5")), "h6": ("header-six", _("Heading 6"))}


def register_small_headings(features: FeatureRegistry) -> None:
    """Let long texts from elsewhere keep their smallest headings, without two more buttons above every text."""
    for element, (block, description) in _SMALL_HEADINGS.items():
        options = {"type": block, "label": None, "description": description}
        features.register_editor_plugin("draftail", element, BlockFeature(options))
        rule = {
            "from_database_format": {element: BlockElementHandler(block)},
            "to_database_format": {"block_map": {block: element}},
        }
        features.register_converter_rule("contentstate", element, rule)


class SectionLinkElementHandler(PageLinkElementHandler):
    """A link to a page of this site or to a section of it."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, Any]:
        data = super().get_attribute_data(attrs)
        section = attrs.get("fragment")
        if not section:
            return data
        return {**data, "url": f"{data['url'] or ''}#{section}", "fragment": section}


def section_link(props: dict[str, Any]) -> Any:
    """The stored form of a link: ``<a linktype="page" id="1" fragment="part">`` for a section of a page."""
    if props.get("id") is None or not props.get("fragment"):
        return link_entity(props)
    attributes = {"linktype": "page", "id": props["id"], "fragment": props["fragment"]}
    return DOM.create_element("a", attributes, props["children"])


def register_section_links(features: FeatureRegistry) -> None:
    """Let links to pages keep the section they lead to; it goes when another page is chosen."""
    rule = {
        "from_database_format": {
            "a[href]": ExternalLinkElementHandler("LINK"),
            'a[linktype="page"]': SectionLinkElementHandler("LINK"),
        },
        "to_database_format": {"entity_decorators": {"LINK": section_link}},
    }
    features.register_converter_rule("contentstate", "link", rule)
