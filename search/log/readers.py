"""Whose searches are counted: those of people who read, and do not mind."""

from __future__ import annotations

import re

from django.http import HttpRequest

#: What programs say in their user agent that are not somebody reading.
_ROBOTS = re.compile(
    r"bot\b|bots\b|crawl|spider|slurp|scrap|headless|lighthouse|preview|monitor|check|archiv|fetch|feed|wget|curl"
    r"|python|java/|perl|ruby|php|go-http|okhttp|axios|node|httpclient|libwww|facebookexternalhit|validator|scan",
    re.IGNORECASE,
)
#: Parts of the address that narrow, sort or turn over the results of a search that was counted before.
_LATER = ("tag", "category", "author", "series", "year", "sort", "page")


def is_counted(request: HttpRequest) -> bool:
    """Whether this request is made by a reader who may be counted.

    Not counted are robots, pages fetched in advance, readers who ask not to be tracked (Do Not Track, Global
    Privacy Control), and people who work in the admin: what they try out says nothing about readers.
    """
    agent = request.headers.get("User-Agent", "")
    if not agent or _ROBOTS.search(agent) or _is_in_advance(request):
        return False
    if request.headers.get("DNT") == "1" or request.headers.get("Sec-GPC") == "1":
        return False
    user = getattr(request, "user", None)
    return user is None or not user.has_perm("wagtailadmin.access_admin")


def is_first_look(request: HttpRequest) -> bool:
    """Whether a search is seen for the first time, and not turned over, narrowed or sorted."""
    return request.method == "GET" and not any(request.GET.get(name) for name in _LATER)


def _is_in_advance(request: HttpRequest) -> bool:
    purposes = (request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz", "X-Purpose"))
    return any("prefetch" in purpose or "preview" in purpose for purpose in purposes)
