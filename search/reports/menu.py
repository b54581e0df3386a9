"""The way to the reports, for those who may read them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import LoggedSearch

policy = ModelPermissionPolicy(LoggedSearch)


class SearchesMenuItem(MenuItem):
    """Shown to those who may read what was searched for."""

    def is_shown(self, request: Any) -> bool:
        """Whether this account may."""
        return policy.user_has_permission(request.user, "view")


def menu_item() -> MenuItem:
    """The line in the menu."""
    return SearchesMenuItem(
        _("Searches"), reverse_lazy("searches"), name="searches", icon_name="history", order=900
    )
