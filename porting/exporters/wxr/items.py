"""Posts, pages and files as items of the export."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from porting.document import CommentState, Picture, SourceComment, SourceMedia, SourcePost, SourceTerm, State
from porting.exporters.wxr.body import Content
from porting.exporters.wxr.markup import clean, group, tag
from porting.exporters.wxr.places import UPLOADS, Places

NEVER = "0000-00-00 00:00:00"
#: What only members see is private in WordPress, which knows no members: nothing becomes public on the way.
STATUS = {
    State.PUBLISHED: "publish", State.PASSWORD: "publish", State.SCHEDULED: "future", State.DRAFT: "draft",
    State.PENDING: "pending", State.PRIVATE: "private", State.MEMBERS: "private", State.TRASH: "trash",
}  # fmt: skip
#: In place of these: lists have no gaps in WordPress, and what is planned there is for everybody.
KEPT_BACK = {State.PUBLISHED: "private", State.PASSWORD: "private", State.SCHEDULED: "draft"}
APPROVED = {CommentState.APPROVED: "1", CommentState.SPAM: "spam", CommentState.TRASH: "trash"}


def post_item(post: SourcePost, places: Places) -> str:
    """One post or page."""
    content = Content(places.in_html(post.html))
    link = post.addresses[0] if post.addresses else f"{places.blog.root}/?p={post.source_id}"
    date = post.kept.get("go_live") if post.state is State.SCHEDULED else None
    return group(
        "item",
        *_head(post.title, link, date or post.date, post.authors[0] if post.authors else ""),
        tag("guid", f"{places.blog.root}/?p={post.source_id}", plain=True, isPermaLink="false"),
        tag("content:encoded", content.text),
        tag("excerpt:encoded", escape(post.summary, quote=False)),
        *_facts(post, date or post.date),
        *_filed(post, places),
        *(meta(key, value) for key, value in _fields(post, content, places).items() if value),
        *(_comment(comment) for comment in post.comments),
    )


def status_of(post: SourcePost) -> str:
    """WordPress's status: what it would show to more people than we do, it keeps to its editors."""
    if post.unlisted or (post.members_only and post.state is State.SCHEDULED):
        return KEPT_BACK.get(post.state, STATUS[post.state])
    return STATUS[post.state]


def media_item(media: SourceMedia, places: Places) -> str:
    """One file."""
    number, url = places.number(media.url), places.of(media.url)
    name = places.file(media.url).removeprefix(f"{UPLOADS}/")
    return group(
        "item",
        *_head(media.title, f"{places.blog.root}/?attachment_id={number}", None, ""),
        tag("guid", url, plain=True, isPermaLink="false"),
        tag("content:encoded", ""),
        tag("excerpt:encoded", escape(media.caption, quote=False)),
        tag("wp:post_id", number, plain=True),
        tag("wp:post_date", NEVER),
        tag("wp:post_date_gmt", NEVER),
        tag("wp:post_name", f"file-{number}"),
        tag("wp:status", "inherit"),
        tag("wp:post_parent", 0, plain=True),
        tag("wp:menu_order", 0, plain=True),
        tag("wp:post_type", "attachment"),
        tag("wp:attachment_url", url),
        meta("_wp_attached_file", name),
        meta("_wp_attachment_image_alt", media.alt) if media.alt else "",
    )


def term_item(term: SourceTerm, kind: str, number: int) -> str:
    """A category, tag or series."""
    slug = term.slug or term.key
    if kind == "category":
        names = ("category_nicename", "cat_name", "category_description")
        parent = tag("wp:category_parent", term.parent)
    elif kind == "tag":
        names, parent = ("tag_slug", "tag_name", "tag_description"), ""
    else:
        names, parent = ("term_slug", "term_name", "term_description"), tag("wp:term_taxonomy", "series")
    return group(
        f"wp:{kind}",
        tag("wp:term_id", number, plain=True),
        parent,
        tag(f"wp:{names[0]}", slug),
        tag(f"wp:{names[1]}", escape(term.name, quote=False)),
        tag(f"wp:{names[2]}", term.description) if term.description else "",
    )


def meta(key: str, value: str) -> str:
    """A custom field."""
    return group("wp:postmeta", tag("wp:meta_key", key), tag("wp:meta_value", value))


