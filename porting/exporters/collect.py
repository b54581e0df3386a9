"""Everything of one blog, as the exporters take it: posts and pages in every state, with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import Model
from django.http import HttpRequest
from wagtail.models import Page, Site

from core.visibility import public_pages
from porting.document import SourceBlog, SourcePost
from porting.exporters import bodies, terms
from porting.exporters.discussion import comments_by_page
from porting.exporters.fields import to_post
from porting.exporters.files import Files
from porting.exporters.former import OldAddresses, old_addresses, redirects
from porting.exporters.loading import Loaded, batches
from porting.exporters.states import Restrictions
from porting.exporters.visibility import Visible


@dataclass
class Addresses:
    """Where the exported pages are: the site's root, such as ``https://example.org``, and each page's path by id."""

    root: str
    paths: dict[int, str]
    former: OldAddresses = field(default_factory=dict)

    def by_path(self) -> dict[str, str]:
        """The id of each page by its path, as text."""
        return {path: str(key) for key, path in self.paths.items()}


class Posts:
    """Posts and pages, read from the database a hundred at a time whenever somebody walks through them."""

    def __init__(
        self, queues: Sequence[tuple[type[Model], list[int]]], addresses: Addresses, files: Files
    ) -> None:
        self._queues = queues
        self._addresses = addresses
        self._files = files

    @property
    def paths(self) -> dict[int, str]:
        """Where each of them is on the site, by id."""
        return self._addresses.paths

    @property
    def former(self) -> OldAddresses:
        """Their old addresses, by id."""
        return self._addresses.former

    def __len__(self) -> int:
        return sum(len(keys) for _, keys in self._queues)

    def __iter__(self) -> Iterator[SourcePost]:
        restrictions = Restrictions()
        by_path = self._addresses.by_path()
        for model, keys in self._queues:
            for batch in batches(model, keys):
                yield from self._of_batch(batch, restrictions, by_path)

    def _of_batch(
        self, batch: list[Loaded], restrictions: Restrictions, by_path: dict[str, str]
    ) -> Iterator[SourcePost]:
        contents = [page for one in batch for page in (one.page, one.draft) if page is not None]
        around = bodies.load(contents, self._addresses.paths)
        comments = comments_by_page(one.page.pk for one in batch)
        parents = _parents(batch, self._addresses.paths)
        for one in batch:
            post = to_post(one, restrictions.on(one.page), around, self._files, by_path)
            post.addresses = [self._addresses.root + self._addresses.paths[one.page.pk]]
            post.aliases = list(dict.fromkeys(self._addresses.former.get(one.page.pk, ())))
            post.comments = comments.get(one.page.pk, [])
            post.parent = parents.get(one.page.pk, "")
            yield post


def _parents(batch: list[Loaded], exported: dict[int, str]) -> dict[int, str]:
    """The exported page above each page of the batch."""
    above = {one.page.pk: one.page.path[: -one.page.steplen] for one in batch}
    ids = dict(Page.objects.filter(path__in=set(above.values())).values_list("path", "pk"))
    return {key: str(ids[path]) for key, path in above.items() if ids.get(path) in exported}


@dataclass
class OwnBlog(SourceBlog):
    """A blog of this site. ``posts`` can be walked through again and again; ``media`` is complete after the first
    walk. ``files`` opens what ``media`` names; ``page`` and ``site`` are where the blog stands.
    """

    key: str = ""
    format: str = "colophon"
    posts: Posts = None  # type: ignore[assignment] # always given
    files: Files = field(default_factory=Files)
    page: Any = None
    site: Any = None
    root: str = ""


def collect(blog_index: Any, request: HttpRequest | None = None, base_url: str = "") -> OwnBlog:
    """The blog at ``blog_index`` with the plain pages of its site.

    Posts come oldest first, then pages, the upper ones first. A live post's content is what readers see. One that is
    not live has that of its newest draft. Links to exported pages are ``source:<id>``; other addresses are whole.
    ``base_url`` is where the site is or will be, such as ``https://example.org``; the site's own one by default.
    """
    site = blog_index.get_site() or Site.objects.get(is_default_site=True)
    root = base_url.rstrip("/") or site.root_url
    files = Files()
    blog = OwnBlog(files=files, media=files.media, page=blog_index, site=site, root=root)
    _describe(blog, blog_index.relative_url(site, request))
    queues = _queues(blog_index, site)
    paths = _paths(queues, site)
    former, others = old_addresses(blog_index, site)
    blog.posts = Posts(queues, Addresses(root, paths, former), files)
    unclaimed = {key: found for key, found in former.items() if key not in paths}
    wanted = Page.objects.filter(pk__in={*unclaimed, *(one.page_id for one in others if one.page_id)})
    public = public_pages(wanted.descendant_of(site.root_page, inclusive=True))
    page_urls = {page.pk: page.url or "" for page in public}  # no export tells where hidden pages are
    is_hidden = Visible(site).is_hidden
    blog.redirects = redirects(others, unclaimed, blog.base_path + "/", page_urls, is_hidden)
    return blog


def _describe(blog: OwnBlog, path: str) -> None:
    """What the blog is called, where it is, and who and what its posts speak of."""
    host = urlsplit(blog.root).hostname or ""
    page = blog.page
    blog.key = host + path
    blog.title, blog.description = page.title, page.search_description
    blog.language = page.locale.language_code if page.locale_id else ""
    blog.hosts = {host.removeprefix("www.")}
    blog.base_path = path.rstrip("/")
    blog.authors = terms.authors(blog.files, bodies.rich_text)
    blog.tags, blog.categories, blog.series = terms.tags(), terms.categories(), terms.series(blog.files)


def _queues(blog_index: Any, site: Any) -> list[tuple[type[Model], list[int]]]:
    """Ids of the blog's posts and of the site's plain pages, in the order they are exported."""
    post, page = apps.get_model("blog", "BlogPage"), apps.get_model("home", "StandardPage")
    posts = post.objects.child_of(blog_index).order_by("date", "pk")
    pages = page.objects.descendant_of(site.root_page).order_by("depth", "path")
    return [
        (post, list(posts.values_list("pk", flat=True))),
        (page, list(pages.values_list("pk", flat=True))),
    ]


def _paths(queues: list[tuple[type[Model], list[int]]], site: Any) -> dict[int, str]:
    """The path of every exported page on its site, such as ``/blog/hello/``."""
    cut = len(site.root_page.url_path) - 1
    found: dict[int, str] = {}
    for model, keys in queues:
        rows = model._default_manager.filter(pk__in=keys) if len(keys) < 500 else model._default_manager
        wanted = set(keys)
        found |= {
            key: path[cut:] for key, path in rows.values_list("pk", "url_path").iterator() if key in wanted
        }
    return found
