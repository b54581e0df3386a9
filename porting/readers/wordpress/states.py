"""Who may see a post."""

from __future__ import annotations

from datetime import datetime

from porting.document import State
from porting.readers.wordpress.records import RawItem

_STATES = {
    "publish": State.PUBLISHED,
    "future": State.SCHEDULED,
    "draft": State.DRAFT,
    "auto-draft": State.DRAFT,
    "inherit": State.DRAFT,
    "pending": State.PENDING,
    "private": State.PRIVATE,
    "trash": State.TRASH,
    "dp-rewrite-republish": State.DRAFT,  # a copy to work on, while the page itself stays as it is (Duplicate Post)
}


def state_of(item: RawItem, date: datetime | None, now: datetime) -> tuple[State, bool]:
    """Return the state, and whether the export's word for it is known. What is not known is never made public."""
    state = _STATES.get(item["status"])
    if state is None:
        return State.DRAFT, False
    if state is State.PUBLISHED and date and date > now:
        state = State.SCHEDULED
    if state is State.PUBLISHED and item["post_password"]:
        state = State.PASSWORD
    return state, True
