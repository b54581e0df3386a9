"""What Ghost leaves out of exports, found by what its posts link to: the old blog's host, and dated addresses."""

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
