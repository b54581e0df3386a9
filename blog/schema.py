"""What machines read about a blog's pages: head metadata and JSON-LD. Knows no model."""

from typing import Any

from django.http import HttpRequest

from blog.listings import Listing
from core.seo.metadata import PageMetadata


def listing_metadata(blog: Any, request: HttpRequest, listing: Listing) -> PageMetadata:
    """The head of one page of a list."""
    return PageMetadata(title=listing.heading, description=listing.description)


def index_metadata(blog: Any, request: HttpRequest, kind: str) -> PageMetadata:
    """The head of an overview: kind is tag, author, series or archive."""
    return PageMetadata(title=kind)


def post_metadata(post: Any, request: HttpRequest, context: dict) -> PageMetadata:
    """The head of a post. ``context`` holds what the page shows already, such as authors and article."""
    return PageMetadata(
        title=post.seo_title or post.title, description=post.search_description or post.summary
    )
