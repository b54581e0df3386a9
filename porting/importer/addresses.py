"""Addresses of an old site, brought into one form so that they can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from porting.document import SourceBlog, State
from porting.hosts import host_of

#: Parts of a query that name something in WordPress; anything else in a query is for counting visitors.
TELLING = (
    "p",
    "page_id",
    "attachment_id",
    "cat",
    "category_name",
    "tag",
    "author",
    "author_name",
    "feed",
    "m",
)
_SHOWN = {State.PUBLISHED, State.PASSWORD, State.MEMBERS}
#: Targets that are lists. Of categories the name alone counted there, whatever stood before it.
_LISTS = ("category:", "tag:", "author:", "series:", "archive:")
_WITHIN_OTHERS = ("category:", "feed:category:")
_INDEX = re.compile(r"/index\.(?:html?|php)$")
_ABSOLUTE = re.compile(r'href="(https?://[^"\s]+)"')
_MOST_PARENTS = 12  # and what else begins the path; no blog has more
_PAGE = re.compile(r"/page/\d{1,6}$")
_ENDING = re.compile(r"\.(?:html?|php|mdx?|markdown)$")
#: What WordPress answered below a post: its further pages, its comments' pages and feed, forms for phones and frames.
_OF_POST = re.compile(
    r"(?<=.)/(?:[2-9]|[1-9]\d|page/\d{1,4}|comment-page-\d{1,4}|feed(?:/(?:rss2?|atom|rdf))?|amp|embed|trackback)$"
)


def path_of(address: str) -> str:
    """The decoded path, one slash between its parts and none at its end; ``/`` for the front page."""
    try:
        path = urlsplit(_single_host(address)).path
    except ValueError:
        path = address
    path = unicodedata.normalize("NFC", re.sub(r"/{2,}", "/", f"/{unquote(path)}"))
    return path.rstrip("/") or "/"


def key_of(address: str) -> str:
    """What addresses that mean the same have in common: the path, and what of the query names a post or list."""
    try:
        query = urlsplit(address.strip()).query
    except ValueError:
        query = ""
    telling = sorted((name, value) for name, value in parse_qsl(query) if name in TELLING and value)
    return path_of(address) + (f"?{urlencode(telling)}" if telling else "")


def has_query(address: str) -> bool:
    """Whether only its query tells this address from others."""
    return "?" in key_of(address)


def variants(key: str) -> Iterator[str]:
    """Other keys the same page may have been linked by, the likeliest first."""
    path, mark, query = key.partition("?")
    yield key
    if mark and query:
        yield path
    bare = _INDEX.sub("", path) or "/"
    if bare != path:
        yield bare
    short = _ENDING.sub("", path)
    yield short if short != path else f"{path}.html"


def without_page(path: str) -> str:
    """The list a page of it belongs to: ``/tag/a/page/2`` is of ``/tag/a``."""
    return _PAGE.sub("", path)


def without_part(path: str) -> str:
    """The post that something below it belongs to: ``/soup/2`` is a page of ``/soup``, ``/soup/amp`` its other form."""
    return _OF_POST.sub("", path)


def without_parents(path: str) -> list[str]:
    """The list's paths with ever fewer parents before its name; WordPress asked for the name alone.

    So a link through a parent that was renamed or moved since led to the list all the same.
    """
    *parts, name = path.strip("/").split("/")
    if name == "feed" and parts:
        name = f"{parts.pop()}/feed"
    if len(parts) > _MOST_PARENTS:
        return []
    return ["/" + "/".join([*parts[:length], name]) for length in range(len(parts) - 1, 0, -1)]


def _linked_host(blog: SourceBlog, posts: dict[str, str]) -> set[str]:
    """The host a source does not name: the one its posts link to each other by, when they do so more than once.

    Only whole permalinks of two parts and more count, so that another site with a page of the same name does not.
    """
    votes: Counter[str] = Counter()
    for post in blog.posts:
        for address in set(_ABSOLUTE.findall(post.html)):
            key = key_of(address)
            if key.count("/") > 1 and key in posts:
                votes[host_of(address)] += 1
    return {host for host, number in votes.most_common(1) if number > 1}


def _single_host(address: str) -> str:
    """``//2020/x`` is no host but a path with a slash too many, unless the host has a dot."""
    address = address.strip()
    if address.startswith("//") and "." not in address[2:].partition("/")[0]:
        return "/" + address.lstrip("/")
    return address


@dataclass
class AddressBook:
    """Which post, list or file of the source had which address, and which hosts are the old site's."""

    hosts: set[str] = field(default_factory=set)
    base_url: str = ""
    front: str = "/"
    posts: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    clashes: list[tuple[str, str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, blog: SourceBlog, base_url: str = "") -> AddressBook:
        """Every address a blog says it had. Of two posts with one address the first keeps it."""
        book = cls(set(blog.hosts), base_url.rstrip("/"), path_of(blog.base_path or "/"))
        if base_url:
            book.hosts.add(host_of(base_url))
        book.hosts.discard("")
        for post in blog.posts:
            book._enter(post.source_id, post.addresses)
            if post.state not in _SHOWN:
                book.hidden.add(post.source_id)
        if not book.hosts:
            book.hosts = _linked_host(blog, book.posts)
        if not book.base_url and len(book.hosts) == 1:
            book.base_url = f"https://{next(iter(book.hosts))}"
        for post in blog.posts:
            book._enter(post.source_id, post.aliases)
        book._name(blog)
        for redirect in blog.redirects:
            book.others.setdefault(key_of(redirect.address), redirect.target)
        return book

    def _enter(self, source_id: str, addresses: Iterable[str]) -> None:
        for address in addresses:
            key = key_of(address)
            if key == "/":  # where this site has a front page of its own
                continue
            owner = self.posts.setdefault(key, source_id)
            if owner != source_id:
                self.clashes.append((source_id, address, owner))

    def _name(self, blog: SourceBlog) -> None:
        """Posts of which the export says no address in words: links to them are known by their last part."""
        slugs = Counter(post.slug for post in blog.posts)
        for post in blog.posts:
            if slugs[post.slug] == 1 and all(has_query(one) for one in (*post.addresses, *post.aliases)):
                self.named[post.slug] = post.source_id
        self.named.pop("", None)

    def is_ours(self, address: str) -> bool:
        """Whether an absolute address, or one without a host, was on the old site."""
        host = host_of(_single_host(address))
        return not host or host in self.hosts

    def absolute(self, address: str, base: str) -> str:
        """``address`` as it was meant on the page at ``base``; a path when the old site's own is not known."""
        try:
            full = urljoin(base or "/", _single_host(address))
            return urljoin(f"{self.base_url}/", full) if self.base_url else full
        except ValueError:
            return address

    def find(self, address: str) -> str:
        """``post:<id>``, another target, ``blog:`` for the front page, or an empty string."""
        key = key_of(address)
        if key == self.front and key not in self.posts:
            return "blog:"
        for candidate in variants(key):
            if candidate in self.posts:
                return f"post:{self.posts[candidate]}"
            if candidate in self.others:
                return self.others[candidate]
        name = self.named.get(key.rpartition("/")[2]) or self.posts.get(without_part(key))
        return f"post:{name}" if name else self._list(key)

    def _list(self, key: str) -> str:
        """A list that was called by a page of it, or through other parents than it has."""
        path = without_page(key)
        if path != key and self.others.get(path, "").startswith(_LISTS):
            return self.others[path]
        found = (self.others.get(one, "") for one in without_parents(path))
        return next((target for target in found if target.startswith(_WITHIN_OTHERS)), "")
