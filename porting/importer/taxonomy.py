"""Tags, categories and series: kept apart, matched with those already here by name and slug."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from blog.models import Category, Series, Tag
from porting.document import SourceBlog, SourceTerm

from . import slugs
from .report import Report
from .texts import plain


class Terms:
    """One kind of term by the keys the source calls them by. ``label`` is the field that holds the name.

    With ``pretend`` nothing is stored.
    """

    def __init__(self, model: Any, kind: str, label: str, report: Report, pretend: bool = False) -> None:
        self.model, self.kind, self.label, self.report = model, kind, label, report
        self.pretend = pretend
        self.limit = model._meta.get_field("slug").max_length
        self.name_limit = model._meta.get_field(label).max_length
        self.by_key: dict[str, Any] = {}
        self._here = {self._name(term): term for term in model.objects.all()}
        self._slugs = {term.slug: term for term in self._here.values()}
        self._free = slugs.FreeSlugs(self._slugs, self.limit)

    def load(self, terms: dict[str, SourceTerm], used: Iterable[str]) -> None:
        """Find or make every term the source describes, and those its posts only name."""
        for key, term in terms.items():
            self.by_key[key] = self._term(term)
        for key in used:
            if key and key not in self.by_key:
                self.by_key[key] = self._term(SourceTerm(key=key, name=key))

    def of(self, keys: Iterable[str]) -> list[Any]:
        """The terms of a post, in order, each once."""
        return list(dict.fromkeys(self.by_key[key] for key in keys if key in self.by_key))

    def _name(self, term: Any) -> str:
        return getattr(term, self.label).strip().casefold()

    def _term(self, source: SourceTerm) -> Any:
        name = (source.name or source.key).strip()[: self.name_limit].strip() or source.key
        found = self._here.get(name.casefold())
        if found is not None:
            if getattr(found, self.label) != name:
                detail = _("“%(name)s” is the same as “%(other)s” here.")
                detail %= {"name": name, "other": getattr(found, self.label)}
                self.report.add(source.key, self.kind, detail)
            return found
        wanted = slugs.wish(source.slug, name, self.model._meta.model_name)[: self.limit]
        slug = self._free.take(wanted)
        if slug != wanted:
            other = getattr(self._slugs[wanted], self.label)
            detail = _("“%(other)s” already has the address %(wanted)s; “%(name)s” got %(slug)s.")
            detail %= {"other": other, "wanted": wanted, "name": name, "slug": slug}
            self.report.add(source.key, self.kind, detail)
        return self._make(name, slug, source)

    def _make(self, name: str, slug: str, source: SourceTerm) -> Any:
        term = self.model(
            **{self.label: name, "slug": slug}, description=plain(source.description), **self._more(source)
        )
        if self.pretend:
            term.pk = -1 - len(self._slugs)
        else:
            term.save()
        self._here.setdefault(name.casefold(), term)
        self._slugs[slug] = term
        return term

    def _more(self, source: SourceTerm) -> dict[str, Any]:
        """What only one kind of term has, by its field."""
        return {}


class Taxonomy:
    """The blog's tags, categories and series. ``picture`` stores a picture by its address and name, and says its id."""

    def __init__(
        self, report: Report, picture: Callable[[str, str], int | None], pretend: bool = False
    ) -> None:
        self.tags = Terms(Tag, "tags", "name", report, pretend)
        self.categories = CategoryTerms(Category, "categories", "name", report, pretend)
        self.series = SeriesTerms(picture, report, pretend)
        self.pretend = pretend

    def load(self, blog: SourceBlog) -> None:
        """Find or make all of them; categories get their place below others."""
        posts = blog.posts
        self.tags.load(blog.tags, (key for post in posts for key in post.tags))
        self.categories.load(blog.categories, (key for post in posts for key in post.categories))
        self.series.load(blog.series, (post.series for post in posts))
        if not self.pretend:
            self._place_categories(blog)

    def _place_categories(self, blog: SourceBlog) -> None:
        for key, source in blog.categories.items():
            term, parent = self.categories.by_key[key], self.categories.by_key.get(source.parent)
            if parent is None or term.parent_id is not None or _is_within(parent, term):
                continue
            term.parent = parent
            term.save()


class CategoryTerms(Terms):
    """Categories may share a name below different ones, so the slug tells them apart when both have one."""

    def _term(self, source: SourceTerm) -> Any:
        wanted = slugs.tidy(source.slug)[: self.limit]
        found = self._slugs.get(wanted) if wanted else None
        name = (source.name or source.key).strip()
        if found is not None and self._name(found) == name.casefold():
            return found
        if found is None and wanted and name.casefold() in self._here and source.parent:
            return self._make(name[: self.name_limit], wanted, source)
        return super()._term(source)


class SeriesTerms(Terms):
    """Series have a cover."""

    def __init__(
        self, picture: Callable[[str, str], int | None], report: Report, pretend: bool = False
    ) -> None:
        super().__init__(Series, "series", "title", report, pretend)
        self._picture = picture

    def _more(self, source: SourceTerm) -> dict[str, Any]:
        cover = self._picture(source.cover, source.name) if source.cover else None
        if source.cover and cover is None:
            detail = _("The cover of “%(name)s” is not here: %(address)s")
            self.report.add(
                source.key, self.kind, detail % {"name": source.name, "address": source.cover[:200]}
            )
        return {"cover_id": cover}


def _is_within(category: Any, other: Any) -> bool:
    """Whether ``category`` is ``other`` or below it; a source may say that two are each other's parent."""
    seen = set()
    while category is not None and category.pk not in seen:
        if category.pk == other.pk:
            return True
        seen.add(category.pk)
        category = category.parent
    return False
