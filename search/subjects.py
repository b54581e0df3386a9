"""Categories, tags, authors and series: what a search can be narrowed to by name."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.utils import timezone
from django.utils.text import slugify

from blog.models import Author, Category, Series, Tag
from search.models import Facet
from search.query import fold
from search.statements import listed, rows, table

_MODELS: dict[str, tuple[Any, str]] = {
    "tag": (Tag, "name"),
    "category": (Category, "name"),
    "author": (Author, "name"),
    "series": (Series, "title"),
}


@dataclass(frozen=True)
class Subject:
    """One of them, or a year, which is its own key, name and slug."""

    kind: str
    key: int
    name: str
    slug: str

    @classmethod
    def of_year(cls, year: int) -> "Subject":
        return cls("year", year, str(year), str(year))


def subjects(keys: Mapping[str, Collection[int]]) -> dict[tuple[str, int], Subject]:
    """Those with these ids, by kind and id, in one query. The caller knows that they may be seen."""
    parts = [
        f"SELECT '{kind}', id, {name}, slug FROM {table(model)} WHERE id IN ({listed(keys[kind])})"  # noqa: S608 - numbers
        for kind, (model, name) in _MODELS.items()
        if keys.get(kind)
    ]
    found = (Subject(*row) for row in rows(" UNION ALL ".join(parts))) if parts else ()
    return {(subject.kind, subject.key): subject for subject in found}


def subjects_named(
    wanted: Iterable[tuple[str, str]], access: Collection[str], root_path: str
) -> dict[tuple[str, str], Subject]:
    """For pairs of a kind and a name or slug those that fit best, in one query.

    Only what stands on a page below the root that may be found by this ``access`` is known; the rest is left out.
    """
    unexpired = Q(document__expires_at__isnull=True) | Q(document__expires_at__gt=timezone.now())
    pairs = [(kind, value) for kind, value in dict.fromkeys(wanted) if kind in _MODELS]
    parts = []
    for kind, value in pairs:
        model, name = _MODELS[kind]
        likely = Q(slug__iexact=_slug(value)) | Q(slug__iexact=value) | Q(**{f"{name}__icontains": value})
        seen = Facet.objects.filter(
            unexpired,
            kind=kind,
            key=OuterRef("pk"),
            document__access__in=access,
            document__path__startswith=root_path,
        )
        parts.append(_rows(kind, model.objects.filter(likely).filter(Exists(seen))))
    found = list(_of(parts))
    best = {}
    for kind, value in pairs:
        fitting = [each for each in found if each.kind == kind and _distance(each, value) < _FAR]
        if fitting:
            best[kind, value] = min(fitting, key=lambda each: (_distance(each, value), each.name))
    return best


_FAR = 1000


def _distance(subject: Subject, value: str) -> int:
    """0 for the slug or name itself, more the longer a name is that only has it."""
    wanted, name = fold(value), fold(subject.name)
    if wanted in (subject.slug, name) or _slug(value) == subject.slug:
        return 0
    return len(name) if wanted in name else _FAR


def _slug(value: str) -> str:
    return slugify(value, allow_unicode=True)


def _rows(kind: str, found: QuerySet) -> QuerySet:
    name = _MODELS[kind][1]
    return found.order_by().values_list(Value(kind, CharField()), "pk", name, "slug")


def _of(parts: list[QuerySet]) -> Iterable[Subject]:
    if not parts:
        return ()
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return (Subject(*row) for row in rows)
