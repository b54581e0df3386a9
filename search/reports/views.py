"""The reports: most searched, found nothing, never opened."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_filters import ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Site

from search.log.retention import kept_days
from search.models import LoggedSearch
from search.reports import figures
from search.reports.columns import ActionsColumn, PageColumn, QueryColumn
from search.reports.menu import policy

PERIODS = (7, 30, 90)
USUAL_PERIOD = 30


class SiteFilterSet(WagtailFilterSet):
    """Which site's searches are looked at, where there are several. The view does the narrowing."""

    site = ModelChoiceFilter(label=_("Site"), queryset=Site.objects.all(), empty_label=_("All sites"))

    class Meta:
        model = LoggedSearch
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if Site.objects.count() < 2:
            del self.filters["site"]

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Everything, for the rows were made from those of the chosen site."""
        return queryset

    @property
    def chosen(self) -> Site | None:
        """The site, or None for all of them."""
        return self.form.cleaned_data["site"] if self.is_valid() else None


def days_text(days: int) -> str:
    """The length of a period."""
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def no_formula(value: object) -> str:
    """What somebody wrote, so that a spreadsheet takes it for text: one that begins with = would be computed."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


class SearchesReport(ReportView):
    """The queries of a period, those searched for most first."""

    page_title = _("Searches")
    header_icon = "history"
    template_name = "search/admin/searches.html"
    results_template_name = "search/admin/searches_results.html"
    index_url_name = "searches"
    index_results_url_name = "searches_results"
    filterset_class = SiteFilterSet
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
        name: {ReportView.FORMAT_CSV: no_formula} for name in ("query", "corrected_to", "page")
    }
    columns = [
        QueryColumn("query", label=_("Search"), sort_key="query", width="27%"),
        Column("times", label=_("Searches"), sort_key="times", width="8%"),
        Column("results", label=_("Results"), width="8%"),
        Column("opened_share", label=_("Opened (%)"), width="9%"),
        Column("place", label=_("Average place"), width="9%"),
        PageColumn("page", label=_("Opened most"), width="18%"),
        ActionsColumn("actions", label=_("Do something about it"), width="16%"),
    ]

    @cached_property
    def period(self) -> figures.Period:
        """The days and the site looked at."""
        days = self.request.GET.get("days")
        chosen = next((number for number in PERIODS if str(number) == days), USUAL_PERIOD)
        return figures.Period(chosen, self.filters.chosen if self.filters else None)

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
            tabs=[self._link(report, self.period.days, report.tab) for report in REPORTS],
            periods=[self._link(type(self), days, days_text(days)) for days in PERIODS],
            empty=self.empty,
            is_off=not any(kept_days(site) for site in sites),
            **kwargs,
        )

    def _link(self, report: type[SearchesReport], days: int, label: Any) -> dict[str, Any]:
        """The way to a report on so many days of the same site."""
        chosen = {"days": days, **({"site": self.period.site.pk} if self.period.site else {})}
        is_this = type(self) is report and days == self.period.days
        return {
            "label": label,
            "url": f"{reverse(report.index_url_name)}?{urlencode(chosen)}",
            "is_this": is_this,
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
