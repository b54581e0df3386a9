"""Everything that is offered for what was typed, in order."""

from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import get_language

from search.access import allowed_access
from search.engines.base import Limits
from search.promotions import promoted
from search.query import parse
from search.suggestions.kinds import Suggestion
from search.suggestions.subjects import matching_subjects
from search.suggestions.titles import Typed, corrected, matching_titles, suggestions_of
from search.viewer import Viewer
from search.views import viewer_of


@dataclass(frozen=True)
class Offers:
    """``corrected`` is what was taken for the query where nothing fitted the query itself."""

    suggestions: list[Suggestion] = field(default_factory=list)
    corrected: str = ""


def offers(raw: str, request: HttpRequest) -> Offers:
    """What editors recommend, pages by their titles, then categories, tags, authors and series.

    When nothing fits, the same for the query with its misspelt words put right.
    """
    query = parse(raw)
    if not query.terms:
        return Offers()
    viewer, language = viewer_of(request), get_language() or "en"
    limits = Limits(access=allowed_access(viewer), root_path=viewer.root.path)
    found = _offers(Typed(raw, query), language, limits, viewer, request)
    if found:
        return Offers(found)
    better = corrected(query, language, limits)
    if better is None:
        return Offers()
    found = _offers(Typed(better.text, better), language, limits, viewer, request)
    return Offers(found, better.text if found else "")


def _offers(
    typed: Typed, language: str, limits: Limits, viewer: Viewer, request: HttpRequest
) -> list[Suggestion]:
    text = typed.query.text
    first = [
        Suggestion(title=one.title, url=one.url, kind="promoted", id=one.page_id or "")
        for one in promoted(text, viewer, request)
    ]
    pages = suggestions_of(matching_titles(typed, language, limits), limits, request)
    addresses = {one["url"] for one in first}
    return [
        *first,
        *(page for page in pages if page["url"] not in addresses),
        *matching_subjects(text, viewer, request),
    ]
