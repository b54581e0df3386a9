"""Running text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.blocks.base import FULL, TEXT, ContentBlock, RichTextBlock


class ParagraphBlock(ContentBlock, RichTextBlock):
    """Paragraphs, with headings and lists inside."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", FULL)
        super().__init__(**kwargs)

    def layout_class(self, value: Any) -> str:
        return "rich-text"

    class Meta:
        icon = "pilcrow"
        group = TEXT
        label = _("Text")
        description = _("Paragraphs with headings, lists and links. Most of a post is made of these.")
        preview_value = (
            "<h2>A quiet place to write</h2><p>Write as you speak, in <b>short paragraphs</b>, and add a "
            '<a href="https://wagtail.org/">link</a> where it helps.</p>'
            "<ul><li>Lists are easy to scan.</li><li>Three to seven points are plenty.</li></ul>"
        )
