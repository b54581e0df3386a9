"""Addresses of the old site's lists and feeds, and where they lead now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from porting.document import SourceBlog, SourceRedirect, State
from porting.readers.wordpress.addresses import path_of
from porting.readers.wordpress.authors import Authors
from porting.readers.wordpress.plain import account_slug
from porting.readers.wordpress.terms import Terms, category_path

_FEEDS = (
    "feed",
    "feed/rss",
    "feed/rss2",
    "feed/atom",
    "feed/rdf",
    "rss",
    "atom",
    "rss.xml",
    "wp-rss2.php",
    "wp-atom.php",
)
_BY_NUMBER = {"categories": ("cat", "category"), "tags": ("tag_id", "tag")}
_FEED_QUERIES = ("rss2", "rss", "atom", "rdf")


def list_redirects(
    blog: SourceBlog,
    authors: Authors,
    terms: Terms,
    base: str,
    front: str,
    bases: Mapping[str, list[str]],
    offset: timedelta = timedelta(),
) -> list[SourceRedirect]:
    """Redirects for feeds, archives by term, author and date, and attachment pages. Base is the blog's address,
    ``bases`` what else stood before the names of categories and tags, ``offset`` how far its clock is from GMT."""
    fronts = list(dict.fromkeys((base, base + front)))
    found = [
        *_feeds(base),
        *_terms(blog, terms, base, fronts),
        *_terms_elsewhere(blog, base, bases),
        *_authors(blog, authors, base, fronts),
        *_dates(blog, fronts, offset),
        *_attachments(blog),
    ]
    taken = {address for post in blog.posts for address in post.addresses}
    return list({r.address: r for r in found if r.address not in taken}.values())


def _feeds(base: str) -> Iterator[SourceRedirect]:
    for name in _FEEDS:
        end = "" if "." in name else "/"
        yield SourceRedirect(f"{base}/{name}{end}", "feed:")
    for kind in _FEED_QUERIES:
        yield SourceRedirect(f"{base}/?feed={kind}", "feed:")
    yield SourceRedirect(f"{base}/comments/feed/", "feed:")


def _terms(blog: SourceBlog, terms: Terms, base: str, fronts: Iterable[str]) -> Iterator[SourceRedirect]:
    for key in blog.categories:
        path = "/".join(category_path(blog.categories, key))
        for front in fronts:
            for part in dict.fromkeys((path, key)):  # WordPress answers a child's name alone as well
                yield from _with_feed(f"{front}/category/{part}/", f"category:{key}")
        yield SourceRedirect(f"{base}/?category_name={key}", f"category:{key}")
    for key in blog.tags:
        for front in fronts:
            yield from _with_feed(f"{front}/tag/{key}/", f"tag:{key}")
        yield SourceRedirect(f"{base}/?tag={key}", f"tag:{key}")
    for key in blog.series:
        yield from _with_feed(f"{base}/series/{key}/", f"series:{key}")
    yield from _numbered(terms, base)


def _terms_elsewhere(blog: SourceBlog, base: str, bases: Mapping[str, list[str]]) -> Iterator[SourceRedirect]:
    """Categories and tags below what somebody chose instead of ``category`` and ``tag``."""
    for before in bases["category"]:
        for key in blog.categories:
            for part in dict.fromkeys(("/".join(category_path(blog.categories, key)), key)):
                yield from _with_feed(f"{base}/{before}/{part}/", f"category:{key}")
    for before in bases["tag"]:
        for key in blog.tags:
            yield from _with_feed(f"{base}/{before}/{key}/", f"tag:{key}")


def _numbered(terms: Terms, base: str) -> Iterator[SourceRedirect]:
    for (where, number), key in terms.ids.items():
        if where in _BY_NUMBER:
            query, target = _BY_NUMBER[where]
            yield SourceRedirect(f"{base}/?{query}={number}", f"{target}:{key}")


def _authors(
    blog: SourceBlog, authors: Authors, base: str, fronts: Iterable[str]
) -> Iterator[SourceRedirect]:
    for key, author in blog.authors.items():
        for slug in dict.fromkeys(filter(None, (author.slug, account_slug(key)))):
            for front in fronts:
                yield from _with_feed(f"{front}/author/{slug}/", f"author:{key}")
            yield SourceRedirect(f"{base}/?author_name={slug}", f"author:{key}")
    for number, key in authors.ids.items():
        if key in blog.authors:
            yield SourceRedirect(f"{base}/?author={number}", f"author:{key}")


def _with_feed(address: str, target: str) -> Iterator[SourceRedirect]:
    yield SourceRedirect(address, target)
    yield SourceRedirect(f"{address}feed/", f"feed:{target}")


def _dates(blog: SourceBlog, fronts: Iterable[str], offset: timedelta) -> Iterator[SourceRedirect]:
    """Archives of years, months and days that held something public; a day leads to its month."""
    public = [p.date for p in blog.posts if p.kind == "post" and p.date and p.state is State.PUBLISHED]
    days = sorted({_day(moment, offset) for moment in public})
    for front in fronts:
        for year in sorted({day.year for day in days}):
            yield SourceRedirect(f"{front}/{year}/", f"archive:{year}")
        for year, month in sorted({(day.year, day.month) for day in days}):
            yield SourceRedirect(f"{front}/{year}/{month:02}/", f"archive:{year}/{month:02}")
        for day in days:
            yield SourceRedirect(f"{front}/{day:%Y/%m/%d}/", f"archive:{day:%Y/%m}")


def _day(moment: datetime, offset: timedelta) -> date:
    """The day of a moment by the blog's own clock."""
    try:
        return (moment + offset).date()
    except OverflowError:  # the first or last day there is
        return moment.date()


def _attachments(blog: SourceBlog) -> Iterator[SourceRedirect]:
    """Pages that showed one file: to the file."""
    for media in blog.media.values():
        for address in media.addresses:
            if path_of(address) or "?" in address:
                yield SourceRedirect(address, f"media:{media.url}")
