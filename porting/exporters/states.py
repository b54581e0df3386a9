"""Who may see a page, in the words of ``porting.document.State``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, WorkflowState

from porting.document import State


@dataclass(frozen=True)
class Asked:
    """What readers are asked for before they see a page: ``kind`` is password, login or groups."""

    kind: str
    password: str = ""
    groups: tuple[str, ...] = ()
    inherited: bool = False

    def as_kept(self) -> dict[str, Any]:
        """The same as plain values, for what is kept beside a post."""
        values = {"kind": self.kind, "password": self.password, "groups": list(self.groups)}
        return {name: value for name, value in values.items() if value} | (
            {"inherited": True} if self.inherited else {}
        )


class Restrictions:
    """Every view restriction of the database, found by the path of the page it is on. One query, two with groups."""

    def __init__(self) -> None:
        aliases = Prefetch("page__aliases", Page.objects.only("path", "alias_of_id"))
        rows = PageViewRestriction.objects.select_related("page").prefetch_related("groups", aliases)
        self._by_path: dict[str, list[PageViewRestriction]] = {}
        for row in rows:
            for page in (row.page, *row.page.aliases.all()):
                self._by_path.setdefault(page.path, []).append(row)

    def on(self, page: Page) -> list[Asked]:
        """Those that hold for a page, its own and those of pages above it, from the top down."""
        ends = range(page.steplen, len(page.path) + 1, page.steplen)
        found = []
        for end in ends:
            for row in self._by_path.get(page.path[:end], ()):
                groups = tuple(sorted(group.name for group in row.groups.all()))
                found.append(Asked(row.restriction_type, row.password, groups, end < len(page.path)))
        return found


def state_of(page: Page, asked: list[Asked], *, scheduled: bool, pending: bool) -> State:
    """A page's state. Whatever is not shown to everybody is never PUBLISHED, so no exporter can mistake it."""
    if not page.live:
        if scheduled:
            return State.SCHEDULED
        return State.PENDING if pending and not page.expired else State.DRAFT
    if page.expire_at and page.expire_at <= timezone.now():
        return State.DRAFT
    if not asked:
        return State.PUBLISHED
    only_passwords = all(one.kind == PageViewRestriction.PASSWORD for one in asked)
    return State.PASSWORD if only_passwords else State.MEMBERS


def in_moderation(page_ids: Iterable[int]) -> set[int]:
    """Those of the pages that somebody has handed in for a look before they are published."""
    rows = WorkflowState.objects.filter(
        object_id__in=[str(key) for key in page_ids],
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES),
    )
    return {int(key) for key in rows.values_list("object_id", flat=True)}
