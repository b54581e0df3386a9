"""What plain pages show: a body rendered once, metadata, comments. Knows no model: it asks the page it is given."""

from typing import Any

from django.http import HttpRequest

from blog.post_blocks import EXTRA, cards_by_block
from core.article.render import Surroundings, render_article
from core.article.walk import stored
from core.seo.pages import page_metadata


def body_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """The rendered body and the page's metadata."""
    raw = stored(page.body)
    around = Surroundings(raw, extras={EXTRA: cards_by_block(raw, request)})
    return {
        "article": render_article(page.body, request=request, page=page, around=around),
        "meta": page_metadata(page, request),
    }


def plain_page_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Body, metadata with who wrote the page and when, and the comments of readers."""
    return body_context(page, request)
