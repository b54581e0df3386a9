"""Head metadata of pages that are not posts."""

from typing import Any

from django.http import HttpRequest

from core.seo.metadata import PageMetadata


def page_metadata(page: Any, request: HttpRequest) -> PageMetadata:
    """The head of a home page or plain page."""
    return PageMetadata(
        title=page.seo_title or page.title, description=page.search_description or getattr(page, "summary", "")
    )
