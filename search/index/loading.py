"""Reads pages of every kind from the database, many at a time, as :class:`~search.index.source.Source`.

The number of queries depends on how many kinds of pages there are, not on how many pages or blocks.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cache
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet, TextField
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search.index import SearchField

from blog.models import BlogPage
from core.article.walk import stored
from search.index.names import names_of
from search.index.restrictions import access, restricted_paths
from search.index.sections import shared_key, shared_leaves
from search.index.source import Body, Source

_NAMED_APART = frozenset({"title", "summary"})


class Fields(NamedTuple):
    """The fields of a kind of page that are read: streams, rich texts, plain texts, and others if it has them."""

    streams: tuple[str, ...]
    rich: tuple[str, ...]
    plain: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.streams, *self.rich, *self.plain, *self.others)


@cache
def fields_of(model: Any) -> Fields:
    """What to read of a kind of page: the fields it declares as searchable, date, summary and cover."""
    concrete = {field.name: field for field in model._meta.concrete_fields}
    declared = {one.field_name for one in model.search_fields if isinstance(one, SearchField)} - _NAMED_APART
    found = {name: concrete[name] for name in sorted(declared & concrete.keys())}
    streams = [name for name, field in found.items() if isinstance(field, StreamField)]
    rich = [name for name, field in found.items() if isinstance(field, RichTextField)]
    plain = [name for name, field in found.items() if isinstance(field, CharField | TextField)]
    others = ("summary", "search_description", "date", "cover_alt", "cover_decorative")
    return Fields(
        tuple(streams),
        tuple(rich),
        tuple(name for name in plain if name not in rich),
        tuple(name for name in others if name in concrete),
    )


def findable_pages() -> QuerySet[Page]:
    """The pages that belong in the index: live, not expired and listed, whoever may read them."""
    unexpired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    unlisted = BlogPage.objects.filter(unlisted=True).values("pk")
    return Page.objects.filter(unexpired, live=True, depth__gt=1).exclude(pk__in=unlisted)


def load(page_ids: Collection[int]) -> list[Source]:
    """These pages as they are now; those that belong in no index are left out."""
    return _with_shared(_load(page_ids, fields_of))


def load_places(page_ids: Collection[int]) -> list[Source]:
    """The same without any text but title and summary, for all that does not depend on it."""
    return _load(page_ids, lambda model: Fields((), (), (), fields_of(model).others))


def _load(page_ids: Collection[int], fields_for: Callable[[Any], Fields]) -> list[Source]:
    columns = ("pk", "title", "path", "expire_at", "content_type_id", "locale__language_code")
    rows = list(findable_pages().filter(pk__in=page_ids).order_by("pk").values(*columns))
    if not rows:
        return []
    restricted = restricted_paths()
    by_kind = defaultdict(list)
    for row in rows:
        row["access"] = access(row["path"], restricted)
        by_kind[row["content_type_id"]].append(row)
    sources = [
        source
        for kind, group in by_kind.items()
        for source in _of_one_kind(
            ContentType.objects.get_for_id(kind).model_class() or Page, group, fields_for
        )
    ]
    return sorted(sources, key=lambda source: source.page_id)


def _of_one_kind(
    model: Any, rows: list[dict[str, Any]], fields_for: Callable[[Any], Fields]
) -> Iterable[Source]:
    ids = [row["pk"] for row in rows]
    fields = fields_for(model)
    contents = {row["pk"]: row for row in model._base_manager.filter(pk__in=ids).values("pk", *fields.all)}
    names = names_of(model, ids)
    for row in rows:
        content = contents.get(row["pk"])
        if content is None:
            continue
        yield Source(
            page_id=row["pk"],
            kind="post" if issubclass(model, BlogPage) else "page",
            language=row["locale__language_code"],
            title=row["title"],
            path=row["path"],
            access=row["access"],
            expires_at=row["expire_at"],
            date=content.get("date"),
            summary=content.get("summary") or content["search_description"],
            names=names.get(row["pk"], ()),
            texts=_texts(content, fields),
            bodies=tuple(
                Body(model._meta.get_field(name).stream_block, stored(content[name]))
                for name in fields.streams
            ),
            notes=_notes(content, fields),
        )


def _texts(content: dict[str, Any], fields: Fields) -> tuple[str, ...]:
    return tuple(content[name] for name in fields.rich if content[name])


def _notes(content: dict[str, Any], fields: Fields) -> tuple[str, ...]:
    notes = [content[name] for name in fields.plain]
    if not content.get("cover_decorative"):
        notes.append(content.get("cover_alt"))
    return tuple(note for note in notes if note)


def _with_shared(sources: list[Source]) -> list[Source]:
    """Fill in the words of shared texts, one query for each model that has any."""
    wanted: dict[Any, dict[int, Any]] = defaultdict(dict)
    places = []
    for source in sources:
        for body in source.bodies:
            for leaf in shared_leaves(body):
                places.append((body, leaf))
                wanted[leaf.block.model_class][leaf.value] = leaf.block
    texts: dict[str, str] = {}
    for model, choices in wanted.items():
        rows = model._default_manager.filter(pk__in=choices)
        for row in rows.filter(live=True) if hasattr(model, "live") else rows:
            words = choices[row.pk].get_searchable_content(row)
            texts[f"{model._meta.label} {row.pk}"] = "\n".join(map(str, words))
    for body, leaf in places:
        body.shared[shared_key(leaf)] = texts.get(shared_key(leaf), "")
    return sources
