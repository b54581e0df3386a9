"""Posts and pages, by their titles: those that begin with what was typed, then those that have its words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from search.analysis.correction import correct
from search.analysis.folding import fold
from search.analysis.queries import wanted
from search.engines import index_engine
from search.engines.base import Limits, Wanted
from search.models import Document
from search.query import Query, clean
from search.readable import Addresses, readable
from search.statements import rows, stored, table
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
        """How a title would have to begin, folded as ``title_key`` is. A space at the end: the word is complete."""
        text = fold(clean(self.raw))
        return f"{text} " if text and self.raw[-1:].isspace() else text


def matching_titles(typed: Typed, language: str, limits: Limits) -> list[int]:
    """Ids of the pages to offer, best first; a few more than are shown.

    Only where no title fits, those whose text has the words.
    """
    found = _beginning(typed.beginning, limits) if typed.beginning else []
    asked = wanted(typed.query, language)
    if len(found) < MOST:
        found += (one for one in _ranked(replace(asked, titles_only=True), limits) if one not in found)
    return (found or _ranked(asked, limits))[: MOST + SPARE]


def corrected(query: Query, language: str, limits: Limits) -> Query | None:
    """The query with misspelt words put right; None when nothing is wrong or known better."""
    return correct(query, language, limits, index_engine())


def suggestions_of(page_ids: list[int], limits: Limits, request: HttpRequest) -> Iterator[Suggestion]:
    """What is shown of these pages, in their order, posts before pages; no page that may not be opened now."""
    pages, addresses = readable(page_ids, limits), Addresses(request)
    shown = [pages[page_id] for page_id in page_ids if page_id in pages][:MOST]
    for page in sorted(shown, key=lambda page: page.kind != "post"):
        yield Suggestion(title=page.name, url=addresses.of(page.url_path), kind=page.kind, id=page.pk)


def _beginning(text: str, limits: Limits) -> list[int]:
    """The pages whose title begins so: the one with just this title, then the newest."""
    begins, values = _begins(text)
    access = ", ".join(["%s"] * len(limits.access))
    document = table(Document)
    found = rows(
        f"SELECT page_id FROM {document} WHERE page_id IN ("  # noqa: S608 - names of ours
        f" SELECT page_id FROM {document} WHERE {begins}"
        " AND (expires_at IS NULL OR expires_at > %s) AND path LIKE %s"
        # Not as a plain column: SQLite would take the index that holds nearly every document.
        f" AND coalesce(access, '') IN ({access}) ORDER BY title_key LIMIT {MOST_COMPARED}"
        f") ORDER BY title_key = %s DESC, date DESC NULLS LAST, page_id LIMIT {MOST + SPARE}",
        [*values, stored(timezone.now()), f"{limits.root_path}%", *limits.access, text.strip()],
    )
    return [pk for (pk,) in found]


def _begins(text: str) -> tuple[str, list[str]]:
    """SQLite's index helps where a range is asked for, PostgreSQL's where a beginning is."""
    if connection.vendor == "sqlite":
        return "title_key >= %s AND title_key < %s", [text, text + _HIGHEST]
    return "title_key LIKE %s", [f"{connection.ops.prep_for_like_query(text)}%"]


def _ranked(asked: Wanted, limits: Limits) -> list[int]:
    """The pages that have these words, the last of them perhaps not typed to its end."""
    return index_engine().rank(asked, limits).page_ids[: MOST + SPARE] if asked else []
