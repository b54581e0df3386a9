"""Where the blog joins the admin."""

from __future__ import annotations

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from blog.viewsets import PostViewSet, PublishingGroup

register_snippet(PublishingGroup)


@hooks.register("register_admin_viewset")
def register_post_viewset() -> PostViewSet:
    """List posts with the columns and filters editors look for."""
    return PostViewSet()
