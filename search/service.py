"""One search from what was typed to what is shown."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from core.pagination import PageSlice, page_slice
from search.access import allowed_access
from search.asked import Asked
from search.conditions import Conditions, conditions
from search.engines import index_engine
from search.engines.base import MOST_RESULTS, Limits
from search.facets import FacetGroup, facet_groups
from search.finding import Finder, Found
from search.helping import Help, help_with
from search.log import record
from search.marking import sought
from search.promotions import Promoted, promoted
from search.query import Query, parse
from search.renaming import Renamed, renamed
from search.results import SearchResult, load_results
from search.rewording import reworded_html
from search.synonyms import synonyms
from search.viewer import Viewer

PER_PAGE = 10
#: With fewer results than this, what else may have been meant is worth a line.
FEW = 3


@dataclass(frozen=True)
class Outcome:
    """All that a page of results shows.

    ``query`` is the one that was answered: the corrected one where ``corrected`` is true, and ``asked.text``
    then still is what was typed. ``meant`` may be offered instead.
    """

    asked: Asked
    query: Query
    cut: PageSlice
    corrected: bool = False
    meant: Query | None = None
    results: list[SearchResult] = field(default_factory=list)
    promoted: list[Promoted] = field(default_factory=list)
    facets: list[FacetGroup] = field(default_factory=list)
    found: Found | None = None
    conditions: Conditions | None = None
    renamed: list[Renamed] = field(default_factory=list)
    help: Help | None = None

    @property
    def total(self) -> int:
        """How many pages match, also those nobody can turn to."""
        return self.found.ranking.total if self.found else 0

    @property
    def listed(self) -> list[tuple[int, SearchResult]]:
        """The results with their places in the whole ranking, less those the promoted ones show already."""
        first = {page.page_id for page in self.promoted}
        ranked = self.found.ranking.page_ids[self.cut.start : self.cut.stop] if self.found else []
        places = {page_id: place for place, page_id in enumerate(ranked, self.cut.start + 1)}
        return [(places[each.page_id], each) for each in self.results if each.page_id not in first]

    @property
    def reworded_html(self) -> SafeString:
        """The query that was answered, or may have been meant, with the words marked that were not typed so."""
        return reworded_html(self.meant or self.query)

    @property
    def is_cut_short(self) -> bool:
        """Whether more pages match than can be turned to."""
        return self.total > MOST_RESULTS


def search(asked: Asked, viewer: Viewer, request: HttpRequest) -> Outcome:
    """Answer one results page; raises Http404 for a page of results that does not exist."""
    query = parse(asked.text)
    if not query:
        wrong = conditions(query, asked, ("",), viewer.root.path) if query.problems else None
        return Outcome(asked, query, page_slice(0, PER_PAGE, asked.number), conditions=wrong)
    allowed = allowed_access(viewer)
    narrowed = conditions(query, asked, allowed, viewer.root.path)
    language = get_language() or "en"
    finder = Finder(index_engine(), language, narrowed.limits, synonyms(language))
    found, meant = _found(finder, query, asked)
    is_corrected = found.query is not query
    cut = page_slice(len(found.ranking.page_ids), PER_PAGE, asked.number)
    total = found.ranking.total
    corrected_to = found.query.text if is_corrected else ""
    record(query, total=total, request=request, corrected_to=corrected_to, page=asked.number)
    return Outcome(
        asked,
        found.query,
        cut,
        corrected=is_corrected,
        meant=meant if total < FEW else None,
        results=_results(found, cut, narrowed.limits, request),
        promoted=promoted(query.text, viewer, request) if asked.number == 1 else [],
        facets=_facets(finder, found, narrowed, asked),
        found=found,
        conditions=narrowed,
        renamed=renamed(query, narrowed.unknown, asked, viewer),
        help=None if total else help_with(query, viewer, request),
    )


def _found(finder: Finder, query: Query, asked: Asked) -> tuple[Found, Query | None]:
    """The answer to the corrected query if it has one, else to the query itself and what may have been meant."""
    better = finder.better(query)
    if better and not asked.exact:
        found = finder.find(better, by_date=asked.by_date)
        if found.ranking.total:
            return found, None
    return finder.find(query, by_date=asked.by_date), better if asked.exact else None


def _results(found: Found, cut: PageSlice, limits: Limits, request: HttpRequest) -> list[SearchResult]:
    page_ids = found.ranking.page_ids[cut.start : cut.stop]
    return load_results(page_ids, sought(found.query, found.wanted), limits, request)


def _facets(finder: Finder, found: Found, narrowed: Conditions, asked: Asked) -> list[FacetGroup]:
    def ranked_without(kind: str) -> list[int]:
        return finder.rank(found.wanted, narrowed.limits_without(kind)).page_ids

    return facet_groups(found.ranking.page_ids, asked, narrowed.chosen, ranked_without)
