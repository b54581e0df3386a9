"""What somebody who writes finds on the admin's first page: where to start, and how their posts are doing.

Every panel reads a handful of rows in a fixed number of queries, however many posts there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from blog.filters import scheduled_ids
from blog.models import BlogIndexPage, BlogPage

SHOWN = 5


def blogs_to_write_in(user: Any) -> QuerySet:
    """The blogs this account may add posts to."""
    policy = policy_registry.get_by_type(BlogIndexPage)
    allowed = policy.instances_user_has_permission_for(user, "add").order_by()
    return BlogIndexPage.objects.filter(pk__in=allowed.values("pk"))


def posts_to_edit(user: Any) -> QuerySet:
    """The posts this account may edit, without their bodies."""
    policy = policy_registry.get_by_type(BlogPage)
    allowed = policy.instances_user_has_permission_for(user, "change").order_by()
    return BlogPage.objects.filter(pk__in=allowed.values("pk")).defer("body")


class WritePanel(Component):
    """A button for each blog the account may write in."""

    name = "write_a_post"
    template_name = "blog/admin/write_panel.html"
    order = 10

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def blogs(self) -> list[Any]:
        """The blogs to write in."""
        return list(blogs_to_write_in(self.request.user))

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The blogs to write in."""
        return {"blogs": self.blogs}


class PostsPanel(Component):
    """A short list of posts with a link to edit each."""

    template_name = "blog/admin/posts_panel.html"
    heading: Any
    note: Any = ""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def posts(self) -> list[Any]:
        """The posts to list; ``when`` on each is the moment shown beside it."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The heading and the posts."""
        return {"name": self.name, "heading": self.heading, "note": self.note, "posts": self.posts()}


class DraftsPanel(PostsPanel):
    """Posts the account began and nobody published yet."""

    name = "your_drafts"
    heading = _("Your drafts")
    order = 20

    def posts(self) -> list[Any]:
        """The latest edited first."""
        drafts = posts_to_edit(self.request.user).filter(owner=self.request.user, live=False, expired=False)
        rows = list(
            drafts.exclude(pk__in=scheduled_ids()).order_by("-latest_revision_created_at", "-pk")[:SHOWN]
        )
        for post in rows:
            post.when = post.latest_revision_created_at
        return rows


class ScheduledPanel(PostsPanel):
    """Posts that go live by themselves."""

    name = "scheduled_posts"
    heading = _("Scheduled")
    order = 230

    def posts(self) -> list[Any]:
        """The next one first."""
        times: dict[int, Any] = {}
        rows = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
        for key, moment in rows.order_by("approved_go_live_at").values_list(
            "object_id", "approved_go_live_at"
        ):
            times.setdefault(int(key), moment)
        found = posts_to_edit(self.request.user).filter(pk__in=list(times))
        listed = sorted(found, key=lambda post: times[post.pk])[:SHOWN]
        for post in listed:
            post.when = times[post.pk]
        return listed


class PublishedPanel(PostsPanel):
    """The posts published last."""

    name = "recently_published"
    heading = _("Recently published")
    order = 240

    def posts(self) -> list[Any]:
        """The latest first."""
        live = posts_to_edit(self.request.user).filter(live=True, first_published_at__isnull=False)
        rows = list(live.order_by("-first_published_at", "-pk")[:SHOWN])
        for post in rows:
            post.when = post.first_published_at
        return rows


def panels(request: HttpRequest) -> list[Component]:
    """The panels of the blog for this account."""
    return [panel(request) for panel in (WritePanel, DraftsPanel, ScheduledPanel, PublishedPanel)]
