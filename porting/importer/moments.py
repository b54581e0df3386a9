"""Dates no site can keep: other systems write the first day there is for “none” and the last for “never”."""

from __future__ import annotations

from datetime import datetime

from core.moments import FIRST_MOMENT, LAST_MOMENT
from porting.document import SourceBlog


def tidy(blog: SourceBlog) -> None:
    """Take out moments before the first there is in every time zone, and move those after the last to it."""
    for post in blog.posts:
        post.date, post.updated = _kept(post.date), _kept(post.updated)
        # What was to appear at the end of time stays hidden until then.
        post.go_live, post.expires = _kept(post.go_live), _kept(post.expires)
        for comment in post.comments:
            comment.date = _kept(comment.date)


def _kept(moment: datetime | None) -> datetime | None:
    if moment is None or moment < FIRST_MOMENT:
        return None
    return min(moment, LAST_MOMENT)
