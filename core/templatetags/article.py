"""Rich text outside of articles."""

from __future__ import annotations

from typing import Any

from django import template

from core.article.rich_text import ArticleRichText

register = template.Library()


@register.filter
def rich_text(value: Any) -> ArticleRichText:
    """Stored rich text of a field, such as an author's biography, as readers see it.

    Like Wagtail's ``richtext``, with two queries less for each text with links, and links to what is gone or
    not for everybody shown as plain words.
    """
    return ArticleRichText(str(getattr(value, "source", value) or ""))
