"""Stores the demo's posts and pages through Wagtail's own publishing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from blog.models import Author, BlogIndexPage, BlogPage, Category, PostAuthor, PostCategory, Series, Tag
from home.models import HomePage, StandardPage

from . import content
from .blocks import Library, stream
from .markdown import block_html


@dataclass(frozen=True)
class Names:
    """Who and what a post can name."""

    authors: Mapping[str, Author]
    categories: Mapping[str, Category]
    tags: Mapping[str, Tag]
    series: Mapping[str, Series]


def page_shells(home: HomePage) -> dict[str, Page]:
    """An unpublished page for everything, so that links between them can be stored.

    Returns pages by the names that links use: ``post:slug`` and ``page:slug``.
    """
    words = content.read("site")["blog"]
    blog = _shell(home, BlogIndexPage(title=words["title"], slug=words["slug"]))
    shells: dict[str, Page] = {"page:home": home, "page:blog": blog}
    for slug in content.page_slugs():
        shells[f"page:{slug}"] = _shell(home, StandardPage(title=content.page(slug).title, slug=slug))
    for post in content.posts():
        shells[f"post:{post.slug}"] = _shell(blog, BlogPage(title=post.title, slug=post.slug))
    return shells


def _shell(parent: Page, page: Page) -> Page:
    found = parent.get_children().filter(slug=page.slug).first()
    if found is not None:
        return found.specific
    page.live = False
    page.has_unpublished_changes = True
    with transaction.atomic():
        parent.refresh_from_db()
        parent.add_child(instance=page)
    return page


def fill_post(
    post: BlogPage, written: content.PostContent, names: Names, library: Library, now: datetime
) -> None:
    """Write one post and bring it into its state: published, private, unlisted, scheduled or draft."""
    if post.latest_revision_id:
        return
    post.summary = written.summary
    post.date = written.published_at(now)
    post.featured = written.featured
    post.unlisted = bool(written.state.get("unlisted"))
    post.seo_title, post.search_description = written.seo_title, written.search_description
    post.body = json.dumps(stream(written.body, library, written.slug))
    _set_cover(post, library)
    _set_names(post, written, names)
    with transaction.atomic():
        _store_post(post, written, now)


def _set_cover(post: BlogPage, library: Library) -> None:
    pictures = content.read("pictures")
    if post.slug in pictures:
        post.cover_id = library.images[post.slug]
        post.cover_decorative = pictures[post.slug].get("decorative", False)


def _set_names(post: BlogPage, written: content.PostContent, names: Names) -> None:
    post.post_authors = [
        PostAuthor(author=names.authors[slug], sort_order=order) for order, slug in enumerate(written.authors)
    ]
    post.post_categories = [
        PostCategory(category=names.categories[slug], sort_order=order)
        for order, slug in enumerate(written.categories)
    ]
    post.tags.set([names.tags[slug] for slug in written.tags])
    if written.series:
        post.series = names.series[written.series["slug"]]
        post.series_position = written.series["position"]


def _store_post(post: BlogPage, written: content.PostContent, now: datetime) -> None:
    """Save a post and its revision; what restricts it comes first, so that it is never public by mistake."""
    if password := written.state.get("private"):
        kind = PageViewRestriction.PASSWORD
        PageViewRestriction.objects.get_or_create(page=post, restriction_type=kind, password=password)
    if written.state.get("scheduled"):
        post.go_live_at = post.date
    post.save()
    revision = post.save_revision()
    if written.state.get("draft"):
        return
    revision.publish()
    if not written.state.get("scheduled"):
        _backdate(post, written, now)


def _backdate(post: BlogPage, written: content.PostContent, now: datetime) -> None:
    """Let Wagtail's own dates agree with the post's: the demo looks like years of work, not one minute's."""
    updated = written.updated_at(now)
    BlogPage.objects.filter(pk=post.pk).update(
        first_published_at=post.date, last_published_at=updated or post.date, updated=updated
    )


def fill_page(page: StandardPage | HomePage, library: Library, slug: str) -> None:
    """Write and publish the front page or a plain page."""
    written = content.page(slug)
    page.title, page.summary, page.seo_title = written.title, written.summary, written.seo_title
    page.draft_title = written.title
    page.body = json.dumps(stream(written.body, library, slug))
    with transaction.atomic():
        page.save()
        page.save_revision().publish()


def fill_blog(blog: BlogIndexPage, library: Library) -> None:
    """Write and publish the blog's own page."""
    words = content.read("site")["blog"]
    blog.seo_title, blog.search_description = words["seo_title"], words["search_description"]
    blog.posts_per_page = words["posts_per_page"]
    blog.introduction = block_html(words["introduction"], library.page)
    with transaction.atomic():
        blog.save()
        blog.save_revision().publish()
