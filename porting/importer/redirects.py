"""Old addresses answer with 301: posts, pages, lists, feeds, pages of attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urlsplit

from django.contrib.contenttypes.models import ContentType
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex

from blog import addresses as blog_addresses
from blog import listing_store
from core.models import SiteDocument, SiteImage
from core.visibility import public_pages
from porting.document import SourceBlog, SourcePost
from porting.hosts import host_of
from porting.media.store import MediaStore
from porting.models import OldAddress

from .addresses import has_query, key_of, path_of
from .links import Links
from .report import Report

BATCH = 500
_MAX_PATH, _MAX_LINK, _MAX_KEY = 255, 255, 500
#: The feed a target means; only our own exports tell the three apart.
_FEEDS = {"feed": "rss", "feed-atom": "atom", "feed-json": "json"}


@dataclass(frozen=True)
class Goal:
    """Where an old address leads: a page, with a route below it for a list, or a plain address."""

    page: int | None = None
    route: str = ""
    link: str = ""


class Redirects:
    """Collects where every old address leads, then stores what is not stored yet."""

    def __init__(self, source: SourceBlog, links: Links, store: MediaStore, report: Report) -> None:
        self.source, self.links, self.store, self.report = source, links, store, report
        self.places = links.places
        self._rows: dict[str, Goal] = {}
        self._queries: dict[str, Goal] = {}
        ids = [entry.page_id for entry in links.pages]
        self._here: set[int] = set()  # an editor may have deleted a page since it was written
        self._live: set[int] = set()
        self._public: set[int] = set()
        for batch in _batches(ids):
            self._here.update(Page.objects.filter(pk__in=batch).values_list("pk", flat=True))
            pages = Page.objects.filter(pk__in=batch, live=True)
            self._live.update(pages.values_list("pk", flat=True))
            self._public.update(public_pages(pages).values_list("pk", flat=True))
        self._pages_of: dict[Any, dict[int, int]] = {}
        self._sizes: dict[str, dict[int, int]] = {}

    def store_all(self) -> int:
        """Collect and store; returns how many old addresses lead somewhere now."""
        for post in self.source.posts:
            self._add_post(post)
        for redirect in self.source.redirects:
            goal = self._goal(redirect.target)
            if goal is not None and not self._is_at(redirect.address, goal):
                self._add(redirect.address, goal)
        self._leave_out_answered()
        return self._store_rows() + self._store_queries()

    def _add_post(self, post: SourcePost) -> None:
        entry = self.links.pages.get(post.source_id)
        if entry is None or entry.page_id not in self._here:
            return
        here = path_of(unquote(self.places.url(entry.url_path)))
        goal = Goal(page=entry.page_id)
        for address in (*post.addresses, *post.aliases):
            if host_of(address) and not self.links.book.is_ours(address):
                continue
            if self.links.book.posts.get(key_of(address)) != post.source_id or key_of(address) == here:
                continue
            if entry.page_id in self._live:
                self._add(address, goal)
            else:
                # Leads there from the moment the page is published, and nowhere before.
                self._queries.setdefault(key_of(address), goal)

    def _add(self, address: str, goal: Goal) -> None:
        if has_query(address):
            self._queries.setdefault(key_of(address), goal)
            return
        for path in stored_forms(address):
            if len(path) <= _MAX_PATH and len(goal.link) <= _MAX_LINK and len(goal.route) <= _MAX_PATH:
                self._rows.setdefault(path, goal)
            else:
                self._queries.setdefault(key_of(address), goal)

    def _is_at(self, address: str, goal: Goal) -> bool:
        """Whether the list stands at this address here as it did there."""
        if goal.page != self.places.blog.pk or has_query(address):
            return False
        return path_of(address) == path_of(self.places.blog_url.rstrip("/") + goal.route)

    def _goal(self, target: str) -> Goal | None:
        kind, _, key = target.partition(":")
        blog = self.places.blog.pk
        if kind == "post":
            entry = self.links.pages.get(key)
            return Goal(page=entry.page_id) if entry and entry.page_id in self._live else None
        if kind in ("blog", "overview"):
            return Goal(page=blog, route=f"/{key}/" if key else "")
        if kind == "archive":
            return Goal(page=blog, route=f"/{key}/" if self._has_archive(key) else "/archive/")
        if kind in _FEEDS:
            above = self._goal(key) if key else Goal(page=blog, route="/")
            return (
                Goal(page=blog, route=above.route + blog_addresses.FEEDS[_FEEDS[kind]])
                if above is not None
                else None
            )
        if kind == "media":
            return self._media(key)
        if kind in blog_addresses.SECTIONS:
            term = self.links.term(kind, key)
            if term is None or not self._size(kind, term.pk):
                return None
            return Goal(page=blog, route=blog_addresses.subject_path("/", kind, term.slug))
        return self._address(target)

    def _address(self, target: str) -> Goal | None:
        if self.links.book.is_ours(target):
            found = self.links.book.find(target)
            return self._goal(found) if found and found != target and ":" in found else None
        return Goal(link=target) if target.startswith(("https://", "http://")) else None

    def _size(self, kind: str, pk: int) -> int:
        if kind not in self._sizes:
            self._sizes[kind] = listing_store.sizes(kind, self.places.blog.pk)
        return self._sizes[kind].get(pk, 0)

    def _has_archive(self, key: str) -> bool:
        """Whether the blog has public posts of a year (``2024``) or month (``2024/05``)."""
        year, _, month = key.partition("/")
        self._size("month", 0)
        return any(
            str(one // 100) == year and (not month or one % 100 == int(month)) for one in self._sizes["month"]
        )

    def _media(self, url: str) -> Goal | None:
        """The document itself, when a public page links it; for a picture the page that shows it; or else the blog."""
        address = self.links.files.resolver.full_address(url)
        document = self.store.lookup("document", address)
        if document is not None and document in self._shown_on(SiteDocument):
            return Goal(link=self.links.files.url(document))
        image = self.store.lookup("image", address)
        page = self._shown_on(SiteImage).get(image) if image is not None else None
        return Goal(page=page or self.places.blog.pk)

    def _shown_on(self, model: Any) -> dict[int, int]:
        """For each picture or document of this blog the first public page it is on."""
        if model not in self._pages_of:
            kind = ContentType.objects.get_for_model(model)
            pages = ContentType.objects.get_for_model(Page)
            uses = ReferenceIndex.objects.filter(to_content_type=kind, base_content_type=pages)
            found = self._pages_of[model] = {}
            for file, page in uses.values_list("to_object_id", "object_id").order_by("pk"):
                if int(page) in self._public:
                    found.setdefault(int(file), int(page))
        return self._pages_of[model]

    def _leave_out_answered(self) -> None:
        """Addresses at which a page of this site answers already need no redirect, or cannot have one."""
        by_path = {f"{self.places.home.url_path.rstrip('/')}{path_of(path)}/": path for path in self._rows}
        for batch in _batches(list(by_path)):
            for page in Page.objects.filter(url_path__in=batch, live=True).values("pk", "url_path", "title"):
                path = by_path[page["url_path"]]
                goal = self._rows.pop(path)
                if goal.page is not None and goal.page != page["pk"] and not goal.route:
                    detail = _(
                        "%(path)s cannot lead to it: the page “%(title)s” has this address here. Whoever follows an "
                        "old link there meets another title, text and date."
                    )
                    detail %= {"path": path, "title": page["title"]}
                    self.report.add(self._sources.get(goal.page, ""), "redirect", detail)

    def _store_rows(self) -> int:
        there: dict[str, tuple[int | None, str]] = {}
        for batch in _batches(list(self._rows)):
            found = Redirect.objects.filter(old_path__in=batch, site=self.places.site)
            there.update((row.old_path, (row.redirect_page_id, row.redirect_link)) for row in found)
        rows = []
        for path, goal in self._rows.items():
            if path not in there:
                rows.append(self._redirect(path, goal))
            elif there[path] != (goal.page, goal.link) and goal.page is not None:
                self._report_other(path, goal.page)
        Redirect.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
        return len(rows) + len(there)

    def _redirect(self, path: str, goal: Goal) -> Redirect:
        return Redirect(
            old_path=path,
            site=self.places.site,
            redirect_page_id=goal.page,
            redirect_page_route_path=goal.route,
            redirect_link=goal.link,
            is_permanent=True,
        )

    def _store_queries(self) -> int:
        rows = [
            OldAddress(
                address=key,
                blog_key=self.source.key,
                page_id=goal.page,
                route=goal.route,
                link=goal.link[:500],
            )
            for key, goal in self._queries.items()
            if len(key) <= _MAX_KEY
        ]
        self._report_taken(rows)
        OldAddress.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
        return len(rows)

    def _report_taken(self, rows: list[OldAddress]) -> None:
        """Two blogs have each a post number 7: the address leads to the one that came first."""
        wanted = {row.address: row for row in rows}
        for batch in _batches(list(wanted)):
            for there in OldAddress.objects.filter(address__in=batch):
                row = wanted[there.address]
                if (there.page_id, there.link) != (row.page_id, row.link) and row.page_id is not None:
                    self._report_other(there.address, row.page_id)

    def _report_other(self, address: str, page_id: int) -> None:
        detail = _("%(address)s leads somewhere else already, and was left as it is.") % {"address": address}
        self.report.add(self._sources.get(page_id, ""), "redirect", detail)

    @cached_property
    def _sources(self) -> dict[int, str]:
        """Which post of the source each page was."""
        return {entry.page_id: entry.source_id for entry in self.links.pages}


def stored_forms(address: str) -> Iterator[str]:
    """The forms of a path that Wagtail's redirects look for: as it is written in requests, slashes as they were."""
    yield Redirect.normalise_path(escape_uri_path(path_of(address)))
    try:
        raw = unquote(urlsplit(address).path) if "://" in address else unquote(address.partition("?")[0])
    except ValueError:
        return
    if "//" in raw:
        # A path must not begin with two slashes, or browsers take it for a host; requests arrive like this.
        escaped = escape_uri_path(raw)
        yield Redirect.normalise_path(f"/%2F{escaped[2:]}" if escaped.startswith("//") else escaped)


def _batches(values: list[Any]) -> Iterable[list[Any]]:
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
