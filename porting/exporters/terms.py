"""Authors, tags, categories and series of a site, by the slug that posts call them by."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _

from porting.document import Problem, SourceAuthor, SourceTerm
from porting.exporters.files import Files


def authors(files: Files, rich_text: Any) -> dict[str, SourceAuthor]:
    """Everybody who may stand above a post. ``rich_text`` turns stored rich text into HTML of the dialect."""
    rows = apps.get_model("blog", "Author").objects.select_related("portrait").order_by("pk")
    return {row.slug: _author(row, files, rich_text) for row in rows}


def _author(row: Any, files: Files, rich_text: Any) -> SourceAuthor:
    links = [(block.value["platform"], block.value["url"]) for block in row.links]
    return SourceAuthor(
        key=row.slug,
        name=row.name,
        slug=row.slug,
        job_title=row.job_title,
        bio=rich_text(row.bio),
        portrait=files.picture(row.portrait),
        links=links,
    )


def tags() -> dict[str, SourceTerm]:
    """Every tag."""
    return _terms(apps.get_model("blog", "Tag"), "name")


def series(files: Files) -> dict[str, SourceTerm]:
    """Every series, with its cover."""
    model = apps.get_model("blog", "Series")
    found = _terms(model, "title")
    for row in model.objects.exclude(cover=None).select_related("cover"):
        found[row.slug].cover = files.picture(row.cover)
    return found


def covers_without_place(series: dict[str, SourceTerm], system: str) -> list[Problem]:
    """What to say when a system has no covers of series."""
    detail = _("%(system)s has no covers of series: that of “%(series)s” is only among the files.")
    return [
        Problem(key, "series", detail % {"system": system, "series": one.name})
        for key, one in series.items()
        if one.cover
    ]


def categories() -> dict[str, SourceTerm]:
    """Every category, with the one above it."""
    model = apps.get_model("blog", "Category")
    found = _terms(model, "name")
    for slug, parent in model.objects.exclude(parent=None).values_list("slug", "parent__slug"):
        found[slug].parent = parent
    return found


def _terms(model: Any, name: str) -> dict[str, SourceTerm]:
    rows = model.objects.order_by("pk").values_list("slug", name, "description")
    return {slug: SourceTerm(slug, label, slug, description) for slug, label, description in rows}
