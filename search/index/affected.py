"""Which pages a change concerns that was made to something else: a restriction, a tag, a shared text."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from wagtail.models import Page, ReferenceIndex

from blog.models import Author, BlogPage, Category, Series, Tag
from search.models import Document, Facet

#: How posts are found through what stands in the byline or among the tags.
_POSTS = {
    Tag: "tagged_posts__tag",
    Category: "post_categories__category",
    Author: "post_authors__author",
    Series: "series",
}


def posts_of(subject: Any) -> set[int]:
    """All posts of a tag, category, author or series, published or not."""
    return set(BlogPage.objects.filter(**{_POSTS[type(subject)]: subject.pk}).values_list("pk", flat=True))


def found_by(kind: str, key: int) -> set[int]:
    """The pages the index has for a tag, category, author or series: in a category also those of the ones below."""
    return set(Facet.objects.filter(kind=kind, key=key).values_list("document_id", flat=True))


def below(page_id: int) -> set[int]:
    """A page and all below it, and the same of the pages that mirror it."""
    found: set[int] = set()
    tops = Page.objects.filter(Q(pk=page_id) | Q(alias_of=page_id))
    for path in tops.values_list("path", flat=True):
        found.update(Page.objects.filter(path__startswith=path).values_list("pk", flat=True))
    return found


def under(restriction_id: int, page_id: int) -> set[int]:
    """The pages a restriction of this page is for, and those the index still has under it."""
    return below(page_id) | known_under(restriction_id)


def known_under(restriction_id: int) -> set[int]:
    """The pages that are under a restriction as the index has it."""
    private = Document.objects.filter(access__gt="").values_list("pk", "access")
    return {pk for pk, access in private if str(restriction_id) in access.split()}


def moved() -> set[int]:
    """The pages that stand elsewhere in the tree than the index has it: who moves one may shift its neighbours."""
    return set(Document.objects.exclude(path=F("page__path")).values_list("pk", flat=True))


def showing(shared: Any) -> set[int]:
    """The pages that show a text which is kept in one place."""
    references = ReferenceIndex.get_references_to(shared)
    pages = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    return {int(key) for key in pages.values_list("object_id", flat=True)}
