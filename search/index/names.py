"""The tags, categories, authors and series of pages, many pages at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from blog.category_tree import category_parents, with_ancestors
from blog.models import BlogPage, Category, PostCategory, TaggedPost
from blog.models.authors import BylineEntry
from search.index.source import Name


@cache
def bylines(model: Any) -> tuple[Any, ...]:
    """The models that hold who wrote pages of this kind."""
    related = (one.related_model for one in model._meta.related_objects)
    return tuple(one for one in related if isinstance(one, type) and issubclass(one, BylineEntry))


def names_of(model: Any, page_ids: Collection[int]) -> dict[int, tuple[Name, ...]]:
    """The names of these pages of one kind, each once, by page. At most one query for each kind of name."""
    found: dict[int, list[Name]] = defaultdict(list)
    for page_id, name in _rows(model, page_ids):
        found[page_id].append(name)
    return {page_id: tuple(dict.fromkeys(names)) for page_id, names in found.items()}


def _rows(model: Any, page_ids: Collection[int]) -> Iterator[tuple[int, Name]]:
    for byline in bylines(model):
        people = byline._base_manager.filter(page__in=page_ids).order_by("page", "sort_order", "pk")
        for page_id, key, text in people.values_list("page_id", "author_id", "author__name"):
            yield page_id, Name("author", key, text)
    if not issubclass(model, BlogPage):
        return
    tags = TaggedPost._base_manager.filter(content_object__in=page_ids).order_by("pk")
    for page_id, key, text in tags.values_list("content_object_id", "tag_id", "tag__name"):
        yield page_id, Name("tag", key, text)
    yield from _categories(page_ids)
    posts = BlogPage._base_manager.filter(pk__in=page_ids, series__isnull=False)
    for page_id, key, text in posts.values_list("pk", "series_id", "series__title"):
        yield page_id, Name("series", key, text)


def _categories(page_ids: Collection[int]) -> Iterator[tuple[int, Name]]:
    """A post is in its categories and in all above them, as in the lists."""
    entries = PostCategory._base_manager.filter(page__in=page_ids).order_by("page", "sort_order", "pk")
    chosen = defaultdict(list)
    for page_id, key in entries.values_list("page_id", "category_id"):
        chosen[page_id].append(key)
    if not chosen:
        return
    parents = category_parents()
    texts = dict(Category._base_manager.values_list("pk", "name"))
    for page_id, keys in chosen.items():
        for key in sorted(with_ancestors(keys, parents)):
            yield page_id, Name("category", key, texts.get(key, ""))
