"""Readers' comments in the admin: looked through, approved, put away."""

from __future__ import annotations

from html import unescape
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import SnippetViewSet

from blog.columns import DayColumn
from blog.models import Comment

EXCERPT = 120


class WrittenByReaders(ModelPermissionPolicy):
    """Comments are looked after here, not written."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether an account may do this; nobody may add one."""
        return action != "add" and super().user_has_permission(user, action)


def excerpt(comment: Comment) -> str:
    """The beginning of what was written."""
    # Words of two paragraphs are two words.
    words = strip_tags(comment.text.replace("<", " <")).split()
    return Truncator(unescape(" ".join(words))).chars(EXCERPT)


def page_link(comment: Comment) -> SafeString:
    """The page it stands below, as a link to its form."""
    address = reverse("wagtailadmin_pages:edit", args=[comment.page_id])
    return format_html('<a href="{}">{}</a>', address, comment.page.title)


class CommentViewSet(SnippetViewSet):
    """What readers wrote below posts and pages."""

    model = Comment
    icon = "comment"
    menu_label = _("Comments")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    list_display = [
        "name",
        Column("excerpt", label=_("Text"), accessor=excerpt),
        Column("page_link", label=_("Page"), accessor=page_link, width="20%"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state", width="10%"),
        DayColumn("created", label=_("Written"), sort_key="created", width="12%"),
    ]
    list_filter = ["state", "kind"]
    search_fields = ["author_name", "text"]
    ordering = "-created"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """All of them, with their pages."""
        return Comment.objects.select_related("page")


class SetState(SnippetBulkAction):
    """Brings the ticked comments into one state."""

    template_name = "blog/admin/comment_action.html"
    state: ClassVar[str]
    action_type = ""
    display_name: ClassVar[str | Promise] = ""
    aria_label: ClassVar[str | Promise] = ""
    models = [Comment]

    def check_perm(self, obj: Comment) -> bool:
        """Whether the account may change the comment."""
        return self.permission_policy.user_has_permission(self.request.user, "change")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the question before it is done names."""
        return super().get_context_data(action=self.display_name, **kwargs)

    def get_execution_context(self) -> dict[str, Any]:
        """The state goes along."""
        return {**super().get_execution_context(), "state": self.state}

    @classmethod
    def execute_action(cls, objects: list[Comment], **kwargs: Any) -> tuple[int, int]:
        """Set the state; return how many comments have it now, and none below them."""
        pks = [comment.pk for comment in objects]
        return Comment.objects.filter(pk__in=pks).update(state=kwargs["state"]), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """What is said when it is done."""
        text = ngettext(
            "%(count)d comment is now: %(state)s.",
            "%(count)d comments are now: %(state)s.",
            num_parent_objects,
        )
        return text % {"count": num_parent_objects, "state": Comment.State(self.state).label}


class Approve(SetState):
    """Show them."""

    state = Comment.State.APPROVED
    action_type = "approve"
    display_name = _("Approve")
    aria_label = _("Approve the selected comments")
    action_priority = 10


class MarkAsSpam(SetState):
    """Put them away as advertising."""

    state = Comment.State.SPAM
    action_type = "spam"
    display_name = _("Spam")
    aria_label = _("Mark the selected comments as spam")
    action_priority = 20
