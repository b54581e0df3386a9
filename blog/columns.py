"""Columns of the list of posts editors see. Each shows what the list's queryset fetched before."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

THUMBNAIL = "fill-96x64|format-webp"


class CoverColumn(Column):
    """A small picture of the cover."""

    cell_template_name = "blog/admin/cover_cell.html"

    def get_value(self, instance: Any) -> Any:
        """The cover's thumbnail, or None. A picture whose file is gone shows none either."""
        if instance.cover is None:
            return None
        try:
            return instance.cover.get_rendition(THUMBNAIL)
        except (OSError, ValueError):
            return None


class DayColumn(Column):
    """A date as readers see it; "two weeks ago" would not tell what is to come from what was."""

    def get_value(self, instance: Any) -> str:
        """The day in the reader's time zone and language."""
        moment = super().get_value(instance)
        return date_format(timezone.localtime(moment)) if moment else ""


class NamesColumn(Column):
    """Several names in one cell."""

    def get_value(self, instance: Any) -> str:
        """The names, with commas between them."""
        return ", ".join(str(item) for item in super().get_value(instance) or [])


class SeriesColumn(Column):
    """The series, and which part of it the post is."""

    def get_value(self, instance: Any) -> str:
        """Such as "Django from zero, 2"; empty for a post that stands alone."""
        if instance.series is None:
            return ""
        return (
            f"{instance.series}, {instance.series_position}"
            if instance.series_position
            else str(instance.series)
        )


class PlacesColumn(Column):
    """Where the post is shown, when not simply in the lists."""

    def get_value(self, instance: Any) -> str:
        """ "Featured", "Unlisted", both or nothing."""
        labels = []
        if instance.featured:
            labels.append(format_html('<span class="w-status w-status--primary">{}</span>', _("featured")))
        if instance.unlisted:
            labels.append(format_html('<span class="w-status">{}</span>', _("unlisted")))
        return format_html(" ".join("{}" for _label in labels), *labels) if labels else ""


def author_names(post: Any) -> list[Any]:
    """The byline, in order."""
    return post.authors


def tag_names(post: Any) -> list[Any]:
    """The tags in alphabetical order."""
    return sorted((entry.tag for entry in post.tagged_posts.all()), key=lambda tag: tag.name.casefold())
