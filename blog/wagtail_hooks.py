"""Where the blog joins the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from blog import dashboard
from blog.viewsets import PostViewSet, PublishingGroup

register_snippet(PublishingGroup)


@hooks.register("register_admin_viewset")
def register_post_viewset() -> PostViewSet:
    """List posts with the columns and filters editors look for."""
    return PostViewSet()


@hooks.register("construct_homepage_panels")
def add_dashboard_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Start the first page with "Write a post" and show how one's posts are doing."""
    panels.extend(dashboard.panels(request))
