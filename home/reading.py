"""What plain pages show: a body rendered once, metadata, comments. Knows no model: it asks the page it is given."""

from typing import Any

from django.http import HttpRequest

from blog.comments import comments_context
from blog.post_blocks import EXTRA, cards_by_block
from core.article.render import Surroundings, render_article
from core.article.walk import stored
from core.seo.pages import page_metadata
from core.seo.schema import node


def body_context(page: Any, request: HttpRequest, **described: Any) -> dict[str, Any]:
    """The rendered body and the page's metadata; ``described`` goes into its structured data."""
    raw = stored(page.body)
    around = Surroundings(raw, extras={EXTRA: cards_by_block(raw, request)})
    return {
        "article": render_article(page.body, request=request, page=page, around=around),
        "meta": page_metadata(page, request, **described),
    }


def plain_page_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    """Body, metadata with who wrote the page and when, and the comments of readers."""
    comments = comments_context(page.pk)
    context = {**body_context(page, request, **_credits(page, comments["comment_count"])), **comments}
    meta = context["meta"]
    meta.author_names = [author.name for author in page.authors]
    meta.published = page.date
    if page.date or meta.author_names:
        meta.og_type = "article"
    return context


def _credits(page: Any, comment_count: int) -> dict[str, Any]:
    """Who wrote the page and when, and how many answered, as https://schema.org/WebPage says it."""
    return {
        "author": [node("Person", name=author.name) for author in page.authors],
        "datePublished": page.date.isoformat() if page.date else None,
        "commentCount": comment_count or None,
    }
