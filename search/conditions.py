"""What a query and its address narrow the search to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from search.asked import Asked
from search.engines.base import Limits
from search.query import NAMED, Filter, Query
from search.subjects import Subject, subjects_named


@dataclass(frozen=True)
class Conditions:
    """``limits`` as an engine wants them; ``written`` and ``chosen``: what they are in the query and the address.

    ``problems`` are sentences about what could not be understood and is not asked for, ``unknown`` the names
    among it.
    """

    limits: Limits
    written: tuple[tuple[Filter, Subject | None], ...] = ()
    chosen: tuple[Subject, ...] = ()
    problems: tuple[str, ...] = ()
    unknown: tuple[Filter, ...] = ()

    def limits_without(self, kind: str) -> Limits:
        """The limits, but for what was chosen of one kind in the address."""
        chosen = {(each.kind, each.key) for each in self.chosen if each.kind == kind}
        written = {(each.kind, each.key) for _filter, each in self.written if each}
        facets = tuple(pair for pair in self.limits.facets if pair not in chosen or pair in written)
        return replace(self.limits, facets=facets)


def conditions(query: Query, asked: Asked, access: tuple[str, ...], root_path: str) -> Conditions:
    """Read them, in one query if something is named. What nobody may see is as unknown as what does not exist."""
    named = [(each.key, each.value) for each in query.filters if each.key in NAMED]
    known = subjects_named([*named, *asked.chosen], access, root_path)
    written: list[tuple[Filter, Subject | None]] = []
    missing: list[Filter] = []
    for each in query.filters:
        subject = Subject.of_year(each.number) if each.number else known.get((each.key, each.value))
        if subject is None and each.key in NAMED:
            missing.append(each)
        else:
            written.append((each, subject))
    chosen, gone = _chosen(asked, known)
    subjects = dict.fromkeys([*(subject for _filter, subject in written if subject), *chosen])
    limits = Limits(
        access=access,
        root_path=root_path,
        facets=tuple((subject.kind, subject.key) for subject in subjects),
        after=_moment(max(_days("after", query), default=None)),
        before=_moment(min(_days("before", query), default=None)),
    )
    problems = tuple(map(_told, [*query.problems, *missing, *gone]))
    return Conditions(limits, tuple(written), chosen, problems, tuple(missing))


def _chosen(asked: Asked, known: dict) -> tuple[tuple[Subject, ...], list[Filter]]:
    found, unknown = [], []
    for kind, slug in asked.chosen:
        condition = Filter(kind, slug)
        subject = Subject.of_year(condition.number) if condition.number else known.get((kind, slug))
        if subject:
            found.append(subject)
        else:
            unknown.append(condition)
    return tuple(found), unknown


def _days(key: str, query: Query) -> Iterable[date]:
    return (each.day for each in query.filters if each.key == key and each.day)


def _moment(day: date | None) -> datetime | None:
    """When a day begins where the site is."""
    return (
        timezone.make_aware(datetime.combine(day, time()), timezone.get_default_timezone()) if day else None
    )


def _told(condition: Filter) -> str:
    sentences = {
        "tag": _("There is no tag “%(value)s”, so it was left out."),
        "category": _("There is no category “%(value)s”, so it was left out."),
        "author": _("There is no author “%(value)s”, so it was left out."),
        "series": _("There is no series “%(value)s”, so it was left out."),
        "year": _("“%(value)s” is no year, so it was left out. A year looks like 2026."),
    }
    dated = _("“%(value)s” is no date, so it was left out. Dates look like 2026, 2026-11 or 2026-11-22.")
    return sentences.get(condition.key, dated) % {"value": condition.value}
