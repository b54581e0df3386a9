"""A post's categories and tags, in one query. Knows no model: it asks the post it is given."""

from typing import Any

from django.apps import apps
from django.db.models import Value
from django.db.models.fields import CharField, IntegerField

NAMED = ["id", "name", "slug"]


def subjects_of(post: Any) -> tuple[list[Any], list[Any]]:
    """The post's categories in its own order, and its tags by name.

    In a preview they are those of the draft. Of a published post's only name and slug are loaded.
    """
    if getattr(post, "_cluster_related_objects", None) or post.pk is None:
        return post.categories, list(post.tags.all())
    categories, tags = {}, []
    for kind, _place, *named in sorted(_rows(post.pk), key=lambda row: (row[1] or 0, row[3].casefold())):
        if kind == "category":
            categories[named[0]] = _made("Category", named)
        else:
            tags.append(_made("Tag", named))
    return list(categories.values()), tags


def _rows(post_id: int) -> Any:
    """Rows of kind, place, id, name, slug."""
    tagged = apps.get_model("blog", "TaggedPost").objects.filter(content_object_id=post_id)
    filed = apps.get_model("blog", "PostCategory").objects.filter(page_id=post_id)
    kinds = [(tagged, "tag", Value(0, IntegerField())), (filed, "category", "sort_order")]
    parts = [
        rows.order_by().values_list(
            Value(kind, CharField()), place, *(f"{kind}__{name}" for name in ("pk", "name", "slug"))
        )
        for rows, kind, place in kinds
    ]
    return parts[0].union(parts[1], all=True)


def _made(name: str, values: list[Any]) -> Any:
    return apps.get_model("blog", name).from_db(None, NAMED, values)
