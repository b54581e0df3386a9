"""Posts and pages, by their titles: those that begin with what was typed, then those that have its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from search.analysis.correction import correct
from search.analysis.queries import wanted
from search.engines import index_engine
from search.engines.base import Limits, Wanted
from search.models import Document
from search.query import Query, clean, fold
from search.readable import Addresses, readable
from search.suggestions.kinds import Suggestion

MOST = 5
# The index may be behind the pages; what is no longer readable leaves its place to the next.
SPARE = 3
#: Titles that begin alike whose dates are compared; of more, the first by the alphabet.
MOST_COMPARED = 2000
_HIGHEST = "\U0010ffff"


@dataclass(frozen=True)
class Typed:
    """What stands in the field: as it was sent, and what it asks for."""

    raw: str
    query: Query

    @property
    def beginning(self) -> str:
        """How a title would have to begin. A space at the end says that the word is complete."""
        text = fold(clean(self.raw))
        return f"{text} " if text and self.raw[-1:].isspace() else text


def matching_titles(typed: Typed, language: str, limits: Limits) -> list[int]:
    """Ids of the pages to offer, best first; a few more than are shown.

    Only where no title fits, those whose text has the words.
    """
    found = list(_beginning(typed.beginning, limits)) if typed.beginning else []
    asked = wanted(typed.query, language)
    if len(found) < MOST:
        found += (one for one in _ranked(replace(asked, titles_only=True), limits) if one not in found)
    return (found or _ranked(asked, limits))[: MOST + SPARE]


def corrected(query: Query, language: str, limits: Limits) -> Query | None:
    """The query with misspelt words put right; None when nothing is wrong or known better."""
    return correct(query, language, limits, index_engine())


def suggestions_of(page_ids: list[int], limits: Limits, request: HttpRequest) -> Iterator[Suggestion]:
    """What is shown of these pages, in their order, posts before pages; no page that may not be opened now."""
    pages, addresses = readable(page_ids, limits.access), Addresses(request)
    shown = [pages[page_id] for page_id in page_ids if page_id in pages][:MOST]
    for page in sorted(shown, key=lambda page: page.kind != "post"):
        yield Suggestion(title=page.name, url=addresses.of(page), kind=page.kind, id=page.pk)


def _beginning(text: str, limits: Limits) -> QuerySet[Document, int]:
    """The pages whose title begins so: the one with just this title, then the newest."""
    unexpired = Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())
    documents = Document.objects.filter(_begins(text), unexpired, path__startswith=limits.root_path)
    # Not as a plain column: SQLite would take the index that holds nearly every document.
    documents = documents.alias(told=Coalesce("access", Value(""))).filter(told__in=limits.access)
    first = documents.order_by("title_key").values("pk")[:MOST_COMPARED]
    whole = Case(When(title_key=text.strip(), then=Value(0)), default=Value(1))
    ordered = Document.objects.filter(pk__in=first).order_by(whole, F("date").desc(nulls_last=True), "pk")
    return ordered.values_list("pk", flat=True)[: MOST + SPARE]


def _begins(text: str) -> Q:
    """SQLite's index helps where a range is asked for, PostgreSQL's where a beginning is."""
    if connection.vendor == "sqlite":
        return Q(title_key__gte=text, title_key__lt=text + _HIGHEST)
    return Q(title_key__startswith=text)


def _ranked(asked: Wanted, limits: Limits) -> list[int]:
    """The pages that have these words, the last of them perhaps not typed to its end."""
    return index_engine().rank(asked, limits).page_ids[: MOST + SPARE] if asked else []
