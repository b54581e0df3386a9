"""Columns of the reports. Their rows are dictionaries, one for each query."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from search.models import Promotion, Synonyms

#: What can be done about a query: the form it leads to, and what one must be allowed to add.
ACTIONS = [
    (_("Promote a page"), "wagtailsnippets_search_promotion:add", Promotion),
    (_("Add synonym"), "wagtailsnippets_search_synonyms:add", Synonyms),
]


class QueryColumn(Column):
    """The query as a link that searches for it, and what it was corrected to."""

    cell_template_name = "search/admin/query_cell.html"

    def get_cell_context_data(self, instance: dict[str, Any], parent_context: Any) -> dict[str, Any]:
        """With the address of the search."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "url": f"{reverse('search:results')}?{urlencode({'q': instance['query']})}"}


class PageColumn(Column):
    """A page as a link to it."""

    cell_template_name = "search/admin/page_cell.html"


class ActionsColumn(Column):
    """Links to the forms of promoted results and synonyms, begun with the query."""

    cell_template_name = "search/admin/actions_cell.html"

    def get_value(self, instance: dict[str, Any]) -> str:
        """The query the links are about."""
        return str(instance["query"])

    def get_cell_context_data(self, instance: dict[str, Any], parent_context: Any) -> dict[str, Any]:
        """With the links this account may follow."""
        context = super().get_cell_context_data(instance, parent_context)
        begun = urlencode({"search": instance["query"]})
        user = parent_context["request"].user
        links = [
            {"label": label, "url": f"{reverse(name)}?{begun}"}
            for label, name, model in ACTIONS
            if user.has_perm(f"search.add_{model._meta.model_name}")
        ]
        return {**context, "links": links}
