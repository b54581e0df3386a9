"""What a reader sees of a found page: title, matched sentence with the words marked, date, people, tags."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from wagtail.blocks import StreamValue
from wagtail.models import Page

from blog.models import BlogPage
from core.article.plain_text import plain_text
from search.query import Query, fold

EXCERPT_LENGTH = 240
_SENTENCE_END = re.compile(r"(?<=[.!?…。！？])\s+|\n+")  # noqa: RUF001 - Chinese and Japanese sentences end so
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class SearchResult:
    """One result. ``excerpt_html`` is escaped already; ``kind`` is in the reader's language."""

    title: str
    url: str
    excerpt_html: SafeString
    kind: str
    date: datetime | None = None
    authors: list[Any] = field(default_factory=list)
    tags: list[Any] = field(default_factory=list)


def load_results(page_ids: list[int], query: Query, request: HttpRequest) -> list[SearchResult]:
    """Results for these pages, in their order, in a number of queries that depends on no page."""
    pages = {page.pk: page for page in Page.objects.filter(pk__in=page_ids).specific()} if page_ids else {}
    posts = {
        post.pk: post
        for post in BlogPage.objects.filter(pk__in=page_ids)
        .only("date")
        .prefetch_related("post_authors__author", "tagged_posts__tag")
    }
    return [_result(pages[pk], posts.get(pk), query, request) for pk in page_ids if pk in pages]


def _result(page: Page, post: BlogPage | None, query: Query, request: HttpRequest) -> SearchResult:
    return SearchResult(
        title=page.title,
        url=page.get_url(request) or "",
        excerpt_html=excerpt(page_text(page), query),
        kind=str(page.page_type_display_name),
        date=post.date if post else None,
        authors=post.authors if post else [],
        tags=[entry.tag for entry in post.tagged_posts.all()] if post else [],
    )


def page_text(page: Page) -> list[str]:
    """What a page says, best first: its summary, then its body."""
    parts = [str(getattr(page, "summary", "") or "")]
    body = getattr(page, "body", None)
    if isinstance(body, StreamValue):
        parts.append(plain_text(body, code=False))
    return [part for part in parts if part] or [page.search_description or ""]


def excerpt(parts: Iterable[str], query: Query) -> SafeString:
    """The sentence that has most of the query's words, with the words marked; else the text's beginning.

    The text is an author's: it is escaped piece by piece, and only then marked.
    """
    wanted = [fold(word) for word in query.words]
    sentences = [" ".join(sentence.split()) for part in parts for sentence in _SENTENCE_END.split(part)]
    best = max(enumerate(sentences), key=lambda item: (_score(item[1], wanted, query.prefix), -item[0]))[1]
    return _marked(_window(best, wanted, query.prefix), wanted, query.prefix)


def _matches(word: str, wanted: list[str], prefix: bool) -> bool:
    folded = fold(word)
    return folded in wanted or (prefix and folded.startswith(wanted[-1]))


def _score(sentence: str, wanted: list[str], prefix: bool) -> int:
    """How many different words of the query stand in a sentence."""
    found = {fold(word) for word in _WORD.findall(sentence)}
    score = sum(word in found for word in wanted)
    if prefix and wanted[-1] not in found and any(word.startswith(wanted[-1]) for word in found):
        score += 1
    return score


def _window(sentence: str, wanted: list[str], prefix: bool) -> str:
    """A long sentence cut to the part around its first matched word."""
    if len(sentence) <= EXCERPT_LENGTH:
        return sentence
    first = next((m.start() for m in _WORD.finditer(sentence) if _matches(m[0], wanted, prefix)), 0)
    start = max(0, first - EXCERPT_LENGTH // 3)
    if start:
        start = sentence.find(" ", start, first) + 1 or first
    cut = Truncator(sentence[start:]).chars(EXCERPT_LENGTH)
    return ("…" if start else "") + cut


def _marked(text: str, wanted: list[str], prefix: bool) -> SafeString:
    pieces, end = [], 0
    for match in _WORD.finditer(text):
        if _matches(match[0], wanted, prefix):
            pieces += [escape(text[end : match.start()]), f"<mark>{escape(match[0])}</mark>"]
            end = match.end()
    pieces.append(escape(text[end:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped on its way in
