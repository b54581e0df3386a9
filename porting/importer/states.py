"""Who may see an imported page. Whatever is not plainly public stays hidden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import PageViewRestriction

from porting.document import SourcePost, State

_HIDDEN = {
    State.DRAFT: "A draft there, a draft here.",
    State.PENDING: "It was waiting for review. It is a draft here.",
    State.TRASH: "It was in the bin.",
    State.PRIVATE: "It was private. It is a draft here, so that nobody sees it.",
}


@dataclass(frozen=True)
class PageState:
    """What the page gets: shown or not, when, and behind what. ``note`` is a sentence for the report."""

    live: bool = False
    go_live_at: datetime | None = None
    expire_at: datetime | None = None
    expired: bool = False
    restriction: str = ""
    password: str = ""
    note: str = ""

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it now."""
        return self.live and not self.restriction


def page_state(post: SourcePost, now: datetime) -> PageState:
    """The state of the page a post becomes."""
    if post.state in _HIDDEN:
        return PageState(note=_HIDDEN[post.state])
    restriction, note = _restriction(post)
    scheduled = post.state == State.SCHEDULED or (post.date is not None and post.date > now)
    if scheduled and (post.date is None or post.date <= now):
        return PageState(
            restriction=restriction,
            password=post.password if restriction == PageViewRestriction.PASSWORD else "",
            note="It was scheduled, and its time has passed since. It is a draft here: publish it when you like.",
        )
    if scheduled:
        note = f"It will appear on {post.date:%Y-%m-%d at %H:%M %Z}. {note}".strip()
    expired = post.expires is not None and post.expires <= now
    if expired:
        note = f"Its time was over on {post.expires:%Y-%m-%d}. It is not shown. {note}".strip()
    return PageState(
        live=not scheduled and not expired,
        go_live_at=post.date if scheduled else None,
        expire_at=post.expires,
        expired=expired,
        restriction=restriction,
        password=post.password if restriction == PageViewRestriction.PASSWORD else "",
        note=note,
    )


def _restriction(post: SourcePost) -> tuple[str, str]:
    if post.state == State.PASSWORD or post.password:
        if post.password:
            return PageViewRestriction.PASSWORD, "It asks for the same password as before."
        return PageViewRestriction.LOGIN, "Its password is not known: only those who log in can read it."
    if post.state == State.MEMBERS:
        return PageViewRestriction.LOGIN, "It was for members. Here only those who log in can read it."
    return "", ""
