"""The lists and forms of synonyms and promoted results, and the menu they are under."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.coreutils import get_content_languages
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from search.editing.forms import PromotionForm, SynonymsForm
from search.models import Promotion, Synonyms
from search.query import clean
from search.reports.menu import menu_item


class StartedFromSearch(CreateView):
    """An empty form, or with ``?search=`` one that begins with those words."""

    field = ""

    def get_initial(self) -> dict[str, Any]:
        """The words of the address, so that a report leads to a form that is half filled in."""
        words = clean(self.request.GET.get("search", ""))
        return {**super().get_initial(), **({self.field: f"{words}\n"} if words else {})}


class NewSynonyms(StartedFromSearch):
    """A group that begins with what was searched for."""

    field = "words"


class NewPromotion(StartedFromSearch):
    """A promoted result for what was searched for."""

    field = "searches"


class SearchViewSet(SnippetViewSet):
    """What both have in common."""

    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False


class SynonymsViewSet(SearchViewSet):
    """Words that mean the same."""

    model = Synonyms
    icon = "list-ul"
    menu_label = gettext_lazy("Synonyms")
    menu_name = "synonyms"
    add_view_class = NewSynonyms
    ordering = "words"
    search_fields = ["words"]
    list_filter = ["ways"]
    list_display = ["__str__", UpdatedAtColumn()]
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            FieldPanel("ways", widget=RadioSelect),
            *([FieldPanel("language")] if len(get_content_languages()) > 1 else []),
        ],
        base_form_class=SynonymsForm,
    )


class PromotionViewSet(SearchViewSet):
    """Results that come first."""

    model = Promotion
    icon = "pick"
    menu_label = gettext_lazy("Promoted results")
    menu_name = "promoted-results"
    add_view_class = NewPromotion
    ordering = "sort_order"  # by which rows can be moved at once
    search_fields = ["searches", "title", "page__title"]
    list_display = [
        "__str__",
        Column("searches", label=gettext_lazy("Searches"), accessor=lambda row: ", ".join(row.listed)),
        Column("days", label=gettext_lazy("Shown"), accessor=lambda row: days(row), width="20%"),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("searches"), FieldPanel("begins")], heading=gettext_lazy("For")),
            MultiFieldPanel(
                [PageChooserPanel("page"), FieldPanel("url"), FieldPanel("title"), FieldPanel("description")],
                heading=gettext_lazy("What comes first"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")])],
                heading=gettext_lazy("When"),
            ),
        ],
        base_form_class=PromotionForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """All of them, with their pages."""
        return Promotion.objects.select_related("page")


def days(promotion: Promotion) -> str:
    """When it is shown, such as "until 1 May 2027"."""
    first, last, today = promotion.first_day, promotion.last_day, timezone.localdate()
    if promotion.page and not promotion.page.live:
        return _("not shown: the page is not published")
    if last and last < today:
        return _("over since %(day)s") % {"day": date_format(last)}
    if first and first > today:
        return _("from %(day)s") % {"day": date_format(first)}
    return _("until %(day)s") % {"day": date_format(last)} if last else _("always")


class SiteSearchGroup(SnippetViewSetGroup):
    """The menu entry all of it is found under."""

    items = (SynonymsViewSet, PromotionViewSet)
    menu_label = gettext_lazy("Site search")
    menu_name = "site-search"
    menu_icon = "search"
    menu_order = 260

    def get_submenu_items(self) -> list[MenuItem]:
        """The lists, and the report of what was searched for."""
        return [*super().get_submenu_items(), menu_item()]
