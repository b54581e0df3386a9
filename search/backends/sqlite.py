"""Wagtail's search on SQLite, with one full-text search for a question.

Wagtail's own backend ranks by a correlated subquery, which searches anew for every page that matches: 10,000
pages take seconds. Here one statement searches, keeps what the queryset allows, and sorts.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, Count, FloatField, IntegerField, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from modelsearch.backends.base import FilterFieldError
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.query import SearchQuery

from search.backends.match_text import match
from search.backends.safe_query import plain, safe

FTS = stock.SQLiteFTSIndexEntry._meta.db_table
ENTRIES = stock.IndexEntry._meta.db_table
#: The tables in this order and no other: looking up single rows in a full-text table searches it each time.
MATCHED = f"""FROM {FTS} CROSS JOIN {ENTRIES} entry ON entry.id = {FTS}.rowid
    WHERE {FTS} MATCH %s AND entry.content_type_id IN ({{types}})"""
#: bm25 is negative, and the best match has the least. Titles that begin with what was typed, and those that are
#: what was typed, come before all others.
RANKED = f"""WITH matched AS MATERIALIZED (
        SELECT entry.object_id AS id, {{score}}
            - 1000 * (entry.autocomplete LIKE %s ESCAPE '\\') - 1000 * (entry.autocomplete LIKE %s ESCAPE '\\')
            AS score {MATCHED}),
    allowed(id) AS ({{allowed}})
    SELECT allowed.id, matched.score FROM matched JOIN allowed ON allowed.id = matched.id
    ORDER BY matched.score, allowed.id DESC LIMIT %s OFFSET %s"""  # noqa: S608 - names of tables and placeholders
#: Rows fetched by one statement; each costs three of its parameters.
CHUNK = 200

Ranked = Sequence[tuple[Any, float]]


class SQLiteCompiler(stock.SQLiteSearchQueryCompiler):
    """Compiles to one MATCH, which is made once and joined once."""

    query: SearchQuery

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = safe(self.query)
        self.match = match(self.query, self.LAST_TERM_IS_PREFIX)

    @property
    def is_ranked(self) -> bool:
        """Whether results come best first: what holds none of some words has no rank."""
        return self.order_by_relevance and not self.match.negated

    @property
    def score(self) -> str:
        """SQL for the rank of a match, the best least, as bm25 has it.

        A word in the title weighs more than one in the text (columns: autocomplete, body, title).
        """
        return f"bm25({FTS}, 0.0, 1.0, 8.0)"

    def matching(self) -> QuerySet:
        """The queryset's objects that match, in the queryset's order."""
        found = self.queryset
        if self.match.text:
            # Every value is a parameter; the text holds names of tables and columns only.
            ids = RawSQL(f"SELECT entry.object_id {self._matched}", self._matched_params)  # noqa: S611
            found = found.exclude(pk__in=ids) if self.match.negated else found.filter(pk__in=ids)
        elif not self.match.negated:
            return found.none()
        return found if found.query.order_by else found.order_by("-pk")

    def ranked(self, queryset: QuerySet, start: int = 0, stop: int | None = None) -> Ranked:
        """Primary keys and scores of the objects of ``queryset`` that match, best first."""
        if not self.match.text or self.match.negated:
            return []
        pks = queryset.order_by().values_list("pk", flat=True)
        try:
            allowed, allowed_params = pks.query.get_compiler(using=pks.db).as_sql()
        except EmptyResultSet:
            return []
        sql = RANKED.format(score=self.score, types=self._types, allowed=allowed)
        typed = _like(plain(self.query))
        limit = -1 if stop is None else stop - start
        params = [typed, typed + "%", *self._matched_params, *allowed_params, limit, start]
        with connections[pks.db].cursor() as cursor:
            cursor.execute(sql, params)
            to_python = queryset.model._meta.pk.to_python
            return [(to_python(pk), score) for pk, score in cursor.fetchall()]

    def search(self, config: Any, start: Any, stop: Any, score_field: str | None = None) -> QuerySet:
        """What matches, in the queryset's order. Best first, see ``SQLiteResults``."""
        return self.matching()[start:stop]

    @property
    def _columns(self) -> str:
        # The index has a column for titles and one for all other text together.
        text = "autocomplete" if self.LAST_TERM_IS_PREFIX else "body"
        named = {field if field == "title" else text for field in self.fields or ()}
        return " ".join(sorted(named) or self.FTS_TABLE_FIELDS)

    @property
    def _content_types(self) -> list[int]:
        return get_descendants_content_types_pks(self.queryset.model)

    @property
    def _types(self) -> str:
        return ", ".join(["%s"] * len(self._content_types))

    @property
    def _matched(self) -> str:
        return MATCHED.format(types=self._types)

    @property
    def _matched_params(self) -> list[Any]:
        return [f"{{{self._columns}}} : ({self.match.text})", *self._content_types]


