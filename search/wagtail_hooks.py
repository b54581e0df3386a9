"""Where the search joins the admin."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.query import PageQuerySet
from wagtail.snippets.models import register_snippet

from search.editing.viewsets import SiteSearchGroup
from search.reports.menu import menu_item
from search.reports.views import urls

register_snippet(SiteSearchGroup)


@hooks.register("register_admin_urls")
def add_the_reports_of_searches() -> list[Any]:
    """The addresses of the reports on what readers searched for."""
    return urls()


@hooks.register("register_reports_menu_item")
def list_the_reports_of_searches() -> MenuItem:
    """And their line among the reports."""
    return menu_item()


@hooks.register("register_permissions")
def let_groups_read_the_log() -> QuerySet[Permission]:
    """Who may read what was searched for is decided where groups are edited."""
    return Permission.objects.filter(content_type__app_label="search", codename="view_loggedsearch")


@hooks.register("construct_page_chooser_queryset")
def fetch_what_the_chooser_says_of_pages(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Whether pages are scheduled or under review, for all rows at once and not for each anew."""
    return pages.annotate_approved_schedule().prefetch_workflow_states()
