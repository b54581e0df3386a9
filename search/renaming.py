"""What may be meant by a tag, category, author or series that does not exist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process

from blog import listing_store
from search.asked import Asked
from search.helping import NEAR, likeness, named_subjects
from search.query import Filter, Query, fold
from search.viewer import Viewer


@dataclass(frozen=True)
class Renamed:
    """A condition that holds for some posts, and the search with it in place of the one that does not exist."""

    condition: Filter
    asked: Asked


def renamed(query: Query, unknown: Iterable[Filter], asked: Asked, viewer: Viewer) -> list[Renamed]:
    """For each of the query's unknown names the nearest there is on posts everybody may read, if any is near.

    Seven queries where a name is unknown, else none.
    """
    wrong = [each for each in unknown if each in query.filters]
    return list(_nearest(query, wrong, asked, viewer)) if wrong else []


def _nearest(query: Query, wrong: list[Filter], asked: Asked, viewer: Viewer) -> Iterator[Renamed]:
    blogs = dict.fromkeys((blog.pk for blog in listing_store.public_blogs(viewer.root)), "")
    named = named_subjects(blogs) if blogs else []
    for each in wrong:
        names = [name for kind, name, _slug, _blog in named if kind == each.key]
        folded = [fold(name) for name in names]
        found = process.extractOne(fold(each.value), folded, scorer=likeness, score_cutoff=NEAR)
        if found:
            right = Filter(each.key, names[found[2]])
            yield Renamed(right, asked.reworded(query.with_condition(each, right).text, exact=asked.exact))
