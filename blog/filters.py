"""How editors narrow down the list of posts.

Every filter compares the primary key alone, so that it can be combined with a search in any search backend.
"""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters.filters import ChoiceFilter, DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.models import Revision, WorkflowState

from blog.models import Author, BlogPage, Category, Series, Tag

STATUSES = [
    ("live", _("Published")),
    ("changed", _("Published, with changes waiting")),
    ("draft", _("Draft")),
    ("review", _("In review")),
    ("scheduled", _("Scheduled")),
    ("expired", _("Expired")),
]
PLACES = [("featured", _("Featured")), ("unlisted", _("Unlisted"))]


def with_status(status: str) -> QuerySet:
    """The posts in a state named in ``STATUSES``."""
    posts = BlogPage.objects.order_by()
    if status == "live":
        return posts.filter(live=True)
    if status == "changed":
        return posts.filter(live=True, has_unpublished_changes=True)
    if status == "expired":
        return posts.filter(live=False, expired=True)
    if status == "review":
        return posts.filter(pk__in=_page_ids(WorkflowState.objects.active().order_by()))
    if status == "scheduled":
        return posts.filter(pk__in=scheduled_ids())
    return posts.filter(live=False, expired=False).exclude(pk__in=scheduled_ids())


def scheduled_ids() -> list[int]:
    """Keys of the pages with a version that goes live by itself later."""
    return _page_ids(Revision.page_revisions.filter(approved_go_live_at__gt=timezone.now()).order_by())


def _page_ids(rows: QuerySet) -> list[int]:
    # Revisions and reviews keep the page's key as text, which no index of pages can be compared with.
    return [int(key) for key in rows.values_list("object_id", flat=True) if key.isdigit()]


class StatusFilter(ChoiceFilter):
    """Published, draft, in review and so on."""

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        """The pages of ``qs`` in this state."""
        return qs.filter(pk__in=with_status(value).values("pk")) if value else qs


class PlaceFilter(ChoiceFilter):
    """Featured or unlisted."""

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        """The pages of ``qs`` with this tick."""
        return (
            qs.filter(pk__in=BlogPage.objects.order_by().filter(**{value: True}).values("pk"))
            if value
            else qs
        )


class AnyOfFilter(ModelMultipleChoiceFilter):
    """Posts that have any of the chosen objects in ``field_name``."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """The pages of ``qs`` that have one of them."""
        if not value:
            return qs
        chosen = [item.pk for item in value]
        found = BlogPage.objects.order_by().filter(**{f"{self.field_name}__in": chosen})
        return qs.filter(pk__in=found.values("pk"))


class PublicationDateFilter(DateFromToRangeFilter):
    """Posts dated within two days, both included."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """The pages of ``qs`` dated in the range."""
        if not value:
            return qs
        found = super().filter(BlogPage.objects.order_by(), value)
        return qs.filter(pk__in=found.values("pk"))


class PostFilterSet(PageFilterSet):
    """The filters of the list of posts."""

    status = StatusFilter(label=_("Status"), empty_label=_("Any"), choices=STATUSES, widget=RadioSelect)
    date = PublicationDateFilter(label=_("Publication date"), field_name="date", widget=DateRangePickerWidget)
    author = AnyOfFilter(
        label=_("Author"),
        field_name="post_authors__author",
        queryset=lambda _request: Author.objects.all(),
        widget=CheckboxSelectMultiple,
    )
    category = AnyOfFilter(
        label=_("Category"),
        field_name="post_categories__category",
        queryset=lambda _request: Category.objects.all(),
        widget=CheckboxSelectMultiple,
    )
    tag = AnyOfFilter(
        label=_("Tag"),
        field_name="tagged_posts__tag",
        queryset=lambda _request: Tag.objects.all(),
        widget=CheckboxSelectMultiple,
    )
    series = AnyOfFilter(
        label=_("Series"),
        field_name="series",
        queryset=lambda _request: Series.objects.all(),
        widget=CheckboxSelectMultiple,
    )
    place = PlaceFilter(label=_("Shown"), empty_label=_("Any"), choices=PLACES, widget=RadioSelect)

    # A post has no children, and what belongs to another site is not under this blog.
    has_child_pages = None
    site = None

    class Meta:
        model = BlogPage
        fields: list[str] = []


class DescribedFilter(ChoiceFilter):
    """Whether a tag has a text for readers and search engines."""

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        """The tags of ``qs`` with or without a description."""
        if value == "no":
            return qs.filter(description="")
        return qs.exclude(description="") if value == "yes" else qs


class TagFilterSet(WagtailFilterSet):
    """The filters of the list of tags."""

    described = DescribedFilter(
        label=_("Described"),
        empty_label=_("Any"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=RadioSelect,
    )

    class Meta:
        model = Tag
        fields: list[str] = []
