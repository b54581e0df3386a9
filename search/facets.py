"""What results can be narrowed to: for each kind its most frequent values, with how many results have them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.db import connection

from search.asked import KINDS, Asked
from search.chips import labels
from search.models import Facet
from search.statements import NONE, listed, rows, table
from search.subjects import Subject, subjects

#: Values shown of a kind.
MOST = 8


@dataclass(frozen=True)
class FacetValue:
    """One value: how many results have it, and the results narrowed to it (or, if ``current``, freed from it)."""

    name: str
    count: int
    asked: Asked
    current: bool = False


@dataclass(frozen=True)
class FacetGroup:
    """The values of one kind; ``label`` is its name for readers."""

    kind: str
    label: str
    values: list[FacetValue] = field(default_factory=list)


def facet_counts(page_ids: Iterable[int], kinds: Iterable[str] = KINDS) -> dict[str, Counter[int]]:
    """How many of these pages have each value, by kind and key; one query."""
    ids = listed(page_ids)
    # Joined by the database and counted here: it would sort all of them to count.
    keys = "group_concat(key)" if connection.vendor == "sqlite" else "string_agg(CAST(key AS text), ',')"
    statement = f"SELECT kind, {keys} FROM {table(Facet)} WHERE document_id IN ({ids}) GROUP BY kind"  # noqa: S608 - numbers
    joined = dict(rows(statement)) if ids != NONE else {}
    return {kind: _counted(joined.get(kind, "")) for kind in kinds}


def _counted(keys: str) -> Counter[int]:
    return Counter({int(key): count for key, count in Counter(keys.split(",")).items()} if keys else {})


def facet_groups(
    page_ids: list[int], asked: Asked, chosen: Iterable[Subject], ranked_without: Callable[[str], list[int]]
) -> list[FacetGroup]:
    """The facets of these results, but for kinds that leave nothing to choose.

    Of a kind something was chosen of, the values are those of the results without that choice, which
    ``ranked_without`` finds, so that one can go over to another. One query for the counts, one for each chosen
    kind, and one for all names.
    """
    current = {subject.kind: subject for subject in chosen}
    counts = facet_counts(page_ids)
    for kind in current:
        counts |= facet_counts(ranked_without(kind), [kind])
    shown = {kind: _most(counts[kind], current.get(kind)) for kind in KINDS}
    names = subjects({kind: [key for key, _count in most] for kind, most in shown.items()})
    names |= {("year", year): Subject.of_year(year) for year, _count in shown["year"]}
    called = labels()
    groups = (
        FacetGroup(kind, called[kind], _values(kind, most, names, current, asked))
        for kind, most in shown.items()
    )
    return [group for group in groups if _is_choice(group, len(page_ids))]


def _most(counts: Counter[int], current: Subject | None) -> list[tuple[int, int]]:
    """The most frequent keys with their counts; the chosen one is among them."""
    most = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if current and current.key not in dict(most[:MOST]):
        most = [*most[: MOST - 1], (current.key, counts[current.key])]
    return most[:MOST]


def _values(
    kind: str,
    most: list[tuple[int, int]],
    names: Mapping[tuple[str, int], Subject],
    current: Mapping[str, Subject],
    asked: Asked,
) -> list[FacetValue]:
    values = []
    found = [(names[kind, key], count) for key, count in most if (kind, key) in names]
    if kind == "year":
        found.sort(key=lambda row: -row[0].key)
    for subject, count in found:
        is_current = kind in current and current[kind].key == subject.key
        to = asked.widened(kind) if is_current else asked.narrowed(kind, subject.slug)
        values.append(FacetValue(subject.name, count, to, is_current))
    return values


def _is_choice(group: FacetGroup, total: int) -> bool:
    """Whether a link would change anything: a value that not all results have, or one to take back."""
    return any(value.current or value.count < total for value in group.values)
