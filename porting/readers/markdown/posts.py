"""From one file's fields to a post: dates, people, terms, texts and pictures."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Picture, SourcePost, State
from porting.readers.markdown import fields
from porting.readers.markdown.covers import describe_by_text
from porting.readers.markdown.dates import read_date
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.keywords import Keywords
from porting.readers.markdown.links import Links
from porting.readers.markdown.people import People
from porting.readers.markdown.terms import Terms
from porting.readers.markdown.text.texts import plain

USED = {
    "title",
    "slug",
    "date",
    "draft",
    "published",
    "tags",
    "categories",
    "category",
    "authors",
    "author",
    "aliases",
}
USED |= {
    "redirect_from",
    "unlisted",
    "hidden",
    "featured",
    "pinned",
    "sticky",
    "series",
    "canonical_url",
    "canonicalurl",
}
USED |= {
    "lang",
    "language",
    "locale",
    "status",
    "url",
    "permalink",
    "path",
    "publishdate",
    "expirydate",
    "comments",
    "weight",
}
USED |= {
    "tag",
    "layout",
    "password",
    *fields.UPDATED,
    *fields.SUMMARY,
    *fields.PUBLISHED,
    *fields.STATES,
    *fields.ALIASES,
}


PICTURES = {"image", "cover", "featuredimage", "featured_image"}


class PostBuilder:
    """Builds posts. Systems say where tags, categories and pictures stand in their fields."""

    format = "markdown"
    tag_separators = r"\s*,\s*"
    author_separators = ""
    zone: Any
    people: People
    tags: Terms
    categories: Terms
    series: Terms
    links: Links
    default_authors: Any = None
    keywords: Keywords

    def html(self, entry: Entry) -> str:
        """The body in the dialect."""
        raise NotImplementedError

    def post(self, entry: Entry) -> SourcePost:
        """A finished post."""
        data, notes = entry.data, entry.notes
        post = SourcePost(entry.path, entry.title, kind=entry.kind, slug=entry.slug, source_path=entry.path)
        post.media_base = entry.folder
        post.date, post.language = entry.date, entry.language
        post.go_live = read_date(fields.first(data, "publishdate", "publish_date"), self.zone)
        post.state = fields.state(data, post.go_live or entry.date, draft=entry.draft)
        post.password = fields.text(data.get("password"))
        post.unlisted = fields.is_unlisted(data)
        post.featured = any(
            fields.truth(fields.first(data, name)) for name in ("featured", "pinned", "sticky", "pin")
        )
        post.updated = self.updated(entry)
        post.expires = read_date(fields.first(data, "expirydate", "expires", "unpublishdate"), self.zone)
        post.addresses = [address for address in entry.addresses if address]
        post.aliases = [address for address in fields.unique(entry.aliases) if address not in post.addresses]
        self._people_and_terms(post, entry)
        self._texts(post, entry)
        post.html = self.html(entry)
        describe_by_text(post.cover, post.html)
        placed = fields.shown_pictures(data) | ({"teaser"} if fields.teaser(data) else set())
        placed |= set(fields.COVER_WORDS) if post.cover else set()
        own = fields.first(data, "tags", "tag") is not None
        left = self.keywords.take(entry.path, self.unplaced(entry), self.tags_of(entry), own=own)
        post.kept = entry.kept | {name: one for name, one in left.items() if name.lower() not in placed}
        post.constructs, post.problems = notes.constructs, notes.problems
        if post.state is not State.PUBLISHED:
            notes.report(
                "hidden", _("The post was %(state)s and is not shown.") % {"state": post.state.value}
            )
        return post

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        """Fields that have no place here; the report names them."""
        return {
            key: value
            for key, value in entry.data.items()
            if str(key).lower() not in USED
            and value not in (None, "")
            and not _is_unsaid(str(key).lower(), value)
        }

    def updated(self, entry: Entry) -> datetime | None:
        """When the post was changed last."""
        nested = entry.data.get("last_update")
        value = nested.get("date") if isinstance(nested, dict) else fields.first(entry.data, *fields.UPDATED)
        return read_date(value, self.zone)

    def _people_and_terms(self, post: SourcePost, entry: Entry) -> None:
        data = entry.data
        said = fields.first(data, "authors", "author", "by", "byline") or self.default_authors
        post.authors = self.people.keys(said, self.author_separators)
        post.tags = self.tags.keys(self.tags_of(entry), self.tag_separators)
        post.categories = self.categories.keys(self.categories_of(entry), r"\s*,\s*")
        series = fields.as_list(fields.first(data, "series"))
        if series:
            named = fields.first(series[0], "name", "title") if isinstance(series[0], dict) else series[0]
            post.series = self.series.add(named)
            weight = fields.first(data, "series_order", "series_weight", "series_index", "part")
            post.series_position = int(weight) if str(weight or "").isdigit() else None

    def tags_of(self, entry: Entry) -> Any:
        """What the post says about its tags."""
        return (
            fields.first(entry.data, "tags", "tag", "keywords")
            if self.format != "docusaurus"
            else entry.data.get("tags")
        )

    def categories_of(self, entry: Entry) -> Any:
        """What the post says about its categories."""
        return fields.first(entry.data, "categories", "category")

    def _texts(self, post: SourcePost, entry: Entry) -> None:
        data = entry.data
        post.summary = plain(fields.text(fields.first(data, *fields.SUMMARY)) or fields.teaser(data))
        description = fields.text(fields.first(data, "seo_description", "meta_description", "description"))
        post.seo_description = description if description != post.summary else ""
        post.seo_title = fields.text(fields.first(data, "seo_title", "meta_title", "title_meta"))
        canonical = fields.text(fields.first(data, "canonical_url", "canonicalurl", "canonical"))
        post.canonical_url = canonical if canonical.startswith(("http://", "https://")) else ""
        post.comments_open = not fields.said_no(data, "comments", "comment")
        post.cover = self._picture(entry, self.cover(entry))
        post.social_image = self._picture(entry, fields.picture(fields.first(data, *fields.SOCIAL)))

    def cover(self, entry: Entry) -> Picture | None:
        """The picture above the post."""
        return fields.cover(entry.data)

    def _picture(self, entry: Entry, found: Picture | None) -> Picture | None:
        if found:
            found.url = self.links.rewrite(entry.folder, found.url, "src")
        return found


def _is_unsaid(name: str, value: Any) -> bool:
    """Whether a field for the cover names none: ``cover: false``, or starters' ``cover: {relative: true}``."""
    return name in PICTURES and not (isinstance(value, str) or value is True)
