"""What our own export of a blog to WordPress wrote beside WordPress's fields."""

from __future__ import annotations

import json
from datetime import datetime

from porting.document import SourcePost, State
from porting.readers.wordpress.records import RawItem

_CLOSED = {State.PRIVATE, State.PUBLISHED}


def take_own_fields(item: RawItem, post: SourcePost) -> None:
    """Give a post back what WordPress has no field for. Nothing in it can make a post more public."""
    try:
        own = json.loads(item.meta.get("_colophon") or "{}")
    except ValueError:
        return
    if not isinstance(own, dict):
        return
    post.members_only |= own.get("members") is True
    if own.get("members") is True and post.state in _CLOSED:
        post.state = State.MEMBERS
    post.unlisted |= own.get("unlisted") is True
    post.language = str(own.get("language") or post.language)
    post.expires = _moment(own.get("expires"))
    aliases = own.get("aliases")
    post.aliases += [str(alias) for alias in aliases] if isinstance(aliases, list) else []
    if post.cover and isinstance(own.get("cover_alt"), str):
        post.cover.alt = own["cover_alt"]


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else None
