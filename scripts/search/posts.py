"""Writes documents into an empty database as live posts, by the hundred, and has them indexed."""

import json
import uuid
from collections.abc import Iterable, Sequence
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify
from wagtail.models import Locale, Page

from blog import listing_store
from blog.models import Author, BlogIndexPage, BlogPage, PostAuthor, Tag, TaggedPost
from home.models import HomePage
from scripts.search.collection import Entry
from search.index.writing import update

BATCH = 500


def fill(entries: Iterable[Entry]) -> int:
    """Make a blog of these documents below the home page, as saving them one by one would; returns how many."""
    blog = HomePage.objects.get(depth=2).add_child(instance=BlogIndexPage(title="Blog", slug="blog"))
    remaining, made = iter(entries), 0
    while batch := list(islice(remaining, BATCH)):
        ids = _insert(blog, batch, first=made + 1)
        update(ids)
        made += len(ids)
    Page.objects.filter(pk=blog.pk).update(numchild=made)
    listing_store.rebuild()
    return made


def _insert(blog: BlogIndexPage, batch: Sequence[Entry], first: int) -> list[int]:
    pages = [_page(blog, entry, place) for place, entry in enumerate(batch, start=first)]
    Page.objects.bulk_create(pages)
    numbers = dict(Page.objects.filter(path__in=[page.path for page in pages]).values_list("path", "pk"))
    ids = [numbers[page.path] for page in pages]
    posts = [
        BlogPage(page_ptr_id=pk, summary=entry.summary, date=entry.date, body=json.dumps(entry.body))
        for pk, entry in zip(ids, batch, strict=True)
    ]
    # Django has no public bulk way for rows of inherited tables.
    BlogPage._base_manager.all()._insert(posts, fields=BlogPage._meta.local_concrete_fields)
    _describe(dict(zip(ids, batch, strict=True)))
    return ids


def _describe(posts: dict[int, Entry]) -> None:
    tags = _named(Tag, {tag for entry in posts.values() for tag in entry.tags})
    authors = _named(Author, {entry.author for entry in posts.values() if entry.author})
    TaggedPost.objects.bulk_create(
        TaggedPost(content_object_id=pk, tag_id=tag)
        for pk, entry in posts.items()
        for tag in dict.fromkeys(tags[name] for name in entry.tags)
    )
    PostAuthor.objects.bulk_create(
        PostAuthor(page_id=pk, author_id=authors[entry.author], sort_order=0)
        for pk, entry in posts.items()
        if entry.author
    )


def _named(model: type[Tag] | type[Author], names: set[str]) -> dict[str, int]:
    """Ids of the tags or authors of these names, made where they are missing."""
    known = dict(model.objects.filter(name__in=names).values_list("name", "pk"))
    for name in sorted(names - known.keys()):
        slug = f"{slugify(name)[:60]}-{model.objects.count()}"
        known[name] = model.objects.create(name=name, slug=slug).pk
    return known


def _page(blog: BlogIndexPage, entry: Entry, place: int) -> Page:
    return Page(
        title=entry.title,
        draft_title=entry.title,
        slug=entry.slug,
        path=Page._get_path(blog.path, blog.depth + 1, place),
        depth=blog.depth + 1,
        numchild=0,
        url_path=f"{blog.url_path}{entry.slug}/",
        content_type=ContentType.objects.get_for_model(BlogPage),
        locale=Locale.get_default(),
        translation_key=uuid.uuid4(),
        live=True,
        has_unpublished_changes=False,
        first_published_at=entry.date,
        last_published_at=entry.date,
        latest_revision_created_at=entry.date,
    )
