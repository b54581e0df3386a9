"""What a reader sees of found pages: title, matched sentence, section, date, people, tags.

All of it comes from the index's own tables, in a number of queries that depends on no page. The pages
themselves are asked only whether they are still live, and open to whoever searches.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from blog.models import Author, PostAuthor, Tag, TaggedPost
from search.engines.base import Limits
from search.excerpts import Passage, excerpt
from search.marking import Sought, marked
from search.models import Section
from search.readable import Addresses, Readable, readable
from search.statements import listed, rows, table


@dataclass(frozen=True)
class SearchResult:
    """One result. What ends in ``_html`` is escaped already; ``kind`` and ``day`` are in the reader's language.

    ``section_url`` leads to the heading below which the best sentence stands, if there is one.
    """

    page_id: int
    title: str
    title_html: SafeString
    url: str
    excerpt_html: SafeString
    kind: str
    date: datetime | None = None
    day: str = ""
    section_html: SafeString = SafeString("")
    section_url: str = ""
    authors: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def load_results(
    page_ids: Sequence[int], what: Sought, limits: Limits, request: HttpRequest
) -> list[SearchResult]:
    """Results for these pages, in their order; those this searcher may no longer read are passed over."""
    pages, addresses = readable(page_ids, limits), Addresses(request)
    passages, names = _passages(pages), _names(pages)
    return [
        _result(pages[pk], passages[pk], what, names[pk], addresses.of(pages[pk].url_path))
        for pk in page_ids
        if pk in pages
    ]


def _result(
    page: Readable, passages: list[Passage], what: Sought, names: dict[str, list[str]], url: str
) -> SearchResult:
    best = excerpt(page.summary, passages, what, page.language)
    date = timezone.localtime(page.date) if page.date else None
    return SearchResult(
        page_id=page.pk,
        title=page.title,
        title_html=marked(page.title, what, page.language),
        url=url,
        excerpt_html=best.html,
        kind=_("Post") if page.kind == "post" else _("Page"),
        date=date,
        day=date_format(date) if date else "",
        section_html=best.heading_html,
        section_url=f"{url}#{best.anchor}" if best.anchor else "",
        authors=names["author"],
        tags=names["tag"],
    )


def _passages(page_ids: Iterable[int]) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = defaultdict(list)
    for pk, *texts in rows(
        f"SELECT document_id, anchor, heading, text, code FROM {table(Section)}"  # noqa: S608 - numbers
        f" WHERE document_id IN ({listed(page_ids)}) ORDER BY document_id, position"
    ):
        found[pk].append(Passage(*texts))
    return found


def _names(page_ids: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    """Names of authors in their order and of tags, by page and kind; one query."""
    ids = listed(page_ids)
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: {"author": [], "tag": []})
    named = rows(
        "SELECT written.page_id, 'author', written.sort_order, author.name"  # noqa: S608 - numbers
        f" FROM {table(PostAuthor)} AS written JOIN {table(Author)} AS author ON author.id = written.author_id"
        f" WHERE written.page_id IN ({ids}) UNION ALL"
        " SELECT tagged.content_object_id, 'tag', 0, tag.name"
        f" FROM {table(TaggedPost)} AS tagged JOIN {table(Tag)} AS tag ON tag.id = tagged.tag_id"
        f" WHERE tagged.content_object_id IN ({ids})"
    )
    for pk, kind, _place, name in sorted(named, key=lambda row: (row[2] or 0, row[3].casefold())):
        found[pk][kind].append(name)
    return found
