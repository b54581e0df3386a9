"""Where the blog joins the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from blog import dashboard
from blog.comment_admin import Approve, CommentViewSet, MarkAsSpam, WrittenByReaders
from blog.models import Comment
from blog.viewsets import PostViewSet, PublishingGroup

register_permission_policy(Comment, WrittenByReaders(Comment))
register_snippet(PublishingGroup)
register_snippet(CommentViewSet)
for action in (Approve, MarkAsSpam):
    hooks.register("register_bulk_action", action)


@hooks.register("register_admin_viewset")
def register_post_viewset() -> PostViewSet:
    """List posts with the columns and filters editors look for."""
    return PostViewSet()


@hooks.register("construct_homepage_panels")
def add_dashboard_panels(request: HttpRequest, panels: list[Any]) -> None:
    """Start the first page with "Write a post" and show how one's posts are doing."""
    panels.extend(dashboard.panels(request))
