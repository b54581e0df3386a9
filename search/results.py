"""What a reader sees of found pages: title, matched sentence, section, date, people, tags.

All of it comes from the index's own tables, in a number of queries that depends on no page. The pages
themselves are asked only whether they are still live, and open to whoever searches.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import CharField, IntegerField, Q, Value
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Page

from blog.models import PostAuthor, TaggedPost
from search.excerpts import Passage, excerpt
from search.index.restrictions import access, restricted_paths
from search.marking import Sought, marked
from search.models import Document, Section

_DOCUMENT_FIELDS = ("kind", "language", "title", "summary", "date")
#: What a page's address is made of, and where it stands.
_PAGE_FIELDS = tuple(f"page__{name}" for name in ("id", "title", "path", "url_path", "slug", "content_type"))


@dataclass(frozen=True)
class SearchResult:
    """One result. What ends in ``_html`` is escaped already; ``kind`` is in the reader's language.

    ``section_url`` leads to the heading below which the best sentence stands, if there is one.
    """

    page_id: int
    title: str
    title_html: SafeString
    url: str
    excerpt_html: SafeString
    kind: str
    date: datetime | None = None
    section_html: SafeString = SafeString("")
    section_url: str = ""
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def load_results(
    page_ids: Sequence[int], what: Sought, allowed: Iterable[str], request: HttpRequest
) -> list[SearchResult]:
    """Results for these pages, in their order; those this searcher may no longer read are passed over."""
    documents = readable(page_ids, allowed)
    passages, names = _passages(documents), _names(documents)
    return [
        _result(documents[pk], passages[pk], what, names[pk], request) for pk in page_ids if pk in documents
    ]


def readable(page_ids: Sequence[int], allowed: Iterable[str]) -> dict[int, Document]:
    """Those of these that are live pages now, under no other restrictions than ``allowed``; two queries.

    The index says the same; this holds even where it is behind.
    """
    if not page_ids:
        return {}
    unexpired = Q(page__expire_at__isnull=True) | Q(page__expire_at__gt=timezone.now())
    documents = Document.objects.filter(unexpired, pk__in=page_ids, page__live=True)
    documents = documents.select_related("page").only(*_DOCUMENT_FIELDS, *_PAGE_FIELDS)
    restricted, allowed = restricted_paths(), set(allowed)
    return {each.pk: each for each in documents if access(each.page.path, restricted) in allowed}


def readable_pages(page_ids: Sequence[int], allowed: Iterable[str]) -> dict[int, Page]:
    """The same as pages."""
    return {pk: document.page for pk, document in readable(page_ids, allowed).items()}


def _result(
    document: Document,
    passages: list[Passage],
    what: Sought,
    names: dict[str, list[str]],
    request: HttpRequest,
) -> SearchResult:
    best = excerpt(document.summary, passages, what, document.language)
    url = document.page.get_url(request) or ""
    return SearchResult(
        page_id=document.pk,
        title=document.title,
        title_html=marked(document.title, what, document.language),
        url=url,
        excerpt_html=best.html,
        kind=_("Post") if document.kind == "post" else _("Page"),
        date=document.date,
        section_html=best.heading_html,
        section_url=f"{url}#{best.anchor}" if best.anchor else "",
        authors=names["author"],
        tags=names["tag"],
    )


def _passages(page_ids: Iterable[int]) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = defaultdict(list)
    rows = Section.objects.filter(document_id__in=list(page_ids)).order_by("document_id", "position")
    for pk, *texts in rows.values_list("document_id", "anchor", "heading", "text", "code"):
        found[pk].append(Passage(*texts))
    return found


def _names(page_ids: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    """Names of authors in their order and of tags, by page and kind; one query."""
    ids = list(page_ids)
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: {"author": [], "tag": []})
    authors = PostAuthor.objects.filter(page_id__in=ids).order_by()
    tags = TaggedPost.objects.filter(content_object_id__in=ids).order_by()
    place = Value(0, IntegerField())
    rows = authors.values_list("page_id", Value("author", CharField()), "sort_order", "author__name").union(
        tags.values_list("content_object_id", Value("tag", CharField()), place, "tag__name"), all=True
    )
    for pk, kind, _place, name in (
        sorted(rows, key=lambda row: (row[2] or 0, row[3].casefold())) if ids else ()
    ):
        found[pk][kind].append(name)
    return found
