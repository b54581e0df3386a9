"""Overviews: categories as they are nested, tags A to Z, authors, series, the archive. Knows no model."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from blog import addresses, listing_store


@dataclass(frozen=True)
class Entry:
    """One line of an overview: what it names, how many public posts it has, where they are listed.

    ``children`` are the categories below a category.
    """

    subject: Any
    count: int
    url: str
    children: list["Entry"] = field(default_factory=list)


@dataclass(frozen=True)
class Year:
    """A year of the archive with its months, newest first."""

    year: int
    count: int
    url: str
    months: list[Entry]


def section_context(blog: Any, kind: str, blog_url: str) -> dict[str, Any]:
    """What the page of all categories, tags, authors or series shows; only those with public posts are in it."""
    counts = listing_store.sizes(kind, blog.pk)
    entries = [
        Entry(subject, counts[subject.pk], addresses.subject_path(blog_url, kind, subject.slug))
        for subject in blog.subjects(kind, counts)
    ]
    return {
        "entries": entries,
        "groups": by_letter(entries) if kind == "tag" else [],
        "tree": nested(entries) if kind == "category" else [],
    }


def nested(entries: list[Entry]) -> list[Entry]:
    """The categories at the top, each with those below it."""
    by_id = {entry.subject.pk: entry for entry in entries}
    top = []
    for entry in entries:
        above = by_id.get(entry.subject.parent_id)
        (top if above is None else above.children).append(entry)
    return top


def by_letter(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """Group entries under the first letter of their names; what starts with no letter goes under #."""
    ordered = sorted(entries, key=lambda entry: (_letter(entry) == "#", entry.subject.name.casefold()))
    return [(letter, list(group)) for letter, group in groupby(ordered, key=_letter)]


def _letter(entry: Entry) -> str:
    first = entry.subject.name.strip()[:1].upper()
    return first if first.isalpha() else "#"


def archive_context(blog: Any, blog_url: str) -> dict[str, Any]:
    """Years and months that have public posts, newest first."""
    months = sorted(listing_store.sizes("month", blog.pk).items(), reverse=True)
    years = []
    for year, group in groupby(months, key=lambda item: item[0] // 100):
        entries = [
            Entry(date(year, key % 100, 1), count, addresses.period_path(blog_url, year, key % 100))
            for key, count in group
        ]
        total = sum(entry.count for entry in entries)
        years.append(Year(year, total, addresses.period_path(blog_url, year), entries))
    return {"years": years}
