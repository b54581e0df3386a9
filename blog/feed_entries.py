"""A post as an entry of a feed. Knows no model."""

from datetime import UTC
from typing import Any

from django.http import HttpRequest

from blog import addresses
from core.article.plain_text import excerpt
from core.media.offered import Offered, offered
from core.seo.feed import FeedAuthor, FeedEntry, FeedPicture
from core.seo.images import SOCIAL
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
    """The post's cover, with the size of its file once that is made; None when there is none to show."""
    size = offered(post.cover, [SOCIAL]).get(SOCIAL) if post.cover is not None else None
    if size is None:
        return None
    try:
        length = 0 if isinstance(size, Offered) else size.file.size
    except OSError:
        return None
    return FeedPicture(
        url=absolute_url(request, size.url),
        type="image/jpeg",
        length=length,
        width=size.width,
        height=size.height,
    )
