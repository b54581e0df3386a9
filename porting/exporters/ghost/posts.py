"""A post as rows of Ghost's tables. Nothing that is not public to everybody is published there."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from porting.document import Problem, SourcePost, State
from porting.exporters.ghost.addresses import GhostAddresses
from porting.exporters.ghost.lexical import lexical

Row = dict[str, Any]
#: How long Ghost lets an excerpt and the fields for search engines be.
EXCERPT, SEO_TITLE, SEO_DESCRIPTION = 300, 300, 500
NOTES = {
    State.PASSWORD: gettext_lazy(
        "It asks for a password here. Ghost has none for a single post, so it is a draft there."
    ),
    State.PRIVATE: gettext_lazy("It is private here and a draft there."),
    State.PENDING: gettext_lazy("It waits for a moderator here and is a draft there."),
}


#: By the column whose text is too long.
CUT = {
    "custom_excerpt": gettext_lazy("The excerpt is longer than Ghost takes and was cut: %(text)s"),
    "meta_title": gettext_lazy(
        "The title for search engines is longer than Ghost takes and was cut: %(text)s"
    ),
    "meta_description": gettext_lazy(
        "The description for search engines is longer than Ghost takes and was cut: %(text)s"
    ),
}


def ghost_id(kind: str, key: str) -> str:
    """An id of 24 hexadecimal digits as Ghost has them, always the same for the same thing."""
    return hashlib.sha256(f"{kind}:{key}".encode()).hexdigest()[:24]


def post_row(post: SourcePost, addresses: GhostAddresses, problems: list[Problem]) -> Row:
    """A row of ``posts``."""
    html = addresses.in_html(post.html)
    status, visibility = status_of(post, problems)
    return {
        "id": ghost_id("post", post.source_id),
        "uuid": uuid_of(post.source_id),
        "title": post.title[:255],
        "slug": addresses.slugs[post.source_id],
        "mobiledoc": None,
        "lexical": json.dumps(lexical(html), ensure_ascii=False),
        "html": html,
        "comment_id": None,
        "feature_image": addresses.of(post.cover.url) if post.cover else None,
        "featured": int(post.featured),
        "type": post.kind,
        "status": status,
        "locale": post.language or None,
        "visibility": visibility,
        "email_recipient_filter": "all",
        "created_at": iso(post.date or post.updated),
        "updated_at": iso(post.updated or post.date),
        "published_at": iso(go_live(post) or post.date),
        "custom_excerpt": shortened(post, "custom_excerpt", post.summary, EXCERPT, problems) or None,
        "canonical_url": post.canonical_url or None,
        "codeinjection_head": None,
        "codeinjection_foot": None,
        "custom_template": None,
    }


def uuid_of(key: str) -> str:
    """An id of the form 8-4-4-4-12, always the same for the same post."""
    digits = hashlib.sha256(f"uuid:{key}".encode()).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:32]}"


def status_of(post: SourcePost, problems: list[Problem]) -> tuple[str, str]:
    """Ghost's status and visibility. What Ghost cannot keep from the public becomes a draft."""
    note = str(NOTES.get(post.state, ""))
    groups = any(one.get("kind") == "groups" for one in restrictions(post))
    if post.state == State.MEMBERS and groups:
        note = _(
            "Only some groups may read it here. Ghost would show it to every member, so it is a draft there."
        )
    elif post.unlisted and post.state in {State.PUBLISHED, State.SCHEDULED}:
        note = _("It is in no list here. Ghost would list it, so it is a draft there.")
    elif post.state == State.SCHEDULED and (restrictions(post) or not go_live(post)):
        note = _("It is planned for readers who sign in, or its date is not known, so it is a draft there.")
    if note:
        problems.append(Problem(post.source_id, "state", note))
        return "draft", "members" if post.members_only else "public"
    if post.state == State.MEMBERS:
        return "published", "members"
    known = {State.PUBLISHED: "published", State.SCHEDULED: "scheduled"}
    return known.get(post.state, "draft"), "members" if post.members_only else "public"


def restrictions(post: SourcePost) -> list[dict[str, Any]]:
    """What readers are asked for."""
    found = post.kept.get("restrictions")
    return found if isinstance(found, list) else []


def go_live(post: SourcePost) -> datetime | None:
    """When a scheduled post is published."""
    found = post.kept.get("go_live")
    return found if isinstance(found, datetime) and post.state == State.SCHEDULED else None


def iso(moment: datetime | None) -> str | None:
    """A date as Ghost writes it, in GMT."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shortened(post: SourcePost, column: str, words: str, limit: int, problems: list[Problem]) -> str:
    """Text no longer than Ghost takes; a cut is reported."""
    if len(words) <= limit:
        return words
    problems.append(Problem(post.source_id, "field", str(CUT[column]) % {"text": words}))
    return words[: limit - 1] + "…"


def meta_row(post: SourcePost, addresses: GhostAddresses, problems: list[Problem]) -> Row | None:
    """A row of ``posts_meta``; None when there is nothing to say in it."""
    row = {
        "meta_title": shortened(post, "meta_title", post.seo_title, SEO_TITLE, problems),
        "meta_description": shortened(
            post, "meta_description", post.seo_description, SEO_DESCRIPTION, problems
        ),
        "og_image": addresses.of(post.social_image.url) if post.social_image else "",
        "feature_image_alt": post.cover.alt[:191] if post.cover else "",
        "feature_image_caption": post.cover.caption if post.cover else "",
    }
    said = {name: value for name, value in row.items() if value}
    number = ghost_id("post", post.source_id)
    return {"id": ghost_id("meta", post.source_id), "post_id": number, **said} if said else None


def report_rest(post: SourcePost, problems: list[Problem]) -> None:
    """Say what of a post Ghost has no place for."""
    if post.series:
        detail = _("Ghost has no series; it is part %(number)s of “%(series)s”.")
        detail %= {"number": post.series_position or "?", "series": post.series}
        problems.append(Problem(post.source_id, "series", detail))
    if post.expires:
        detail = _("It was to expire on %(date)s.") % {"date": f"{post.expires:%Y-%m-%d %H:%M}"}
        problems.append(Problem(post.source_id, "expires", detail))
    if post.kept.get("draft"):
        problems.append(Problem(post.source_id, "draft", _("Changes that are not published were left out.")))
