"""Wagtail's search on PostgreSQL, safe from what is typed, with titles that begin with it first."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from modelsearch.backends.database.postgres import postgres as stock
from wagtail.search.query import Fuzzy, SearchQuery

from search.backends.safe_query import plain, safe

TITLE = "index_entries__title_text"


class SafeCompiler(stock.PostgresSearchQueryCompiler):
    """A compiler that is given no more than the database can take."""

    query: SearchQuery

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = safe(self.query)

    def _apply_ordering_and_scoring(
        self, queryset: QuerySet, rank_expression: Any, start: Any, stop: Any, score_field: str | None = None
    ) -> QuerySet:
        if not self.order_by_relevance or isinstance(self.query, Fuzzy):
            return super()._apply_ordering_and_scoring(queryset, rank_expression, start, stop, score_field)
        if score_field is not None:
            queryset = queryset.annotate(**{score_field: rank_expression})
        return queryset.order_by(self._by_title(), rank_expression.desc(), "-pk")[start:stop]

    def _by_title(self) -> Case:
        """Titles that are what was typed, then those that begin with it, then all others."""
        typed = plain(self.query)
        return Case(
            When(**{f"{TITLE}__iexact": typed}, then=Value(0)),
            When(**{f"{TITLE}__istartswith": typed}, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )


class PostgreSQLCompiler(SafeCompiler):
    """Looks at whole words."""


class PostgreSQLAutocompleteCompiler(SafeCompiler, stock.PostgresAutocompleteQueryCompiler):
    """Looks at titles and the like, where the last word may be half typed."""


class PostgreSQLBackend(stock.PostgresSearchBackend):
    """Wagtail's backend with the compilers above; the index and how it is written are Wagtail's."""

    query_compiler_class = PostgreSQLCompiler
    autocomplete_query_compiler_class = PostgreSQLAutocompleteCompiler
