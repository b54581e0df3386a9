"""The table of contents of an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading as it was met while rendering."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True)
class OutlineItem:
    """One line of the table of contents and the lines below it."""

    level: int
    text: str
    anchor: str
    children: list[OutlineItem] = field(default_factory=list)


def nest(headings: Iterable[Heading]) -> tuple[OutlineItem, ...]:
    """Put each heading below the nearest earlier one of a higher rank; skipped levels do no harm."""
    top: list[OutlineItem] = []
    ancestors: list[OutlineItem] = []
    for heading in headings:
        item = OutlineItem(*heading)
        while ancestors and ancestors[-1].level >= item.level:
            ancestors.pop()
        (ancestors[-1].children if ancestors else top).append(item)
        ancestors.append(item)
    return tuple(top)
