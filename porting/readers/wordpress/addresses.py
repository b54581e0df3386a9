"""Addresses of the old site, and what the permalinks have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from porting.document import SourceBlog, State
from porting.hosts import host_of
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.web_addresses import parts_of

_NUMBER = re.compile(r"(?:^|&)(?:p|page_id|attachment_id)=(\d+)")
_ANSWERED = {State.PUBLISHED, State.PASSWORD, State.MEMBERS}
_DATE_PART = re.compile(r"^\d{1,4}$")


def path_of(address: str) -> str:
    """The path in letters, without a slash at its end; empty for the root and for what is no address."""
    try:
        return unquote(urlsplit(address.strip()).path).rstrip("/")
    except ValueError:
        return ""


def is_root(address: str, base: str) -> bool:
    """Whether an address is the blog's front page (a static front page's permalink is)."""
    return "?" not in address and path_of(address) == path_of(base)


def old_addresses(item: RawItem, base: str) -> tuple[list[str], list[str]]:
    """The permalink, and the other addresses that led to an item: by number, by guid, by former slugs."""
    link, guid = item["link"].strip(), item["guid"].strip()
    at_root = is_root(link, base) and not path_of(base)  # the new blog's own front page answers there
    permalink = [link] if link and not at_root else []
    others: list[str] = []
    if item.id.isdigit():
        others.append(f"{base}/?p={item.id}")
        if item.type == "page":
            others.append(f"{base}/?page_id={item.id}")
    if _leads_here(guid, item, base):
        others.append(guid)
    if item.type == "page" and item["post_name"] and is_root(link, base):
        others.append(f"{base}/{item['post_name']}/")  # led to the front page, and texts link it
    others += _former(item, link)
    seen = {_same(address) for address in permalink}
    return permalink, [a for a in others if _same(a) not in seen and not seen.add(_same(a))]  # type: ignore[func-returns-value]


def _leads_here(guid: str, item: RawItem, base: str) -> bool:
    """Whether a guid is an address of the item: it was its first one. With a number, only its own ever worked."""
    if not guid.startswith(("http://", "https://")) or host_of(guid) != host_of(base) or is_root(guid, base):
        return False
    numbers = _NUMBER.findall(parts_of(guid.replace("&#038;", "&").replace("&amp;", "&")).query)
    return all(number == item.id for number in numbers)


def _same(address: str) -> str:
    parts = parts_of(address)
    return f"{host_of(address)}{unquote(parts.path).rstrip('/')}?{parts.query}"


def _former(item: RawItem, link: str) -> list[str]:
    """Permalinks with the slugs the item had before."""
    slug = item["post_name"].strip()
    if not slug or "?" in link or slug not in link:
        return []
    before, _, after = link.rpartition(slug)
    old = item.meta.get("_wp_old_slug", "").split("\n")
    return [f"{before}{former.strip()}{after}" for former in old if former.strip() not in {"", slug}]


def settle_addresses(blog: SourceBlog) -> None:
    """An address that a public post and one that is not public both name is the public one's."""
    public = {
        _same(address)
        for post in blog.posts
        if post.state in _ANSWERED
        for address in (*post.addresses, *post.aliases)
    }
    for post in blog.posts:
        if post.state not in _ANSWERED:
            post.addresses = [address for address in post.addresses if _same(address) not in public]
            post.aliases = [address for address in post.aliases if _same(address) not in public]


def permalink_front(items: Iterable[RawItem], base: str) -> str:
    """The fixed beginning of all permalinks, such as ``/blog``: archives stood below it too."""
    fronts: Counter[str] = Counter()
    for item in items:
        if item.type != "post" or item["status"] != "publish" or "?" in item["link"]:
            continue
        path = path_of(item["link"])[len(path_of(base)) :].strip("/")
        parts = path.split("/")
        slugs = {unquote(term.slug) for term in item.terms} | {unquote(item["post_name"]), item.id}
        fixed: list[str] = []
        for part in parts:
            if part in slugs or _DATE_PART.match(part):
                break
            fixed.append(part)
        fronts["/" + "/".join(fixed) if fixed and len(fixed) < len(parts) else ""] += 1
    if not fronts:
        return ""
    front, times = fronts.most_common(1)[0]
    return front if times >= 2 and times >= 0.8 * fronts.total() else ""


def has_pretty_addresses(items: Iterable[RawItem]) -> bool:
    """Whether published posts have addresses made of words rather than ``?p=12``."""
    links = [item["link"] for item in items if item.type == "post" and item["status"] == "publish"]
    return sum("?" not in link for link in links) * 2 > len(links)
