"""The first pass: a draft page with title and address for every post, so that links have something to point at.

Rows are written many at a time and without signals, as an empty draft concerns neither lists nor search. The tree's
own bookkeeping (path, depth, number of children) is done as treebeard does it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from blog.models import BlogPage
from porting.document import SourceBlog, SourcePost, State
from porting.models import ImportedItem

from . import slugs
from .addresses import path_of
from .page_table import Entry, PageTable
from .places import Places
from .titles import title_of

BATCH = 100


class Shells:
    """Makes the pages that are missing."""

    def __init__(self, source: SourceBlog, places: Places, user: Any = None) -> None:
        self.source, self.places, self.user = source, places, user
        self.table = PageTable.load(source.key)
        self._slugs: dict[int, slugs.FreeSlugs] = {}

    def reserve(self, progress: Callable[[int], None]) -> PageTable:
        """Make a page for every post that has none yet; ``progress`` is told after each batch how many."""
        wanted = [
            post
            for post in self.source.posts
            if post.state != State.TRASH and post.source_id not in self.table
        ]
        made = 0
        for parent_id, posts in self._by_parent(wanted):
            for start in range(0, len(posts), BATCH):
                self._make(parent_id, posts[start : start + BATCH])
                made += len(posts[start : start + BATCH])
                progress(made)
        return self.table

    def _by_parent(self, posts: list[SourcePost]) -> Any:
        """Posts below the blog, then pages level by level: a page's parent is there before it."""
        yield self.places.blog.pk, self._at_home_first([post for post in posts if post.kind != "page"])
        left = [post for post in posts if post.kind == "page"]
        ids = {post.source_id for post in left}
        while left:
            ready = [post for post in left if post.parent not in ids] or left[:1]
            groups: dict[int, list[SourcePost]] = {}
            for post in sorted(ready, key=lambda post: post.menu_order):
                groups.setdefault(self._parent_of(post), []).append(post)
            yield from groups.items()
            ids.difference_update(post.source_id for post in ready)
            left = [post for post in left if post.source_id in ids]

    def _at_home_first(self, posts: list[SourcePost]) -> list[SourcePost]:
        """Posts that keep their address choose first: whoever else stood there would be found by its old links."""
        blog = path_of(self.places.blog_url).rstrip("/")

        def stays(post: SourcePost) -> bool:
            here = f"{blog}/{slugs.wish(post.slug, post.title)}"
            return any(path_of(address) == here for address in post.addresses)

        return sorted(posts, key=lambda post: not stays(post))

    def _parent_of(self, post: SourcePost) -> int:
        above = self.table.get(post.parent) if post.parent else None
        return above.page_id if above is not None else self.places.home.pk

    @transaction.atomic
    def _make(self, parent_id: int, posts: list[SourcePost]) -> None:
        # Locked, so that nobody else gives a page the same place in the tree meanwhile.
        parent = Page.objects.select_for_update().get(pk=parent_id)
        pages = self._rows(parent, posts)
        Page.objects.bulk_create(pages)
        Page.objects.filter(pk=parent_id).update(numchild=F("numchild") + len(pages))
        items = []
        for page, post in zip(pages, posts, strict=True):
            model(post)(page_ptr_id=page.pk).save_base(raw=True, force_insert=True)
            items.append(
                ImportedItem(
                    blog_key=self.source.key,
                    source_id=post.source_id,
                    page_id=page.pk,
                    slug=slugs.tidy(post.slug) or page.slug,
                )
            )
        ImportedItem.objects.bulk_create(items)
        PageLogEntry.objects.bulk_create(self._log(page) for page in pages)
        for page, item in zip(pages, items, strict=True):
            self.table.add(Entry(item.source_id, page.pk, page.url_path, page.title, item))

    def _rows(self, parent: Page, posts: list[SourcePost]) -> list[Page]:
        last = parent.get_children().order_by("path").values_list("path", flat=True).last()
        rows = []
        for post, slug in zip(posts, self._slugs_below(parent, posts), strict=True):
            path = (
                Page(path=last, depth=parent.depth + 1)._inc_path()
                if last
                else Page._get_path(parent.path, parent.depth + 1, 1)
            )
            last = path
            rows.append(self._row(parent, post, path, slug))
        return rows

    def _slugs_below(self, parent: Page, posts: list[SourcePost]) -> list[str]:
        """A slug for each post. The database is asked again: an editor may have taken one since the last batch."""
        free = self._free_below(parent)
        wishes = [slugs.wish(post.slug, title_of(post)) for post in posts]
        found = [free.take(wish) for wish in wishes]
        while clashes := set(parent.get_children().filter(slug__in=found).values_list("slug", flat=True)):
            pairs = zip(found, wishes, strict=True)
            found = [free.take(wish) if slug in clashes else slug for slug, wish in pairs]
        return found

    def _free_below(self, parent: Page) -> slugs.FreeSlugs:
        if parent.pk not in self._slugs:
            taken = set(parent.get_children().values_list("slug", flat=True))
            self._slugs[parent.pk] = slugs.FreeSlugs(taken, in_blog=parent.pk == self.places.blog.pk)
        return self._slugs[parent.pk]

    def _row(self, parent: Page, post: SourcePost, path: str, slug: str) -> Page:
        title = title_of(post)
        return Page(
            title=title,
            draft_title=title,
            slug=slug,
            path=path,
            depth=parent.depth + 1,
            numchild=0,
            url_path=f"{parent.url_path}{slug}/",
            content_type=ContentType.objects.get_for_model(model(post)),
            locale_id=parent.locale_id,
            owner=self.user,
            live=False,
            has_unpublished_changes=True,
        )

    def _log(self, page: Page) -> PageLogEntry:
        return PageLogEntry(
            page_id=page.pk,
            content_type_id=page.content_type_id,
            label=page.title,
            action="wagtail.create",
            timestamp=timezone.now(),
            user=self.user,
            uuid=uuid.uuid4(),
            content_changed=True,
        )


def model(post: SourcePost) -> Any:
    """The class of page a post becomes."""
    return apps.get_model("home", "StandardPage") if post.kind == "page" else BlogPage
