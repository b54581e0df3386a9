"""A blog's pages as structured data: plain dictionaries by the types of schema.org, named below.

Pure: no model, no query, no request. Everything comes in as values and absolute addresses.
"""

from collections.abc import Iterable
from typing import Any

from core.seo.metadata import MetaImage
from core.seo.schema import image_object, node, reference

Node = dict[str, Any]


def person(
    *,
    name: str,
    url: str,
    job_title: str = "",
    description: str = "",
    same_as: Iterable[str] = (),
    image: MetaImage | None = None,
) -> Node:
    """https://schema.org/Person: an author with a page of their own."""
    return node(
        "Person",
        id_=f"{url}#person",
        name=name,
        url=url,
        jobTitle=job_title,
        description=description,
        sameAs=list(same_as),
        image=image_object(image),
    )


def blog_reference(name: str, url: str) -> Node:
    """https://schema.org/Blog by name, for what is part of it."""
    return reference("Blog", f"{url}#blog", name=name, url=url)


def series_reference(name: str, url: str) -> Node:
    """https://schema.org/CreativeWorkSeries by name, for its parts."""
    return reference("CreativeWorkSeries", f"{url}#series", name=name, url=url)


def posting_summary(post: Any, url: str, position: int | None = None) -> Node:
    """https://schema.org/BlogPosting as a line of a list."""
    return node(
        "BlogPosting",
        id_=f"{url}#post",
        headline=post.title,
        url=url,
        description=post.summary,
        datePublished=post.date.isoformat(),
        dateModified=(post.updated or post.date).isoformat(),
        author=[node("Person", name=author.name) for author in post.authors],
        position=position,
    )


def posting(post: Any, url: str, *, minutes: int, tags: list[str], sections: list[str], **more: Any) -> Node:
    """https://schema.org/BlogPosting in full. ``more`` holds what other nodes describe: author, publisher, image."""
    return node(
        "BlogPosting",
        id_=f"{url}#post",
        mainEntityOfPage=url,
        url=url,
        headline=post.title,
        name=post.title,
        datePublished=post.date.isoformat(),
        dateModified=(post.updated or post.date).isoformat(),
        wordCount=post.word_count or None,
        timeRequired=f"PT{minutes}M",
        keywords=tags,
        articleSection=sections or (tags[0] if tags else None),
        **more,
    )


def blog(*, name: str, url: str, description: str, language: str, publisher: Node, posts: list[Node]) -> Node:
    """https://schema.org/Blog with the posts of the page being read."""
    return node(
        "Blog",
        id_=f"{url}#blog",
        url=url,
        mainEntityOfPage=url,
        name=name,
        description=description,
        inLanguage=language,
        publisher=publisher,
        blogPost=posts,
    )


def series(
    *, name: str, url: str, description: str, image: MetaImage | None, part_of: Node, posts: list[Node]
) -> Node:
    """https://schema.org/CreativeWorkSeries with its parts in reading order."""
    return node(
        "CreativeWorkSeries",
        id_=f"{url}#series",
        url=url,
        name=name,
        description=description,
        image=image_object(image),
        isPartOf=part_of,
        hasPart=posts,
    )


def item_list(posts: list[tuple[str, str]], start: int = 1) -> Node:
    """https://schema.org/ItemList of pairs of title and address."""
    items = [
        {"@type": "ListItem", "position": position, "name": title, "url": url}
        for position, (title, url) in enumerate(posts, start=start)
    ]
    return {"@type": "ItemList", "itemListElement": items}