def stamp(moment: datetime | None) -> str:
    """A moment in GMT as WordPress writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S") if moment else NEVER


def _head(title: str, link: str, date: datetime | None, author: str) -> list[str]:
    published = format_datetime(date.astimezone(UTC)) if date else ""
    return [
        tag("title", escape(title, quote=False)),  # WordPress keeps names as HTML
        tag("link", link, plain=True),
        tag("pubDate", published, plain=True),
        tag("dc:creator", author),
    ]


def _facts(post: SourcePost, date: datetime | None) -> list[str]:
    return [
        tag("wp:post_id", post.source_id, plain=True),
        tag("wp:post_date", stamp(date)),
        tag("wp:post_date_gmt", stamp(date)),
        tag("wp:post_modified", stamp(post.updated)),
        tag("wp:post_modified_gmt", stamp(post.updated)),
        tag("wp:comment_status", "open" if post.comments_open else "closed"),
        tag("wp:ping_status", "closed"),
        tag("wp:post_name", post.slug),
        tag("wp:status", status_of(post)),
        tag("wp:post_parent", post.parent or 0, plain=True),
        tag("wp:menu_order", post.menu_order, plain=True),
        tag("wp:post_type", post.kind),
        tag("wp:post_password", post.password),
        tag("wp:is_sticky", int(post.featured), plain=True),
    ]


def _filed(post: SourcePost, places: Places) -> list[str]:
    """Categories, tags and series, and all authors when there are several (as Co-Authors Plus has them)."""
    blog = places.blog
    found = [
        ("category", key, blog.categories[key].name) for key in post.categories if key in blog.categories
    ]
    found += [("post_tag", key, blog.tags[key].name) for key in post.tags if key in blog.tags]
    if post.series in blog.series:
        found.append(("series", post.series, blog.series[post.series].name))
    if len(post.authors) > 1:
        found += [("author", f"cap-{key}", key) for key in post.authors]
    return [
        tag("category", escape(name, quote=False), domain=kind, nicename=key) for kind, key, name in found
    ]


def _fields(post: SourcePost, content: Content, places: Places) -> dict[str, str]:
    # A cover that is still elsewhere is no attachment; WordPress knows no other.
    cover = post.cover if post.cover and post.cover.url in places.blog.media else None
    return {
        "_thumbnail_id": str(places.number(cover.url)) if cover else "",
        "_yoast_wpseo_title": post.seo_title,
        "_yoast_wpseo_metadesc": post.seo_description,
        "_yoast_wpseo_canonical": post.canonical_url,
        "_yoast_wpseo_opengraph-image": places.of(post.social_image.url) if post.social_image else "",
        "_series_part": str(post.series_position or ""),
        "footnotes": json.dumps(content.footnotes, ensure_ascii=False) if content.footnotes else "",
        "_colophon": _own(post, places),
    }


def _own(post: SourcePost, places: Places) -> str:
    """What WordPress has no field for, so that our own reader finds it again."""
    found: dict[str, Any] = {
        "members": post.members_only,
        "unlisted": post.unlisted,
        "language": post.language,
        "expires": post.expires.isoformat() if post.expires else "",
        "aliases": post.aliases,
        "cover_alt": _own_alt(post.cover, places),
    }
    kept = {name: value for name, value in found.items() if value or value == "" and name == "cover_alt"}
    media = places.blog.media.get(post.cover.url) if post.cover else None
    if post.cover is None or media is None or post.cover.alt == media.alt:
        kept.pop("cover_alt", None)
    return clean(json.dumps(kept, ensure_ascii=False)) if kept else ""


def _own_alt(cover: Picture | None, places: Places) -> str:
    return cover.alt if cover and cover.url in places.blog.media else ""


def _comment(comment: SourceComment) -> str:
    return group(
        "wp:comment",
        tag("wp:comment_id", comment.source_id, plain=True),
        tag("wp:comment_author", escape(comment.author_name, quote=False)),
        tag("wp:comment_author_url", comment.author_url),
        tag("wp:comment_date", stamp(comment.date)),
        tag("wp:comment_date_gmt", stamp(comment.date)),
        tag("wp:comment_content", comment.html),
        tag("wp:comment_approved", APPROVED.get(comment.state, "0")),
        tag("wp:comment_type", comment.kind),
        tag("wp:comment_parent", comment.parent_id or 0, plain=True),
    )
