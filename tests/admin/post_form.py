"""The form data the post editor sends."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield


def post_data(**fields: Any) -> dict[str, Any]:
    """What the editor's browser sends for a post; an otherwise empty form unless fields are given."""
    text = fields.pop("text", "")
    blocks = [("paragraph", rich_text(text))] if text else []
    data = {
        "title": "",
        "slug": "",
        "summary": "",
        "cover": "",
        "cover_alt": "",
        "body": streamfield(blocks),
        "date": "2026-11-22 10:00",
        "series": "",
        "series_position": "",
        "tags": "",
        "seo_title": "",
        "search_description": "",
        "social_image": "",
        "canonical_url": "",
        "go_live_at": "",
        "expire_at": "",
        "comment_notifications": "",
        "post_authors": inline_formset([{"author": str(pk)} for pk in fields.pop("authors", [])]),
        "post_categories": inline_formset([{"category": str(pk)} for pk in fields.pop("categories", [])]),
        "related_links": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data({**data, **fields})
