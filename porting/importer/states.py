"""Who may see an imported page. Whatever is not plainly public stays hidden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import PageViewRestriction

from porting.document import SourcePost, State

_HIDDEN = {
    State.DRAFT: gettext_lazy("A draft there, a draft here."),
    State.PENDING: gettext_lazy("It was waiting for review. It is a draft here."),
    State.TRASH: gettext_lazy("It was in the bin."),
    State.PRIVATE: gettext_lazy("It was private. It is a draft here, so that nobody sees it."),
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


def page_state(post: SourcePost, now: datetime, *, with_reason: bool = True) -> PageState:
    """The state of the page a post becomes. Its note says why nobody sees it, unless that was said already."""
    restriction, note = _restriction(post)
    password = post.password if restriction == PageViewRestriction.PASSWORD else ""
    if post.state in _HIDDEN:
        # Asked for from the start: whoever publishes it must not have to remember.
        return PageState(
            restriction=restriction,
            password=password,
            note=f"{_HIDDEN[post.state] if with_reason else ''} {note}".strip(),
        )
    due = post.go_live or post.date
    scheduled = post.state == State.SCHEDULED or (due is not None and due > now)
    if scheduled and (due is None or due <= now):
        return PageState(
            restriction=restriction,
            password=password,
            note=_(
                "It was scheduled, and its time has passed since. It is a draft here: publish it when you like."
            ),
        )
    if scheduled:
        said = _("It will appear on %(day)s at %(time)s.")
        said %= {"day": f"{due:%Y-%m-%d}", "time": f"{due:%H:%M %Z}"}
        note = f"{said} {note}".strip()
    expired = post.expires is not None and post.expires <= now
    if expired:
        said = _("Its time was over on %(day)s. It is not shown.") % {"day": f"{post.expires:%Y-%m-%d}"}
        note = f"{said} {note}".strip()
    return PageState(
        live=not scheduled and not expired,
        go_live_at=due if scheduled else None,
        expire_at=post.expires,
        expired=expired,
        restriction=restriction,
        password=password,
        note=note,
    )


def _restriction(post: SourcePost) -> tuple[str, str]:
    if post.state == State.PASSWORD or post.password:
        if post.password:
            return PageViewRestriction.PASSWORD, _("It asks for the same password as before.")
        return PageViewRestriction.LOGIN, _("Its password is not known: only those who log in can read it.")
    if post.state == State.MEMBERS or post.members_only:
        return PageViewRestriction.LOGIN, _("It was for members. Here only those who log in can read it.")
    return "", ""