class SQLiteAutocompleteCompiler(SQLiteCompiler):
    """Looks at titles and the like, where the last word may be half typed; short ones come first."""

    LAST_TERM_IS_PREFIX = True
    TARGET_SEARCH_FIELD_TYPE = stock.AutocompleteField
    FTS_TABLE_FIELDS = ["autocomplete"]

    @property
    def score(self) -> str:
        # What has all the words differs in nothing but its length, and bm25 is half of the work.
        return (
            f"bm25({FTS}, 1.0, 0.0, 1.0) * entry.title_norm"
            if self.match.has_choices
            else "-entry.title_norm"
        )

    def get_config(self, backend: Any) -> Any:
        return backend.autocomplete_config

    def get_search_fields_for_model(self) -> Any:
        return self.queryset.model.get_autocomplete_search_fields()


class SQLiteResults(stock.SQLiteSearchResults):
    """Finds out which objects are on this page first, then fetches those."""

    query_compiler: SQLiteCompiler

    def get_queryset(self) -> QuerySet:
        """The objects of this slice in order; meant for a page of results, not for thousands."""
        compiler = self.query_compiler
        if compiler.is_ranked:
            return self._fetched(compiler.ranked(compiler.queryset, self.start, self.stop))
        found = compiler.matching()[self.start : self.stop]
        if self._score_field is None or compiler.match.negated:
            return found
        # Scores are wanted, but not their order: that of the queryset is found out first.
        order = list(found.values_list("pk", flat=True))
        scores = dict(compiler.ranked(compiler.queryset.filter(pk__in=order)))
        return self._fetched([(pk, scores[pk]) for pk in order])

    def _do_search(self) -> list[Any]:
        compiler = self.query_compiler
        if not compiler.is_ranked:
            return list(self.get_queryset())
        ranked = iter(compiler.ranked(compiler.queryset, self.start, self.stop))
        chunks = iter(lambda: list(islice(ranked, CHUNK)), [])
        return [found for chunk in chunks for found in self._fetched(chunk)]

    def _do_count(self) -> int:
        found = self.query_compiler.matching()
        return found.order_by()[self.start : self.stop].count()

    def _fetched(self, ranked: Ranked) -> QuerySet:
        found = self.query_compiler.queryset.filter(pk__in=[pk for pk, _score in ranked])
        if self._score_field is not None:
            scores = [When(pk=pk, then=Value(score)) for pk, score in ranked]
            found = found.annotate(**{self._score_field: Case(*scores, output_field=FloatField())})
        places = [When(pk=pk, then=Value(place)) for place, (pk, _score) in enumerate(ranked)]
        return found.order_by(Case(*places, output_field=IntegerField())) if places else found

    def facet(self, field_name: str) -> OrderedDict[Any, int]:
        """How many results there are for each value of a field, most first."""
        compiler = self.query_compiler
        if compiler._get_filterable_field(field_name) is None:
            name = compiler.queryset.model.__name__
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". '
                f"Please add index.FilterField('{field_name}') to {name}.search_fields.",
                field_name=field_name,
            )
        counts = compiler.matching().order_by().values(field_name).annotate(count=Count("pk"))
        return OrderedDict((row[field_name], row["count"]) for row in counts.order_by("-count"))


class SQLiteBackend(stock.SQLiteSearchBackend):
    """Wagtail's backend with the compilers above; the index and how it is written are Wagtail's."""

    query_compiler_class = SQLiteCompiler
    autocomplete_query_compiler_class = SQLiteAutocompleteCompiler
    results_class = SQLiteResults


def _like(text: str) -> str:
    """A pattern that matches this text only."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
