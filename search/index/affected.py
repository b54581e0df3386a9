"""Which pages a change concerns that was made to something else: a restriction, a tag, a shared text."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

from blog.models import Author, BlogPage, Category, Series, Tag
from search.models import Document, Facet

#: How posts are found through what stands in the byline or among the tags.
_POSTS = {
    Tag: ("tag", "tagged_posts__tag"),
    Category: ("category", "post_categories__category"),
    Author: ("author", "post_authors__author"),
    Series: ("series", "series"),
}


def posts_of(subject: Any) -> set[int]:
    """All posts of a tag, category, author or series, published or not."""
    _kind, path = _POSTS[type(subject)]
    return set(BlogPage.objects.filter(**{path: subject.pk}).values_list("pk", flat=True))


def found_by(subject: Any) -> set[int]:
    """The pages the index has for a tag, category, author or series: in a category also those of the ones below."""
    kind, _path = _POSTS[type(subject)]
    return set(Facet.objects.filter(kind=kind, key=subject.pk).values_list("document_id", flat=True))


def below(page_id: int) -> set[int]:
    """A page and all below it, and the same of the pages that mirror it."""
    found: set[int] = set()
    tops = Page.objects.filter(Q(pk=page_id) | Q(alias_of=page_id) | Q(alias_of__alias_of=page_id))
    for path in tops.values_list("path", flat=True):
        found.update(Page.objects.filter(path__startswith=path).values_list("pk", flat=True))
    return found


def restricted_by(restriction: PageViewRestriction) -> set[int]:
    """The pages a restriction is on, as the tree has it and as the index has it."""
    private = Document.objects.filter(access__gt="").values_list("pk", "access")
    known = {pk for pk, access in private if str(restriction.pk) in access.split()}
    return known | below(restriction.page_id)


def moved() -> set[int]:
    """The pages that stand elsewhere in the tree than the index has it: who moves one may shift its neighbours."""
    return set(Document.objects.exclude(path=F("page__path")).values_list("pk", flat=True))


def showing(shared: Any) -> set[int]:
    """The pages that show a text which is kept in one place."""
    references = ReferenceIndex.get_references_to(shared)
    pages = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return {int(key) for key in pages.values_list("object_id", flat=True)}
