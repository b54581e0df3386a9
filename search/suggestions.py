"""What the search field offers while somebody types: posts, pages, categories, tags, authors, series."""

from collections.abc import Iterator
from typing import Any, TypedDict

from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest
from wagtail.models import Page

from blog import addresses, listing_store
from blog.models import Author, BlogPage, Category, Series, Tag
from search.engines import engine
from search.query import Query
from search.viewer import Viewer

MAX_PAGES = 5
MAX_SUBJECTS = 3
_SUBJECTS: tuple[tuple[str, Any, str], ...] = (
    ("category", Category, "name"),
    ("tag", Tag, "name"),
    ("author", Author, "name"),
    ("series", Series, "title"),
)


class Suggestion(TypedDict):
    """One offer; ``kind`` is post, page, category, tag, author or series."""

    title: str
    url: str
    kind: str


def suggest(query: Query, viewer: Viewer, request: HttpRequest) -> list[Suggestion]:
    """Pages by their titles, then the categories, tags, authors and series that have posts everybody may see."""
    if not query:
        return []
    pages = engine().suggest(query, limit=MAX_PAGES, viewer=viewer)
    return [_of_page(page, request) for page in pages] + list(_of_subjects(query, viewer, request))


def _of_page(page: Page, request: HttpRequest) -> Suggestion:
    kind = "post" if page.specific_class is BlogPage else "page"
    return Suggestion(title=page.title, url=page.get_url(request) or "", kind=kind)


def _of_subjects(query: Query, viewer: Viewer, request: HttpRequest) -> Iterator[Suggestion]:
    """Categories, tags, authors and series with a word that begins as the query does, in a blog that lists them."""
    urls = {blog.pk: blog.get_url(request) or "" for blog in listing_store.public_blogs(viewer.root)}
    for kind, model, name in _SUBJECTS:
        listed = listing_store.entries(kind, OuterRef("pk")).filter(blog_id__in=urls).order_by()
        begins = Q(**{f"{name}__istartswith": query.text}) | Q(**{f"{name}__icontains": f" {query.text}"})
        subjects = model.objects.filter(begins).annotate(blog_id=Subquery(listed.values("blog_id")[:1]))
        for subject in subjects.filter(blog_id__isnull=False).order_by(name)[:MAX_SUBJECTS]:
            url = addresses.subject_path(urls[subject.blog_id], kind, subject.slug)
            yield Suggestion(title=str(getattr(subject, name)), url=url, kind=kind)
