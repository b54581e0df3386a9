"""A post as an entry of a feed. Knows no model."""

import mimetypes
from datetime import UTC
from typing import Any

from django.http import HttpRequest

from blog import addresses
from core.article.plain_text import excerpt
from core.seo.feed import FeedAuthor, FeedEntry, FeedPicture
from core.seo.images import SOCIAL, rendition_of
from core.seo.portable import portable_html
from core.seo.urls import absolute_url


def build_entry(blog: Any, request: HttpRequest, post: Any, html: str) -> FeedEntry:
    """The entry of a post whose body was rendered as ``html``. No query: everything is loaded already."""
    url = absolute_url(request, post.get_url(request))
    published = post.date.astimezone(UTC).replace(microsecond=0)
    updated = post.updated.astimezone(UTC).replace(microsecond=0) if post.updated else published
    return FeedEntry(
        # Stays when the slug, the blog or the host name changes.
        id=f"urn:uuid:{post.translation_key}",
        url=url,
        title=post.title,
        summary=post.summary or post.search_description or excerpt(post.body),
        html=portable_html(html, url),
        published=published,
        updated=max(updated, published),
        authors=[author_of(blog, request, author) for author in post.authors],
        tags=subject_names(post),
        picture=picture_of(request, post),
    )


def subject_names(post: Any) -> list[str]:
    """The names of the post's categories and tags, each once; feeds know no difference."""
    tags = [tagged.tag for tagged in post.tagged_posts.all()]
    return list(dict.fromkeys(subject.name for subject in [*post.categories, *tags]))


def author_of(blog: Any, request: HttpRequest, author: Any) -> FeedAuthor:
    """A name and where its posts are listed."""
    path = addresses.subject_path(blog.get_url(request), "author", author.slug)
    return FeedAuthor(author.name, absolute_url(request, path))


def picture_of(request: HttpRequest, post: Any) -> FeedPicture | None:
    """The post's cover with the true size of its file; None when there is none to show."""
    rendition = rendition_of(post.cover, SOCIAL)
    if rendition is None:
        return None
    try:
        length = rendition.file.size
    except OSError:
        return None
    return FeedPicture(
        url=absolute_url(request, rendition.url),
        type=mimetypes.guess_type(rendition.file.name)[0] or "image/jpeg",
        length=length,
        width=rendition.width,
        height=rendition.height,
    )
