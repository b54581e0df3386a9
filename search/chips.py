"""The conditions a page of results was made under, each with the way to be rid of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.asked import Asked
from search.conditions import Conditions
from search.query import Filter, parse


@dataclass(frozen=True)
class Chip:
    """What is narrowed to; ``without`` is asked for when it is taken away."""

    label: str
    value: str
    without: Asked


def chips(asked: Asked, narrowed: Conditions) -> list[Chip]:
    """Conditions written in the query, then those chosen in the address."""
    return [*_written(asked, narrowed), *_chosen(asked, narrowed)]


def freed(asked: Asked) -> Asked:
    """The same words without any condition."""
    query = parse(asked.text)
    for condition in query.filters:
        query = query.without(condition)
    return asked.widened(*dict(asked.chosen)).reworded(query.text)


def _written(asked: Asked, narrowed: Conditions) -> Iterator[Chip]:
    query = parse(asked.text)
    for condition, subject in narrowed.written:
        without = asked.reworded(query.without(condition).text, exact=asked.exact)
        yield Chip(_label(condition), subject.name if subject else condition.value, without)


def _chosen(asked: Asked, narrowed: Conditions) -> Iterator[Chip]:
    for subject in narrowed.chosen:
        yield Chip(labels()[subject.kind], subject.name, asked.widened(subject.kind))


def _label(condition: Filter) -> str:
    return labels()[condition.key]


def labels() -> dict[str, str]:
    """What conditions are called."""
    return {
        "tag": _("Tag"),
        "category": _("Category"),
        "author": _("Author"),
        "series": _("Series"),
        "year": _("Year"),
        "before": _("Before"),
        "after": _("Since"),
    }
