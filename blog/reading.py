"""What a post's page shows around the text. Knows no model: it asks the post it is given."""

from typing import Any

from django.http import HttpRequest

from blog.schema import post_metadata
from core.article.render import render_article


def post_context(post: Any, request: HttpRequest) -> dict[str, Any]:
    """Everything ``blog/blog_page.html`` shows, in a number of queries that does not depend on the post."""
    context: dict[str, Any] = {
        "blog": post.blog,
        "article": render_article(post.body, request=request, page=post),
        "authors": post.authors,
        "tags": list(post.tags.all()),
        "series_nav": None,
        "newer_post": None,
        "older_post": None,
        "related_posts": [],
    }
    context["meta"] = post_metadata(post, request, context)
    return context
