"""What the address of a results page asks for, and the addresses of its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from search.query import NAMED, clean

#: What results can be narrowed to by a link, in the order it is shown.
KINDS = (*NAMED, "year")
_MAX_SLUG = 255


@dataclass(frozen=True)
class Asked:
    """One page of results. ``chosen`` are pairs of kind and slug, one a kind; a year is its own slug."""

    text: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    by_date: bool = False
    exact: bool = False
    number: int = 1

    @property
    def values(self) -> dict[str, str]:
        """What stands in the address, without what goes without saying."""
        values = {"q": self.text, **dict(self.chosen)}
        values |= {"sort": "date"} if self.by_date else {}
        values |= {"exact": "1"} if self.exact else {}
        return values | ({"page": str(self.number)} if self.number > 1 else {})

    @property
    def url(self) -> str:
        """The address of this page of results."""
        return f"{_results()}?{'&'.join([_pair(*value) for value in self.values.items()])}"

    def page(self, number: int) -> Asked:
        """Another page of the same results."""
        return replace(self, number=number)

    def sorted(self, *, by_date: bool) -> Asked:
        """The same results in another order, from the first page on."""
        return replace(self, by_date=by_date, number=1)

    def narrowed(self, kind: str, slug: str) -> Asked:
        """The results that have this too, in place of what was chosen of its kind."""
        chosen = dict(self.chosen) | {kind: slug}
        return replace(self, chosen=tuple((key, chosen[key]) for key in KINDS if key in chosen), number=1)

    def widened(self, *kinds: str) -> Asked:
        """The results whatever was chosen of these kinds."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] not in kinds), number=1)

    def reworded(self, text: str, *, exact: bool = False) -> Asked:
        """The results for another text, otherwise narrowed and sorted the same."""
        return replace(self, text=text, exact=exact, number=1)


@cache
def _results() -> str:
    """Where results are; a page of them has fifty addresses that begin so."""
    return reverse("search:results")


@lru_cache(maxsize=1024)
def _pair(name: str, value: str) -> str:
    """Most of an address is the same in all of a page's."""
    return urlencode({name: value})


def asked(values: Mapping[str, str], number: int) -> Asked:
    """Read an address's values; the caller has read the number, which may be no number."""
    chosen = ((kind, clean(values.get(kind, ""))[:_MAX_SLUG]) for kind in KINDS)
    return Asked(
        text=clean(values.get("q", "")),
        chosen=tuple((kind, slug) for kind, slug in chosen if slug),
        by_date=values.get("sort") == "date",
        exact=values.get("exact") == "1",
        number=number,
    )
