"""Addresses of the old blog that were no posts: lists, feeds, and the redirects it kept itself."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourceRedirect

from .routes import Routes
from .site import Site

#: Signs that make a pattern stand for more than one address.
NOT_ITSELF = re.compile(r"[\[\](){}*+?|^$\\]")


def add_lists(blog: SourceBlog, site: Site, routes: Routes) -> None:
    """Archives of tags and authors and the feeds."""
    for kind, terms, pattern in (
        ("tag", blog.tags, routes.tag),
        ("author", blog.authors, routes.author),
    ):
        for key, term in terms.items():
            address = routes.term(pattern, term.slug or key, site)
            if address:
                blog.redirects.append(SourceRedirect(address, f"{kind}:{key}"))
                blog.redirects.append(SourceRedirect(f"{address}rss/", f"{kind}:{key}"))
    blog.redirects.append(SourceRedirect(site.address("/rss/"), "feed:"))
    blog.redirects.append(SourceRedirect(site.address("/feed/"), "feed:"))
    blog.redirects.extend(SourceRedirect(site.address(address), "blog:") for address in routes.lists)
    if site.path:
        blog.redirects.append(SourceRedirect(site.address("/"), "blog:"))


def add_own(blog: SourceBlog, site: Site, configuration: Any) -> None:
    """The redirects of ``redirects.yaml`` or ``redirects.json``; patterns that mean many addresses are reported."""
    for source, target in pairs(configuration):
        address = one_address(source)
        if address and "$" not in target:
            blog.redirects.append(SourceRedirect(site.address(address), target))
            continue
        detail = _(
            "The redirect from %(source)s to %(target)s is a pattern for many addresses; make it by hand."
        ) % {"source": source, "target": target}
        blog.problems.append(Problem("redirects", "redirect", detail))


def pairs(configuration: Any) -> list[tuple[str, str]]:
    """From and to of each redirect, from the YAML (by status) or the JSON (a list) form."""
    rows: list[tuple[Any, Any]] = []
    if isinstance(configuration, dict):
        for status in configuration.values():
            rows += list(status.items()) if isinstance(status, dict) else []
    elif isinstance(configuration, list):
        rows = [(row.get("from"), row.get("to")) for row in configuration if isinstance(row, dict)]
    return [
        (source, target) for source, target in rows if isinstance(source, str) and isinstance(target, str)
    ]


def one_address(pattern: str) -> str:
    """A regular expression that fits one address (but for a last slash) as that address; else empty."""
    plain = pattern.strip().removeprefix("^").removesuffix("$").removesuffix("?")
    if pattern.strip().startswith("/") and plain.endswith("/i"):
        plain = plain[1:-2].removeprefix("^").removesuffix("$").removesuffix("?")
    literal = re.sub(r"\\[^\w]", "", plain)  # escaped signs mean themselves
    found = re.sub(r"\\([^\w])", r"\1", plain)
    return found if found.startswith("/") and not NOT_ITSELF.search(literal) else ""
