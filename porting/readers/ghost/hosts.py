"""What Ghost leaves out of exports, found by what its posts link to: the old blog's host, dated addresses, routes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from porting.document import SourcePost

ADDRESS = re.compile(r"(?:href|src)=\"(https?://[^\"]+)\"")
#: Links that say the same by chance: other blogs have a page /about/ too.
COMMON = {"/about/", "/contact/", "/welcome/"}
ENOUGH = 2
OWN_LINK = re.compile(r"href=\"((?:https?:/)?/[^\"]+)\"")
#: What stands first in addresses that are no post's.
NO_FRONT = {"tag", "tags", "author", "authors", "content", "assets", "ghost", "page", "amp", "rss", "p"}
MOST_FRONTS = 5


def add_dated_aliases(posts: Iterable[SourcePost]) -> None:
    """Give posts the address with their date when links show that the blog once had such: a switch in old Ghosts."""
    posts = list(posts)
    dated = {dated_address(post): post for post in posts if post.date and post.slug and post.kind == "post"}
    known = {address for post in posts for address in (*post.addresses, *post.aliases)}
    linked = {_host_and_path(address)[1] for post in posts for address in ADDRESS.findall(post.html)}
    if not linked & (set(dated) - known):
        return
    for address, post in dated.items():
        if address not in known:
            post.aliases.append(address)


def add_fronted_aliases(posts: Iterable[SourcePost], host: str) -> list[str]:
    """Give posts the addresses of ``routes.yaml``, which no export holds: ``/blog/slug/``, as links of posts have them.

    A beginning that links to two posts or more have was that of a collection, and any post may have been in it.
    Returns these beginnings; one that a single link has goes to the one post it names.
    """
    posts = list(posts)
    by_slug = {post.slug: post for post in posts if post.slug and post.kind == "post"}
    known = {address for post in posts for address in (*post.addresses, *post.aliases)}
    fronts: dict[str, set[str]] = {}
    for path in sorted({path for post in posts for path in _own_paths(post.html, host)} - known):
        front, _, slug = path.rstrip("/").rpartition("/")
        if slug in by_slug and _may_be_front(front):
            fronts.setdefault(front, set()).add(slug)
    often = sorted(
        (front for front in fronts if len(fronts[front]) >= ENOUGH), key=lambda one: -len(fronts[one])
    )
    for front in often[:MOST_FRONTS]:
        fronts[front] = set(by_slug)
    for front, slugs in fronts.items():
        for slug in slugs:
            address = f"{front}/{slug}/"
            by_slug[slug].aliases += [address] if address not in known else []
    return [f"{front}/" for front in often[:MOST_FRONTS] if f"{front}/" not in known]


def _own_paths(html: str, host: str) -> set[str]:
    """Paths of the blog's own that a text links to."""
    places = map(_host_and_path, OWN_LINK.findall(html))
    return {path for other, path in places if not other or other == host.removeprefix("www.")}


def _may_be_front(front: str) -> bool:
    words = front.strip("/").split("/")
    return bool(words[0]) and not NO_FRONT & set(words) and not words[0].isdigit()


def dated_address(post: SourcePost) -> str:
    """``/2014/05/06/slug/``."""
    return f"/{post.date:%Y/%m/%d}/{post.slug}/"


def likely_hosts(posts: Iterable[SourcePost]) -> set[str]:
    """The host that most links to the blog's own posts and pictures name; empty when that is not clear."""
    posts = list(posts)
    own = {address for post in posts for address in (*post.addresses, *post.aliases)} - COMMON
    found: Counter[str] = Counter()
    for post in posts:
        pictures = [one.url for one in (post.cover, post.social_image) if one]
        for address in [*ADDRESS.findall(post.html), *pictures]:
            host, path = _host_and_path(address)
            if host and (path in own or path.startswith("/content/images/")):
                found[host] += 1
    ranked = found.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH:
        return set()
    clear = len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]
    return {ranked[0][0]} if clear else set()


def _host_and_path(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return (parts.hostname or "").removeprefix("www."), unquote(parts.path).rstrip("/") + "/"
