"""The report on what imports left for people to look at."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy

from core.article.waiting import MARKS, waiting_in

BODY = "body"


class PiecesToReview(PageReportView):
    """Pages with kept pieces nobody has ticked, or pictures that are still elsewhere."""

    page_title = _("Imported pieces to review")
    header_icon = "clipboard-list"
    index_url_name = "pieces_to_review"
    index_results_url_name = "pieces_to_review_results"
    results_template_name = "core/pieces_to_review_results.html"
    default_ordering = "-latest_revision_created_at"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]

    def get_queryset(self) -> QuerySet[Page]:
        """Those pages the user may edit."""
        mine = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        self.queryset = mine.filter(pk__in=waiting_pages()).select_related("content_type")
        return super().get_queryset()

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """The pages of one screen with what is waiting in each."""
        keys = [page.pk for page in object_list]
        bodies = {page.pk: getattr(page, BODY) for page in Page.objects.filter(pk__in=keys).specific()}
        for page in object_list:
            page.waiting = waiting_in(bodies[page.pk])
        return object_list


def waiting_pages() -> list[int]:
    """The ids of all pages with something to look at, one query for each kind of page that has a body."""
    keys: list[int] = []
    for model in get_page_models():
        field = next((field for field in model._meta.local_fields if field.name == BODY), None)
        if not isinstance(field, StreamField):
            continue
        wanted = Q()
        for mark in MARKS:
            wanted |= Q(stored__contains=mark)
        rows = model.objects.annotate(stored=Cast(BODY, TextField())).filter(wanted)
        keys += rows.values_list("pk", flat=True)
    return keys


class ReviewMenuItem(MenuItem):
    """The way to the report, for those who may edit pages."""

    def is_shown(self, request: Any) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"])


def menu_item() -> MenuItem:
    """The report among the reports."""
    return ReviewMenuItem(
        PiecesToReview.page_title,
        reverse_lazy("pieces_to_review"),
        name="pieces-to-review",
        icon_name=PiecesToReview.header_icon,
        order=650,
    )


def urls() -> list[Any]:
    """Where the report is, below the admin."""
    return [
        path("reports/pieces-to-review/", PiecesToReview.as_view(), name="pieces_to_review"),
        path(
            "reports/pieces-to-review/results/",
            PiecesToReview.as_view(results_only=True),
            name="pieces_to_review_results",
        ),
    ]
