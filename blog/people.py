"""An author as structured data. Knows no model."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from blog import addresses, structured_data
from core.article.plain_text import rich_text_words
from core.seo.builder import profile_urls
from core.seo.images import preset_image
from core.seo.urls import absolute_url


def author_person(
    author: Any, blog_url: str, request: HttpRequest, *, with_bio: bool = False
) -> dict[str, Any]:
    """The author with profession, profiles and portrait; ``blog_url`` is the rooted path of the blog."""
    return structured_data.person(
        name=author.name,
        url=absolute_url(request, addresses.subject_path(blog_url, "author", author.slug)),
        job_title=author.job_title,
        description=rich_text_words(author.bio) if with_bio else "",
        same_as=profile_urls(author.links),
        # In the size the page shows beside the name anyway.
        image=preset_image(author.portrait, request, "avatar", author.name),
    )


def adopt_portrait(author: Any, posts: Iterable[Any]) -> None:
    """Give an author the portrait that came, with its sizes, with one of the author's posts."""
    for post in posts:
        for twin in post.authors:
            if twin.pk == author.pk:
                author.portrait = twin.portrait
                return
