"""The reports: most searched, found nothing, never opened."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.http import QueryDict
from django.urls import path, reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Site

from search.log.retention import kept_days
from search.models import LoggedSearch
from search.reports import figures
from search.reports.columns import ActionsColumn, PageColumn, QueryColumn
from search.reports.menu import policy

PERIODS = [("7", _("7 days")), ("30", _("30 days")), ("90", _("90 days"))]
USUAL_PERIOD = "30"


class PeriodFilterSet(WagtailFilterSet):
    """Which days are looked at and, where there are several, which site. The view does the narrowing."""

    days = ChoiceFilter(
        label=_("Period"), choices=PERIODS, empty_label=None, widget=RadioSelect, initial=USUAL_PERIOD
    )
    site = ModelChoiceFilter(label=_("Site"), queryset=Site.objects.all(), empty_label=_("All sites"))

    class Meta:
        model = LoggedSearch
        fields: ClassVar[list[str]] = []

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        chosen = data.copy()
        chosen.setdefault("days", USUAL_PERIOD)
        super().__init__(chosen, *args, **kwargs)
        if Site.objects.count() < 2:
            del self.filters["site"]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Everything, for the rows were made from the chosen period."""
        return queryset

    def period(self) -> figures.Period:
        """What was chosen, or the usual."""
        chosen = self.form.cleaned_data if self.is_valid() else {}
        return figures.Period(int(chosen.get("days") or USUAL_PERIOD), chosen.get("site"))


def no_formula(text: str) -> str:
    """What a reader typed, so that a spreadsheet takes it for text: one that begins with = would be computed."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


class SearchesReport(ReportView):
    """The queries of a period, those searched for most first."""

    page_title = _("Searches")
    header_icon = "history"
    template_name = "search/admin/searches.html"
    results_template_name = "search/admin/searches_results.html"
    index_url_name = "searches"
    index_results_url_name = "searches_results"
    filterset_class = PeriodFilterSet
    permission_policy = policy
    permission_required = "view"
    model = LoggedSearch
    default_ordering = "-times"
    export_filename = "searches"
    tab: ClassVar[str | Promise] = _("Most searched")
    empty: ClassVar[str | Promise] = _(
        "Nobody has searched in these days. Searches of people who work in the admin, of robots, and of readers "
        "who ask not to be tracked are not counted."
    )
    list_export = ["query", "times", "nothing", "results", "corrected_to", "opened_share", "place", "page"]
    export_headings = {
        "query": _("Search"),
        "times": _("Searches"),
        "nothing": _("Found nothing"),
        "results": _("Results"),
        "corrected_to": _("Corrected to"),
        "opened_share": _("Opened (%)"),
        "place": _("Average place"),
        "page": _("Opened most"),
    }
    # Wagtail sees to it in the other format.
    custom_field_preprocess: ClassVar[dict[str, Any]] = {
        name: {ReportView.FORMAT_CSV: no_formula} for name in ("query", "corrected_to")
    }
    columns = [
        QueryColumn("query", label=_("Search"), sort_key="query"),
        Column("times", label=_("Searches"), sort_key="times", width="9%"),
        Column("results", label=_("Results"), width="9%"),
        Column("opened_share", label=_("Opened (%)"), width="9%"),
        Column("place", label=_("Average place"), width="9%"),
        PageColumn("page", label=_("Opened most"), width="20%"),
        ActionsColumn("actions", label=_("Do something about it"), width="20%"),
    ]

    @cached_property
    def period(self) -> figures.Period:
        """The days looked at."""
        return self.filters.period()

    def rows(self) -> QuerySet:
        """The queries this report is about."""
        return figures.by_query(self.period).filter(times__gt=0)

    def get_base_queryset(self) -> QuerySet:
        """A dictionary for each query."""
        return self.rows()

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """As the editor chose; queries that are equal in that by their letters."""
        return queryset.order_by(self.ordering, "query")

    def get_table(self, object_list: Any) -> Any:
        """The rows with everything the columns show; exports take the same rows from the queryset afterwards."""
        figures.complete(object_list, self.period)
        return super().get_table(object_list)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the numbers above the table and the way to the other reports."""
        sites = [self.period.site] if self.period.site else Site.objects.all()
        return super().get_context_data(
            totals=figures.totals(self.period),
            days=self.period.days,
            tabs=[self._tab(report) for report in REPORTS],
            empty=self.empty,
            is_off=not any(kept_days(site) for site in sites),
            **kwargs,
        )

    def _tab(self, report: type[SearchesReport]) -> dict[str, Any]:
        chosen = {name: value for name in ("days", "site") if (value := self.request.GET.get(name))}
        address = reverse(report.index_url_name) + (f"?{urlencode(chosen)}" if chosen else "")
        return {
            "label": report.tab,
            "url": address,
            "is_this": type(self) is report,
        }


class FoundNothing(SearchesReport):
    """Queries that found nothing, those that failed most often first."""

    page_title = _("Searches that found nothing")
    index_url_name = "searches_found_nothing"
    index_results_url_name = "searches_found_nothing_results"
    default_ordering = "-nothing"
    export_filename = "searches-found-nothing"
    tab = _("Found nothing")
    empty = _("Every search of these days found something.")
    columns = [
        SearchesReport.columns[0],
        Column("nothing", label=_("Found nothing"), sort_key="nothing", width="12%"),
        SearchesReport.columns[1],
        Column("results", label=_("Results the last time"), width="12%"),
        SearchesReport.columns[-1],
    ]

    def rows(self) -> QuerySet:
        """Those that failed at least once."""
        return figures.found_nothing(self.period)


class NeverOpened(SearchesReport):
    """Queries that found something nobody wanted."""

    page_title = _("Searches after which nothing was opened")
    index_url_name = "searches_never_opened"
    index_results_url_name = "searches_never_opened_results"
    export_filename = "searches-never-opened"
    tab = _("Nothing opened")
    empty = _("After every search of these days that found something, somebody opened a result.")
    columns = [*SearchesReport.columns[:3], SearchesReport.columns[-1]]

    def rows(self) -> QuerySet:
        """Those that found something, of which nobody opened any."""
        return figures.never_opened(self.period)


REPORTS: list[type[SearchesReport]] = [SearchesReport, FoundNothing, NeverOpened]
FOLDERS = {SearchesReport: "", FoundNothing: "found-nothing/", NeverOpened: "nothing-opened/"}


def urls() -> list[Any]:
    """Where the reports are, below the admin."""
    found = []
    for report, folder in FOLDERS.items():
        here = f"reports/searches/{folder}"
        found += [
            path(here, report.as_view(), name=report.index_url_name),
            path(f"{here}results/", report.as_view(results_only=True), name=report.index_results_url_name),
        ]
    return found
