"""The blog's lists and forms in the admin: posts, authors, categories, tags, series and shared callouts."""

from __future__ import annotations

from typing import Any

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn, UpdatedAtColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from blog.choosers import AuthorChooserViewSet, CategoryChooserViewSet, SeriesChooserViewSet
from blog.columns import (
    CoverColumn,
    DayColumn,
    NamesColumn,
    PlacesColumn,
    SeriesColumn,
    author_names,
    tag_names,
)
from blog.filters import PostFilterSet, TagFilterSet
from blog.models import Author, BlogPage, Category, ListedCount, Series, Tag
from core.models import SharedCallout


class PostIndexView(ExplorableIndexView):
    """The posts of a blog, newest first, in the same number of queries however many there are."""

    base_filterset_class = PostFilterSet
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        CoverColumn("cover", label=_("Cover"), width="80px"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        NamesColumn("authors", label=_("Authors"), accessor=author_names, width="12%"),
        DayColumn("date", label=_("Date"), sort_key="date", width="10%"),
        NamesColumn("tags", label=_("Tags"), accessor=tag_names, width="12%"),
        SeriesColumn("series", label=_("Series"), width="11%"),
        PlacesColumn("places", label=_("Shown"), width="8%"),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="9%"),
    ]
    default_ordering = "-date"

    @cached_property
    def explorable_columns(self) -> list[Column]:
        """The columns without Wagtail's arrow to the pages below: a post has none."""
        return list(self.columns)

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Fetch what the columns show together with the posts."""
        return (
            super()
            .annotate_queryset(pages)
            .prefetch_related(
                "cover__renditions",
                "post_authors__author",
                "tagged_posts__tag",
                "series",
                "view_restrictions",
            )
        )


class PostViewSet(PageViewSet):
    """Posts, wherever the admin lists a blog's pages."""

    model = BlogPage
    icon = "doc-full"
    index_view_class = PostIndexView
    filterset_class = PostFilterSet


def with_post_counts(queryset: QuerySet, kind: str) -> QuerySet:
    """Add ``post_count`` to each row: its public posts in all blogs, as stored."""
    counts = ListedCount.objects.filter(kind=kind, key=OuterRef("pk")).order_by().values("key")
    total = Subquery(counts.annotate(total=Sum("count")).values("total"), output_field=IntegerField())
    return queryset.annotate(post_count=Coalesce(total, 0))


class FoundIndexView(IndexView):
    """A list that can be searched, filtered and sorted at once."""

    def search_queryset(self, queryset: QuerySet) -> Any:
        """Leave what was found. A search filters and sorts by what is in its index, the database by every column."""
        if not self.is_searching or not (self.is_explicitly_ordered or self.is_filtering):
            return super().search_queryset(queryset)
        found = super().search_queryset(self.get_base_queryset().order_by())
        return queryset.filter(pk__in=[row.pk for row in found])


class SubjectViewSet(SnippetViewSet):
    """What categories, tags, authors and series have in common."""

    kind: str
    index_view_class = FoundIndexView
    list_per_page = 50
    # What is ticked on one page of the window is forgotten on the next.
    chooser_per_page = 50
    inspect_view_enabled = False
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """All of them, each with the number of public posts."""
        return with_post_counts(self.model._default_manager.all(), self.kind)


def post_count_column() -> Column:
    """How many public posts there are."""
    return NumberColumn("post_count", label=_("Public posts"), sort_key="post_count", width="12%")


class AuthorViewSet(SubjectViewSet):
    """People whose names stand above posts."""

    model = Author
    kind = "author"
    icon = "user"
    chooser_viewset_class = AuthorChooserViewSet
    ordering = "name"
    list_display = ["name", "job_title", post_count_column(), UpdatedAtColumn()]


class CategoryViewSet(SubjectViewSet):
    """The parts a blog is divided into."""

    model = Category
    kind = "category"
    icon = "folder-open-inverse"
    chooser_viewset_class = CategoryChooserViewSet
    ordering = "name"
    list_display = [
        "name",
        Column("parent", label=_("Part of"), accessor="parent"),
        post_count_column(),
        UpdatedAtColumn(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """All of them, with what they are part of."""
        return super().get_queryset(request).select_related("parent")


class TagViewSet(SubjectViewSet):
    """Subjects posts share."""

    model = Tag
    kind = "tag"
    icon = "tag"
    ordering = "name"
    list_display = [
        "name",
        post_count_column(),
        BooleanColumn("described", label=_("Described"), accessor=lambda tag: bool(tag.description)),
        UpdatedAtColumn(),
    ]
    filterset_class = TagFilterSet


class SeriesViewSet(SubjectViewSet):
    """Posts that are read in order."""

    model = Series
    kind = "series"
    icon = "list-ol"
    chooser_viewset_class = SeriesChooserViewSet
    ordering = "title"
    list_display = ["title", post_count_column(), UpdatedAtColumn()]


class SharedCalloutViewSet(SnippetViewSet):
    """Notes that are edited once and shown in many posts."""

    model = SharedCallout
    index_view_class = FoundIndexView
    icon = "info-circle"
    ordering = "title"
    list_display = ["title", "kind", UpdatedAtColumn()]
    list_filter = ["kind"]
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """All of them, drafts too."""
        return SharedCallout.objects.all()


class PublishingGroup(SnippetViewSetGroup):
    """The menu entry all of them are found under."""

    items = (AuthorViewSet, CategoryViewSet, TagViewSet, SeriesViewSet, SharedCalloutViewSet)
    menu_label = _("Publishing")
    menu_name = "publishing"
    menu_icon = "edit"
    menu_order = 200
