"""An author as structured data. Knows no model."""

from typing import Any

from django.http import HttpRequest

from blog import addresses, structured_data
from core.article.plain_text import rich_text_words
from core.media.presets import specs
from core.seo.builder import profile_urls
from core.seo.images import meta_image
from core.seo.metadata import MetaImage
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
        image=_portrait(author, request),
    )


def _portrait(author: Any, request: HttpRequest) -> MetaImage | None:
    """The picture beside the author's name, in the size the page shows anyway."""
    if author.portrait is None:
        return None
    return meta_image(author.portrait, request, author.name, specs(author.portrait, "avatar").fallback)
