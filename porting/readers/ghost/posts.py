"""One row of Ghost's ``posts`` as a post or page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourcePost, State

from .bodies import body_html
from .context import BodyContext
from .plain import plain_text
from .rows import BadDateError, Row, denied, flag, moment, text
from .site import Site, language
from .terms import picture_address

STATES = {
    "published": State.PUBLISHED,
    "draft": State.DRAFT,
    "scheduled": State.SCHEDULED,
    "sent": State.PRIVATE,
}
#: Fields with no place here; their content is listed.
KEPT = (
    "custom_template",
    "og_title",
    "og_description",
    "twitter_title",
    "twitter_description",
    "email_subject",
)
CODE = ("codeinjection_head", "codeinjection_foot", "codeinjection_styles")


@dataclass
class Library:
    """What a post's row refers to: authors and tags by post, more columns by post, authors by Ghost's id."""

    authors: dict[str, list[str]] = field(default_factory=dict)
    tags: dict[str, list[str]] = field(default_factory=dict)
    internal_tags: set[str] = field(default_factory=set)
    meta: dict[str, Row] = field(default_factory=dict)
    users: dict[str, str] = field(default_factory=dict)


def read_post(row: Row, site: Site, library: Library) -> SourcePost:
    """The post. What its row says twice (old columns beside ``posts_meta``) is taken from the newer place."""
    number = text(row, "id", "uuid", "slug")
    row = row | {name: value for name, value in library.meta.get(number, {}).items() if name not in {"id"}}
    context = BodyContext(source=number, base=site.base, version=site.version)
    context.anchors.version = site.version
    page = text(row, "type") == "page" or flag(row, "page")
    post = SourcePost(
        source_id=number,
        title=text(row, "title") or text(row, "slug") or "(Untitled)",
        kind="page" if page else "post",
        slug=text(row, "slug").strip("/"),
        featured=flag(row, "featured"),
        summary=plain_text(row.get("custom_excerpt")),
        seo_title=text(row, "meta_title"),
        seo_description=text(row, "meta_description"),
        canonical_url=context.url(row.get("canonical_url")),
        language=language(text(row, "locale", "language")),
        constructs=context.constructs,
        problems=context.problems,
    )
    post.html = body_html(row, context)
    add_dates(post, row)
    add_state(post, row)
    add_people_and_tags(post, row, library)
    add_pictures(post, row, site)
    add_kept(post, row)
    return post


def add_dates(post: SourcePost, row: Row) -> None:
    """When it was published and last changed; an impossible date is reported and left out."""
    post.date = date(post, row, "published_at")
    post.updated = date(post, row, "updated_at")
    if post.date is None and text(row, "status") == "published":
        post.date = date(post, row, "created_at")


def date(post: SourcePost, row: Row, name: str) -> datetime | None:
    """A date of the row; None, and said so, when it is none."""
    try:
        return moment(row, name)
    except BadDateError as error:
        post.problems.append(
            Problem(
                post.source_id, "date", _("%(name)s is no date: %(error)s") % {"name": name, "error": error}
            )
        )
        return None


def add_state(post: SourcePost, row: Row) -> None:
    """Who may see it. What is not known to be public is not published."""
    status = text(row, "status") or "draft"
    post.state = STATES.get(status, State.DRAFT)
    if status not in STATES:
        _say(post, "state", _("The state “%(status)s” is not known; it became a draft.") % {"status": status})
    if flag(row, "email_only") and post.state in {State.PUBLISHED, State.SCHEDULED}:
        post.state = State.PRIVATE
    if post.state == State.PRIVATE:
        _say(post, "state", _("It went out by mail only and is not published here."))
    visibility = text(row, "visibility") or "public"
    if visibility == "public":
        return
    post.members_only = True
    if visibility != "members":
        post.kept["visibility"] = visibility
    if post.constructs["preview"]:
        _say(
            post,
            "hidden",
            _("Everybody could read its beginning there. Here all of it is for those who log in."),
        )
    if post.state == State.PUBLISHED:
        post.state = State.MEMBERS


def add_people_and_tags(post: SourcePost, row: Row, library: Library) -> None:
    """Authors and tags in their order. Tags that began with ``#`` were never shown and are only listed."""
    single = library.users.get(text(row, "author_id", "author"))
    post.authors = library.authors.get(post.source_id) or ([single] if single else [])
    tags = library.tags.get(post.source_id, [])
    post.tags = [tag for tag in tags if tag not in library.internal_tags]
    internal = [tag for tag in tags if tag in library.internal_tags]
    if internal:
        post.kept["internal_tags"] = internal


def add_pictures(post: SourcePost, row: Row, site: Site) -> None:
    """The picture above the post and the one for sharing; a page may keep the first to its previews."""
    cover = text(row, "feature_image", "image")
    if cover:
        alt, caption = plain_text(row.get("feature_image_alt")), plain_text(row.get("feature_image_caption"))
        post.cover = Picture(picture_address(cover, site), alt, caption)
    social = text(row, "og_image", "twitter_image")
    if social:
        post.social_image = Picture(picture_address(social, site))
    if post.kind == "page" and denied(row, "show_title_and_feature_image"):
        post.social_image, post.cover = post.social_image or post.cover, None


def add_kept(post: SourcePost, row: dict[str, Any]) -> None:
    """Fields that have no place here; whoever imports the post names those that are kept."""
    post.kept |= {name: text(row, name) for name in KEPT if text(row, name)}
    for name in CODE:
        if text(row, name):
            _say(
                post,
                "field",
                _("%(name)s was left out; code is never run here: %(value)s")
                % {"name": name, "value": text(row, name)[:200]},
            )


def _say(post: SourcePost, kind: str, detail: str) -> None:
    post.problems.append(Problem(post.source_id, kind, detail))
