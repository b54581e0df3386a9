"""Fills an empty database with posts, quickly: rows go in by the thousand, as no editor could write them."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from blog import listing_store
from blog.models import Author, BlogIndexPage, BlogPage, PostAuthor, Series, Tag, TaggedPost
from home.models import HomePage

BATCH = 500
TAGS = 40
AUTHORS = 8
PARTS = 10
EVERY = 50
FIRST_DAY = dt.datetime(2010, 1, 1, 12, tzinfo=dt.UTC)


def fill(posts: int) -> None:
    """Create one blog under the home page with `posts` live posts, each with two tags and an author."""
    blog = make_blog()
    # Series of one length, however many posts there are: the same page at both sizes.
    count = -(-posts // (EVERY * PARTS))
    Series.objects.bulk_create(Series(title=f"Series {n}", slug=f"series-{n}") for n in range(count))
    numbers = iter(range(posts))
    while batch := list(islice(numbers, BATCH)):
        insert_posts(blog, batch)
    Page.objects.filter(pk=blog.pk).update(numchild=posts)
    listing_store.rebuild()


def make_blog() -> BlogIndexPage:
    home = HomePage.objects.first() or Page.get_first_root_node().add_child(
        instance=HomePage(title="Home", slug="bench-home")
    )
    Site.objects.update(root_page=home, hostname="testserver")
    Tag.objects.bulk_create(
        Tag(name=f"Subject {n}", slug=f"subject-{n}", description="What it is about.") for n in range(TAGS)
    )
    Author.objects.bulk_create(
        Author(name=f"Writer {n}", slug=f"writer-{n}", job_title="Editor") for n in range(AUTHORS)
    )
    return home.add_child(instance=BlogIndexPage(title="Blog", slug="blog"))


def insert_posts(blog: BlogIndexPage, numbers: list[int]) -> None:
    """Insert one batch. Django has no public bulk way for multi-table rows, hence its `_insert`."""
    pages = Page.objects.bulk_create(
        [Page(**page_fields(blog, number)) for number in numbers], batch_size=BATCH
    )
    ids = list(
        Page.objects.filter(path__in=[page.path for page in pages])
        .order_by("path")
        .values_list("pk", flat=True)
    )
    posts = [make_post(pk, number) for pk, number in zip(ids, numbers, strict=True)]
    BlogPage._base_manager.all()._insert(posts, fields=BlogPage._meta.local_concrete_fields)
    tags = list(Tag.objects.order_by("pk").values_list("pk", flat=True))
    authors = list(Author.objects.order_by("pk").values_list("pk", flat=True))
    pairs = list(zip(ids, numbers, strict=True))
    TaggedPost.objects.bulk_create(
        TaggedPost(content_object_id=pk, tag_id=tags[(number + step) % TAGS])
        for pk, number in pairs
        for step in (0, 7)
    )
    PostAuthor.objects.bulk_create(
        PostAuthor(page_id=pk, author_id=authors[number % AUTHORS], sort_order=0) for pk, number in pairs
    )


def page_fields(blog: BlogIndexPage, number: int) -> dict:
    slug = f"post-{number}"
    return {
        "title": f"Post number {number} about a subject",
        "draft_title": f"Post number {number} about a subject",
        "slug": slug,
        "path": Page._get_path(blog.path, blog.depth + 1, number + 1),
        "depth": blog.depth + 1,
        "numchild": 0,
        "url_path": f"{blog.url_path}{slug}/",
        "content_type": ContentType.objects.get_for_model(BlogPage),
        "locale": Locale.get_default(),
        "translation_key": uuid.uuid4(),
        "live": True,
        "has_unpublished_changes": False,
        "first_published_at": moment(number),
        "last_published_at": moment(number),
        "latest_revision_created_at": moment(number),
    }


def make_post(pk: int, number: int) -> BlogPage:
    return BlogPage(
        page_ptr_id=pk,
        summary=f"In short: what number {number} has to say.",
        date=moment(number),
        body=json.dumps(body(number)),
        series_id=Series.objects.order_by("pk")[number // EVERY // PARTS].pk if number % EVERY == 0 else None,
        reading_minutes=3,
        word_count=600,
    )


def moment(number: int) -> dt.datetime:
    """A time for each post, six hours after the one before and never in the future."""
    return min(FIRST_DAY + dt.timedelta(hours=6 * number), timezone.now())


def body(number: int) -> list[dict]:
    """Return an ordinary post: headings, paragraphs with links to other posts, code, a quote, a note."""
    text = "<p>" + "Some words of ordinary length make up this paragraph. " * 8 + "</p>"
    blocks: list[tuple[str, object]] = []
    for part in range(5):
        blocks += [
            ("heading", {"text": f"Part {part}", "level": "2", "anchor": f"part-{part}"}),
            ("paragraph", text),
            (
                "paragraph",
                f'<p>See <a linktype="page" id="{1 + (number + part) % 3}">another page</a>. </p>' + text,
            ),
        ]
    blocks += [
        (
            "code",
            {
                "language": "python",
                "title": "hello.py",
                "code": "print('hello')\n" * 12,
                "highlight_lines": "2",
            },
        ),
        ("quote", {"text": "<p>Well said.</p>", "attribution": "Somebody", "role": "", "source_url": ""}),
        (
            "admonition",
            {"kind": "tip", "title": "", "body": [{"type": "paragraph", "value": "<p>Try it.</p>"}]},
        ),
    ]
    return [{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks]
