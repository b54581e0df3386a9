"""Under which restrictions pages are, in the form the index keeps: ``Document.access``."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from wagtail.models import Page, PageViewRestriction

from search.statements import rows

#: What ``Document.access`` has room for.
LONGEST = 255
#: No restriction has this id: of a page under so many restrictions that they cannot be told, nobody is let in.
CLOSED = "0"


def restricted_paths() -> dict[str, set[int]]:
    """The restrictions that begin at each place of the tree, by the place's path.

    One query. An alias is restricted where the page it mirrors is (``core/visibility.py``).
    """
    found: dict[str, set[int]] = defaultdict(set)
    for pk, *paths in rows(_statement()):
        for path in filter(None, paths):
            found[path].add(pk)
    return dict(found)


@cache
def _statement() -> str:
    """Every search asks this, and it has no parameters: Django needs to write it once only."""
    return str(PageViewRestriction.objects.values_list("pk", "page__path", "page__aliases__path").query)


def access(path: str, restricted: Mapping[str, set[int]]) -> str:
    """The ids of all restrictions at a path and above it, ascending; empty when everybody may read the page."""
    if not restricted:
        return ""
    step = Page.steplen
    ids = set().union(*(restricted.get(path[:length], ()) for length in range(step, len(path) + 1, step)))
    told = " ".join(map(str, sorted(ids)))
    return told if len(told) <= LONGEST else CLOSED
